"""What the pages about people show: devices, the roster, what waits for a second supervisor."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.console.handles import Handles
from bot.helpline.four_eyes import described
from bot.store.staff.passkeys import Passkey, Passkeys
from bot.store.staff.proposals import Proposals
from bot.store.tickets.queue import Queue
from bot.texts.voices import Voice
from bot.tickets.hours import day_and_time
from bot.tickets.operator import Operator

_PERSON = "operator "


@dataclass(frozen=True, slots=True)
class DeviceView:
    """A device in a line. `elsewhere`: it was made for another address and opens nothing here."""

    id: str
    kind: str
    made: str
    used: str
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody on the roster. `load`: how many tickets they have; `me`: whoever looks."""

    handle: str
    operator: Operator
    languages: str
    load: int
    devices: Sequence[DeviceView]
    me: bool


@dataclass(frozen=True, slots=True)
class WaitingView:
    """An act that waits for a second supervisor. `mine`: whoever looks has asked for it."""

    token: str
    by: str
    what: str
    mine: bool


def devices(found: Iterable[Passkey], host: str) -> list[DeviceView]:
    """Devices in lines. `host`: the one that the console has now."""
    return [
        DeviceView(
            one.id,
            one.device.value,
            day_and_time(one.made_at),
            day_and_time(one.used_at),
            one.rp != host,
        )
        for one in found
    ]


def person_handle(handles: Handles, operator: str) -> str:
    """How a page names an operator."""
    return handles.of(_PERSON + operator)


def person(handles: Handles, handle: str) -> str | None:
    """The operator's id; None for what this session never made, or made of a ticket."""
    found = handles.read(handle)
    return found.removeprefix(_PERSON) if found and found.startswith(_PERSON) else None


@dataclass(frozen=True, slots=True)
class PeopleViews:
    """Gathers what the roster's page shows."""

    passkeys: Passkeys
    proposals: Proposals
    queue: Queue
    host: str

    async def roster(
        self, everybody: Sequence[Operator], looks: Operator, handles: Handles, voice: Voice
    ) -> list[PersonView]:
        """Everybody, as whoever `looks` sees them."""
        load = Counter(one.assignee for one in (await self.queue.claimed()).values())
        return [
            PersonView(
                person_handle(handles, one.id),
                one,
                ", ".join(voice.named("language", each) for each in one.languages),
                load[one.id],
                devices(await self.passkeys.of(one.id), self.host),
                one.id == looks.id,
            )
            for one in everybody
        ]

    async def waiting(
        self, everybody: Sequence[Operator], looks: Operator, voice: Voice
    ) -> list[WaitingView]:
        """Acts that may be agreed to, without those whose asker is gone."""
        names = {one.id: one.name for one in everybody}
        return [
            WaitingView(token, names[one.by], voice.say(described(one)), one.by == looks.id)
            for token, one in await self.proposals.all()
            if one.by in names
        ]

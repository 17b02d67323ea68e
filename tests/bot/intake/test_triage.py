"""Under a crowd: who can't wait is heard at once, who can waits, and all are heard in the end."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from bot.clock import SettableClock
from bot.errors import StoreUnavailable
from bot.helpline import inputs
from bot.helpline.inputs import Inbound, Input
from bot.intake.triage import MOST_AT_ONCE, Triage
from bot.privacy.vault import Keys, Vault
from bot.store.backlog import Backlog, LeasedMessage
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from flows.status import Status
from nlu.client import Heard
from nlu.recogniser import Recogniser
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, open_helpline
from tests.kit.own import keywords

CROWD = range(100, 100 + MOST_AT_ONCE)
HER = 1
CALM = "погода сегодня просто чудесная и тихая"


@dataclass
class SlowModel:
    """Answers only when it is let."""

    goes_on: asyncio.Event = field(default_factory=asyncio.Event)
    read: list[str] = field(default_factory=list)

    async def hear(self, text: str) -> Heard:
        await self.goes_on.wait()
        self.read.append(text)
        return Heard("out_of_scope", 0.95, False, 0.1, None, 0.0)


class Away(Backlog):
    """Can be counted, but not taken of."""

    asked = False

    async def lease(self) -> LeasedMessage | None:
        self.asked = True
        raise StoreUnavailable


@dataclass
class Crowded:
    """A helpline that has as much in work as it takes at once."""

    helpline: Helpline
    triage: Triage
    model: SlowModel
    crowd: list[asyncio.Future[None]] = field(default_factory=list)

    async def hears(self, person: int, given: Input) -> None:
        """Telegram brings an update; this returns when it was taken."""
        message = self.helpline.next_message()
        await self.triage.hear(Inbound(self.helpline.steps, person, given, message))

    async def waits(self, person: int) -> bool:
        conversation = self.helpline.conversation(person)
        return await self.helpline.parts.store.backlog.holds(conversation)

    async def calms_down(self) -> None:
        """The model goes on, and all that waits is read."""
        self.model.goes_on.set()
        while not await self.helpline.parts.store.backlog.is_empty():
            await self.triage.read()


@pytest.fixture
async def crowded() -> AsyncIterator[Crowded]:
    model = SlowModel()
    recogniser = Recogniser(keywords(), model, crowded=lambda: True)
    async with open_helpline(SettableClock(NOW), recogniser=recogniser) as helpline:
        store = helpline.parts.store
        own = Crowded(helpline, Triage(helpline.parts.helpline, store.backlog, store.memory), model)
        for person in (HER, *CROWD):
            await helpline.writes(person, "Русский")
        own.crowd = [
            asyncio.ensure_future(own.hears(one, inputs.Wrote(f"{CALM} {one}"))) for one in CROWD
        ]
        await asyncio.sleep(0)
        yield own
        model.goes_on.set()
        await asyncio.gather(*own.crowd)


@pytest.mark.slow
async def test_what_can_wait_waits_and_is_read_in_order(crowded: Crowded) -> None:
    await crowded.hears(HER, inputs.Wrote(f"{CALM} раз"))
    await crowded.hears(HER, inputs.Wrote(f"{CALM} два"))
    assert await crowded.waits(HER)
    assert crowded.model.read == []

    await crowded.calms_down()

    hers = [one for one in crowded.model.read if one.split()[-1] in {"раз", "два"}]
    assert hers == [f"{CALM} раз", f"{CALM} два"]
    assert len(await crowded.helpline.to_person(HER)) >= 2


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (inputs.Wrote("нас заперли помогите"), Status.QUEUED),
        (inputs.Wrote(f"{'ы' * 2000} {'. тут тихо ' * 40} нас заперли помогите"), Status.QUEUED),
        (inputs.Wrote("/operator"), Status.QUEUED),
        (inputs.Pressed("forged"), Status.BOT),
        (inputs.Exited(), Status.BOT),
    ],
)
async def test_who_cannot_wait_is_heard_at_once(
    crowded: Crowded, given: Input, status: Status
) -> None:
    await asyncio.wait_for(crowded.hears(HER, given), 20)

    assert not await crowded.waits(HER)
    assert await crowded.helpline.status(HER) is status


async def test_whoever_an_operator_talks_to_is_heard_at_once(crowded: Crowded) -> None:
    heron = await crowded.helpline.admits(1, "Heron", Role.SUPERVISOR)
    await crowded.hears(HER, inputs.Wrote("/operator"))
    await crowded.helpline.acts(Action.CLAIM, heron, HER)

    await asyncio.wait_for(crowded.hears(HER, inputs.Wrote(CALM)), 20)

    assert not await crowded.waits(HER)


async def test_who_exits_is_not_answered_later(crowded: Crowded) -> None:
    await crowded.hears(HER, inputs.Wrote(f"{CALM} раз"))
    await crowded.hears(HER, inputs.Exited())

    await crowded.calms_down()

    assert f"{CALM} раз" not in crowded.model.read


@pytest.mark.slow
async def test_while_a_chat_waits_its_next_text_waits_behind(crowded: Crowded) -> None:
    await crowded.hears(HER, inputs.Wrote(f"{CALM} раз"))
    crowded.model.goes_on.set()
    await asyncio.gather(*crowded.crowd)

    await crowded.hears(HER, inputs.Wrote(f"{CALM} два"))
    assert await crowded.waits(HER)
    await crowded.calms_down()

    hers = [one for one in crowded.model.read if one.split()[-1] in {"раз", "два"}]
    assert hers == [f"{CALM} раз", f"{CALM} два"]


@pytest.mark.slow
async def test_a_keyring_that_is_away_ends_nothing_and_loses_nothing(crowded: Crowded) -> None:
    await crowded.hears(HER, inputs.Wrote(CALM))
    store = crowded.helpline.parts.store
    away = Away(store.keyring, Vault(Keys.read(Keys.new_master())), crowded.helpline.clock)
    other = Triage(crowded.helpline.parts.helpline, away, store.memory)

    await other.read()

    assert away.asked
    await crowded.calms_down()
    assert CALM in crowded.model.read


async def test_where_memory_is_short_it_waits_at_telegram(crowded: Crowded) -> None:
    crowded.helpline.parts.store.memory.used = 0.6
    taken = asyncio.ensure_future(crowded.hears(HER, inputs.Wrote(CALM)))
    await asyncio.sleep(0)
    assert not taken.done()

    crowded.model.goes_on.set()
    await taken
    assert not await crowded.waits(HER)

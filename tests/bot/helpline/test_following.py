"""A supervisor reads along in a colleague's ticket, and nobody reads unseen."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from bot.errors import NoSuchTicket, NotAllowed, StoreUnavailable
from bot.helpline.following import Following
from bot.helpline.operators import Operators
from bot.helpline.staff_audit import StaffAudit
from bot.privacy.retention import Retention
from bot.store.rows import DeskKind
from bot.store.tickets.followers import Followers
from bot.store.tickets.log import Log
from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import Action
from flows.status import Status
from tests.kit.helpline import Helpline

WORDS = "какаду-утконос"


async def claimed(helpline: Helpline) -> tuple[Operator, Operator]:
    """An operator with a ticket, and a supervisor."""
    heron = await helpline.admits(10, "Heron")
    osprey = await helpline.admits(12, "Osprey", Role.SUPERVISOR)
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)
    await helpline.writes(1, WORDS)
    await helpline.to_desk(1)
    return heron, osprey


async def audited(helpline: Helpline, name: str) -> list[tuple[str, str]]:
    found = await helpline.parts.store.audit.about(name, helpline.clock.now())
    return [(one.action, one.ticket) for one in found.entries]


def words(said: Log | None) -> list[str]:
    return [] if said is None else [line.text for line in said.lines]


async def test_reading_along_is_audited_told_in_the_topic_and_seen(helpline: Helpline) -> None:
    _, osprey = await claimed(helpline)
    following, she = helpline.parts.helpline.following, helpline.conversation(1)
    ticket = await helpline.ticket(1)
    assert await following.read(osprey, she) is None

    await following.begin(osprey, she)

    assert WORDS in words(await following.read(osprey, she))
    assert ("follow", ticket.name) in await audited(helpline, "Osprey")
    assert await following.names(she, ticket) == ["Osprey"]
    (row,) = await helpline.to_desk(1)
    assert (row.kind, row.detail) == (DeskKind.NOTE, "followed\nOsprey")


async def test_it_is_seen_as_long_as_it_lasts(helpline: Helpline) -> None:
    _, osprey = await claimed(helpline)
    following, she = helpline.parts.helpline.following, helpline.conversation(1)
    ticket = await helpline.ticket(1)
    await following.begin(osprey, she)
    life = Retention.FOLLOWER.lifetime.total_seconds()

    helpline.clock.advance(life - 1)
    assert await following.read(osprey, she) is not None, "which renews the sign"
    helpline.clock.advance(life - 1)
    assert await following.names(she, ticket) == ["Osprey"]
    helpline.clock.advance(2)

    assert await following.names(she, ticket) == []
    assert await following.read(osprey, she) is None, "what isn't seen isn't read"


async def test_whoever_says_that_they_stop_is_seen_no_more(helpline: Helpline) -> None:
    _, osprey = await claimed(helpline)
    following, she = helpline.parts.helpline.following, helpline.conversation(1)
    await following.begin(osprey, she)

    await following.end(osprey, she)

    assert await following.names(she, await helpline.ticket(1)) == []
    assert await following.read(osprey, she) is None


@pytest.mark.parametrize("again", ["close", "requeue"])
async def test_it_ends_with_the_ticket_and_with_the_claim(helpline: Helpline, again: str) -> None:
    heron, osprey = await claimed(helpline)
    following, she = helpline.parts.helpline.following, helpline.conversation(1)
    await following.begin(osprey, she)
    await helpline.acts(Action.CLOSE if again == "close" else Action.REQUEUE, heron, 1)
    assert await following.read(osprey, she) is None, "what waits is read by nobody"

    if again == "close":
        helpline.clock.advance(1)
        await helpline.writes(1, "/operator")
        await helpline.acts(Action.CLAIM, heron, 1)
        assert await following.read(osprey, she) is None, "of a later ticket nothing was audited"


async def test_a_sign_that_is_left_behind_lets_nobody_into_a_later_ticket(
    helpline: Helpline,
) -> None:
    """As when a reading is under way while the ticket ends."""
    heron, osprey = await claimed(helpline)
    following, she = helpline.parts.helpline.following, helpline.conversation(1)
    before = await helpline.ticket(1)
    await helpline.acts(Action.CLOSE, heron, 1)
    await helpline.parts.store.followers.show(she, before, osprey.id)
    helpline.clock.advance(1)
    await helpline.writes(1, "/operator")
    await helpline.acts(Action.CLAIM, heron, 1)

    assert await following.read(osprey, she) is None


async def test_only_supervisors_on_shift_and_only_what_a_colleague_has(helpline: Helpline) -> None:
    heron, osprey = await claimed(helpline)
    other = await helpline.admits(13, "Sparrow")
    begin, she = helpline.parts.helpline.following.begin, helpline.conversation(1)
    for one in (heron, other, replace(osprey, on_shift=False), replace(osprey, role=Role.EDITOR)):
        with pytest.raises(NotAllowed):
            await begin(one, she)
    await helpline.acts(Action.REQUEUE, heron, 1)
    with pytest.raises(NotAllowed):
        await begin(osprey, she)
    await helpline.acts(Action.CLAIM, heron, 1)
    await helpline.acts(Action.CLOSE, heron, 1)
    with pytest.raises(NoSuchTicket):
        await begin(osprey, she)
    assert await audited(helpline, "Osprey") == []


@dataclass
class Faulty:
    """Passes everything on but one call, which finds no store."""

    real: Any
    fails: str

    def __getattr__(self, name: str) -> Any:
        if name != self.fails:
            return getattr(self.real, name)

        async def fails(*_: object, **__: object) -> None:
            raise StoreUnavailable

        return fails


@pytest.mark.parametrize("place", ["audit", "topic", "sign"])
async def test_a_fault_before_the_first_word_refuses_the_reading(
    helpline: Helpline, place: str
) -> None:
    """Whichever of the three it hits; and nothing is left by which the words could be read."""
    _, osprey = await claimed(helpline)
    store, she = helpline.parts.store, helpline.conversation(1)
    audit: Any = StaffAudit(store.audit, helpline.clock)
    conversations: Any = store.conversations
    followers: Any = store.followers
    operators: Operators = helpline.parts.helpline.following._operators
    following = Following(
        Faulty(conversations, "commit" if place == "topic" else ""),  # type: ignore[arg-type]
        store.log,
        Faulty(followers, "show" if place == "sign" else ""),  # type: ignore[arg-type]
        store.roster,
        Faulty(audit, "note" if place == "audit" else ""),  # type: ignore[arg-type]
        operators,
    )

    with pytest.raises(StoreUnavailable):
        await following.begin(osprey, she)

    assert await following.read(osprey, she) is None
    assert await helpline.parts.helpline.following.read(osprey, she) is None
    told = ("follow", (await helpline.ticket(1)).name) in await audited(helpline, "Osprey")
    assert told is (place != "audit"), "the audit comes before all"


async def test_a_sign_that_cant_be_renewed_shows_nothing(helpline: Helpline) -> None:
    _, osprey = await claimed(helpline)
    store, she = helpline.parts.store, helpline.conversation(1)
    await helpline.parts.helpline.following.begin(osprey, she)
    followers: Followers = Faulty(store.followers, "show")  # type: ignore[assignment]
    following = Following(
        store.conversations,
        store.log,
        followers,
        store.roster,
        StaffAudit(store.audit, helpline.clock),
        helpline.parts.helpline.following._operators,
    )

    with pytest.raises(StoreUnavailable):
        await following.read(osprey, she)


async def test_a_follower_writes_only_after_taking_over(helpline: Helpline) -> None:
    _, osprey = await claimed(helpline)
    following, she = helpline.parts.helpline.following, helpline.conversation(1)
    await following.begin(osprey, she)
    with pytest.raises(NotAllowed):
        await helpline.acts(Action.REPLY, osprey, 1, "Здравствуйте")

    for _ in range(2):
        await following.take_over(osprey, she, "mark")

    assert (await helpline.ticket(1)).assignee == osprey.id
    assert await helpline.status(1) is Status.HUMAN
    await helpline.acts(Action.REPLY, osprey, 1, "Здравствуйте")

"""One account that cries, erases and cries again; and a block, which an erasure doesn't end."""

from datetime import timedelta

import pytest

from bot.helpline import inputs
from bot.helpline.repeated_alerts import QUIET
from bot.store.names import row_key
from bot.store.rows import DeskKind
from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import Action, Details
from flows.builtin import ERASE_FLOW
from flows.status import Status
from tests.kit.constants import DANGER
from tests.kit.helpline import Helpline

SHE, HE = 1, 2
HERON = Operator("x", Role.SUPERVISOR, "Heron", on_shift=True)


async def erases(helpline: Helpline, person: int) -> None:
    """To the end: also what intake does in the chat."""
    choices = helpline.parts.library.choices.values()
    yes = next(one.id for one in choices if (one.flow, one.value) == (ERASE_FLOW, "yes"))
    await helpline.writes(person, "/delete")
    await helpline.hears(person, inputs.Pressed(yes))
    await helpline.parts.store.people.erased(helpline.conversation(person))


async def cries_and_erases(helpline: Helpline, rounds: int) -> list[list[DeskKind]]:
    """What the desk is told of each cry."""
    told = []
    for _ in range(rounds):
        helpline.clock.advance(20)
        await helpline.writes(SHE, DANGER)
        told.append([row.kind for row in await helpline.to_desk(SHE)])
        await erases(helpline, SHE)
        await helpline.to_desk(SHE)
    return told


async def test_the_shift_is_called_twice_an_hour_and_not_at_each_cry(helpline: Helpline) -> None:
    told = await cries_and_erases(helpline, 5)
    assert [DeskKind.ALERT in kinds for kinds in told] == [True, True, False, False, False]
    assert all(DeskKind.OPENED in kinds for kinds in told), "each is on the board"


async def test_one_stub_is_left_and_not_one_for_each(helpline: Helpline) -> None:
    await cries_and_erases(helpline, 4)
    assert await helpline.parts.store.redis.zcard("stubs") == 1
    helpline.clock.advance(2 * 3600)
    await helpline.parts.store.keyring.delete(row_key(helpline.conversation(SHE), "recent"))
    await cries_and_erases(helpline, 1)
    assert await helpline.parts.store.redis.zcard("stubs") == 2, "two hours later another one"


async def test_a_later_cry_waits_like_any_other_and_says_which_it_is(helpline: Helpline) -> None:
    await cries_and_erases(helpline, 2)
    await helpline.writes(SHE, DANGER)
    helpline.clock.advance(1)
    await helpline.writes(HE, DANGER)
    waiting, _ = await helpline.parts.store.queue.waiting(0, 5)
    assert [ticket.again for ticket in waiting] == [3, 0], "its place is by time, as anybody's"
    row = next(row for row in await helpline.to_desk(SHE) if row.kind is DeskKind.OPENED)
    assert row.stub.startswith("stub-"), "the line goes to the stub that was left"


async def test_who_is_in_danger_and_stays_is_called_for_after_two_minutes(
    helpline: Helpline,
) -> None:
    await cries_and_erases(helpline, 2)
    await helpline.writes(SHE, DANGER)
    await helpline.to_desk(SHE)
    await helpline.waits(QUIET.total_seconds() + 1)
    assert DeskKind.ALERT in [row.kind for row in await helpline.to_desk(SHE)]


async def test_an_hour_later_it_counts_no_more(helpline: Helpline) -> None:
    await cries_and_erases(helpline, 3)
    helpline.clock.advance(3600)
    [kinds] = await cries_and_erases(helpline, 1)
    assert DeskKind.ALERT in kinds


async def test_an_erasure_does_not_end_a_block(helpline: Helpline) -> None:
    await helpline.writes(SHE, DANGER)
    await helpline.acts(Action.CLAIM, HERON, SHE)
    until = helpline.clock.now() + timedelta(hours=20)
    await helpline.acts(Action.BLOCK, HERON, SHE, details=Details(until=until))
    for _ in range(2):  # also a second one
        await erases(helpline, SHE)
        await helpline.asks(SHE)
        assert (await helpline.loaded(SHE)).conversation.blocked_until == until
        assert await helpline.status(SHE) is Status.BOT, "no plain request"
    await helpline.writes(SHE, DANGER)
    assert await helpline.status(SHE) is Status.QUEUED, "danger is always heard"


async def test_it_is_in_the_keyring_for_two_hours_and_not_on_the_disk(helpline: Helpline) -> None:
    await cries_and_erases(helpline, 1)
    name = row_key(helpline.conversation(SHE), "recent")
    store = helpline.parts.store
    assert not await store.redis.exists(name)
    assert 0 < await store.keyring.pttl(name) <= 2 * 3600 * 1000


async def test_who_erases_without_an_emergency_leaves_nothing(helpline: Helpline) -> None:
    await helpline.asks(SHE)
    await erases(helpline, SHE)
    name = row_key(helpline.conversation(SHE), "recent")
    assert not await helpline.parts.store.keyring.exists(name)


@pytest.mark.parametrize("value", [b"", b"x" * 80])
async def test_what_can_not_be_opened_is_nothing(helpline: Helpline, value: bytes) -> None:
    name = row_key(helpline.conversation(SHE), "recent")
    await helpline.parts.store.keyring.set(name, value, px=60_000)
    await helpline.writes(SHE, DANGER)
    assert DeskKind.ALERT in [row.kind for row in await helpline.to_desk(SHE)]

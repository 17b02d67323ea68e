"""The group's limit is kept in every minute, and an emergency never waits long."""

import asyncio
import contextlib
import heapq
import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.attempt import Later
from bot.config import GROUP_RATE
from bot.desk.budget import MOST_IN_A_ROW, Budget, Lane
from bot.telegram.refusals import ApiError
from sandbox.clock import SandboxClock
from sandbox.limits import FloodControl, Limits
from sandbox.model import GroupChat

PATIENCE = 5.0


class Minute:
    """Time that jumps to whatever happens next, once everybody has done what they can."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self._asleep: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._asleep, (self.now + seconds, next(self._numbers), woken))
        await woken

    async def run(self, until: Callable[[], bool]) -> None:
        while not until():
            for _ in range(20):
                await asyncio.sleep(0)
            if until():
                return
            self.now, _, woken = heapq.heappop(self._asleep)
            if not woken.done():
                woken.set_result(None)


class Group:
    """The sandbox's own flood control, which refuses what Telegram would refuse."""

    def __init__(self, minute: Minute) -> None:
        self.flood = FloodControl(Limits(), SandboxClock(minute.monotonic))
        self.chat = GroupChat("desk", -1, title="desk")
        self.refused = 0

    def send(self) -> None:
        try:
            self.flood.charge(1, self.chat)
        except ApiError:
            self.refused += 1


async def simulated(
    arrivals: list[tuple[float, Lane]], processes: int = 1
) -> tuple[Group, dict[int, float]]:
    """Every arrival sends one message, by one process or the next; how long each waited."""
    minute = Minute()
    group, waited = Group(minute), dict[int, float]()
    budgets = [Budget(GROUP_RATE, minute.monotonic, minute.sleep) for _ in range(processes)]
    for budget in budgets:
        budget.share(processes)

    async def one(number: int, at: float, lane: Lane) -> None:
        await minute.sleep(at)
        began = minute.now
        await budgets[number % processes].take(lane)
        group.send()
        waited[number] = minute.now - began

    tasks = [asyncio.ensure_future(budget.run()) for budget in budgets]
    tasks += [
        asyncio.ensure_future(one(number, at, lane)) for number, (at, lane) in enumerate(arrivals)
    ]
    await minute.run(lambda: len(waited) == len(arrivals))
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return group, waited


async def test_two_hundred_tickets_in_a_minute_hold_no_emergency_up() -> None:
    """Ordinary tickets want a topic and a card each; calls for help come in between, batched as
    `bot.desk.alerts` gathers them: at most one in the time of one token."""
    arrivals = [(number * 37.1 % 60, Lane.QUEUE) for number in range(2 * 190)]
    calls = [(at + number * 0.07, Lane.ALERT) for number, at in enumerate(range(2, 60, 5))]
    group, waited = await simulated(arrivals + calls)
    emergencies = [waited[number] for number in range(len(arrivals), len(waited))]
    assert group.refused == 0, "Telegram never has to say no"
    assert max(emergencies) < PATIENCE
    assert max(waited.values()) > 60, "the others do wait: the test means something"


async def test_the_last_call_after_a_full_minute_of_everything_goes_within_five_seconds() -> None:
    busy = [(0.0, Lane.TALK)] * 60 + [(30.0, Lane.EMERGENCY)] * 6
    _, waited = await simulated([*busy, (59.0, Lane.ALERT)])
    assert waited[len(busy)] < PATIENCE


lanes = st.sampled_from(Lane)
loads = st.lists(st.tuples(st.floats(0, 90), lanes), min_size=1, max_size=60)


@settings(max_examples=30)
@given(loads, st.integers(1, 4))
def test_whatever_comes_telegram_never_refuses(
    arrivals: list[tuple[float, Lane]], processes: int
) -> None:
    group, waited = asyncio.run(simulated(arrivals, processes))
    assert group.refused == 0
    assert len(waited) == len(arrivals)


async def test_a_crowd_s_calls_leave_room_for_talks_and_for_what_ends() -> None:
    """Somebody cries each second for five minutes, and each wants a call and a card."""
    crowd = [(float(at), lane) for at in range(300) for lane in (Lane.ALERT, Lane.EMERGENCY)]
    others = [(60.0, Lane.CLAIMED), (120.0, Lane.TALK), (180.0, Lane.CLAIMED)]
    group, waited = await simulated([*crowd, *others])
    token = Budget(GROUP_RATE, lambda: 0.0).seconds_a_token
    claimed, ended, claimed_too = (waited[len(crowd) + number] for number in range(3))
    assert max(claimed, claimed_too) <= 3 * token + 0.1
    assert ended <= (MOST_IN_A_ROW + 2) * token + 0.1
    assert group.refused == 0


async def test_a_call_waits_for_one_token_however_many_talks_wait() -> None:
    talks = [(0.0, Lane.TALK)] * 40 + [(0.0, Lane.EMERGENCY)] * 20
    _, waited = await simulated([*talks, (30.0, Lane.ALERT)])
    assert waited[len(talks)] < PATIENCE


async def test_of_tickets_that_wait_the_oldest_is_shown_first() -> None:
    minute = Minute()
    budget = Budget(GROUP_RATE, minute.monotonic, minute.sleep)
    budget.empty()
    order: list[float] = []

    async def one(opened: float) -> None:
        await budget.take(Lane.EMERGENCY, since=opened)
        order.append(opened)

    tasks = [asyncio.ensure_future(one(opened)) for opened in (3.0, 1.0, 2.0)]
    server = asyncio.ensure_future(budget.run())
    await minute.run(lambda: len(order) == len(tasks))
    assert order == [1.0, 2.0, 3.0]
    server.cancel()
    await asyncio.gather(server, *tasks, return_exceptions=True)


async def test_whoever_stands_in_line_is_told_to_look_again() -> None:
    budget = Budget(GROUP_RATE, lambda: 0.0)
    budget.empty()
    mine, other = (
        asyncio.ensure_future(budget.take(Lane.QUEUE, conversation=one)) for one in ("a", "b")
    )
    await asyncio.sleep(0)
    budget.look_again("a")
    with pytest.raises(Later):
        await mine
    assert budget.ahead(Lane.QUEUE) == 1
    other.cancel()
    await asyncio.gather(other, return_exceptions=True)


async def test_what_matters_more_goes_first() -> None:
    minute = Minute()
    budget = Budget(GROUP_RATE, minute.monotonic, minute.sleep)
    budget.empty()
    order: list[Lane] = []

    async def one(lane: Lane) -> None:
        await budget.take(lane)
        order.append(lane)

    tasks = [asyncio.ensure_future(one(lane)) for lane in reversed(Lane)]
    server = asyncio.ensure_future(budget.run())
    await minute.run(lambda: len(order) == len(Lane))
    assert order == list(Lane)
    server.cancel()
    await asyncio.gather(server, *tasks, return_exceptions=True)


async def test_whoever_is_gone_costs_no_token() -> None:
    minute = Minute()
    budget = Budget(GROUP_RATE, minute.monotonic, minute.sleep)
    budget.empty()
    gone = asyncio.ensure_future(budget.take(Lane.ALERT))
    await asyncio.sleep(0)
    assert budget.ahead(Lane.QUEUE) == 1
    gone.cancel()
    await asyncio.gather(gone, return_exceptions=True)
    assert budget.ahead(Lane.QUEUE) == 0


async def test_a_task_that_was_told_to_end_waits_for_no_token() -> None:
    """Its end got lost in something that it awaited; nobody serves the budget any more."""
    budget = Budget(GROUP_RATE, lambda: 0.0)
    budget.empty()

    async def deaf() -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        await budget.take(Lane.TALK)

    task = asyncio.ensure_future(deaf())
    await asyncio.sleep(0)
    task.cancel()
    async with asyncio.timeout(5):
        await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled()


async def test_without_a_limit_nobody_waits() -> None:
    async def never(_: float) -> None:
        raise AssertionError("nobody sleeps")

    budget = Budget(0, lambda: 0.0, never)
    async with asyncio.timeout(5):
        for _ in range(1000):
            await budget.take(Lane.BOARD)


def test_an_emergency_waits_for_one_token_at_most() -> None:
    assert Budget(GROUP_RATE, lambda: 0.0).seconds_a_token < PATIENCE

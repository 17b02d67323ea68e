"""The long poll: nothing is confirmed before its turn, and nothing stops the others."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

import pytest

from bot.attempt import DONE, GIVEN_UP, Attempt, put_off
from bot.errors import ConfigError
from bot.telegram.polling import LIMIT, POLL_AFTER_SHARE, MethodCall, Poller, UpdateSource
from bot.telegram.update_handler import GIVE_UP_AFTER, RETRY_SECONDS, Raw, UpdateHandler


class NoNetwork(Exception):
    """An error of the connection's."""


def update(number: int, chat: int = 1) -> Raw:
    return {"update_id": number, "chat": chat}


class Telegram:
    """Keeps updates until they are confirmed; refuses the token when nothing is left to do."""

    def __init__(self, *updates: Raw, fetches: Sequence[Exception] = ()) -> None:
        self.kept = list(updates)
        self.fetches = list(fetches)
        self.offsets: list[int | None] = []
        self.handled: list[int] = []
        self.done: list[int] = []
        self.slept: list[float] = []
        self.pauses: list[tuple[str, int]] = []
        self.fails: Callable[[Raw], Exception | None] = lambda _: None
        self.waits: Callable[[Raw], Awaitable[object]] = lambda _: asyncio.sleep(0)

    async def fetch(self, offset: int | None) -> list[Raw]:
        self.offsets.append(offset)
        if self.fetches:
            raise self.fetches.pop(0)
        if offset is not None:
            confirmed = [one["update_id"] for one in self.kept if one["update_id"] < offset]
            assert set(confirmed) <= set(self.done), "confirmed before its turn was written"
            self.kept = [one for one in self.kept if one["update_id"] >= offset]
        if not self.kept:
            raise ConfigError("the token was refused")
        return self.kept[:LIMIT]

    async def handle(self, given: Raw) -> None:
        self.handled.append(given["update_id"])
        await self.waits(given)
        error = self.fails(given)
        if error:
            raise error
        self.done.append(given["update_id"])

    def judge(self, error: Exception, attempt: int) -> Attempt:
        self.pauses.append((type(error).__name__, attempt))
        return put_off(2.0 * attempt) if isinstance(error, NoNetwork) else GIVEN_UP

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def source(self) -> UpdateSource:
        return UpdateSource(self.fetch, self.handle, lambda given: given["chat"], self.judge)

    def poller(self) -> Poller:
        return Poller(self.source(), sleep=self.sleep)

    async def run(self) -> None:
        with pytest.raises(ConfigError):
            await self.poller().run()


async def test_an_update_is_confirmed_after_its_turn() -> None:
    telegram = Telegram(update(7), update(8, chat=2), update(9))
    await telegram.run()
    assert (telegram.offsets[0], telegram.offsets[-1]) == (None, 10)
    assert sorted(telegram.done) == [7, 8, 9]
    assert telegram.slept == []


async def test_an_updates_last_call_is_made_after_its_turn_and_not_for_what_is_put_off() -> None:
    telegram = Telegram(update(7), update(8))
    failing = [NoNetwork()]
    telegram.fails = lambda given: failing.pop() if given["update_id"] == 8 and failing else None
    made = []

    async def call(method: MethodCall) -> None:
        made.append((method["method"], list(telegram.done)))

    source = replace(telegram.source(), last_call=lambda one: {"method": str(one["update_id"])})
    with pytest.raises(ConfigError):
        await Poller(replace(source, call=call), sleep=telegram.sleep).run()
    assert made == [("7", [7]), ("8", [7, 8])]


async def test_a_refused_token_ends_it() -> None:
    telegram = Telegram()
    await telegram.run()
    assert telegram.offsets == [None]
    assert telegram.pauses == []


async def test_order_within_a_chat_is_kept() -> None:
    telegram = Telegram(*(update(number, chat=number % 3) for number in range(30)))
    await telegram.run()
    for chat in range(3):
        own = [number for number in telegram.done if number % 3 == chat]
        assert own == sorted(own)


async def test_chats_do_not_wait_for_each_other() -> None:
    """The first can only end when the second has been heard."""
    heard = asyncio.Event()
    telegram = Telegram(update(1, chat=1), update(2, chat=2))

    async def waits(given: Raw) -> None:
        if given["chat"] == 2:
            heard.set()
        await heard.wait()

    telegram.waits = waits
    async with asyncio.timeout(5):
        await telegram.run()
    assert sorted(telegram.done) == [1, 2]


async def test_what_comes_while_others_are_read_does_not_wait_for_them() -> None:
    """Three are in work and stay so; a fourth comes and is written, and none is confirmed."""
    slow = asyncio.Event()
    telegram = Telegram(*(update(number, chat=number) for number in (1, 2, 3)))

    async def waits(given: Raw) -> None:
        if given["chat"] == 3:
            telegram.kept.append(update(4, chat=4))
        if given["chat"] == 4:
            assert telegram.done == []
            slow.set()
        await slow.wait()

    telegram.waits = waits
    async with asyncio.timeout(5):
        await telegram.run()
    assert telegram.offsets[:2] == [None, 1]
    assert sorted(telegram.handled) == [1, 2, 3, 4], "each once"


async def test_where_nothing_is_left_in_work_telegram_is_asked_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The last one was written while Telegram showed it once more."""
    monkeypatch.setattr("bot.telegram.polling.AGAIN_SECONDS", 60)
    telegram = Telegram(update(1, chat=1), update(2, chat=2))
    plain, fetch = telegram.handle, telegram.fetch
    asked, written = asyncio.Event(), asyncio.Event()

    async def handle(given: Raw) -> None:
        if given["chat"] == 2:
            await asked.wait()
        await plain(given)
        if given["chat"] == 2:
            written.set()

    async def fetch_slowly(offset: int | None) -> list[Raw]:
        if offset == 2:
            asked.set()
            await written.wait()
            await asyncio.sleep(0)
        return await fetch(offset)

    telegram.handle, telegram.fetch = handle, fetch_slowly  # type: ignore[method-assign]
    async with asyncio.timeout(5):
        await telegram.run()
    assert telegram.offsets == [None, 2, 3]


async def test_of_many_in_work_some_are_written_before_telegram_is_asked_again() -> None:
    telegram = Telegram(*(update(number, chat=number) for number in range(1, 81)))
    await telegram.run()
    assert len(telegram.offsets) < 40, "each answer repeats what is in work"


async def test_a_failing_update_stops_no_other_chat() -> None:
    telegram = Telegram(update(1, chat=1), update(2, chat=2))
    failures = [ValueError()]
    telegram.fails = lambda given: failures.pop() if given["chat"] == 1 and failures else None
    await telegram.run()
    assert telegram.done == [2, 1]


async def test_what_follows_a_failing_update_in_its_chat_waits() -> None:
    telegram = Telegram(update(1), update(2), update(3, chat=2))
    failures = [ValueError()]
    telegram.fails = lambda given: failures.pop() if given["update_id"] == 1 and failures else None
    await telegram.run()
    assert telegram.handled == [1, 3, 1, 2]


async def test_the_first_that_could_not_be_written_is_asked_for_again() -> None:
    telegram = Telegram(*(update(number, chat=number) for number in range(1, 6)))
    failures = [ValueError(), ValueError()]
    telegram.fails = lambda given: (
        failures.pop() if given["update_id"] in {3, 5} and failures else None
    )
    await telegram.run()
    assert telegram.offsets[:2] == [None, 3]
    assert sorted(telegram.done) == [1, 2, 3, 4, 5], "each once"


async def test_one_that_telegram_has_dropped_is_not_waited_for() -> None:
    """After a day it does, and what comes later would never be confirmed."""
    telegram = Telegram(update(1), update(2, chat=2))

    def fails(given: Raw) -> Exception | None:
        if given["update_id"] == 1:
            telegram.kept = [one for one in telegram.kept if one["update_id"] != 1]
            return NoNetwork()
        return None

    telegram.fails = fails
    await telegram.run()
    assert telegram.done == [2]
    assert telegram.offsets[-1] == 3


async def test_an_update_that_fails_through_a_fault_of_ours_is_given_up() -> None:
    telegram = Telegram(update(1), update(2))

    def fails(given: Raw) -> Exception | None:
        if given["update_id"] != 1:
            return None
        if telegram.handled.count(1) == GIVE_UP_AFTER:
            telegram.done.append(1)  # given up: from now on it may be confirmed
        return ValueError()

    telegram.fails = fails
    await telegram.run()
    assert telegram.handled == [1] * GIVE_UP_AFTER + [2]
    assert telegram.offsets == [None, 1, 1, 2, 3]
    assert telegram.slept == [0.5, 0.5]


async def test_an_update_that_succeeds_in_the_end_is_written_once() -> None:
    telegram = Telegram(update(1))
    outcomes: list[Exception | None] = [ValueError(), ValueError(), None]
    telegram.fails = lambda _: outcomes.pop(0)
    await telegram.run()
    assert telegram.done == [1]
    assert telegram.offsets == [None, 1, 1, 2]


async def test_its_failures_are_counted_anew_after_that() -> None:
    outcomes = [ValueError(), ValueError(), None, ValueError(), ValueError()]

    async def handle(_: Raw) -> None:
        error = outcomes.pop(0)
        if error:
            raise error

    handler = UpdateHandler(handle, lambda *_: GIVEN_UP)
    results = [await handler.handle(update(1)) for _ in range(5)]
    again = put_off(RETRY_SECONDS)
    assert results == [again, again, DONE, again, again]


async def test_a_connection_s_error_is_no_fault_of_the_update_s() -> None:
    """While Redis or the network is away, nothing is given up, however long that lasts."""
    telegram = Telegram(update(1))
    failures = [NoNetwork() for _ in range(5 * GIVE_UP_AFTER)]
    telegram.fails = lambda _: failures.pop() if failures else None
    await telegram.run()
    assert telegram.done == [1]
    assert len(telegram.handled) == 5 * GIVE_UP_AFTER + 1


async def test_an_update_that_is_put_off_waits_as_long_as_its_error_asks_for() -> None:
    telegram = Telegram(update(1), update(2, chat=2))
    errors = [NoNetwork()]
    telegram.fails = lambda _: errors.pop() if errors else None
    await telegram.run()
    assert telegram.slept == [2.0]
    assert telegram.offsets == [None, 1, 3]


async def test_after_an_error_it_waits_as_long_as_it_is_told() -> None:
    telegram = Telegram(fetches=[NoNetwork(), NoNetwork(), NoNetwork()])
    await telegram.run()
    assert telegram.slept == [2.0, 4.0, 6.0]
    assert telegram.offsets == [None] * 4


async def test_a_success_ends_the_series() -> None:
    telegram = Telegram(fetches=[NoNetwork(), NoNetwork()])
    telegram.kept = [update(1)]

    def again(given: Raw) -> None:
        telegram.fetches = [NoNetwork()]

    telegram.fails = again
    await telegram.run()
    assert telegram.slept == [2.0, 4.0, 2.0]
    assert telegram.offsets == [None, None, None, 2, 2]


async def test_an_unknown_error_of_the_poll_is_waited_out_too() -> None:
    telegram = Telegram(update(1), fetches=[ValueError()])
    await telegram.run()
    assert telegram.slept == [1.0]
    assert telegram.done == [1]


async def test_it_can_be_cancelled_within_a_turn() -> None:
    telegram = Telegram(update(1))
    began = asyncio.Event()

    async def handle(given: Raw) -> None:
        began.set()
        await asyncio.Event().wait()

    source = UpdateSource(telegram.fetch, handle, lambda given: given["chat"], telegram.judge)
    task = asyncio.ensure_future(Poller(source, sleep=telegram.sleep).run())
    await began.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert telegram.offsets == [None]


# -- a flood --------------------------------------------------------------------------------------


async def test_the_others_do_not_wait_for_a_flood() -> None:
    """Nor does the flood for them; and nothing is written twice."""
    telegram = Telegram(*(update(number, chat=1) for number in range(1, 96)))
    telegram.kept += [update(number, chat=number) for number in range(96, 101)]
    await telegram.run()
    place = {number: telegram.done.index(number) for number in range(1, 101)}
    assert max(place[number] for number in range(96, 101)) < 10
    assert [number for number in telegram.done if number < 96] == list(range(1, 96))
    assert sorted(telegram.done) == list(range(1, 101)), "each once"
    assert telegram.slept == [], "a flood is no reason to wait"


async def test_whoever_stands_behind_a_flood_comes_as_soon_as_can_be() -> None:
    """Telegram shows so many at a time: only what is written makes room for what is behind."""
    telegram = Telegram(*(update(number, chat=1) for number in range(1, 1001)))
    telegram.kept.append(update(1001, chat=2))
    await telegram.run()
    assert [number for number in telegram.done if number <= 1000] == list(range(1, 1001))
    assert telegram.done.index(1001) < 1001 - LIMIT // 4
    assert len(telegram.offsets) < 1001 // POLL_AFTER_SHARE, "an eighth of what is shown at a time"


async def test_what_is_written_above_an_unwritten_one_is_not_written_again() -> None:
    telegram = Telegram(update(1, chat=1), update(2, chat=2), update(3, chat=3))
    failures = [NoNetwork(), NoNetwork()]
    telegram.fails = lambda given: failures.pop() if given["chat"] == 1 and failures else None
    await telegram.run()
    assert sorted(telegram.done) == [1, 2, 3]
    assert telegram.handled == [1, 2, 3, 1, 1]

"""Any people and any operators, with crashes and restarts in between: what always holds.

The channels are played here, and a crash is a channel that dies between sending and noting that it
sent, at any row: then that row and those behind it come again. A process may also die anywhere in
a use case: then it is cancelled there, and what it left in Redis is what the next one finds. The
clock may be put back. Everything else is real: the use cases, the store, Redis.
"""

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from bot.clock import SettableClock
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline import TurnResult
from bot.helpline.inputs import Inbound, Wrote
from bot.store.conversations.index_entries import index_of
from bot.store.names import Index, index_key, partition
from bot.store.rows import Audience, DeskKind
from bot.tickets.operator import Role
from bot.tickets.queue_order import order
from bot.tickets.ticket import Action, Details, Outcome, TargetKind, TransferTarget
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.constants import DANGER, NOW
from tests.kit.helpline import Helpline, open_helpline
from tests.kit.machine import AsyncMachine

PEOPLE = (1, 2, 3)
OPERATORS = {11: "Heron", 12: "Robin", 13: "Falcon"}

people = st.sampled_from(PEOPLE)
operators = st.sampled_from(sorted(OPERATORS))
crashes = st.none() | st.integers(0, 3)
deaths = st.integers(0, 40)
DETAILS = {
    Action.CLOSE: Details(outcome=Outcome.OTHER),
    Action.PRIORITISE: Details(urgency=Urgency.HIGH),
    Action.SNOOZE: Details(until=NOW + timedelta(hours=30)),
    Action.BLOCK: Details(until=NOW + timedelta(hours=30)),
    Action.TRANSFER: Details(wanted=TransferTarget(TargetKind.OPERATOR, "Robin")),
    Action.SAY: Details(text_ids=("reply_hello",)),
    Action.EDIT: Details(ref="m"),
    Action.DELETE: Details(ref="m"),
    Action.REPLY: Details(ref="m"),
}


OPENING = set(DeskKind) - {DeskKind.CLOSED, DeskKind.ALERT, DeskKind.MUTED, DeskKind.AUDIT}
"""Whatever is for a topic opens one where there is none: after a turn that died between what the
keyring remembers and the write, a ticket comes back without having been opened."""


class Wall(SettableClock):
    """A clock that somebody puts right."""

    def put_back(self, seconds: float) -> None:
        self._now -= timedelta(seconds=seconds)


class AnyDay(AsyncMachine):
    """Three people and three operators do whatever they like."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Wall(NOW)
        self.helpline: Helpline = self.does(
            self.stack.enter_async_context(open_helpline(self.clock))
        )
        for number, name in OPERATORS.items():
            role = Role.SUPERVISOR if name == "Heron" else Role.OPERATOR
            self.does(self.helpline.admits(number, name, role))
        self.told: dict[int, list[str]] = {person: [] for person in PEOPLE}
        self.shown: dict[int, list[str]] = {person: [] for person in PEOPLE}
        self.opened: dict[int, bool] = dict.fromkeys(PEOPLE, False)
        self.number = 0

    # -- what may happen -----------------------------------------------------------------------

    @rule(
        person=people,
        text=st.sampled_from(
            ["Русский", "/operator", DANGER, "мой паспорт у него", "спасибо", "/delete", "да"]
        ),
    )
    def somebody_writes(self, person: int, text: str) -> None:
        self.number += 1
        before = self.does(self.helpline.loaded(person)).conversation.status
        rows = len(self.does(self._waiting(person)))
        words = text if text.startswith("/") or text == "Русский" else f"{text} <{person}>"
        self.does(self.helpline.writes(person, words))
        if before is Status.HUMAN and text not in {"/delete", "да"}:
            assert len(self.does(self._waiting(person))) == rows, "the bot spoke while a human does"

    @rule(person=people, operator=operators, action=st.sampled_from(Action))
    def somebody_acts(self, person: int, operator: int, action: Action) -> None:
        self.does(self._act(person, operator, action))

    async def _act(self, person: int, operator: int, action: Action) -> None:
        who = await self.helpline.parts.helpline.staff.operator(operator)
        if who is None:
            return
        before = await self.helpline.loaded(person)
        words = f"words <{person}>"
        details = DETAILS.get(action, Details())
        try:
            await self.helpline.acts(action, who, person, words, details)
        except (NotAllowed, NoSuchTicket):
            after = await self.helpline.loaded(person)
            assert after.revision == before.revision, "a refusal writes nothing"
            return
        assert before.ticket is not None
        if action in {Action.REPLY, Action.SAY, Action.EDIT, Action.DELETE, Action.RELEASE}:
            assert before.ticket.assignee == who.id, "only the assignee speaks"
        if action is Action.CLAIM:
            assert before.ticket.assignee is None, "never two assignees"

    @rule(person=people, one=operators, other=operators)
    def two_claim_at_once(self, person: int, one: int, other: int) -> None:
        self.does(self._race(person, one, other))

    async def _race(self, person: int, one: int, other: int) -> None:
        staff = self.helpline.parts.helpline.staff
        both = [await staff.operator(one), await staff.operator(other)]
        claims = [self.helpline.acts(Action.CLAIM, who, person) for who in both if who]
        done = await asyncio.gather(*claims, return_exceptions=True)
        won = [result for result in done if not isinstance(result, Exception)]
        assert len(won) <= 1
        assert all(isinstance(one, NotAllowed | NoSuchTicket) for one in done if one not in won)

    @rule(operator=operators)
    def somebody_is_removed_and_enrolled_again(self, operator: int) -> None:
        self.does(self._replaced(operator))

    async def _replaced(self, operator: int) -> None:
        staff = self.helpline.parts.helpline.staff
        removed = await staff.named(OPERATORS[operator])
        await staff.remove(OPERATORS[operator])
        for person in PEOPLE:
            ticket = (await self.helpline.loaded(person)).ticket
            assert ticket is None or ticket.assignee != removed.id
        await staff.by_telegram.admit(operator, OPERATORS[operator], Role.OPERATOR)

    @rule(person=people, operator=operators, action=st.sampled_from(Action), steps=deaths)
    def a_process_dies_in_the_middle(
        self, person: int, operator: int, action: Action, steps: int
    ) -> None:
        self.does(self._dies(self._act(person, operator, action), steps))

    @rule(person=people, text=st.sampled_from([DANGER, "/operator", "/delete"]), steps=deaths)
    def a_process_dies_while_it_hears(self, person: int, text: str, steps: int) -> None:
        """Telegram wasn't told that the update was taken, so it gives it again."""
        self.number += 1
        again = Inbound(90_000 + self.number, person, Wrote(text), self.number)
        hear = self.helpline.parts.helpline.hear
        self.does(self._dies(hear(again), steps))
        self.does(hear(again))

    async def _dies(self, what: Coroutine[Any, Any, object], steps: int) -> None:
        task = asyncio.ensure_future(what)
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        (result,) = await asyncio.gather(task, return_exceptions=True)
        assert result is None or isinstance(result, asyncio.CancelledError | TurnResult), result

    @rule(minutes=st.integers(1, 10))
    def the_clock_is_put_back(self, minutes: int) -> None:
        self.clock.put_back(minutes * 60)

    @rule(minutes=st.sampled_from([1, 3, 10, 61, 23 * 60]))
    def time_passes(self, minutes: int) -> None:
        """Nobody speaks into a human's conversation."""
        before = {person: self.does(self._in_hands(person)) for person in PEOPLE}
        self.does(self.helpline.waits(minutes * 60))
        for person, (assignee, rows) in before.items():
            now, waiting = self.does(self._in_hands(person))
            if assignee is not None and now == assignee:
                assert waiting == rows, "the bot spoke while a human does"

    async def _in_hands(self, person: int) -> tuple[str | None, int]:
        ticket = (await self.helpline.loaded(person)).ticket
        return ticket.assignee if ticket else None, len(await self._waiting(person))

    @rule(person=people, crash=crashes)
    def the_desk_is_shown(self, person: int, crash: int | None) -> None:
        """A crash at a row: it was shown, and nobody noted that."""
        self.does(self._shown(person, crash))

    async def _shown(self, person: int, crash: int | None) -> None:
        outbox, conversation = self.helpline.parts.store.outbox, self.helpline.conversation(person)
        for number, (raw, row, words) in enumerate(await outbox.for_desk(conversation)):
            if row.kind in OPENING:
                self.opened[person] = True
            if row.kind is DeskKind.CLOSED:
                self.opened[person] = False
            if row.kind is DeskKind.SAID:
                self.shown[person].append(words)
            if number == crash:
                return
            await outbox.sent(conversation, Audience.DESK, raw)

    @rule(person=people, crash=crashes)
    def the_person_is_told(self, person: int, crash: int | None) -> None:
        self.does(self._told(person, crash))

    async def _told(self, person: int, crash: int | None) -> None:
        store, conversation = self.helpline.parts.store, self.helpline.conversation(person)
        if await store.people.erasure(conversation) is not None:
            await store.conversations.shred(conversation)
            known = await store.people.messages(conversation)
            await store.people.forget(conversation, [raw for raw, _ in known])
            await store.people.erased(conversation)
        for number, (raw, row) in enumerate(await store.outbox.for_person(conversation)):
            if row.operator:
                self.told[person].append(row.text)
            if number == crash:
                return
            await store.outbox.sent(conversation, Audience.PERSON, raw)

    async def _waiting(self, person: int) -> list[bytes]:
        rows = await self.helpline.parts.store.outbox.for_person(self.helpline.conversation(person))
        return [raw for raw, _ in rows]

    # -- what always holds ---------------------------------------------------------------------

    @invariant()
    def a_ticket_has_an_assignee_exactly_while_a_human_speaks(self) -> None:
        for person in PEOPLE:
            read = self.does(self.helpline.loaded(person))
            is_open = read.conversation.status in {Status.QUEUED, Status.HUMAN}
            assert (read.ticket is not None) is is_open
            if read.ticket is not None:
                human = read.conversation.status is Status.HUMAN
                assert (read.ticket.assignee is not None) is human
                assert bool(read.ticket.assigned_name) is human

    @invariant()
    def nobody_waits_unseen(self) -> None:
        """An open ticket is named where it belongs and nowhere else, one that is over isn't, and an
        open one was shown or is about to be."""
        for person in PEOPLE:
            self.does(self._seen(person))

    async def _seen(self, person: int) -> None:
        store, conversation = self.helpline.parts.store, self.helpline.conversation(person)
        read = await store.conversations.load(conversation)
        for index in (Index.QUEUE, Index.CLAIMED):
            name = index_key(partition(conversation), index)
            score = await store.redis.zscore(name, conversation)
            belongs = read.ticket is not None and index is index_of(read.ticket)
            assert score == (order(read.ticket) if read.ticket and belongs else None)
        if read.ticket is None:
            return
        coming = {row.kind for _, row, _ in await store.outbox.for_desk(conversation)}
        assert self.opened[person] or coming & OPENING

    @invariant()
    def words_reach_their_own_person_and_topic(self) -> None:
        for person in PEOPLE:
            assert all(text in {f"words <{person}>", ""} for text in self.told[person])
            assert all(f"<{person}>" in text or "<" not in text for text in self.shown[person])


TestAnyDay = pytest.mark.slow(AnyDay.TestCase)
TestAnyDay.settings = settings(
    max_examples=12,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

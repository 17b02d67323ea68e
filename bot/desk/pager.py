"""The operators' group where the desk is in a browser: pages without words, and nothing else.

A page names a ticket and leads to the console. Emergencies are called at once and again, as in the
other desk. About everything else the group is rung only where no operator's browser has shown it
within ten seconds (`bot.store.tickets.shown`): the row waits in the outbox until one has, or until
the page is sent, so a crash repeats a page rather than losing it.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import NetworkError, TimedOut

from bot.attempt import Later
from bot.clock import Clock
from bot.config import is_loopback
from bot.desk import card
from bot.desk.alerts import Alerts
from bot.desk.budget import Lane
from bot.desk.channel import TRY_AGAIN_SECONDS
from bot.desk.former_topics import FormerTopics
from bot.desk.group import DeskGroups
from bot.desk.group_notices import GroupNotices
from bot.desk.row_batches import WaitingRow
from bot.desk.sending import send
from bot.helpline import cards
from bot.store import LoadedConversation, Store
from bot.store.conversations import revisions
from bot.store.outbox.lease import Lease
from bot.store.rows import Audience, DeskKind
from bot.store.tickets.stubs import Stubs
from bot.texts.voices import Voice
from bot.tickets.ticket import Ticket
from flows.effects import AlertLevel
from flows.status import Status
from flows.urgency import Urgency

logger = logging.getLogger(__name__)

WAIT_SECONDS = 10.0
"""So long a browser may take to show what is new."""

LOOK_SECONDS = 1.0
"""Between two looks; a call for an emergency of the same person's waits no longer."""

QUIET_SECONDS = 120.0
"""Between two pages about one ticket that is with the same operator, or with none."""

_QUEUED = frozenset({DeskKind.OPENED, DeskKind.CHANGED, DeskKind.NOTE})
_CLAIMED = frozenset({DeskKind.SAID, DeskKind.UNSUPPORTED, DeskKind.ANSWERED, DeskKind.NOTICE})
"""Rows about which somebody is rung: anybody while a ticket waits, then the assignee."""


class PageMessage:
    """How a page reads. `origin`: the console's address; a button can't lead to this machine's own
    (Bot API, InlineKeyboardButton: url), so there it has none."""

    def __init__(self, clock: Clock, origin: str) -> None:
        self._clock = clock
        self._origin = "" if is_loopback(urlsplit(origin).hostname or "") else origin

    def text(
        self, voice: Voice, level: AlertLevel | None, tickets: Sequence[Ticket], on_shift: int
    ) -> str:
        """A line for each ticket, below whom an emergency calls."""
        lines = [card.call(voice, level, (), on_shift)] if level is not None else []
        return "\n".join([*lines, *(self._line(voice, one) for one in tickets)])

    def _line(self, voice: Voice, ticket: Ticket) -> str:
        about = f"{cards.MARKS[ticket.urgency]} {ticket.name} · {ticket.locale}"
        if ticket.assignee is not None:
            return f"{about} · {voice('page-for', operator=ticket.assigned_name)}"
        return f"{about} · {voice.say(cards.waited(self._clock.now() - ticket.opened_at))}"

    def buttons(self, voice: Voice, tickets: Sequence[Ticket]) -> InlineKeyboardMarkup | None:
        """The button that opens the desk, if there are tickets."""
        return self.button(voice) if tickets else None

    def button(self, voice: Voice) -> InlineKeyboardMarkup | None:
        """The button that opens the desk: its address names no ticket. None where no address is
        set."""
        if not self._origin:
            return None
        button = InlineKeyboardButton(voice("button-open-desk"), url=f"{self._origin}/")
        return InlineKeyboardMarkup([[button]])


class StubPages:
    """Stubs of erased emergencies: the group is told that there is one."""

    def __init__(
        self, bot: Bot, groups: DeskGroups, stubs: Stubs, voice: Voice, message: PageMessage
    ) -> None:
        self._bot = bot
        self._groups = groups
        self._stubs = stubs
        self._voice = voice
        self._message = message

    async def show(self, stub_id: str) -> None:
        """Page for it, unless it has ended. Raises `Later` and what the Bot API raises."""
        stub = await self._stubs.load(stub_id)
        if stub is None:
            return
        words = f"{cards.MARKS[stub.urgency]} {stub.name} · {stub.locale}"
        words = f"{words} · {self._voice('stub-title')}"
        main = self._groups.main
        await main.budget.take(Lane.TALK)
        async with self._groups.following(main):
            await send(self._bot, main.id, words, keyboard=self._message.button(self._voice))


class Pager:
    """Takes the desk's rows, and rings."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        alerts: Alerts,
        group_notices: GroupNotices,
        stubs: StubPages,
        former: FormerTopics,
    ) -> None:
        self._outbox = store.outbox
        self._shown = store.shown
        self._roster = store.roster
        self._clock = clock
        self._alerts = alerts
        self._group_notices = group_notices
        self._stubs = stubs
        self._former = former
        self._first: dict[str, tuple[float, int]] = {}
        self._rung: dict[tuple[str, str | None], float] = {}

    async def deliver(self, conversation: str, lease: Lease) -> None:
        """Page the operators for what waits in a ticket's outbox. Raises `Later`."""
        assert lease.outbox is not None  # noqa: S101 - the desk's lease has it
        try:
            for found in lease.outbox.rows:
                waiting = WaitingRow(*found)
                if await self._is_apart(conversation, waiting):
                    await self._take_out(conversation, waiting)
                    lease.outbox = replace(
                        lease.outbox, rows=[one for one in lease.outbox.rows if one != found]
                    )
            await self._page(conversation, lease)
        except (TimedOut, NetworkError) as error:  # it may have arrived; rather repeat than lose
            logger.warning("send_failed", extra={"kind": type(error).__name__})
            raise Later(TRY_AGAIN_SECONDS) from None

    async def _is_apart(self, conversation: str, waiting: WaitingRow) -> bool:
        """Do what is to be done at once; False for a row that may wait for a browser."""
        row = waiting.row
        if row.kind is DeskKind.CLOSED:
            self._over(conversation)
            await self._former.delete(conversation)
            if row.stub:
                await self._stubs.show(row.stub)
            return True
        return await self._group_notices.show(conversation, row)

    async def _page(self, conversation: str, lease: Lease) -> None:
        assert lease.outbox is not None  # noqa: S101 - see `deliver`
        rows, read = [WaitingRow(*found) for found in lease.outbox.rows], lease.outbox.read
        if not rows:
            return
        if read.ticket is not None:
            if any(waiting.row.kind is DeskKind.CLAIMED for waiting in rows):
                self._alerts.answered(conversation, read.ticket.assigned_name)
            if self._concerns(rows, read, read.ticket):
                await self._ring(conversation, read, read.ticket)
        self._first.pop(conversation, None)
        await self._former.delete(conversation)
        *others, last = rows
        for waiting in others:
            await self._take_out(conversation, waiting)
        await self._take_out(conversation, last, lease)

    def _concerns(self, rows: Sequence[WaitingRow], read: LoadedConversation, of: Ticket) -> bool:
        """Whether somebody is to see it. Emergencies that wait are called by rows of their own."""
        kinds = {waiting.row.kind for waiting in rows}
        if read.conversation.status is Status.HUMAN:
            return bool(kinds & _CLAIMED)
        calls = of.urgency is Urgency.EMERGENCY
        return bool(kinds & _QUEUED) and not calls and read.conversation.snoozed_until is None

    async def _ring(self, conversation: str, read: LoadedConversation, ticket: Ticket) -> None:
        """Unless a browser shows it in time. Raises `Later` as long as one may."""
        now = self._clock.monotonic()
        began, state = self._first.setdefault(conversation, (now, revisions.number(read.revision)))
        about = conversation, ticket.assignee
        if now - self._rung.get(about, -QUIET_SECONDS) < QUIET_SECONDS:
            return
        if await self._was_shown(conversation, ticket, state):
            return
        if now - began < WAIT_SECONDS:
            raise Later(LOOK_SECONDS)
        await self._alerts.send(None, conversation, ticket)
        self._rung = {one: at for one, at in self._rung.items() if now - at < QUIET_SECONDS}
        self._rung[about] = now

    async def _was_shown(self, conversation: str, ticket: Ticket, state: int) -> bool:
        """By the assignee's browser; of who waits, by that of anybody on shift."""
        shown = await self._shown.of(conversation)
        for operator_id in (one for one, number in shown.items() if number >= state):
            if ticket.assignee is not None and operator_id != ticket.assignee:
                continue
            operator = await self._roster.get(operator_id)
            if operator is not None and operator.on_shift and not operator.suspended:
                return True
        return False

    def _over(self, conversation: str) -> None:
        self._alerts.answered(conversation)
        self._first.pop(conversation, None)

    async def _take_out(
        self, conversation: str, waiting: WaitingRow, lease: Lease | None = None
    ) -> None:
        await self._outbox.sent(conversation, Audience.DESK, waiting.raw, lease)

"""The queue's state, for supervisors: one pinned message, and figures for metrics."""

import logging
from collections.abc import Sequence

from telegram import Bot
from telegram.error import BadRequest

from bot.clock import Clock
from bot.desk import alarm_calls
from bot.desk.budget import Lane
from bot.desk.group import DeskGroups
from bot.desk.sending import send
from bot.helpline import cards
from bot.helpline.health import measure
from bot.helpline.staff import Staff
from bot.message import wording
from bot.store.rows import DeskPlace
from bot.store.staff.alarms import Alarm, Alarms
from bot.store.staff.board import Board
from bot.store.staff.roster import Roster
from bot.store.tickets.queue import Queue
from bot.telemetry.queue_metrics import tell
from bot.texts.voices import Voice
from bot.tickets.first_words import together
from bot.tickets.queue_health import BREACHES, SHOWN, QueueHealth
from flows.urgency import Urgency

logger = logging.getLogger(__name__)

LOOK_SECONDS = 3.0
EDIT_SECONDS = 20.0
"""At most so often is the pinned message edited: an edit counts like a message."""

STALE_SECONDS = 60.0
"""For longer the pinned message doesn't say what isn't true any more, however much is going on:
then its edit goes like an emergency's message."""


class QueueMonitor:
    """Measures the queue as a background job, and keeps the pinned message up to date. `pinned`:
    False where the group is to see no queue."""

    def __init__(
        self,
        bot: Bot,
        groups: DeskGroups,
        queue: Queue,
        roster: Roster,
        board: Board,
        staff: Staff,
        clock: Clock,
        voice: Voice,
        alarms: Alarms,
        *,
        pinned: bool = True,
    ) -> None:
        self._pinned = pinned
        self._bot = bot
        self._groups = groups
        self._group = groups.main
        self._queue = queue
        self._roster = roster
        self._board = board
        self._staff = staff
        self._clock = clock
        self._voice = voice
        self._alarms = alarms
        self._shown = ""
        self._edited_at = -EDIT_SECONDS
        self._differs_since: float | None = None

    async def health(self) -> QueueHealth:
        """The figures of this moment. Raises `StoreUnavailable`."""
        return await measure(self._queue, self._roster, self._clock)

    async def look(self) -> None:
        """Once: give orphans back, tell the metrics, and the board if it has changed."""
        await self._staff.find_orphans()
        health = await self.health()
        tell(health)
        if not self._pinned:
            return
        alarms = await self._alarms.standing()
        summary = f"{summed(health)}{alarms}"
        now = self._clock.monotonic()
        if summary == self._shown:
            self._differs_since = None
            return
        self._differs_since = now if self._differs_since is None else self._differs_since
        if now - self._edited_at < EDIT_SECONDS:
            return
        if now - self._differs_since >= STALE_SECONDS:
            await self._group.budget.take(Lane.EMERGENCY)
        elif not self._group.budget.take_if_free(Lane.BOARD):
            return  # looked at again soon
        async with self._groups.following(self._group):
            await self._show(text(self._voice, await self.health(), alarms))
        self._shown, self._edited_at = summary, self._clock.monotonic()
        self._differs_since = None

    async def _show(self, words: str) -> None:
        place = await self._board.place()
        try:
            if place is None or place.chat != self._group.id:
                await self._post(words)
            else:
                await self._bot.edit_message_text(words, place.chat, place.card)
                await self._board.remember(place)
        except BadRequest as error:
            if "not found" in str(error).lower():
                await self._post(words)
            elif "not modified" not in str(error).lower():
                raise

    async def _post(self, words: str) -> None:
        number = await send(self._bot, self._group.id, words, silent=True)
        await self._board.remember(DeskPlace(self._group.id, 0, number))
        await self._group.budget.take(Lane.BOARD)
        try:
            await self._bot.pin_chat_message(self._group.id, number, disable_notification=True)
        except BadRequest:
            logger.warning("board_not_pinned")  # the right to pin is missing: it stays unpinned


def summed(health: QueueHealth) -> str:
    """The figures whose change makes the board out of date. Minutes are none: they would cost an
    edit each."""
    names = [(one.name, one.urgency, one.opened_at) for one in health.first]
    return repr((names, health.waiting, health.loads, health.on_shift, health.breaches()))


def text(voice: Voice, health: QueueHealth, alarms: Sequence[Alarm] = ()) -> str:
    """The text of the pinned message: what may be an attack stands above all."""
    lines = [alarm_calls.line(voice, alarm) for alarm in alarms]
    lines.append(voice("board-head", time=cards.clock(health.now), count=health.waiting))
    for urgency in reversed(Urgency):
        waiting = health.line(urgency)
        if waiting.count:
            oldest = cards.waited(waiting.oldest)
            word = voice(f"urgency-{urgency.word}")
            line = voice("board-urgency", urgency=word, count=waiting.count, span=oldest)
            lines.append(f"{cards.MARKS[urgency]} {line}")
    shown = 0
    for ticket, *equal in together(health.first)[:SHOWN]:
        shown += 1 + len(equal)
        late = "❗" if health.now - ticket.opened_at > BREACHES[ticket.urgency] else ""
        since = voice.say(cards.waited(health.now - ticket.opened_at))
        again = f" {voice('board-again', count=ticket.again)}" if ticket.again else ""
        lines.append(
            f"{cards.MARKS[ticket.urgency]}{late} {ticket.name} ({ticket.locale}) {since}{again}"
        )
        if equal:
            names = " ".join(one.name for one in equal)
            lines.append(f"  = {voice('board-equal', count=len(equal), names=names)}")
    if health.waiting > shown:
        lines.append(voice("board-more", count=health.waiting - shown))
    loads = ", ".join(f"{name} {count}" for name, count in health.loads.items())
    lines.append(voice("board-claimed", loads=loads or wording("board-none")))
    names = ", ".join(health.on_shift)
    lines.append(voice("board-on-shift", names=names or wording("board-nobody")))
    lines.append(voice("board-late", count=health.breaches()))
    return "\n".join(lines)

"""The use case of a closed desk: a supervisor says that no operator answers until a time.

Whoever asks for a human meanwhile is told so with the receipt (`bot.helpline.effect_rows`), and
when operators answer again. Nothing else changes: the request stays in the queue, and emergencies
ring.
"""

from datetime import datetime, timedelta

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.helpline.staff_audit import StaffAudit
from bot.privacy.retention import Retention
from bot.store.staff.closure import Closure, DeskClosure
from bot.tickets import permissions
from bot.tickets.hours import day_and_time
from bot.tickets.operator import DeskAction, Operator


class Closures:
    """Closes the desk for now, and opens it again."""

    def __init__(self, closure: Closure, audit: StaffAudit, clock: Clock) -> None:
        self._closure = closure
        self._audit = audit
        self._clock = clock

    async def now(self) -> DeskClosure | None:
        """The closure that holds at this moment. Raises `StoreUnavailable`."""
        return await self._closure.get()

    async def close(self, operator: Operator, until: datetime | None) -> DeskClosure:
        """Close the desk until a time, soon enough to be true: in twelve hours at most. Raises
        `NotAllowed`, `StoreUnavailable`."""
        permissions.check_desk(DeskAction.CLOSE_FOR_NOW, operator)
        most, now = Retention.CLOSURE.lifetime, self._clock.now()
        if until is None or not now < until <= now + most:
            raise NotAllowed("refused-closed-how", hours=most // timedelta(hours=1))
        closure = DeskClosure(until, operator.name)
        await self._closure.put(closure)
        until_then = f"until {day_and_time(until)}"
        await self._audit.note(operator, DeskAction.CLOSE_FOR_NOW.value, until_then)
        return closure

    async def reopen(self, operator: Operator) -> None:
        """The desk is open again. Raises `NotAllowed`, `StoreUnavailable`."""
        permissions.check_desk(DeskAction.CLOSE_FOR_NOW, operator)
        await self._closure.end()
        await self._audit.note(operator, DeskAction.CLOSE_FOR_NOW.value, "over")

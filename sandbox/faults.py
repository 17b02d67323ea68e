"""Faults on demand: what goes wrong between a bot and Telegram, in the order that a test asks.

Faults of calls are used up one call at a time; the faults of updates (twice, out of order,
late) live in `UpdateQueue`.
"""

from dataclasses import dataclass
from typing import Literal

FaultKind = Literal["drop_reply", "drop_request", "error", "delay", "too_many"]
FAULT_KINDS: tuple[FaultKind, ...] = ("drop_reply", "drop_request", "error", "delay", "too_many")


@dataclass(slots=True)
class Fault:
    """A kind of failure for the next `times` matching calls.

    - `drop_reply`: the call takes effect, the connection closes without an answer;
    - `drop_request`: the connection closes and nothing has happened;
    - `error`: HTTP status `code` (500, 502, ...) and nothing has happened;
    - `delay`: the call works, `seconds` of real time later;
    - `too_many`: 429 with `retry_after`.

    `method` (any case) and `bot_id` narrow it; without them every call but getUpdates matches.
    """

    kind: FaultKind
    times: int = 1
    method: str | None = None
    bot_id: int | None = None
    code: int = 502
    seconds: float = 0.0
    retry_after: int = 1

    def matches(self, bot_id: int, method: str) -> bool:
        """Whether the call of `method` (lower case) by `bot_id` meets this fault."""
        if self.bot_id is not None and self.bot_id != bot_id:
            return False
        if self.method is None:
            return method != "getupdates"
        return self.method.lower() == method


class Faults:
    """The faults that wait for their calls."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Arm `fault`; those armed earlier are used first."""
        if fault.kind not in FAULT_KINDS:
            raise ValueError(f"no such fault: {fault.kind}")
        self._waiting.append(fault)
        return fault

    def clear(self) -> None:
        """Disarm all faults."""
        self._waiting.clear()

    def take(self, bot_id: int, method: str) -> Fault | None:
        """The fault that this call meets, used up by one."""
        if not self._waiting:
            return None
        for fault in self._waiting:
            if fault.matches(bot_id, method):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None

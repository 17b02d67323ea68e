"""Updates that wait for a bot, and the disorder that a test may ask for."""

from collections.abc import Hashable
from dataclasses import dataclass

KEPT_SECONDS = 24 * 3600
UPDATE_KINDS = frozenset(
    {
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "chat_member",
        "message_reaction",
        "message_reaction_count",
    }
)
# Bot API, getUpdates: these three come only to those who ask for them.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
DEFAULT_KINDS = UPDATE_KINDS - _ON_REQUEST


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that the bot hasn't confirmed; `raw` is its JSON.

    `lane`: a webhook gets the updates of one lane one after another.
    """

    id: int
    raw: bytes
    at: float
    lane: Hashable = None


def lane_of(kind: str, payload: object) -> Hashable:
    """The lane of an update, as in telegram-bot-api: one for each chat, and another for a person's
    presses. A test's update of another shape has the lane of its kind."""
    pressed = kind == "callback_query"
    whose = payload.get("from" if pressed else "chat") if isinstance(payload, dict) else None
    number = whose.get("id") if isinstance(whose, dict) else None
    if not isinstance(number, int):
        return kind
    return (kind, number) if pressed else number


class Disorder:
    """Faults on an update's way into the queue: late, or in another order."""

    def __init__(self) -> None:
        self._held: list[Waiting] | None = None
        self._swap: list[Waiting] = []
        self._swap_size = 0

    def admit(self, item: Waiting) -> list[Waiting]:
        """Updates that enter the queue now that `item` has come."""
        if self._held is not None:
            self._held.append(item)
            return []
        if not self._swap_size:
            return [item]
        self._swap.append(item)
        return self._reversed() if len(self._swap) >= self._swap_size else []

    def hold(self) -> None:
        """Keep everything back until `release`."""
        if self._held is None:
            self._held = []

    def swap(self, size: int) -> None:
        """Gather the next `size` updates; they enter last one first."""
        self._swap_size = size

    def release(self) -> list[Waiting]:
        """Updates that were kept back, in order."""
        held, self._held = self._held or [], None
        return held + self._reversed()

    def _reversed(self) -> list[Waiting]:
        items, self._swap, self._swap_size = self._swap[::-1], [], 0
        return items

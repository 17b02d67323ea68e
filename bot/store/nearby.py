"""Whoever delivers in this very process is told without a detour by Redis.

A turn that fills an outbox wakes who delivers there. Mostly that is the process which wrote it:
then it hears so directly, after the write, and the others, who could only find that the outbox is
being emptied, aren't woken at all. If the process dies in between, a sweep finds the hint.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.store.rows import Audience

Heard = Callable[[str, float], None]
"""A conversation with something to send, and how urgent it is (`bot.tickets.rank`)."""


class Nearby:
    """Who delivers here, by audience."""

    def __init__(self) -> None:
        self._heard: dict[Audience, Heard] = {}

    @contextmanager
    def delivering(self, audience: Audience, heard: Heard) -> Iterator[None]:
        """Within the block, `heard` is told of this audience's outboxes."""
        self._heard[audience] = heard
        try:
            yield
        finally:
            del self._heard[audience]

    def __contains__(self, audience: Audience) -> bool:
        return audience in self._heard

    def tell(self, audience: Audience, conversation: str, rank: float) -> None:
        """Something was written there; nothing happens if nobody delivers here."""
        heard = self._heard.get(audience)
        if heard is not None:
            heard(conversation, rank)

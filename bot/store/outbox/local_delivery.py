"""Whoever delivers in this very process is told without a detour by Redis.

A turn that fills an outbox wakes who delivers there. Mostly that is the process which wrote it:
then it hears so directly, after the write, and the others, who could only find that the outbox is
being emptied, aren't woken at all. If nothing else waits there, the write itself takes the lease,
and what was written needn't be read back (`WrittenOutbox`). If the process dies in between, the
lease ends within seconds, and a sweep finds the entry.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from bot.privacy.retention import Retention
from bot.store.keyring.held import DataKey
from bot.store.rows import Audience, PersonRow

SURE_SECONDS = Retention.LEASE.lifetime.total_seconds() / 3
"""What waits longer for its turn here is read anew: its lease may have ended."""


def surely_until() -> float:
    """When a lease that was taken just now may end, at the earliest, by the loop's clock."""
    return asyncio.get_running_loop().time() + SURE_SECONDS


@dataclass(frozen=True, slots=True)
class WrittenOutbox:
    """All that waits for a person, whose lease the write has taken.

    `rows`: as they lie in the outbox, and what they say. `address`: the key of what leads to the
    chat; nobody destroys it without the lease.
    """

    chat: int
    address: DataKey = field(repr=False)
    rows: Sequence[tuple[bytes, PersonRow]] = field(repr=False)
    until: float = field(default_factory=surely_until)

    @property
    def is_sure(self) -> bool:
        """Whether the lease holds without a look at it."""
        return asyncio.get_running_loop().time() < self.until


class LocalDelivery(Protocol):
    """Sends what waits in the outboxes of an audience."""

    def due(self, conversation: str, rank: float, written: WrittenOutbox | None = None) -> None:
        """Something waits there; the smaller `rank` (bot.tickets.queue_order), the sooner it is
        sent."""
        ...

    def is_free(self, conversation: str) -> bool:
        """Whether it would be sent as soon as it is told."""
        ...


class LocalDeliveries:
    """The deliveries of this process, by audience."""

    def __init__(self) -> None:
        self._here: dict[Audience, LocalDelivery] = {}

    @contextmanager
    def delivering(self, audience: Audience, delivery: LocalDelivery) -> Iterator[None]:
        """Within the block, this one is told of the audience's outboxes."""
        self._here[audience] = delivery
        try:
            yield
        finally:
            del self._here[audience]

    def __contains__(self, audience: Audience) -> bool:
        return audience in self._here

    def is_free(self, audience: Audience, conversation: str) -> bool:
        """Whether something is sent here as soon as it is told."""
        delivery = self._here.get(audience)
        return delivery is not None and delivery.is_free(conversation)

    def tell(
        self,
        audience: Audience,
        conversation: str,
        rank: float,
        written: WrittenOutbox | None = None,
    ) -> None:
        """Something was written there; nothing happens if nobody delivers here."""
        delivery = self._here.get(audience)
        if delivery is not None:
            delivery.due(conversation, rank, written)

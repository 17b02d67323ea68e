"""Who reads along in an open ticket right now, beside its assignee. A sign lapses by itself."""

from bot.clock import Clock
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.desk_changes import CHANGED, ConversationChange
from bot.store.names import FOLLOWERS, row_key
from bot.tickets.ticket import Ticket


class Followers:
    """Signs of followers, by the random ids of operators, in a sorted set by the time at which each
    was given last. A sign is bound to its ticket, so none goes
    on in a later one of the same person's."""

    def __init__(self, redis: Redis, vault: Vault, clock: Clock) -> None:
        self._redis = redis
        self._vault = vault
        self._clock = clock

    async def of(self, conversation: str, ticket: Ticket) -> list[str]:
        """The ids of those whose sign stands, in no order. Raises `StoreUnavailable`."""
        since = self._clock.now().timestamp() - Retention.FOLLOWER.lifetime.total_seconds()
        with redis_errors():
            name = row_key(conversation, FOLLOWERS)
            found = await self._redis.zrangebyscore(name, since, "+inf")
        mark = self._mark(ticket)
        signs = (one.decode().partition(" ") for one in found)
        return [operator for operator, _, of in signs if of == mark]

    async def show(self, conversation: str, ticket: Ticket, operator: str) -> None:
        """Give a sign, and tell whoever looks at the ticket; or renew it. Raises
        `StoreUnavailable`: then it isn't known to stand."""
        name, life = row_key(conversation, FOLLOWERS), Retention.FOLLOWER
        with redis_errors():
            sign = f"{operator} {self._mark(ticket)}"
            new = await self._redis.zadd(name, {sign: self._clock.now().timestamp()})
            await self._redis.pexpire(name, life.milliseconds)
            if new:
                await self._redis.publish(CHANGED, ConversationChange.SAID.of(conversation))

    async def leave(self, conversation: str, ticket: Ticket, operator: str) -> None:
        """Take a sign away, and tell whoever looks at the ticket. Raises `StoreUnavailable`."""
        with redis_errors():
            sign = f"{operator} {self._mark(ticket)}"
            await self._redis.zrem(row_key(conversation, FOLLOWERS), sign)
            await self._redis.publish(CHANGED, ConversationChange.SAID.of(conversation))

    def _mark(self, ticket: Ticket) -> str:
        return self._vault.hashed("followed", ticket.name, ticket.opened_at.isoformat())

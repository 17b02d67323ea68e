"""Open tickets live on: nobody who waits is forgotten, however long it takes.

Every turn renews a ticket's own rows. Where no turn comes for days, and for what lies outside the
conversation (its code name, the way back from its topic), intake renews.
"""

import msgspec

from bot.errors import Sealed
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors
from bot.store.conversations import recovery, revisions
from bot.store.keyring.keyring import Keyring
from bot.store.log_lines import LOG
from bot.store.names import Index, index_key, name_key, partition, row_key
from bot.store.rows import DeskPlace, decode
from bot.store.tickets.topics import thread_key
from bot.tickets.ticket import Ticket

_ROWS = ("state", "ticket", "transcript", "address", "desk")


class Renewal:
    """Gives an open ticket its lifetime again."""

    def __init__(self, redis: Redis, keyring: Redis, keys: Keyring, vault: Vault) -> None:
        self._redis = redis
        self._keyring = keyring
        self._keys = keys
        self._vault = vault

    async def renew(self, conversation: str) -> bool:
        """Let everything that an open ticket needs live on; False if there is none.

        A ticket that closes at this very moment loses by it at most that its last rows end with
        the class of an open ticket.
        """
        key = await self._keys.get(conversation)
        with redis_errors():
            looked = [row_key(conversation, row) for row in ("ticket", "desk", "state")]
            sealed, place, state = await self._redis.mget(looked)
            if sealed is None or key is None:
                return False
            names = [row_key(conversation, row) for row in _ROWS]
            names += (index_key(partition(conversation), index) for index in Index)
            names += self._ways_back(conversation, key, revisions.parted(state)[0], sealed, place)
            pipe = self._redis.pipeline(transaction=False)
            for name in names:
                pipe.pexpire(name, Retention.OPEN_TICKET.milliseconds)
            pipe.pexpire(row_key(conversation, LOG), Retention.CONVERSATION_LOG.milliseconds)
            await pipe.execute()
            life = Retention.DATA_KEY.milliseconds
            for row in ("key", "ticket-key", "address-key", "turn", recovery.ROW):
                await self._keyring.pexpire(row_key(conversation, row), life)
        return True

    def _ways_back(
        self, conversation: str, key: bytes, revision: str, sealed: bytes, place: bytes | None
    ) -> list[str]:
        """The code name's key and the topic's; what can't be opened has none."""
        found = []
        try:
            row = revisions.bound("ticket", revision)
            ticket = decode(Ticket, self._vault.open(key, conversation, row, sealed))
            found.append(name_key(ticket.name))
            if place is not None:
                shown = decode(DeskPlace, self._vault.open_ticket(conversation, "desk", place))
                found.append(thread_key(self._vault, shown.chat, shown.thread))
        except (Sealed, msgspec.DecodeError):
            pass
        return found

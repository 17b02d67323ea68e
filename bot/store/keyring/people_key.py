"""The key that names persons and their updates: random, and in the keyring's memory alone.

Made of the master key it could be made again, and whoever had the store's disk and the master key
could try all Telegram numbers until one names a row. So intake draws it once, wraps it by the
master key, and renews it while it runs. If all of the keyring is lost, a running intake puts it
back; if none runs, it is lost, and every conversation begins anew: the price of deleting for
certain.

There is one at a time. Of two intakes that make one at once the first wins; whoever meets another
than its own drops its own. A turn in between may name a person as nobody does a minute later: they
begin anew, as they would have without any key.

Its row bears a fingerprint of the deployment, which a rotation of the master key leaves as it is;
so a wholly new master key comes with a new key of names.
"""

import logging
import os

from bot.errors import ConfigError, NotAllowed, Sealed, StoreUnavailable
from bot.privacy.pseudonyms import Pseudonyms
from bot.privacy.retention import Retention
from bot.privacy.vault import Vault
from bot.store.client.connection import Redis, redis_errors

logger = logging.getLogger(__name__)

ROW = "people-key"
PURPOSE = "wrap"
_LENGTH = 32

LOOK_SECONDS = 60.0
"""How long two keys may be in use at most, after all of the keyring was lost."""


class PeopleKey:
    """Makes, finds and renews the key that names persons."""

    def __init__(self, keyring: Redis, vault: Vault) -> None:
        self._redis = keyring
        self._vault = vault
        self._own: bytes | None = None

    async def names(self) -> Pseudonyms:
        """The names that this process gives to persons and updates; the key is made if there is
        none.

        Raises `NotAllowed` at the desk. Raises `StoreUnavailable` also where another master key has
        sealed it: what Telegram brings is put off until somebody has seen to that (`renew`).
        """
        try:
            return Pseudonyms(self._own or await self.renew())
        except ConfigError:
            raise StoreUnavailable(ROW) from None

    async def find(self) -> Pseudonyms | None:
        """The names under the key that is there; None where it is lost, and with it all that it
        named.

        Raises `NotAllowed`, `ConfigError`, `StoreUnavailable`.
        """
        found = await self._read()
        return None if found is None else Pseudonyms(found)

    async def renew(self) -> bytes:
        """Look whether it is still the one, and let it live on; make it, or put it back, where
        there is none. Raises `NotAllowed`, `ConfigError`, `StoreUnavailable`."""
        found = await self._read() or await self._make()
        if self._own not in {None, found}:
            logger.warning("people_key_changed")
        self._own = found
        with redis_errors():
            await self._redis.pexpire(self._row, Retention.PEOPLE_KEY.milliseconds)
        return found

    @property
    def _row(self) -> str:
        return f"{ROW}:{self._fingerprint}"

    @property
    def _fingerprint(self) -> str:
        return self._vault.hashed("deployment")

    async def _read(self) -> bytes | None:
        if not self._vault.may(PURPOSE):
            raise NotAllowed("refused-no-key", purpose=PURPOSE)
        with redis_errors():
            wrapped = await self._redis.get(self._row)
        if wrapped is None:
            return None
        try:
            return self._vault.opened_for(PURPOSE, self._fingerprint, ROW, wrapped)
        except Sealed:
            raise ConfigError(
                "HELPLINE_MASTER_KEY doesn't open the key that names persons: another one has "
                f"sealed it (if none has, delete {ROW}:* in the keyring: all begin anew)"
            ) from None

    async def _make(self) -> bytes:
        """Set if absent: another process may just have done the same."""
        own = self._own or os.urandom(_LENGTH)
        wrapped = self._vault.sealed_for(PURPOSE, self._fingerprint, ROW, own)
        life = Retention.PEOPLE_KEY.milliseconds
        with redis_errors():
            made = await self._redis.set(self._row, wrapped, nx=True, px=life)
        if made:
            return own
        other = await self._read()
        if other is None:
            raise StoreUnavailable(ROW)  # there, and gone again: whoever asks tries again
        return other

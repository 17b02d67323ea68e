"""Names of persons and of their updates: keyed hashes under a key that is on no disk."""

from bot.privacy.vault import keyed_hash


class Pseudonyms:
    """Names with one key, which only the keyring's memory and running intakes hold
    (bot/store/keyring/people_key.py). Whoever has it could try all Telegram numbers."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def person(self, address: int) -> str:
        """The id of the conversation with a chat."""
        return keyed_hash(self._key, "person", address)

    def update(self, update_id: int) -> str:
        """The mark of an update of Telegram's."""
        return keyed_hash(self._key, "update", update_id)

"""What is to be done in a chat beside sending: an erasure, a wipe. Sealed: neither can be undone.

`BEGUN`: under the data key that is to be destroyed, so it says which one; a new life's key stays.
`ERASE`, `WIPE`: under the key of what leads to the chat, without which there is nothing to do.
"""

from bot.errors import Sealed
from bot.privacy.vault import Vault
from bot.store.rows import unreadable

BEGUN = "erase:begun"
ERASE = "erase:job"
WIPE = "wipe:job"


def opened(vault: Vault, key: bytes | None, conversation: str, row: str, raw: bytes) -> str | None:
    """The words of a task; None, and counted as unreadable, for one that nobody with this key
    left."""
    try:
        return vault.open(key or b"", conversation, row, raw).decode()
    except Sealed:
        unreadable(row.replace(":", "_"))
        return None

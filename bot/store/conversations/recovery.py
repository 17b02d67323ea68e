"""Recovery snapshots: of open tickets, in case the store loses its last writes.

A store that fails over to a replica which lagged comes back with an older state, or none, and an
older state is refused (`revisions.py`). A cry for help mustn't be lost with it. So with
each turn of an open ticket the little that it can't do without is sealed into the keyring, beside
the key that is lent to the desk: before the write, in the same command as the lending. It goes
when the ticket ends. What the store holds counts; the snapshot counts only where that is less.
"""

from dataclasses import dataclass

import msgspec

from bot.errors import Sealed
from bot.privacy.vault import Vault
from bot.store.conversations import revisions
from bot.store.rows import decode, encode
from bot.tickets.ticket import Ticket
from flows.conversation import Conversation
from flows.engine.setback import essentials

ROW = "memo"


@dataclass(frozen=True, slots=True)
class RecoverySnapshot:
    """An open ticket as of the turn with this number. No words, and not where the dialogue stands.

    The write that it goes before may have failed: then it tells of what was about to be.
    """

    turn: int
    conversation: Conversation
    ticket: Ticket


def sealed(
    vault: Vault, key: bytes, name: str, turn: int, state: Conversation, ticket: Ticket
) -> bytes:
    """A snapshot for the keyring, under the data key of the conversation `name`."""
    return vault.seal(key, name, ROW, encode(RecoverySnapshot(turn, essentials(state), ticket)))


def opened(
    vault: Vault, key: bytes | None, name: str, raw: bytes | None, high_water_mark: int
) -> RecoverySnapshot | None:
    """The snapshot; None where there is none, or where an older copy was put back: it is bound by
    the high-water mark, as a state is."""
    if key is None or raw is None or not high_water_mark:
        return None
    try:
        snapshot = decode(RecoverySnapshot, vault.open(key, name, ROW, raw))
    except (Sealed, msgspec.DecodeError):
        return None
    return None if snapshot.turn < high_water_mark - revisions.STEPS_BACK else snapshot

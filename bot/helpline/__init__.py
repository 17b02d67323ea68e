"""The use cases: hear a person, let operators act, wake on time.

Every one is the same turn: load, `advance`, write atomically, and begin again if somebody else
wrote in between. Nothing is sent here; what is to be sent is part of the write (the outbox).
"""

from bot.clock import Clock
from bot.helpline.operators import Operators
from bot.helpline.people import People
from bot.helpline.recogniser import Recogniser
from bot.helpline.rows import Rows
from bot.helpline.staff import Staff
from bot.helpline.turns import Heard, Turns
from bot.privacy.vault import Vault
from bot.store import Store
from bot.texts.current import Live

__all__ = ["Heard", "Helpline"]


class Helpline:
    """The helpline's use cases, the same for every channel."""

    def __init__(
        self,
        live: Live,
        store: Store,
        vault: Vault,
        recogniser: Recogniser,
        clock: Clock,
        *,
        has_backup: bool = False,
    ) -> None:
        turns = Turns(live, Rows(store, clock, has_backup=has_backup), store, clock)
        people = People(live, store, vault, recogniser, clock, turns)
        operators = Operators(store, clock, turns)
        self.staff = Staff(store, vault, clock, operators)
        self.conversation_of = people.conversation_of
        self.hear = people.hear
        self.wake = people.wake
        self.read_held = people.read_held
        self.erase = people.erase
        self.undeliverable = people.undeliverable
        self.not_corrected = people.not_corrected
        self.act = operators.act

"""The table: what is kept, what for, how long, what ends it.

Every write to Redis names a row of this table; the store has no way to write without one.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum


@dataclass(frozen=True, slots=True)
class Row:
    """One class of data.

    `lifetime` counts from the last write. `identifies`: whether it could lead to a person.
    """

    holds: str
    purpose: str
    lifetime: timedelta
    ended_by: str
    identifies: bool


class Retention(Enum):
    """The classes. Lifetimes can be lowered by configuration, never raised."""

    CONVERSATION = Row(
        holds="where the dialogue stands: language, open question, status; no message text",
        purpose="to answer the next message",
        lifetime=timedelta(hours=24),
        ended_by="erasure",
        identifies=False,
    )
    DATA_KEY = Row(
        holds="the key that opens one conversation's rows, itself wrapped by the master key",
        purpose="so that destroying it destroys all of them at once",
        lifetime=timedelta(days=7),
        ended_by="erasure; the end of the conversation's last row",
        identifies=False,
    )
    ADDRESS = Row(
        holds="the Telegram chat id, sealed so that only intake can open it",
        purpose="to send answers",
        lifetime=timedelta(hours=24),
        ended_by="erasure",
        identifies=True,
    )
    OPEN_TICKET = Row(
        holds="an open request for a human, what was written since, and what it needs to go on",
        purpose="so that nobody who waits is forgotten; renewed while it is open",
        lifetime=timedelta(days=7),
        ended_by="closing, withdrawal, erasure",
        identifies=True,
    )
    CLOSED_TICKET = Row(
        holds="a closed request: code name, topic, urgency, times; no message text",
        purpose="so that its topic in the operators' group is deleted",
        lifetime=timedelta(hours=24),
        ended_by="erasure",
        identifies=False,
    )
    OUTBOX = Row(
        holds="messages on their way, sealed",
        purpose="so that a crash or an outage of Telegram loses none",
        lifetime=timedelta(hours=24),
        ended_by="delivery, erasure",
        identifies=True,
    )
    MESSAGE_IDS = Row(
        holds="the numbers and times of messages in the person's chat, the chat's number and when "
        "the person wants them deleted, sealed like the address",
        purpose="to delete them (Bot API, deleteMessage: possible for 48 h)",
        lifetime=timedelta(hours=48),
        ended_by="their deletion, erasure",
        identifies=True,
    )
    UPDATE_IDS = Row(
        holds="keyed hashes of Telegram's update numbers",
        purpose="to answer no message twice (Telegram repeats updates for at most 24 h)",
        lifetime=timedelta(hours=24),
        ended_by="nothing earlier",
        identifies=False,
    )
    ERASURE = Row(
        holds="that an erasure has begun, its language, and the sealed address to finish it",
        purpose="so that a crash in the middle doesn't stop it",
        lifetime=timedelta(hours=48),
        ended_by="the end of the erasure",
        identifies=True,
    )
    ERASURE_REPORT = Row(
        holds="how many messages an erasure deleted, and how many Telegram let stand",
        purpose="so that whoever ordered the erasure is told",
        lifetime=timedelta(minutes=10),
        ended_by="nothing earlier",
        identifies=False,
    )
    STUB = Row(
        holds="after an erasure in an emergency: code name, urgency, language, the sealed address; "
        "no message text",
        purpose="so that an operator can decide whether to write, once",
        lifetime=timedelta(hours=2),
        ended_by="the operator's message, closing",
        identifies=True,
    )
    INDEX = Row(
        holds="keyed hashes of conversations that have something due, and when",
        purpose="to find due work without looking at every conversation",
        lifetime=timedelta(days=7),
        ended_by="the work being done, erasure",
        identifies=False,
    )
    LEASE = Row(
        holds="that a process is sending for this conversation right now",
        purpose="so that two processes don't send the same; renewed while the sending lasts",
        lifetime=timedelta(seconds=6),
        ended_by="the end of the sending",
        identifies=False,
    )
    PUBLICATION = Row(
        holds="published texts and flows, which are public, and which version is current",
        purpose="to show new texts without a restart, and to go back; renewed by every running bot",
        lifetime=timedelta(days=7),
        ended_by="the fifth publication after it",
        identifies=False,
    )

    @property
    def milliseconds(self) -> int:
        """The lifetime as Redis takes it."""
        return int(self.value.lifetime.total_seconds() * 1000)

"""How the keys of Redis are called.

Every key of a conversation carries the hash tag of its *partition* in braces, one of 64 chosen by
its id: a cluster keeps a partition on one node, so one script writes a conversation's rows and its
index entries together. An index has one colon behind the brace and a row has two, so no pattern of
a Redis user that covers an index covers a row (deploy/redis/users.acl).
"""

import zlib
from enum import StrEnum

from bot.store.rows import Audience

PARTITIONS = 64
ALL = tuple(f"p{number:02}" for number in range(PARTITIONS))
"""Every partition, by its hash tag."""

STUB_PREFIX = "stub-"

BACKLOG = "backlog"
"""The row of messages that wait to be read, in the keyring; and the set of chats that have such
(`bot.store.backlog`)."""

FOLLOWERS = "followers"
"""The row of signs that somebody reads along in the open ticket (`bot.store.tickets.followers`)."""

SHOWN = "shown"
"""The row that says which state of an open ticket operators' browsers have shown."""

UNDER_WAY = "under-way"
"""The row that is there while something may be sent to the person whose number isn't known yet."""


class Index(StrEnum):
    """The sorted sets of a partition. Members are conversations; scores are times in seconds since
    1970, or ranks (`bot.tickets.queue_order.rank`) where the most urgent comes first."""

    QUEUE = "queue"
    """Open tickets that nobody has claimed."""
    CLAIMED = "claimed"
    """Open tickets that are with an operator."""
    TIMERS = "timers"
    """Conversations that are to be woken."""
    DELETIONS = "deletions"
    """Chats in which messages are to be deleted."""
    TO_PERSON = "outboxes-person"
    """What is to be sent to persons, or to be done in their chats."""
    TO_DESK = "outboxes-desk"
    """What is to be shown to operators."""


OUTBOXES = {Audience.PERSON: Index.TO_PERSON, Audience.DESK: Index.TO_DESK}


def partition(conversation: str) -> str:
    """The hash tag of a conversation's partition."""
    return ALL[zlib.crc32(conversation.encode()) % PARTITIONS]


def row_key(conversation: str, row: str) -> str:
    """A conversation's row, in the store or in the keyring: `{p17}:conversation:row`."""
    return f"{{{partition(conversation)}}}:{conversation}:{row}"


def index_key(of: str, index: Index) -> str:
    """An index of a partition: `{p17}:queue`."""
    return f"{{{of}}}:{index}"


def name_key(name: str) -> str:
    """The key that reserves a ticket's code name."""
    return f"name:{name}"


def statistics_key(day: str) -> str:
    """The key of a day's counts; `day` as ISO 8601."""
    return f"statistics:{day}"


def lease_row(audience: Audience) -> str:
    """The row by which one process at a time sends to an audience."""
    return f"lease:{audience}"


def is_stub(conversation: str) -> bool:
    """Whether an id is a stub's; a conversation's is a hash, without a hyphen."""
    return conversation.startswith(STUB_PREFIX)

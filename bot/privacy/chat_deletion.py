"""When messages in a person's chat are deleted. Pure, but for what is configured.

The person's words and the operator's go a day after the last message, or an hour, as the person
chose; the bot's answers with them, or as late as Telegram allows. While a human is waited for or
there, messages stay unless the person asks, but no longer than Telegram lets them be deleted:
else they would stay for ever. A chat with very many messages loses its oldest early, so that no
chat's list of numbers grows without bound.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.privacy.retention import Retention
from flows.conversation import WipeAfter


class Author(StrEnum):
    """The author of a message in the person's chat."""

    PERSON = "person"
    BOT = "bot"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """A message in the person's chat. `at`: Telegram's time of it, in seconds since 1970.

    `span`: set where a sending broke off: the message has one of so many numbers, from `number` on,
    if it is there at all.
    """

    number: int
    author: Author
    at: float
    span: int | None = None


@dataclass(frozen=True, slots=True)
class ChatPlan:
    """The chat's number, and when its messages are to be deleted."""

    chat: int
    wipe: WipeAfter


@dataclass(frozen=True, slots=True)
class Count:
    """How many messages were deleted, and how many stay because Telegram refuses."""

    deleted: int = 0
    left: int = 0

    def plus(self, other: "Count") -> "Count":
        """The sum of two counts."""
        return Count(self.deleted + other.deleted, self.left + other.left)


WALL = timedelta(hours=48)
"""Bot API, deleteMessage: a message can be deleted for 48 hours after it was sent."""


def end() -> timedelta:
    """How long a message's number is kept: up to the wall, or shorter as configured. What isn't
    deleted by then stays."""
    return min(Retention.MESSAGE_IDS.lifetime, WALL)


MARGIN = timedelta(hours=1)
"""Left before the end for what can go wrong."""


def late() -> timedelta:
    """The latest age of a message for which a deletion is planned."""
    return end() - MARGIN


def given_up() -> timedelta:
    """From here on a message counts as left. The store forgets its number at the end itself, so
    that after it nobody would know that there was something to count."""
    return end() - timedelta(minutes=5)


AFTER: Mapping[WipeAfter, timedelta] = {
    WipeAfter.HOUR: timedelta(hours=1),
    WipeAfter.DAY: timedelta(hours=24),
    WipeAfter.LATE: timedelta(hours=24),
}
"""How long after the chat's last message its messages go, at most."""


def after(wipe: WipeAfter) -> timedelta:
    """How long after the chat's last message its messages go (`AFTER`), but never so late that
    their numbers could lapse before."""
    return min(AFTER[wipe], late())


def lapsed() -> timedelta:
    """How long after a chat was due nobody knows its messages' numbers any more."""
    return end() - after(WipeAfter.DAY)


PAGE = 500
"""Messages that are read, planned and deleted at a time: a few milliseconds' work."""

MOST = 2000
"""Messages of a chat. Of more the oldest go before their time, whoever is there; nobody who asks
for help writes one every minute and a half for two days."""


def surplus(known: int) -> int:
    """How many of a chat's oldest messages go early, of so many: enough for a while."""
    return known - MOST + PAGE if known > MOST else 0


OPEN_LOOK = timedelta(minutes=15)
"""How often a chat is looked at whose deletion waits for the end of an operator's part."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Messages to delete now, those that Telegram no longer deletes, and when to look again, in
    seconds since 1970 (None: never)."""

    now: tuple[ChatMessage, ...]
    too_late: tuple[ChatMessage, ...]
    again: float | None


def plan(
    messages: Sequence[ChatMessage],
    wipe: WipeAfter,
    now: float,
    *,
    held: bool = False,
    last: float | None = None,
    early: int = 0,
) -> Plan:
    """Sort a chat's messages, or a page of them, oldest first. `now`: seconds since 1970; `held`: a
    human is waited for or there; `last`: when the chat's last message came, if it isn't among
    these; `early`: so many of the oldest are due in any case."""
    if last is None:
        last = max((message.at for message in messages), default=now)
    due: list[ChatMessage] = []
    lost: list[ChatMessage] = []
    later: list[float] = []
    for place, message in enumerate(sorted(messages, key=lambda one: one.at)):
        when = _when(message, last, wipe, held=held)
        if now - message.at >= given_up().total_seconds():
            lost.append(message)
        elif when <= now or place < early:
            due.append(message)
        else:
            later.append(when)
    return Plan(tuple(due), tuple(lost), min(later, default=None))


def all_now(messages: Sequence[ChatMessage], now: float) -> Plan:
    """The plan where the person asked for everything to be deleted: whatever Telegram still deletes
    goes now."""
    wall = WALL.total_seconds()
    return Plan(
        tuple(one for one in messages if now - one.at < wall),
        tuple(one for one in messages if now - one.at >= wall),
        None,
    )


def _when(message: ChatMessage, last: float, wipe: WipeAfter, *, held: bool) -> float:
    latest = message.at + late().total_seconds()
    if held or (wipe is WipeAfter.LATE and message.author is Author.BOT):
        return latest
    return min(last + after(wipe).total_seconds(), latest)

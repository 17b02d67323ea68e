"""The body of a request that does something to a ticket, and the choices that it may name."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.console.bodies import Numbered
from bot.errors import NotAllowed
from bot.tickets.hours import KAZAKHSTAN
from bot.tickets.ticket import Outcome, TargetKind, TransferTarget
from flows.urgency import Urgency

MOST_CHARACTERS = 4096
"""Bot API, sendMessage: what a message may have."""

MORNING = "morning"
MORNING_HOUR = 9
"""In Kazakhstan; of the next day that begins so."""

SNOOZES: Mapping[str, timedelta] = {
    "30m": timedelta(minutes=30),
    "1h": timedelta(hours=1),
    "3h": timedelta(hours=3),
}
BLOCKS: Mapping[str, timedelta] = {
    "1h": timedelta(hours=1),
    "6h": timedelta(hours=6),
    "24h": timedelta(hours=24),
}


class Asked(Numbered):
    """The body of a request that does something to a ticket.

    `text`: words, or a note that goes with the act; `line`: an own line of what was said; `whom`:
    a kind of target and its value, with a colon between; `until`: a choice of `SNOOZES` or
    `BLOCKS`, or `MORNING`; `seen`: the last line that the page has shown, for a close; `sure`: the
    warning that was answered with "send it" (`bot.helpline.cards.reading_along`).
    """

    text: str = ""
    outcome: Outcome | None = None
    line: int = 0
    whom: str = ""
    until: str = ""
    urgency: str = ""
    seen: int | None = None
    sure: str = ""


class KeysAsked(Numbered):
    """The body of a request that switches single keys on or off."""

    on: bool


def words(asked: Asked) -> str:
    """What is to be sent or kept. Raises `NotAllowed`."""
    found = asked.text.strip()
    if not found or len(found) > MOST_CHARACTERS:
        raise NotAllowed("console-refused-length", most=MOST_CHARACTERS)
    return found


def urgency(asked: Asked) -> Urgency:
    """The urgency that was chosen. Raises `ValueError`."""
    try:
        return Urgency.from_word(asked.urgency)
    except KeyError:
        raise ValueError("there is no such urgency") from None


def target(asked: Asked) -> TransferTarget:
    """For whom a ticket is to wait. Raises `ValueError`."""
    kind, _, value = asked.whom.partition(":")
    return TransferTarget(TargetKind(kind), value)


def until(choice: str, choices: Mapping[str, timedelta], now: datetime) -> datetime:
    """When a snooze or a block ends. Raises `ValueError`."""
    if choice == MORNING and choices is SNOOZES:
        return next_morning(now)
    if choice not in choices:
        raise ValueError("there is no such time")
    return now + choices[choice]


def next_morning(now: datetime) -> datetime:
    """When the next day's work begins."""
    local = now.astimezone(KAZAKHSTAN)
    morning = local.replace(hour=MORNING_HOUR, minute=0, second=0, microsecond=0)
    if morning <= local:
        morning += timedelta(days=1)
    return morning.astimezone(now.tzinfo)

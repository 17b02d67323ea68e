"""Commands in a ticket's topic, read into an action and its details. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import NotAllowed
from bot.hours import KAZAKHSTAN
from bot.texts.replies import Ready
from bot.tickets import NO_DETAILS, Action, Details, Outcome, Wanted, Wish
from flows.urgency import Urgency

MOST_SLEEP = timedelta(hours=72)
MOST_MUTE = timedelta(hours=24)
DEFAULT_MUTE = timedelta(hours=1)
_SPAN = re.compile(r"(\d{1,3})\s*([mh])")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Known:
    """What a command may name: operators' code names, locales, topics, ready texts."""

    operators: Sequence[str]
    locales: Sequence[str]
    topics: Sequence[str]
    ready: Mapping[str, Ready]


@dataclass(frozen=True, slots=True)
class Wanting:
    """What an operator wants done to a ticket."""

    action: Action
    details: Details = NO_DETAILS


PLAIN = {
    "claim": Action.CLAIM,
    "release": Action.RELEASE,
    "requeue": Action.REQUEUE,
}
UNKNOWN = (
    "Not sent: there is no such command. Known are /claim, /release, /requeue, /close, /transfer, "
    "/urgency, /sleep, /mute, /say and, as an answer to your own message, /delete; "
    "a line that begins with // is a note for operators only."
)
OUTCOMES = ", ".join(outcome.value for outcome in Outcome)


def read(word: str, rest: str, now: datetime, known: Known) -> Wanting:
    """Read `/word rest`. Raises `NotAllowed` with a sentence that says how it is written."""
    first, _, _ = rest.partition(" ")
    match word:
        case "claim" | "release" | "requeue":
            return Wanting(PLAIN[word])
        case "close":
            return Wanting(Action.CLOSE, Details(outcome=_outcome(first)))
        case "transfer":
            return Wanting(Action.TRANSFER, Details(wanted=_wanted(first, known)))
        case "urgency":
            return Wanting(Action.PRIORITISE, Details(urgency=_urgency(first)))
        case "sleep":
            return Wanting(Action.SLEEP, Details(until=_until(rest, now, MOST_SLEEP)))
        case "mute":
            until = _until(rest, now, MOST_MUTE) if rest else now + DEFAULT_MUTE
            return Wanting(Action.MUTE, Details(until=until))
        case "say":
            return Wanting(Action.SAY, Details(text_ids=_ready(first, known).text_ids))
        case _:
            raise NotAllowed(UNKNOWN)


def _outcome(word: str) -> Outcome:
    try:
        return Outcome(word.casefold())
    except ValueError:
        raise NotAllowed(f"Not closed: say how it ended, /close and one of {OUTCOMES}.") from None


def _urgency(word: str) -> Urgency:
    try:
        return Urgency.from_word(word)
    except KeyError:
        raise NotAllowed("Say how urgent it is: /urgency emergency, high or normal.") from None


def _wanted(word: str, known: Known) -> Wanted:
    for wish, values in (
        (Wish.OPERATOR, known.operators),
        (Wish.LANGUAGE, known.locales),
        (Wish.TOPIC, known.topics),
    ):
        for value in values:
            if word and value.casefold() == word.casefold():
                return Wanted(wish, value)
    raise NotAllowed(
        "For whom? Write /transfer and a colleague's code name, a language such as uz, or one of "
        f"these topics: {', '.join(known.topics)}. After it you may add a note."
    )


def _until(text: str, now: datetime, most: timedelta) -> datetime:
    """`30m`, `2h` or a time of day such as `18:00`. Raises `NotAllowed`."""
    span, clock = _SPAN.fullmatch(text.strip()), _CLOCK.fullmatch(text.strip())
    until = None
    if span:
        number = int(span[1])
        until = now + (timedelta(hours=number) if span[2] == "h" else timedelta(minutes=number))
    elif clock:
        local = now.astimezone(KAZAKHSTAN)
        until = local.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0)
        until += timedelta(days=until <= local)
    if until is None or not now < until <= now + most:
        raise NotAllowed(
            "Until when? Write for example 30m, 2h or 18:00 (Kazakhstan's time), "
            f"at most {most // timedelta(hours=1)} h ahead."
        )
    return until.astimezone(now.tzinfo)


def _ready(word: str, known: Known) -> Ready:
    found = known.ready.get(word.casefold())
    if found is None:
        raise NotAllowed("Not sent: there is no such text. /find and a word shows what there is.")
    return found

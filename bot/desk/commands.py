"""Commands in a ticket's topic, read into an action and its details. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import NotAllowed
from bot.hours import KAZAKHSTAN
from bot.texts.replies import Ready
from bot.tickets import MOST_SLEEP, NO_DETAILS, Action, Details, Outcome, Wanted, Wish
from flows.operating import MOST_MUTED
from flows.urgency import Urgency

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
OUTCOMES = ", ".join(outcome.value for outcome in Outcome)


def read(word: str, rest: str, now: datetime, known: Known) -> Wanting:
    """Read `/word rest`. Raises `NotAllowed`, which says how it is written."""
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
            until = _until(rest, now, MOST_MUTED) if rest else now + DEFAULT_MUTE
            return Wanting(Action.MUTE, Details(until=until))
        case "say":
            return Wanting(Action.SAY, Details(text_ids=_ready(first, known).text_ids))
        case _:
            raise NotAllowed("refused-unknown-command")


def _outcome(word: str) -> Outcome:
    try:
        return Outcome(word.casefold())
    except ValueError:
        raise NotAllowed("refused-outcome", outcomes=OUTCOMES) from None


def _urgency(word: str) -> Urgency:
    try:
        return Urgency.from_word(word)
    except KeyError:
        raise NotAllowed("refused-urgency") from None


def _wanted(word: str, known: Known) -> Wanted:
    for wish, values in (
        (Wish.OPERATOR, known.operators),
        (Wish.LANGUAGE, known.locales),
        (Wish.TOPIC, known.topics),
    ):
        for value in values:
            if word and value.casefold() == word.casefold():
                return Wanted(wish, value)
    raise NotAllowed("refused-transfer", topics=", ".join(known.topics))


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
        raise NotAllowed("refused-until", hours=most // timedelta(hours=1))
    return until.astimezone(now.tzinfo)


def _ready(word: str, known: Known) -> Ready:
    found = known.ready.get(word.casefold())
    if found is None:
        raise NotAllowed("refused-no-text")
    return found

"""Commands in a ticket's topic, read into an action and its details. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.desk.card import closings
from bot.errors import NotAllowed
from bot.texts.replies import Ready
from bot.texts.voices import Voices
from bot.tickets.hours import at_clock
from bot.tickets.ticket import (
    MOST_SNOOZE,
    NO_DETAILS,
    Action,
    Details,
    Outcome,
    TargetKind,
    TransferTarget,
)
from flows.clocks import MOST_BLOCK
from flows.format.model import HandoverStep, Library
from flows.urgency import Urgency

DEFAULT_BLOCK = timedelta(hours=1)
_SPAN = re.compile(r"(\d{1,3})\s*([mh])")


@dataclass(frozen=True, slots=True)
class CommandContext:
    """The names that a command may give: operators' code names, locales, topics, ready texts.
    `synonyms`: the words for these in operators' own languages, in small letters → the word of
    the command."""

    operators: Sequence[str]
    locales: Sequence[str]
    topics: Sequence[str]
    ready: Mapping[str, Ready]
    synonyms: Mapping[str, str] = field(default_factory=dict)

    def word(self, said: str) -> str:
        """The command's own word for what was said."""
        return self.synonyms.get(said.strip().casefold(), said.strip())


@dataclass(frozen=True, slots=True)
class TicketCommand:
    """A command as it was read: an action on a ticket, and its details."""

    action: Action
    details: Details = NO_DETAILS


def known_topics(library: Library) -> list[str]:
    """The topics that tickets can have in these flows, sorted."""
    steps = (step for flow in library.flows.values() for step in flow.steps)
    return sorted({step.topic for step in steps if isinstance(step, HandoverStep)})


PLAIN = {
    "claim": Action.CLAIM,
    "release": Action.RELEASE,
    "requeue": Action.REQUEUE,
}


def synonyms(voices: Voices, topics: Sequence[str], locales: Sequence[str]) -> dict[str, str]:
    """Words that operators may type, as cards show them in any of the desk's languages, each with
    the word that it stands for."""
    found: dict[str, str] = {}
    for voice in voices.all.values():
        names = [(voice(f"urgency-{one.word}"), one.word) for one in Urgency]
        names += [(label.partition(": ")[2], one.value) for one, label in closings(voice).items()]
        names += [(voice.named("topic", one), one) for one in topics]
        names += [(voice.named("language", one), one) for one in locales]
        found |= {name.casefold(): word for name, word in names}
    return found


def read(word: str, rest: str, now: datetime, context: CommandContext) -> TicketCommand:
    """Read `/word rest`. Raises `NotAllowed`, which says how it is written."""
    first, _, _ = rest.partition(" ")
    match word:
        case "claim" | "release" | "requeue":
            return TicketCommand(PLAIN[word])
        case "close":
            return TicketCommand(Action.CLOSE, Details(outcome=_outcome(context.word(rest))))
        case "transfer":
            return TicketCommand(
                Action.TRANSFER, Details(wanted=_wanted(context.word(first), context))
            )
        case "urgency":
            return TicketCommand(Action.PRIORITISE, Details(urgency=_urgency(context.word(rest))))
        case "sleep":
            return TicketCommand(Action.SNOOZE, Details(until=_until(rest, now, MOST_SNOOZE)))
        case "mute":
            until = _until(rest, now, MOST_BLOCK) if rest else now + DEFAULT_BLOCK
            return TicketCommand(Action.BLOCK, Details(until=until))
        case "say":
            return TicketCommand(Action.SAY, Details(text_ids=_ready(first, context).text_ids))
        case _:
            raise NotAllowed("refused-unknown-command")


def _outcome(word: str) -> Outcome:
    try:
        return Outcome(word.partition(" ")[0].casefold())
    except ValueError:
        raise NotAllowed("refused-outcome") from None


def _urgency(word: str) -> Urgency:
    try:
        return Urgency.from_word(word.partition(" ")[0])
    except KeyError:
        raise NotAllowed("refused-urgency") from None


def _wanted(word: str, context: CommandContext) -> TransferTarget:
    for wish, values in (
        (TargetKind.OPERATOR, context.operators),
        (TargetKind.LANGUAGE, context.locales),
        (TargetKind.TOPIC, context.topics),
    ):
        for value in values:
            if word and value.casefold() == word.casefold():
                return TransferTarget(wish, value)
    raise NotAllowed("refused-transfer", topics=", ".join(context.topics))


def read_time(text: str, now: datetime) -> datetime | None:
    """`30m`, `2h` or a time of day such as `18:00`; None for anything else."""
    span = _SPAN.fullmatch(text.strip())
    if span is None:
        return at_clock(text, now)
    number = int(span[1])
    return now + (timedelta(hours=number) if span[2] == "h" else timedelta(minutes=number))


def _until(text: str, now: datetime, most: timedelta) -> datetime:
    """`30m`, `2h` or a time of day such as `18:00`. Raises `NotAllowed`."""
    until = read_time(text, now)
    if until is None or not now < until <= now + most:
        raise NotAllowed("refused-until", hours=most // timedelta(hours=1))
    return until.astimezone(now.tzinfo)


def _ready(word: str, context: CommandContext) -> Ready:
    name = word.casefold()
    found = context.ready.get(name.removeprefix("reply_").removeprefix("utter_"))
    if found is None:
        raise NotAllowed("refused-no-text")
    return found

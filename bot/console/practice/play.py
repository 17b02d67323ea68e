"""Plays a practice dialogue: what the person does next, as a function of what happened and when.

Pure: nothing is sent, stored or asked for here, and the time is given. `bot.console.practice.stage`
brings it what the operator does, and carries out what the person does.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias, assert_never

from bot.texts.practice.script import Reaction, Script, When
from bot.texts.practice.signs import SAFETY, Heard
from bot.tickets.ticket import Outcome


@dataclass(frozen=True, slots=True)
class Began:
    """The operator has chosen the dialogue."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """The operator has claimed the request."""


@dataclass(frozen=True, slots=True)
class OperatorWrote:
    """A message of the operator's reached the person. `heard`: what it shows; `question`: of the
    deck, where it is one."""

    text: str
    heard: Heard
    question: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """The request is over for the operator. `outcome`: None where they didn't close it."""

    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """Time has passed, and nothing else has happened."""


Happening: TypeAlias = Began | Claimed | OperatorWrote | Ended | Passed


@dataclass(frozen=True, slots=True)
class Says:
    """The person writes a message."""

    text: str


@dataclass(frozen=True, slots=True)
class Leaves:
    """The person blocks the bot."""


Deed: TypeAlias = Says | Leaves


@dataclass(frozen=True, slots=True)
class Line:
    """A message of the play. `heard`: of an operator's, None of the person's; `read_along`: whether
    somebody may have been reading along; `stretch`: how often that had changed before."""

    at: datetime
    text: str
    heard: Heard | None = None
    question: str = ""
    read_along: bool = False
    stretch: int = 0


@dataclass(frozen=True, slots=True)
class Play:
    """Where a practice stands. `quiet_since`: the operator's or the person's last word, or the
    claim; `due`: what the person is about to do, and when; `played`: numbers of reactions; `said`:
    names of words."""

    script: Script
    locale: str
    began_at: datetime
    claimed_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: Outcome | None = None
    quiet_since: datetime | None = None
    due: tuple[tuple[datetime, Reaction], ...] = ()
    played: frozenset[int] = frozenset()
    said: frozenset[str] = frozenset()
    lines: tuple[Line, ...] = ()
    read_along: bool = False
    stretch: int = 0

    @property
    def over(self) -> bool:
        """Whether the operator has ended it."""
        return self.ended_at is not None


def advance(play: Play, happening: Happening, now: datetime) -> tuple[Play, tuple[Deed, ...]]:
    """The play after a happening, and the person's deeds that follow from it, in order."""
    if play.over:
        return play, ()
    match happening:
        case Began():
            play = _react(play, {When.BEGIN}, now, every=True)
        case Claimed() if play.claimed_at is None:
            play = replace(play, claimed_at=now, quiet_since=now)
            play = _react(play, {When.CLAIM}, now)
        case Claimed():
            pass  # once more, after it had been given back
        case OperatorWrote(text, heard, question):
            line = Line(now, text, heard, question, play.read_along, play.stretch)
            play = replace(play, lines=(*play.lines, line), quiet_since=now)
            play = _react(play, _answered(heard), now)
        case Ended(outcome):
            return replace(play, ended_at=now, outcome=outcome, due=()), ()
        case Passed():
            pass
        case _:
            assert_never(happening)
    return _due(_silent(play, now), now)


def _answered(heard: Heard) -> set[When]:
    """What a message gives occasion to."""
    found = {When.MESSAGE}
    if heard.promised:
        found.add(When.PROMISE)
    if heard.asks:
        found.add(When.QUESTION)
    if SAFETY in heard.topics:
        found.add(When.SAFETY)
    return found


def _react(play: Play, occasions: set[When], now: datetime, *, every: bool = False) -> Play:
    """Let the first reaction that fits and wasn't played be due; with `every` all that fit."""
    fitting = [one for one in _left(play) if one.when in occasions]
    for one in fitting if every else fitting[:1]:
        at = now + timedelta(seconds=one.after)
        play = replace(play, due=(*play.due, (at, one)), played=play.played | {one.number})
    return play


def _left(play: Play) -> list[Reaction]:
    """What the person may still do, in the order of the file."""
    return [
        one
        for one in play.script.reactions
        if one.number not in play.played
        and (not one.needs or one.needs in play.said)
        and not (one.say and play.said.issuperset(one.say))
    ]


def _silent(play: Play, now: datetime) -> Play:
    """A silence that has lasted long enough is an occasion too, where nothing else is due."""
    if play.quiet_since is None or play.claimed_at is None or play.due:
        return play
    for one in _left(play):
        if one.when is When.SILENCE:
            if now - play.quiet_since < timedelta(seconds=one.after):
                return play
            return replace(play, due=((now, one),), played=play.played | {one.number})
    return play


def _due(play: Play, now: datetime) -> tuple[Play, tuple[Deed, ...]]:
    ripe = sorted((one for one in play.due if one[0] <= now), key=lambda one: one[0])
    play = replace(play, due=tuple(one for one in play.due if one[0] > now))
    deeds: list[Deed] = []
    for _, reaction in ripe:
        if reaction.read_along is not None and reaction.read_along is not play.read_along:
            play = replace(play, read_along=reaction.read_along, stretch=play.stretch + 1)
        for name in reaction.say:
            text = play.script.said(name, play.locale)
            line = Line(now, text, read_along=play.read_along, stretch=play.stretch)
            play = replace(play, lines=(*play.lines, line), said=play.said | {name})
            deeds.append(Says(text))
        if reaction.leaves:
            deeds.append(Leaves())
        if play.claimed_at is not None:
            play = replace(play, quiet_since=now)
    return play, tuple(deeds)

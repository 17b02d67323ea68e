"""What the pages about publications show."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.store.shown_texts import BotTexts
from bot.studio.differences import ChangedFile, Difference, Differences, Said, Sent
from bot.studio.word_changes import Piece, changes
from bot.texts.proposing import Earlier, OpenProposal
from bot.texts.publishers.hash_words import words
from bot.texts.saying import BOTS
from bot.tickets.hours import day_and_time

MOST_PAIRS = 60
"""Of messages beside each other on a page: more are shown by language."""

LONG = 160
"""Characters of a message from which on it is said which words differ."""

_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class BotView:
    """A bot in a line. `state`: `shows`, `refuses`, `other`, or `absent`."""

    bot: str
    number: int
    state: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class BotsView:
    """All bots, and how many of them show what is live. `settled`: nothing is on its way."""

    bots: tuple[BotView, ...]
    showing: int

    @property
    def settled(self) -> bool:
        """Whether all show it."""
        return self.showing == len(self.bots)


@dataclass(frozen=True, slots=True)
class SentView:
    """A message, as the browser shows it."""

    html: Markup
    buttons: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class PairView:
    """A text in one language: what is said now, and what would be. `pieces`: which words differ,
    where one would have to look for them."""

    locale: str
    before: SentView | None
    after: SentView | None
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class TextView:
    """A text that changes. `marked`: the locales in which its words stay and its marks change."""

    text_id: str
    said: Said
    pairs: tuple[PairView, ...]
    marked: tuple[str, ...]

    @property
    def flows(self) -> tuple[str, ...]:
        """The dialogues that say it."""
        return tuple(dict.fromkeys(one.flow for one in self.said.steps))

    @property
    def emergency(self) -> bool:
        """Whether somebody in danger may read it."""
        return any(one.emergency for one in self.said.steps)


@dataclass(frozen=True, slots=True)
class ChangesView:
    """All that changes. `counts`: by language; `more`: pairs that aren't shown here."""

    texts: tuple[TextView, ...]
    counts: dict[str, int]
    flows: tuple[str, ...]
    files: tuple[ChangedFile, ...]
    steps: int
    said_in: tuple[str, ...]
    emergency: bool
    total: int
    more: int


@dataclass(frozen=True, slots=True)
class ProposalView:
    """The open proposal."""

    name: str
    number: int
    by: str
    at: str
    commit: str
    words: str
    signers: str
    missing: int
    is_signed: bool
    over: bool
    asked: bool


@dataclass(frozen=True, slots=True)
class EarlierView:
    """A version that one can go back to. `possible`: one publisher is enough."""

    digest: str
    number: int
    words: str
    signers: str
    live: bool
    possible: bool


def bots_view(found: Sequence[BotTexts], number: int, digest: str) -> BotsView:
    """`number`, `digest`: of what is live."""
    bots = [BotView(one.bot, one.number, _state(one, number, digest), one.refused) for one in found]
    there = {one.bot for one in found}
    bots += [BotView(one, 0, "absent") for one in BOTS if one not in there]
    return BotsView(tuple(bots), sum(one.state == "shows" for one in bots))


def _state(one: BotTexts, number: int, digest: str) -> str:
    if one.refused:
        return "refuses"
    return "shows" if (one.number, one.digest) == (number, digest) else "other"


def changes_view(found: Differences, locales: Sequence[str], locale: str) -> ChangesView:
    """`locale`: the one that is asked for, "" for all."""
    said = found.said or {}
    counts = dict.fromkeys(locales, 0)
    worded = [one for one in found.texts if not one.of_marks_alone]
    for one in worded:
        counts[one.locale] = counts.get(one.locale, 0) + 1
    wanted = [one for one in worded if not locale or one.locale == locale]
    shown = wanted[:MOST_PAIRS] if not locale else wanted
    marked: dict[str, list[str]] = {}
    for one in found.texts:
        if one.of_marks_alone and locale in {"", one.locale}:
            marked.setdefault(one.text_id, []).append(one.locale)
    steps = {step for one in said.values() for step in one.steps}
    return ChangesView(
        tuple(_texts(shown, marked, said, counts)),
        {name: count for name, count in counts.items() if count},
        found.flows,
        found.files,
        len(steps),
        tuple(sorted({step.flow for step in steps})),
        any(step.emergency for step in steps),
        len(said),
        len(wanted) - len(shown),
    )


def _texts(
    shown: Iterable[Difference],
    marked: Mapping[str, Iterable[str]],
    said: Mapping[str, Said],
    counts: Iterable[str],
) -> Iterator[TextView]:
    order = {locale: at for at, locale in enumerate(counts)}
    by_text: dict[str, list[Difference]] = {}
    for one in shown:
        by_text.setdefault(one.text_id, []).append(one)
    for text_id in dict.fromkeys([*by_text, *marked]):
        ordered = sorted(by_text.get(text_id, ()), key=lambda one: order[one.locale])
        yield TextView(
            text_id,
            said.get(text_id, Said(text_id)),
            tuple(map(_pair, ordered)),
            tuple(sorted(marked.get(text_id, ()), key=lambda locale: order[locale])),
        )


def _pair(one: Difference) -> PairView:
    pieces: tuple[Piece, ...] = ()
    if one.before is not None and one.after is not None:
        before, after = _plain(one.before.html), _plain(one.after.html)
        if max(len(before), len(after)) >= LONG and before != after:
            pieces = tuple(changes(before, after))
    return PairView(one.locale, _sent(one.before), _sent(one.after), pieces)


def _sent(sent: Sent | None) -> SentView | None:
    if sent is None:
        return None
    return SentView(Markup(sent.html), sent.buttons, sent.state)  # noqa: S704 - escaped where it is made


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text))


def proposal_view(one: OpenProposal) -> ProposalView:
    """The proposal, in words."""
    return ProposalView(
        one.name,
        one.statement.number,
        one.by,
        day_and_time(one.at),
        one.commit[:10],
        words(one.statement.digest),
        ", ".join(one.signers),
        max(0, one.needed - len(one.signers)),
        one.is_signed,
        one.over,
        one.asked,
    )


def earlier_view(one: Earlier, *, unsigned: bool) -> EarlierView:
    """A version, in words."""
    return EarlierView(
        one.digest,
        one.number,
        words(one.digest),
        ", ".join(one.signers),
        one.live,
        unsigned or one.needed <= 1,
    )

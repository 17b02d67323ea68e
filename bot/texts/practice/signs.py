"""What an operator's message shows, by its words: `content/practice/signs.yml` and the texts' own
rules (`content/forbidden.yml`).

Words tell little of a sentence. They are good enough to answer a practising operator; nothing of a
real conversation is judged by them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.texts.checks.words import EVERYWHERE, Forbidden, read_forbidden, said
from bot.texts.derived import read_overrides, to_cyrillic
from bot.texts.locales import Locales, read_locales
from bot.texts.tree import Folder
from bot.texts.yaml import read_yaml

FILE = "signs.yml"
SAFETY = "safety"
GIVES_AWAY = "gives_away"
_QUESTION = re.compile(r"[?？]")


@dataclass(frozen=True, slots=True)
class Heard:
    """The signs in an operator's message. `topics`: what it asks about; `promised`: phrases that no
    text may hold; `gives_away`: phrases that tell whoever looks what this is about."""

    asks: bool = False
    topics: frozenset[str] = frozenset()
    promised: tuple[str, ...] = ()
    gives_away: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signs:
    """The lists. `topics`: phrases by what a question is about; `questions`: of the deck."""

    topics: Mapping[str, tuple[str, ...]]
    questions: Mapping[str, str]
    promised: tuple[str, ...]
    gives_away: tuple[str, ...]

    def hear(self, text: str, question: str = "") -> Heard:
        """A message, in whatever language. `question`: the id of the deck's, where it is one."""
        asks = bool(question) or _QUESTION.search(text) is not None
        topics = {topic for topic, phrases in self.topics.items() if asks and said(text, phrases)}
        if question in self.questions:
            topics.add(self.questions[question])
        return Heard(
            asks,
            frozenset(topics),
            tuple(said(text, self.promised)),
            tuple(said(text, self.gives_away)),
        )


def read_signs(content: Folder) -> Signs:
    """The lists in all locales together. Raises `ContentError`."""
    locales = read_locales(content)
    document = read_yaml(content / "practice" / FILE)
    document.known(document.root, {"topics", GIVES_AWAY})
    topics: dict[str, tuple[str, ...]] = {}
    questions: dict[str, str] = {}
    for topic, body in document.mapping(document.root, "topics").items():
        document.known(body, {"questions", "phrases"})
        phrases = document.mapping(body, "phrases")
        for one in _written(locales):
            if not document.words(phrases, one):
                raise document.fault(phrases, f"{topic} lists no phrases for {one}")
        topics[str(topic)] = _everywhere(
            content, locales, {str(one): document.words(phrases, one) for one in phrases}
        )
        questions |= dict.fromkeys(document.words(body, "questions"), str(topic))
    if SAFETY not in topics:
        raise document.fault(document.root, f"there is no topic {SAFETY!r}", "topics")
    own = document.mapping(document.root, GIVES_AWAY)
    given = {str(one): document.words(own, one) for one in own}
    forbidden = read_forbidden(content, locales)
    reading = (*_phrases(content, locales, forbidden, read_along=True),)
    return Signs(
        topics,
        questions,
        _phrases(content, locales, forbidden, read_along=False),
        (*reading, *_everywhere(content, locales, given)),
    )


def _phrases(
    content: Folder, locales: Locales, forbidden: tuple[Forbidden, ...], *, read_along: bool
) -> tuple[str, ...]:
    """Those that hold for every text, or those of texts that somebody may read along."""
    found: list[str] = []
    for heading in forbidden:
        looks = "utter_stay_silent" in heading.texts
        if looks if read_along else heading.texts == EVERYWHERE:
            found += _everywhere(content, locales, heading.phrases)
    return tuple(dict.fromkeys(found))


def _everywhere(
    content: Folder, locales: Locales, phrases: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The phrases of all locales; those of a derived one as its rule makes them."""
    found = [phrase for own in phrases.values() for phrase in own]
    for one in locales.all:
        if one.derived_from is not None:
            overrides = read_overrides(content / one.id)
            found += [to_cyrillic(phrase, overrides) for phrase in phrases[one.derived_from]]
    return tuple(dict.fromkeys(found))


def _written(locales: Locales) -> list[str]:
    return [one.id for one in locales.all if one.derived_from is None]

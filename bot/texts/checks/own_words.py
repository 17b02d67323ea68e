"""An operator's own words, before they are sent: what the texts' rules would say of them.

Hints for a human who knows more than any rule; nothing is refused. What is looked at is neither
kept nor logged.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.texts.catalogue import Catalogue
from bot.texts.checks import numbers, sentences, words
from bot.texts.checks.words import Forbidden
from bot.texts.voices import Voice
from flows.engine.writer_change import script_of
from nlu.keywords.locale_guess import guess

HEADINGS = ("promises", "verdicts", "dangerous_advice")
"""Headings of `content/forbidden.yml` that hold for whatever anybody writes to a person."""

CERTAIN: Mapping[str, tuple[str, ...]] = {
    "ru": ("точно", "обязательно", "наверняка", "поможет", "помогут", "приедет", "приедут"),
    "en": ("will", "definitely", "certainly", "surely"),
    "kk": ("міндетті түрде", "сөзсіз", "әрине"),
    "uz": ("albatta", "shubhasiz"),
    "ky": ("сөзсүз", "албетте"),
    "tg": ("ҳатман", "албатта"),
}
"""Words of somebody who is sure, where “may” is what anybody knows."""


SCRIPTS = {"Cyrl": "CYRILLIC", "Latn": "LATIN"}
"""ISO 15924 → as Unicode names letters."""


class Rule(StrEnum):
    """A rule for an operator's own words."""

    PROMISES = "promises"
    VERDICTS = "verdicts"
    DANGEROUS_ADVICE = "dangerous_advice"
    CERTAIN = "certain"
    LINK = "link"
    NUMBER = "number"
    LONG = "long"
    LONG_SENTENCE = "long_sentence"
    LANGUAGE = "language"
    SCRIPT = "script"


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint about an operator's words. `found`: the words that it is about, or the locale that was
    recognised."""

    rule: Rule
    found: str = ""

    def worded(self, voice: Voice) -> str:
        """The hint in words for the operator."""
        found = voice.named("language", self.found) if self.rule is Rule.LANGUAGE else self.found
        return voice(f"console-hint-{self.rule.value}", found=found)


class OwnWords:
    """Looks at an operator's words."""

    def __init__(self, catalogue: Catalogue, forbidden: Sequence[Forbidden]) -> None:
        self._catalogue = catalogue
        self._headings = [one for one in forbidden if one.name in HEADINGS]

    def hints(self, text: str, locale: str, today: date) -> list[Hint]:
        """Hints on a message before it is sent, of each rule the first. `locale`: the person's."""
        found: dict[Rule, Hint] = {}
        for hint in self._all(text, locale, today):
            found.setdefault(hint.rule, hint)
        if Rule.PROMISES in found:
            found.pop(Rule.CERTAIN, None)  # says less of the same
        return list(found.values())

    def _all(self, text: str, locale: str, today: date) -> Iterator[Hint]:
        yield from self._language(text, locale)
        yield from self._phrases(text)
        for found in numbers.links(text):
            yield Hint(Rule.LINK, found)
        contacts = self._catalogue.contacts.values()
        known = {_digits(one.number) for one in contacts if one.shown(today)}
        for found in numbers.numbers(text):
            if _digits(found) not in known:
                yield Hint(Rule.NUMBER, found)
        if len(text) > sentences.BUBBLE:
            yield Hint(Rule.LONG)
        for sentence in sentences.split(text):
            if sentences.words_of(sentence) > sentences.WORDS:
                yield Hint(Rule.LONG_SENTENCE, " ".join(sentence.split()[:4]))

    def _phrases(self, text: str) -> Iterator[Hint]:
        """In every language: whoever answers in another one promises as much."""
        stated = " ".join(one for one in sentences.split(text) if not one.rstrip().endswith("?"))
        for heading in self._headings:
            # "Are you in safety?" is what is to be asked first, and no promise.
            looked_at = stated if heading.name == Rule.PROMISES.value else text
            for locale in self._catalogue.locales.all:
                phrases = words.phrases(self._catalogue, locale.id, heading)
                for found in words.said(looked_at, phrases):
                    yield Hint(Rule(heading.name), found)
        for certain in CERTAIN.values():
            for found in words.said(text, certain):
                yield Hint(Rule.CERTAIN, found)

    def _language(self, text: str, locale: str) -> Iterator[Hint]:
        """Another language than the person's, where it is clear; else other letters than it has."""
        own = guess(text)
        if own is not None and self._language_of(own) != self._language_of(locale):
            yield Hint(Rule.LANGUAGE, own)
            return
        expected = self._script_of(locale)
        if expected and script_of(text) not in {"", expected}:
            yield Hint(Rule.SCRIPT)

    def _script_of(self, locale: str) -> str:
        try:
            return SCRIPTS[self._catalogue.locales[locale].script]
        except KeyError:
            return ""

    def _language_of(self, locale: str) -> str:
        try:
            return self._catalogue.locales[locale].derived_from or locale
        except KeyError:
            return locale


def _digits(number: str) -> str:
    return "".join(one for one in number if one.isdigit())

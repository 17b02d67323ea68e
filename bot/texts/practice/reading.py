"""Reads `content/practice/*.yml`: every fault with file and line. The format: content/practice."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from bot.errors import ContentError
from bot.texts.derived import read_overrides, to_cyrillic
from bot.texts.locales import Locales, read_locales
from bot.texts.practice.script import Opens, Reaction, Script, When
from bot.texts.practice.signs import FILE as SIGNS
from bot.texts.tree import Folder
from bot.texts.voices import DESK
from bot.texts.yaml import Document, read_yaml
from bot.tickets.ticket import Outcome
from flows.urgency import Urgency

FOLDER = "practice"
NUMBERS = ("112", "103")
"""Of the state, and always shown (content/contacts.yml)."""

READING_SECONDS = 4.0
"""Before a simulated person answers, where the dialogue doesn't say otherwise."""

_KEYS = frozenset(
    {"title", "trains", "urgency", "opens", "outcomes", "numbers", "words", "reactions"}
)
_REACTION = frozenset({"when", "after", "say", "read_along", "leaves", "needs"})
_Word = TypeVar("_Word", Opens, When, Outcome)


def read_scripts(content: Folder) -> tuple[Script, ...]:
    """All dialogues in the order of their files' names; none where there is no such folder. Raises
    `ContentError`."""
    folder = content / FOLDER
    files = sorted(folder.glob("*.yml"), key=lambda one: one.name)
    scripts = [file for file in files if file.name != SIGNS]
    if not scripts:
        return ()
    locales = read_locales(content)
    desk = sorted(file.stem for file in (content / DESK).glob("*.ftl"))
    return tuple(_Reader(read_yaml(file), content, locales, desk).script(file) for file in scripts)


class _Reader:
    def __init__(
        self, document: Document, content: Folder, locales: Locales, desk: Iterable[str]
    ) -> None:
        self._document = document
        self._content = content
        self._locales = locales
        self._desk = desk

    def script(self, file: Folder) -> Script:
        document, root = self._document, self._document.root
        document.known(root, _KEYS)
        urgency = document.word(root, "urgency")
        if urgency.upper() not in Urgency.__members__:
            raise self._fault(root, "urgency", (one.word for one in Urgency))
        outcomes = document.words(root, "outcomes")
        if not outcomes:
            raise self._fault(root, "outcomes", Outcome)
        numbers = document.words(root, "numbers")
        if set(numbers) - set(NUMBERS):
            raise self._fault(root, "numbers", NUMBERS)
        words = self._words()
        reactions = tuple(
            self._reaction(number, body, words)
            for number, body in enumerate(document.nodes(root, "reactions"))
        )
        return Script(
            file.stem,
            self._for_staff("title"),
            self._for_staff("trains"),
            Urgency[urgency.upper()],
            self._one_of(root, "opens", Opens, document.word(root, "opens")),
            frozenset(self._one_of(root, "outcomes", Outcome, one) for one in outcomes),
            numbers,
            words,
            self._whole(reactions, words),
        )

    def _for_staff(self, key: str) -> Mapping[str, str]:
        document = self._document
        body = document.mapping(document.root, key)
        document.known(body, self._desk)
        return {locale: document.word(body, locale) for locale in self._desk}

    def _words(self) -> Mapping[str, Mapping[str, str]]:
        document = self._document
        body = document.mapping(document.root, "words")
        return {str(name): self._in_all(document.mapping(body, name)) for name in body}

    def _in_all(self, body: Any) -> Mapping[str, str]:
        """A message in every locale; in a derived one by its rule, unless it is written."""
        self._document.known(body, [one.id for one in self._locales.all])
        found: dict[str, str] = {}
        for one in self._locales.all:
            if one.derived_from is None or one.id in body:
                found[one.id] = self._document.word(body, one.id)
        for one in self._locales.all:
            if one.derived_from is not None and one.id not in found:
                overrides = read_overrides(self._content / one.id)
                found[one.id] = to_cyrillic(found[one.derived_from], overrides)
        return found

    def _reaction(self, number: int, body: Any, words: Mapping[str, object]) -> Reaction:
        document = self._document
        document.known(body, _REACTION)
        when = self._one_of(body, "when", When, document.word(body, "when"))
        after = body.get("after", READING_SECONDS)
        if isinstance(after, bool) or not isinstance(after, int | float) or not 0 <= after <= 900:
            raise document.fault(body, "`after` is seconds, from 0 to 900", "after")
        say = document.words(body, "say")
        needs = body.get("needs", "")
        for name in (*say, *([needs] if needs else [])):
            if name not in words:
                raise document.fault(body, f"there are no words called {name!r}", "say")
        for key in ("read_along", "leaves"):
            if not isinstance(body.get(key, False), bool):
                raise document.fault(body, f"`{key}` is true or false", key)
        if not say and not body.get("leaves"):
            raise document.fault(body, "the person says nothing here; write `say: […]`", "when")
        looks = body.get("read_along")
        leaves = bool(body.get("leaves", False))
        return Reaction(number, when, float(after), say, looks, leaves, str(needs))

    def _whole(
        self, reactions: tuple[Reaction, ...], words: Mapping[str, object]
    ) -> tuple[Reaction, ...]:
        root = self._document.root
        if not any(one.when is When.BEGIN and one.say for one in reactions):
            raise self._document.fault(root, "nothing is said at the `begin`", "reactions")
        left = set(words) - {name for one in reactions for name in one.say}
        if left:
            raise self._document.fault(root["words"], f"nobody says {min(left)!r}", min(left))
        return reactions

    def _one_of(self, node: Any, key: str, kind: type[_Word], word: str) -> _Word:
        try:
            return kind(word)
        except ValueError:
            raise self._fault(node, key, kind) from None

    def _fault(self, node: Any, key: str, allowed: Iterable[object]) -> ContentError:
        words = ", ".join(map(str, allowed))
        return self._document.fault(node, f"`{key}` is of: {words}", key)

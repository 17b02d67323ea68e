"""What the drawer shows: each text as the operator reads it, and as the person does.

While somebody is in danger, what is safe to say and to ask stands first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.errors import ContentError
from bot.helpline.text_search import SearchResult
from bot.texts.catalogue import Catalogue
from bot.texts.deck import GROUP_PREFIX
from bot.texts.findable import Findable, Kind, findable
from bot.texts.replies import PREFIX
from bot.texts.voices import Voice
from flows.format.model import Library

_SAFE_FIRST = ("reply_can_write", "reply_short", "reply_wait")
SAFE = frozenset(_SAFE_FIRST)
"""Answers that say nothing to whoever reads along, and want no more than a word."""

SAFETY = "safety"
"""The deck's group of questions that come first in danger."""

SUBJECT = "_topic"
"""How slots end whose values are the pages of one subject (flows/definitions/menus.yml)."""

_MORE = "_more"


@dataclass(frozen=True, slots=True)
class Item:
    """A text or a question. `act`: what its button says; `own`, `theirs`: its beginning as operator
    and person read it; `own_rest`, `their_rest`: what follows; `state`: in words, "" for a
    reviewed one."""

    kind: str
    name: str
    act: str
    own: str
    theirs: str
    own_rest: str
    their_rest: str
    state: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Items under one heading. `unfolded`: they are seen without a press."""

    heading: str
    items: Sequence[Item]
    unfolded: bool = False


@dataclass(frozen=True, slots=True)
class DrawerView:
    """Everything that it shows. `said`: how the search went; `own`, `theirs`: the languages."""

    shelves: Sequence[Shelf]
    said: str
    own: str
    theirs: str
    their_language: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads what in which language."""

    catalogue: Catalogue
    voice: Voice
    own: str
    theirs: str

    def items(self, texts: Iterable[Findable]) -> list[Item]:
        """Those that both languages have."""
        return [item for one in texts if (item := self._item(one)) is not None]

    def _item(self, one: Findable) -> Item | None:
        catalogue = self.catalogue
        try:
            own = one.words(catalogue, self.own)
            withheld = catalogue.is_withheld(one.text_id, self.theirs)
            if withheld:
                theirs = catalogue.plain(one.text_id, self.theirs)
            else:
                theirs = one.words(catalogue, self.theirs)
        except (ContentError, KeyError):
            return None
        page = catalogue.page_of(one.text_id, self.theirs)
        state = ""
        if withheld:
            state = self.voice("console-texts-withheld")
        elif page is not None and not page.reviewed:
            state = self.voice("console-texts-unreviewed")
        (own, own_rest), (theirs, their_rest) = _parted(own), _parted(theirs)
        asks = one.kind is Kind.QUESTION
        act = self.voice("console-texts-question") if asks else self.voice("console-texts-say")
        return Item(one.kind.value, one.name, act, own, theirs, own_rest, their_rest, state)

    def view(self, shelves: Sequence[Shelf], said: str) -> DrawerView:
        """The shelves that hold something."""
        language = self.voice.find(f"language-{self.theirs}") or self.theirs
        full = [one for one in shelves if one.items]
        return DrawerView(full, said, self.own, self.theirs, language)


def found(reader: Reader, search: SearchResult) -> DrawerView:
    """What a search found."""
    items, voice = reader.items(search.found), reader.voice
    said = voice("console-texts-found", count=len(items)) if items else voice("office-none-found")
    if not search.by_meaning:
        said = f"{said} {voice('find-by-words')}"
    return reader.view([Shelf("", items, unfolded=True)], said)


def whole(reader: Reader, library: Library, *, danger: bool) -> DrawerView:
    """Everything by topic: answers, the deck, pages."""
    texts, voice = list(findable(reader.catalogue)), reader.voice
    shelves = [
        Shelf(
            voice("console-texts-answers"),
            reader.items(one for one in texts if one.text_id.startswith(PREFIX)),
            unfolded=not danger,
        ),
        *_deck(reader, texts),
        *_pages(reader, library, texts),
    ]
    if danger:
        shelves.insert(0, _first(reader, texts))
    return reader.view(shelves, "")


def safe_questions(catalogue: Catalogue) -> frozenset[str]:
    """The ids of the deck's questions that tell whoever reads along nothing."""
    group = catalogue.deck.group(SAFETY)
    return frozenset(question.id for question in group.questions) if group else frozenset()


def _first(reader: Reader, texts: Sequence[Findable]) -> Shelf:
    safe = [one for text_id in _SAFE_FIRST for one in texts if one.text_id == text_id]
    asked = safe_questions(reader.catalogue)
    safe += [one for one in texts if one.kind is Kind.QUESTION and one.name in asked]
    return Shelf(reader.voice("console-texts-first"), reader.items(safe), unfolded=True)


def _deck(reader: Reader, texts: Sequence[Findable]) -> Iterator[Shelf]:
    questions = {one.name: one for one in texts if one.kind is Kind.QUESTION}
    for group in reader.catalogue.deck.groups:
        name = reader.catalogue.plain(f"{GROUP_PREFIX}{group.id}", reader.voice.locale)
        items = reader.items(questions[one.id] for one in group.questions)
        yield Shelf(reader.voice("console-texts-ask", group=name), items)


def _pages(reader: Reader, library: Library, texts: Sequence[Findable]) -> Iterator[Shelf]:
    left = {
        one.name: one
        for one in texts
        if one.kind is Kind.TEXT and not one.text_id.startswith(PREFIX)
    }
    for slot in library.slots.values():
        if not slot.name.endswith(SUBJECT):
            continue
        subject = slot.name.removesuffix(SUBJECT)
        names = [name for value in slot.values for name in (value, f"{value}{_MORE}")]
        items = reader.items(left.pop(name) for name in names if name in left)
        yield Shelf(reader.voice.find(f"console-texts-{subject}") or subject, items)
    yield Shelf(reader.voice("console-texts-other"), reader.items(left.values()))


def _parted(text: str) -> tuple[str, str]:
    """The first paragraph, and the others."""
    first, _, rest = text.strip().partition("\n\n")
    return first, rest.strip()

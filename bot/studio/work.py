"""The work list: what is still to be done about the texts, by language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.studio.snapshot import Snapshot
from bot.texts.checks.signatures import marked_wrong
from bot.texts.contacts import AHEAD, TEST_CALL_LIMIT, Show
from bot.texts.doubts import doubts_of
from bot.texts.state import Mark, marks, page_names, stale_sentences


class Kind(StrEnum):
    """The kind of an editor's work, the most pressing first."""

    REFUSED = "refused"
    MISSING = "missing"
    STALE = "stale"
    OVERDUE = "overdue"
    NUMBER = "number"
    DOUBT = "doubt"
    UNSIGNED = "unsigned"


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of work for an editor. `name`: of a page or a message, or a contact's id; `detail`: a
    doubt, or why it was refused; `withheld`: nobody is shown it before its review."""

    kind: Kind
    locale: str
    name: str
    detail: str = ""
    withheld: bool = False


def work(snapshot: Snapshot, today: date) -> list[Item]:
    """Everything. Raises `ContentError` for a list that can't be read."""
    found: list[Item] = []
    for locale in snapshot.catalogue.locales.all:
        if not locale.derived_from:
            found += _in_locale(snapshot, locale.id, today)
    found += [
        Item(Kind.NUMBER, "", contact.id)
        for contact in snapshot.catalogue.contacts.values()
        if contact.show is Show.CONFIRMED and not fresh(contact.last_test_call, today)
    ]
    order = list(Kind)
    return sorted(found, key=lambda one: order.index(one.kind))


def fresh(called: date | None, today: date) -> bool:
    """Whether a number's test call is young enough."""
    return called is not None and -AHEAD <= today - called <= TEST_CALL_LIMIT


def next_stale(snapshot: Snapshot, locale: str, after: str = "") -> str | None:
    """The next text of a locale whose source has changed: the one behind another, then from the
    first on; None if there is none."""
    names = [one for one in stale_names(snapshot, locale) if one != after]
    known = list(stale_names(snapshot, locale))
    if after in known:
        at = known.index(after)
        names = [*known[at + 1 :], *known[:at]]
    return next(iter(names), None)


def stale_names(snapshot: Snapshot, locale: str) -> Iterator[str]:
    """Pages, then sentences, that lag behind or are missing."""
    catalogue = snapshot.catalogue
    for name in page_names(catalogue):
        if {Mark.STALE, Mark.MISSING} & {*marks(catalogue, name, locale, None)}:
            yield name
    yield from stale_sentences(catalogue, locale)
    yield from _missing(snapshot, locale)


def _in_locale(snapshot: Snapshot, locale: str, today: date) -> Iterator[Item]:
    catalogue = snapshot.catalogue
    for name in page_names(catalogue):
        found = marks(catalogue, name, locale, today)
        withheld = Mark.WITHHELD in found
        for mark, kind in _KINDS.items():
            if mark in found:
                yield Item(kind, locale, name, withheld=withheld)
        page = catalogue.texts[locale].pages.get(name)
        for doubt in page.doubts if page else ():
            yield Item(Kind.DOUBT, locale, name, doubt)
    for name in stale_sentences(catalogue, locale):
        yield Item(Kind.STALE, locale, name)
    for name in _missing(snapshot, locale):
        yield Item(Kind.MISSING, locale, name)
    for name, comment in catalogue.texts[locale].sentences.comments.items():
        yield from (Item(Kind.DOUBT, locale, name, one) for one in doubts_of(comment))
    for text_id, why in marked_wrong(catalogue, snapshot.sources, snapshot.content, locale):
        yield Item(Kind.REFUSED, locale, _named(snapshot, locale, text_id), why)


_KINDS = {
    Mark.MISSING: Kind.MISSING,
    Mark.STALE: Kind.STALE,
    Mark.OVERDUE: Kind.OVERDUE,
    Mark.UNREVIEWED: Kind.UNSIGNED,
}


def _missing(snapshot: Snapshot, locale: str) -> Iterator[str]:
    catalogue = snapshot.catalogue
    own = catalogue.texts[locale].sentences.places
    groups = {*catalogue.deck.group_names()}
    for name in catalogue.texts[catalogue.locales.source].sentences.places:
        if name not in own and name not in groups:
            yield name


def _named(snapshot: Snapshot, locale: str, text_id: str) -> str:
    page = snapshot.catalogue.page_of(text_id, locale)
    return page.name if page else text_id

"""The bubbles of a page as a person will see them, with what an editor wants to know of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.errors import ContentError
from bot.texts.catalogue import Catalogue, plain
from bot.texts.checks.local_text import EXAMPLE, LocalText
from bot.texts.checks.sentences import BUBBLE, LONGEST
from bot.texts.deck import PREFIX, label_id
from bot.texts.state import marks, said
from flows.format.model import Library
from flows.lint.texts import questions


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message of a preview. `html`: as it is sent to Telegram; `state`: the marks of its page, or
    ""."""

    text_id: str
    file: str
    line: int
    html: str
    length: int
    limit: int
    state: str
    buttons: tuple[str, ...]


def bubbles(
    catalogue: Catalogue, library: Library, name: str, locale: str, today: date
) -> Iterator[Bubble]:
    """The bubbles of a page, or the one of a sentence's id. Raises `ContentError` for neither."""
    known = {one.id for one in catalogue.locales.all}
    if locale not in known:
        raise ContentError(f"the language is one of: {', '.join(sorted(known))}")
    page = catalogue.page_of(f"utter_{name}", locale)
    ids = list(page.bubbles) if page else [_text_id(catalogue, name)]
    for text_id in ids:
        local = LocalText(catalogue, text_id, locale)
        try:
            shown = local.shown
        except ContentError:
            pages = ", ".join(catalogue.texts[catalogue.locales.source].pages)
            raise ContentError(f"there is no page or sentence {name!r}; pages: {pages}") from None
        file, line = local.where
        own = catalogue.page_of(text_id, locale)
        yield Bubble(
            text_id=text_id,
            file=file,
            line=line,
            html=catalogue.html(text_id, locale, EXAMPLE),
            length=len(shown),
            limit=LONGEST.get(text_id, BUBBLE),
            state=said(marks(catalogue, own.name, locale, today)) if own else "",
            buttons=_buttons(catalogue, library, text_id, locale),
        )


def _text_id(catalogue: Catalogue, name: str) -> str:
    known = catalogue.texts[catalogue.locales.source].sentences.places
    return name if name in known or name.startswith("utter_") else f"utter_{name}"


def _buttons(catalogue: Catalogue, library: Library, text_id: str, locale: str) -> tuple[str, ...]:
    asked_by_operators = catalogue.deck.question(text_id.removeprefix(PREFIX))
    if asked_by_operators is not None and text_id.startswith(PREFIX):
        return tuple(
            plain(catalogue.written(label_id(one), locale)) for one in asked_by_operators.offered
        )
    for asked, slot, values in questions(library):
        if asked == text_id:
            labels = (catalogue.find_label(text_id, slot, value, locale) for value in values)
            return tuple(label or "???" for label in labels)
    return ()

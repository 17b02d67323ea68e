"""`/find WORDS`: a few texts and questions that fit, each with a button that sends it.

The buttons work in a ticket's topic alone; elsewhere the names for `/say` and `/ask` are enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.desk.question_menu import QUESTION
from bot.errors import ContentError
from bot.helpline.text_search import SearchResult
from bot.texts.catalogue import Catalogue
from bot.texts.findable import Findable, Kind
from bot.texts.voices import Voice

TEXT = "say:"
"""Callback data of a button that sends a text, before its name."""

MOST = 5
"""Texts that a search shows."""

BRIEF = 120
"""Characters of each."""


@dataclass(frozen=True, slots=True)
class FoundTexts:
    """The answer to a search. `keyboard`: a button for each text."""

    text: str
    keyboard: InlineKeyboardMarkup


def answer(
    search: SearchResult, catalogue: Catalogue, locale: str, voice: Voice
) -> FoundTexts | str:
    """The answer to a search, as the operator reads it; only words where nothing was found.
    `locale`: in which they read texts."""
    shown = [] if search.by_meaning else [voice("find-by-words")]
    if not search.found:
        return "\n\n".join([*shown, voice("office-none-found")])
    for number, one in enumerate(search.found, 1):
        shown.append(f"{number}. /{one.kind} {one.name}\n{_brief(one, catalogue, locale)}")
    return FoundTexts("\n\n".join(shown), _buttons(search.found))


def named(data: str) -> str | None:
    """The name of the text that callback data sends."""
    return data.removeprefix(TEXT) if data.startswith(TEXT) else None


def _brief(one: Findable, catalogue: Catalogue, locale: str) -> str:
    try:
        words = catalogue.plain(one.text_id, locale)
    except ContentError:
        words = ""
    return words if len(words) <= BRIEF else f"{words[:BRIEF].rstrip()}…"


def _buttons(found: Sequence[Findable]) -> InlineKeyboardMarkup:
    data = [
        f"{TEXT if one.kind is Kind.TEXT else QUESTION}{one.name}"  # 64 bytes at most (Bot API)
        for one in found
    ]
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(str(number), callback_data=each)
                for number, each in enumerate(data, 1)
            ]
        ]
    )

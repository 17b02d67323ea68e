"""`content/` → what a person reads, in a locale. A missing text is an error."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape, unescape
from pathlib import Path

from bot.clock import Clock
from bot.errors import ContentError
from bot.privacy.chat_deletion import WALL, after, late
from bot.privacy.retention import Retention
from bot.texts import dates, derived, pages
from bot.texts.contacts import Contact, read_contacts
from bot.texts.deck import NO_DECK, Deck, read_deck
from bot.texts.fluent import Sentences, read_sentences
from bot.texts.hotline import VARIABLES as CHOICES
from bot.texts.hotline import Hotline, read_hotline
from bot.texts.hours import read_hours
from bot.texts.locales import Locales, read_locales
from bot.texts.pages import Page, read_pages
from bot.texts.translated import read_translated
from bot.texts.tree import Folder
from flows.builtin import FALLBACK_LOCALE
from flows.clocks import REOPENS_WITHIN
from flows.conversation import WipeAfter
from flows.format.model import Choice, Library

CONTENT = Path(__file__).parents[2] / "content"
UNREVIEWED = "utter_unreviewed"
WITHHELD = "utter_withheld"
COMMANDS = (
    "command_menu",
    "command_language",
    "command_operator",
    "command_exit",
    "command_delete",
)
"""What the menu of commands says: the text of `command_menu` stands beside /menu."""

SAID = "said_"
"""How the ids of sentences begin that several pages say."""

NOTHING_SET = Hotline()
_HIDDEN = "\ue000"
_MARK = 0xE100
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class LocaleTexts:
    """Everything written for one locale. `compared`: see `bot.texts.translated`."""

    sentences: Sentences
    pages: Mapping[str, Page]
    bubbles: Mapping[str, Page] = field(default_factory=dict)
    compared: Mapping[str, str] = field(default_factory=dict)


def read_locale_texts(locale: str, own: Folder) -> LocaleTexts:
    """Read a locale's folder. Raises `ContentError`."""
    found = {page.name: page for page in read_pages(own)}
    bubbles = {text_id: page for page in found.values() for text_id in page.bubbles}
    return LocaleTexts(read_sentences(locale, own), found, bubbles, read_translated(own))


class Catalogue:
    """All texts of all locales. Made by `read`; immutable, so that a new one can replace it."""

    SAID = frozenset({UNREVIEWED, WITHHELD, *COMMANDS})
    """Texts that no flow names: the catalogue itself says them."""

    def __init__(
        self,
        locales: Locales,
        texts: Mapping[str, LocaleTexts],
        contacts: Mapping[str, Contact],
        overrides: Mapping[str, derived.Overrides],
        clock: Clock,
        *,
        production: bool = False,
        hotline: Hotline = NOTHING_SET,
        deck: Deck = NO_DECK,
    ) -> None:
        self.locales = locales
        self.texts = texts
        self.contacts = contacts
        self.overrides = overrides
        self._clock = clock
        self._production = production
        self.hotline = hotline
        self.deck = deck
        self._derived: dict[tuple[str, str, frozenset[str]], str] = {}
        self._labels: dict[tuple[str, str, str, str], str | None] = {}
        self._day: date | None = None
        self._variables: dict[str, Mapping[str, str]] = {}

    @classmethod
    def read(
        cls, clock: Clock, folder: Folder = CONTENT, *, production: bool = False
    ) -> "Catalogue":
        """Read a folder. Raises `ContentError` with file:line.

        `production`: pages that are marked as withheld aren't shown before their review.
        """
        locales = read_locales(folder)
        texts, overrides = {}, {}
        for locale in locales.all:
            own = folder / locale.id
            texts[locale.id] = read_locale_texts(locale.id, own)
            if locale.derived_from:
                overrides[locale.id] = derived.read_overrides(own)
        contacts = read_contacts(folder)
        hotline = read_hotline(folder, locales, read_hours(folder))
        return cls(
            locales,
            texts,
            contacts,
            overrides,
            clock,
            production=production,
            hotline=hotline,
            deck=read_deck(folder),
        )

    def of(self, hotline: Hotline) -> "Catalogue":
        """This catalogue as another hotline would say it."""
        return self._with(hotline=hotline)

    def html(self, text_id: str, locale: str, args: Mapping[str, str] | None = None) -> str:
        """A text as Telegram HTML (Bot API, "HTML style"). Raises `ContentError` if it's missing.

        `args`: dates, and moments to the minute, as ISO 8601.
        """
        page = self.page_of(text_id, locale)
        if page is None or page.reviewed:
            return self.written(text_id, locale, args)
        if self.is_withheld(text_id, locale):
            return self.written(WITHHELD, locale)
        note = self.written(UNREVIEWED, locale)
        return f"{self.written(text_id, locale, args)}\n\n<i>{note}</i>"

    def is_withheld(self, text_id: str, locale: str) -> bool:
        """Whether nobody is shown a text here before its review (decision 0010)."""
        page = self.page_of(text_id, locale)
        held = page is not None and not page.reviewed and page.withheld_until_reviewed
        return self._production and held

    def written(self, text_id: str, locale: str, args: Mapping[str, str] | None = None) -> str:
        """A text as Telegram HTML, as it was written, whatever its review. Raises
        `ContentError`."""
        dated = {name: dates.shown(value, locale) for name, value in (args or {}).items()}
        html = self._bubble(text_id, locale, {**self.variables(locale), **dated})
        if html is None:
            raise ContentError(f"content/{locale}:1: there is no text {text_id}")
        return html

    def plain(self, text_id: str, locale: str, args: Mapping[str, str] | None = None) -> str:
        """A text without tags. Raises `ContentError` if it's missing."""
        return plain(self.html(text_id, locale, args))

    def page_of(self, text_id: str, locale: str) -> Page | None:
        """The page that a text comes from, if it is one's."""
        own = self.texts[locale].bubbles.get(text_id)
        source = self.locales[locale].derived_from
        return own or (self.page_of(text_id, source) if source else None)

    def label(self, library: Library, choice: Choice, locale: str | None) -> str:
        """The words on a button. Raises `ContentError` if there are none."""
        spoken = locale or FALLBACK_LOCALE
        found = self.find_label(library.utter_of(choice), choice.slot, choice.value, spoken)
        if found is None:
            raise ContentError(f"{spoken}:1: no label for {choice.slot} = {choice.value}")
        return found

    def find_label(self, text_id: str, slot: str, value: str, locale: str) -> str | None:
        """The label of a value: on its question, on its slot, or the one that all share; None where
        there is none."""
        key = (text_id, slot, value, locale)
        if key not in self._labels:  # nothing is put into one: there are as many as buttons
            self._labels[key] = self._made_label(*key)
        return self._labels[key]

    def variables(self, locale: str) -> Mapping[str, str]:
        """The variables that every text may name: contacts, lifetimes, and what the hotline said of
        itself."""
        today = self._clock.now().date()
        if self._day != today:
            self._day, self._variables = today, {}
        if locale not in self._variables:
            self._variables[locale] = self._variables_of(locale, today)
        return self._variables[locale]

    def _variables_of(self, locale: str, today: date) -> Mapping[str, str]:
        shown = {
            name: contact.number if contact.shown(today) else _HIDDEN
            for name, contact in self.contacts.items()
        }
        names = self.hotline.names(self.locales, locale)
        return {
            **shown,
            **{name: value or _HIDDEN for name, value in names.items()},
            **self.hotline.answers(),
            "keep_hours": str(_hours(Retention.CONVERSATION.lifetime)),
            "wall_hours": str(_hours(Retention.MESSAGE_IDS.lifetime)),
            "wipe_hours": str(_hours(after(WipeAfter.DAY))),
            "late_hours": str(_hours(late())),
            "count_months": str(Retention.STATISTICS.lifetime.days // 30),
            "telegram_hours": str(_hours(WALL)),
            "stub_hours": str(_hours(Retention.STUB.lifetime)),
            "follow_hours": str(_hours(REOPENS_WITHIN)),
        }

    def filled(self, text_id: str, locale: str, variables: Mapping[str, str]) -> str:
        """A page's bubble with these variables, and with the sentences that it takes from Fluent
        (`said_…`). Raises `KeyError` for what doesn't exist, `ContentError`."""
        own = self.texts[locale]
        html = own.bubbles[text_id].bubbles[text_id]
        said = {
            name: sentence
            for name in pages.variables(html)
            if name.startswith(SAID)
            and (sentence := own.sentences.format(name, variables)) is not None
        }
        return pages.fill(html, {**variables, **said})

    def with_texts(self, locale: str, texts: LocaleTexts) -> "Catalogue":
        """This catalogue with other texts in one locale."""
        return self._with(texts={**self.texts, locale: texts})

    def with_contacts(self, contacts: Mapping[str, Contact]) -> "Catalogue":
        """This catalogue with other phone numbers."""
        return self._with(contacts=contacts)

    def _with(
        self,
        *,
        texts: Mapping[str, LocaleTexts] | None = None,
        contacts: Mapping[str, Contact] | None = None,
        hotline: Hotline | None = None,
    ) -> "Catalogue":
        return Catalogue(
            self.locales,
            self.texts if texts is None else texts,
            self.contacts if contacts is None else contacts,
            self.overrides,
            self._clock,
            production=self._production,
            hotline=self.hotline if hotline is None else hotline,
            deck=self.deck,
        )

    # -- looking up ----------------------------------------------------------------------------

    def _bubble(self, text_id: str, locale: str, variables: Mapping[str, str]) -> str | None:
        own = self.texts[locale]
        sentence = own.sentences.format(text_id, variables)
        if sentence is not None:
            return _without_hidden(escape(sentence, quote=False))
        if text_id in own.bubbles:
            return _without_hidden(self.filled(text_id, locale, variables))
        source = self.locales[locale].derived_from
        return self._converted(text_id, source, locale, variables) if source else None

    def _converted(
        self, text_id: str, source: str, locale: str, variables: Mapping[str, str]
    ) -> str | None:
        """The source's text by rule; its variables are put in afterwards, untouched."""
        marks = {
            name: variables[name] if name in CHOICES else chr(_MARK + n)
            for n, name in enumerate(sorted(variables))
        }
        key = (text_id, locale, frozenset(variables))  # a mark stands for a name only among these
        if key not in self._derived:
            html = self._bubble(text_id, source, marks)
            if html is None:
                return None
            self._derived[key] = derived.to_cyrillic(html, self.overrides[locale])
        html = self._derived[key]
        for name, mark in marks.items():
            if name in CHOICES:
                continue
            html = html.replace(mark, escape(variables[name], quote=False))
        return _without_hidden(html)

    def _made_label(self, text_id: str, slot: str, value: str, locale: str) -> str | None:
        sentences = self.texts[locale].sentences
        found = (
            sentences.attribute(text_id, value)
            or sentences.attribute(f"slot-{slot}", value)
            or sentences.format(f"value-{value}", {})
        )
        source = self.locales[locale].derived_from
        if found is None and source:
            latin = self.find_label(text_id, slot, value, source)
            found = derived.to_cyrillic(latin, self.overrides[locale]) if latin else None
        return found

    def text_ids(self, locale: str) -> Iterator[str]:
        """Every text written for a locale itself."""
        yield from self.texts[locale].sentences.places
        yield from self.texts[locale].bubbles


def plain(html: str) -> str:
    """Telegram HTML as a person sees it."""
    return unescape(_TAG.sub("", html))


def _without_hidden(html: str) -> str:
    """A line that names a number which may not be shown disappears."""
    if _HIDDEN not in html:
        return html
    lines = [line for line in html.split("\n") if _HIDDEN not in line]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _hours(time: timedelta) -> int:
    return int(time.total_seconds() // 3600)

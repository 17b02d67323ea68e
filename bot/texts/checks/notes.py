"""What a human should look at, though nothing is broken: these stop no start and no CI.

An overdue review is a note on purpose: a date that passes at night must not turn CI red, and the
people who could mend it are lawyers, not whoever happens to commit next. A stale sentence is one
too: Weblate shows its translators a new Russian sentence only when it has been taken in.
"""

from collections.abc import Iterator
from datetime import date

from bot.texts.catalogue import Catalogue
from bot.texts.checks import transliteration
from bot.texts.checks.local_text import LocalText
from bot.texts.contacts import Show
from bot.texts.findings import Finding
from bot.texts.state import stale_sentences
from flows.format.model import Library
from flows.lint.texts import needed


def check(catalogue: Catalogue, library: Library, today: date) -> Iterator[Finding]:
    """All notes: findings that ask for a human, and stop nothing."""
    yield from _unused(catalogue, library)
    yield from _stale(catalogue)
    yield from _overrides(catalogue)
    for contact in catalogue.contacts.values():
        if contact.show is Show.CONFIRMED and not contact.shown(today):
            yield Finding(
                contact.file,
                contact.line,
                f"{contact.id} is hidden: no fresh test call",
                "Call the number, then write the date at `last_test_call`",
            )
    for locale in catalogue.locales.all:
        for page in catalogue.texts[locale.id].pages.values():
            if not page.reviewed:
                yield Finding(
                    page.file,
                    1,
                    "nobody has reviewed this page yet",
                    "A lawyer (source text) or a native speaker (translation) writes "
                    "`reviewed_by` and `reviewed_on`",
                )
            elif page.overdue(today):
                yield Finding(
                    page.file,
                    1,
                    f"overdue: its review was due on {page.review_by}",
                    "Have it read again, then write the new `reviewed_on` and `review_by`",
                )


def _unused(catalogue: Catalogue, library: Library) -> Iterator[Finding]:
    known = {*needed(library), *catalogue.SAID}
    for locale in catalogue.locales.all:
        for text_id in catalogue.text_ids(locale.id):
            if text_id.startswith("utter_") and text_id not in known:
                file, line = LocalText(catalogue, text_id, locale.id).where
                yield Finding(
                    file, line, f"no flow says {text_id}", "Take it out, or correct its name"
                )


def _overrides(catalogue: Catalogue) -> Iterator[Finding]:
    for locale in catalogue.locales.all:
        for word in transliteration.unused(catalogue, locale.id):
            yield Finding(
                f"content/{locale.id}/overrides.yml",
                1,
                f"no text holds “{word}”",
                "Take its line out, or correct it: a word is written as in the texts",
            )


def _stale(catalogue: Catalogue) -> Iterator[Finding]:
    for locale in catalogue.locales.all:
        if locale.derived_from:
            continue
        for name in stale_sentences(catalogue, locale.id):
            here = catalogue.texts[locale.id].sentences.places[name]
            file, line = catalogue.texts[catalogue.locales.source].sentences.places[name]
            yield Finding(
                *here,
                f"stale: {name} was not compared with its source text since that changed",
                f"Compare it with {file}:{line}, mend it, then run "
                f"`helpline accept {locale.id} {name}`",
            )

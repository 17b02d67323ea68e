"""Pages: whether a translation still says what the source text says, and is shown as that is."""

from collections.abc import Iterator

from bot.texts.catalogue import Catalogue
from bot.texts.findings import Finding
from bot.texts.pages import Page


def check(catalogue: Catalogue, locale: str) -> Iterator[Finding]:
    """The pages of one locale."""
    source_locale = catalogue.locales.source
    originals = catalogue.texts[source_locale].pages
    for page in catalogue.texts[locale].pages.values():
        original = originals.get(page.name)
        if original is None:
            yield Finding(
                page.file,
                1,
                f"there is no such page in {source_locale}",
                f"Write it in {source_locale} first, or correct the file's name",
            )
        elif locale != source_locale:
            yield from _like_original(page, original)


def _like_original(page: Page, original: Page) -> Iterator[Finding]:
    if page.stale(original):
        yield Finding(
            page.file,
            1,
            "stale: the source text has changed since this was translated",
            f"Compare it with {original.file}, mend it, then write "
            f"`translated_from: {original.digest}`",
            stale=True,
        )
    if page.withheld_until_reviewed != original.withheld_until_reviewed:
        yield Finding(
            page.file,
            1,
            f"`withheld_until_reviewed` is another than in {original.file}",
            "Copy the line from there: a translation is withheld as its source text is",
        )

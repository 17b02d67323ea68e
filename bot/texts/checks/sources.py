"""Pages: what each rests on, and whether a translation still says what the source text says."""

from collections.abc import Iterator, Mapping

from bot.texts.catalogue import Catalogue
from bot.texts.findings import Finding
from bot.texts.pages import Certainty, Page
from bot.texts.tree import Folder
from bot.texts.yaml import read_yaml


def read_sources(folder: Folder) -> Mapping[str, Certainty]:
    """`content/sources.yml`: source → how sure it makes a sentence. Raises `ContentError`."""
    document = read_yaml(folder / "sources.yml")
    document.known(document.root, [*Certainty])
    return {
        source: certainty
        for certainty in Certainty
        for source in document.words(document.root, certainty)
    }


def check(catalogue: Catalogue, locale: str, known: Mapping[str, Certainty]) -> Iterator[Finding]:
    """The pages of one locale."""
    source_locale = catalogue.locales.source
    originals = catalogue.texts[source_locale].pages
    for page in catalogue.texts[locale].pages.values():
        yield from _sources(page, known)
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


def _sources(page: Page, known: Mapping[str, Certainty]) -> Iterator[Finding]:
    if not page.sources:
        yield Finding(
            page.file,
            1,
            "a page needs a `source`",
            "Write below `source:` what the page rests on, word for word as in sources.yml",
        )
    for source in page.sources:
        if source not in known:
            yield Finding(
                page.file,
                1,
                f"the source “{source[:60]}” isn't listed in sources.yml",
                "Copy its line from there; add it there first if it is new",
            )
    weights = [known[source] for source in page.sources if source in known]
    weakest = max(weights, key=list(Certainty).index, default=page.certainty)
    if weakest is not page.certainty:
        yield Finding(
            page.file,
            1,
            f"`certainty` says {page.certainty}, but the weakest source is: {weakest}",
            f"Write `certainty: {weakest}`, or take the weak source and its sentences out",
        )


def _like_original(page: Page, original: Page) -> Iterator[Finding]:
    if page.stale(original):
        yield Finding(
            page.file,
            1,
            "stale: the source text has changed since this was translated",
            f"Compare it with {original.file}, mend it, then write "
            f"`translated_from: {original.digest}`",
        )
    for what in ("sources", "certainty", "withheld_until_reviewed"):
        if getattr(page, what) != getattr(original, what):
            name = "source" if what == "sources" else what
            yield Finding(
                page.file,
                1,
                f"`{name}` is another than in {original.file}",
                "Copy it from there: a translation rests on the same as its source text",
            )

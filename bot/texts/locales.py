"""`content/locales.yml`: the one list of locales."""

from dataclasses import dataclass

from bot.texts.tree import Folder
from bot.texts.yaml import read_yaml

KEYS = frozenset({"name", "script", "derived_from", "review"})


@dataclass(frozen=True, slots=True)
class Locale:
    """A language in one script. `derived_from`: its texts are made from that locale's by rule."""

    id: str
    name: str
    script: str
    derived_from: str | None
    review: str


@dataclass(frozen=True, slots=True)
class Locales:
    """All locales; texts are written in `source` first, the others are translated from it."""

    source: str
    all: tuple[Locale, ...]

    def __getitem__(self, locale: str) -> Locale:
        for one in self.all:
            if one.id == locale:
                return one
        raise KeyError(locale)


def read_locales(folder: Folder) -> Locales:
    """Read the list. Raises `ContentError`."""
    document = read_yaml(folder / "locales.yml")
    document.known(document.root, {"source", "locales"})
    found = []
    for name, body in document.mapping(document.root, "locales").items():
        document.known(body, KEYS)
        found.append(
            Locale(
                id=str(name),
                name=document.word(body, "name"),
                script=document.word(body, "script"),
                derived_from=body.get("derived_from"),
                review=document.word(body, "review"),
            )
        )
    source = document.word(document.root, "source")
    locales = Locales(source, tuple(found))
    ids = {locale.id for locale in found}
    for wanted in (source, *(locale.derived_from for locale in found if locale.derived_from)):
        if wanted not in ids:
            raise document.fault(document.root, f"there is no locale {wanted!r}")
    return locales

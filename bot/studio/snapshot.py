"""All texts as of one commit, read; and as they would be with a change."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property

from bot.clock import Clock
from bot.studio import lines
from bot.texts.catalogue import CONTENT, Catalogue, read_locale_texts
from bot.texts.check import FLOWS, library_of, read_tree
from bot.texts.checks.citations import Kind, read_kinds
from bot.texts.checks.glossary import Term, read_glossary
from bot.texts.checks.words import Forbidden, read_forbidden
from bot.texts.citations.sources import Sources, read_sources
from bot.texts.tree import Kept
from flows.format.load import DEFINITIONS
from flows.format.model import Library


@dataclass(frozen=True)
class Snapshot:
    """`version`: the commit, "" for the program's own files; `files`: with plain line feeds."""

    version: str
    files: Mapping[str, str]
    catalogue: Catalogue
    library: Library

    @classmethod
    def read(cls, version: str, files: Mapping[str, str], clock: Clock) -> "Snapshot":
        """Read all files. Flows that aren't among them are the program's own. Raises
        `ContentError`, `FlowError`."""
        files = with_flows(files)
        catalogue = Catalogue.read(clock, Kept(files, "content"))
        return cls(version, files, catalogue, library_of(files))

    def with_file(self, path: str, text: str, clock: Clock) -> "Snapshot":
        """The snapshot as it would be with another file. Of a locale's folder only that is read
        again. Raises what `read` raises."""
        files = {**self.files, path: text}
        parts = path.split("/")
        locale = parts[1] if len(parts) > 2 else ""
        if locale not in self.catalogue.texts or path.endswith("overrides.yml"):
            return Snapshot.read(self.version, files, clock)
        texts = read_locale_texts(locale, Kept(files, "content", locale))
        return replace(self, files=files, catalogue=self.catalogue.with_texts(locale, texts))

    def holds(self, paths: Set[str]) -> bool:
        """Whether it was read from these files, and from flows of the program's own at most."""
        own = {path for path in self.files.keys() - paths if path.startswith(f"{FLOWS}/")}
        return paths | own == self.files.keys()

    @property
    def content(self) -> Kept:
        """The folder of texts."""
        return Kept(self.files, "content")

    @cached_property
    def forbidden(self) -> tuple[Forbidden, ...]:
        """Phrases that no text may hold."""
        return read_forbidden(self.content, self.catalogue.locales)

    @cached_property
    def sources(self) -> Sources:
        """Sources on which sentences rest."""
        return read_sources(self.content, self.library)

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Kinds of sentences that need a mark."""
        return read_kinds(self.content)

    @cached_property
    def terms(self) -> list[Term]:
        """Terms of the translators' glossary."""
        return read_glossary(self.content)


def with_flows(files: Mapping[str, str]) -> Mapping[str, str]:
    """The files, with the program's own flows where they hold none."""
    if any(path.startswith(f"{FLOWS}/") for path in files):
        return files
    own = read_tree(DEFINITIONS, CONTENT)
    return {**files, **{path: own[path] for path in own if path.startswith(FLOWS)}}


def decoded(files: Mapping[str, bytes]) -> dict[str, str]:
    """Files as readers take them. What isn't UTF-8 shows as signs that no check lets through."""
    return {path: lines.shown(data.decode("utf-8", "replace")) for path, data in files.items()}

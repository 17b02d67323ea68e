"""What texts say about this program, held against the program: `content/claims.yml`.

For each text one code of its sentences about ourselves and of the rows that they rest on. Another
code than the one kept there means that one of both has changed since somebody compared them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.texts.catalogue import Catalogue
from bot.texts.citations import own
from bot.texts.citations.cited import Placed, code, placed
from bot.texts.citations.marks import Citation
from bot.texts.citations.sources import Sources
from bot.texts.tree import Folder
from bot.texts.yaml import read_yaml

FILE = "claims.yml"
HEAD = """\
# Which sentences about ourselves were compared with what the program does, text by text.
# Written by `helpline accept ru NAME`, after comparing; don't edit it by hand.
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """Sentences of one text about this program."""

    text_id: str
    file: str
    line: int
    sentences: tuple[Placed, ...]
    code: str

    def shown(self, sources: Sources) -> list[str]:
        """Each sentence, and below it what the program does."""
        lines = []
        for one in self.sentences:
            lines.append(f"  {one.words}")
            for cited in _own(one, sources):
                lines.append(f"    [^{cited}] {sources[own.NAME].quoted(cited.article)}")
        return lines


def claims(catalogue: Catalogue, sources: Sources) -> list[Claim]:
    """Every text that cites what the program does."""
    return claims_among(placed(catalogue), sources)


def claims_among(sentences: Iterable[Placed], sources: Sources) -> list[Claim]:
    """The claims among some sentences."""
    found: dict[str, list[Placed]] = {}
    for one in sentences:
        if _own(one, sources):
            found.setdefault(one.text_id, []).append(one)
    return [_claim(text_id, group, sources) for text_id, group in found.items()]


def _claim(text_id: str, group: list[Placed], sources: Sources) -> Claim:
    words = [one.words for one in group]
    cites = [cited for one in group for cited in _own(one, sources)]
    compared = code(words, cites, sources)
    return Claim(text_id, group[0].file, group[0].line, tuple(group), compared)


def read_claims(content: Folder) -> Mapping[str, str]:
    """Text → the code that was compared; empty without the file. Raises `ContentError`."""
    if not any(content.glob(FILE)):
        return {}
    document = read_yaml(content / FILE)
    return {str(name): document.word(document.root, name) for name in document.root}


def accept(content: Path, found: Iterable[Claim], names: frozenset[str]) -> None:
    """Write that these say what the program does. What is no claim any more goes."""
    before, after = read_claims(content), {}
    for one in found:
        kept = one.code if one.text_id in names else before.get(one.text_id)
        if kept is not None:
            after[one.text_id] = kept
    lines = [f"{name}: {after[name]}\n" for name in sorted(after)]
    (content / FILE).write_text(HEAD + "".join(lines), encoding="utf-8")


def _own(one: Placed, sources: Sources) -> list[Citation]:
    known = sources[own.NAME].articles
    return [c for c in one.sentence.cites if c.entry == own.NAME and c.article in known]

"""Which Russian sentence a translated sentence was last compared with: `LOCALE/translated.yml`.

A page says it in its front matter. Sentences have none, and other programs write their files
(Weblate): so the marks stand beside them, one line a sentence (decision 0014).
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.texts.fluent import Sentences
from bot.texts.tree import Folder
from bot.texts.yaml import read_yaml

FILE = "translated.yml"
HEAD = """\
# Which wording of the Russian sentence each translation was compared with.
# Written by `helpline accept LOCALE NAME`, after comparing; don't edit it by hand.
"""


def read_translated(folder: Folder) -> Mapping[str, str]:
    """Message → digest of its source; empty without the file. Raises `ContentError`."""
    if not any(folder.glob(FILE)):
        return {}
    document = read_yaml(folder / FILE)
    return {str(name): document.word(document.root, name) for name in document.root}


def stale(source: Sentences, own: Sentences, compared: Mapping[str, str]) -> Iterator[str]:
    """The messages whose source has changed since they were compared, or that nobody compared."""
    for name, wording in source.wordings.items():
        if name in own.wordings and compared.get(name) != digest(wording):
            yield name


def digest(wording: str) -> str:
    """A short code for a message; another for another text or button."""
    return hashlib.sha256(wording.encode()).hexdigest()[:12]


def accept(folder: Path, source: Sentences, names: frozenset[str]) -> None:
    """Write that these say by now what their source says. What is no sentence any more goes."""
    before = read_translated(folder)
    after = {name: before[name] for name in before if name in source.wordings}
    after |= {name: digest(source.wordings[name]) for name in names}
    lines = [f'{name}: "{after[name]}"\n' for name in sorted(after)]
    (folder / FILE).write_text(HEAD + "".join(lines), encoding="utf-8")

"""Line ends. Texts are read and changed with plain line feeds; a file keeps those that it has."""

from difflib import SequenceMatcher


def shown(raw: str) -> str:
    """A file's text with plain line feeds, as readers and browsers have it."""
    return raw.replace("\r\n", "\n").replace("\r", "\n")


def restored(raw: str, edited: str) -> str:
    """A changed text with the line ends of the file that it was `shown` from. A line that is new
    ends as the first line of the file does."""
    if "\r" not in raw:
        return edited
    before, after = _lines(raw), edited.split("\n")
    bare = [words for words, _ in before]
    usual = next((end for _, end in before if end), "\n")
    ends = [usual] * len(after)
    matcher = SequenceMatcher(None, bare, after, autojunk=False)
    for block in matcher.get_matching_blocks():
        for at in range(block.size):
            ends[block.b + at] = before[block.a + at][1] or usual
    ends[-1] = ""
    return "".join(words + end for words, end in zip(after, ends, strict=True))


def _lines(raw: str) -> list[tuple[str, str]]:
    """Each line and how it ends; the last one ends with nothing."""
    found: list[tuple[str, str]] = []
    start = at = 0
    while at < len(raw):
        if raw[at] not in "\r\n":
            at += 1
            continue
        end = "\r\n" if raw.startswith("\r\n", at) else raw[at]
        found.append((raw[start:at], end))
        at += len(end)
        start = at
    return [*found, (raw[start:], "")]

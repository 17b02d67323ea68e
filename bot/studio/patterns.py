"""The words of a Fluent pattern as an editor reads them, and back into the file's own form.

An editor sees the lines without their indent, and a plain sign where the file has to write
`{"["}`: a line that begins with `[`, `*` or `.` would be something else in Fluent's syntax.
"""

import re
from collections.abc import Iterator

BLANK = " \n"
"""What is around words and not of them. A no-break space is of them."""

_ESCAPED = re.compile(r'^( *)\{ *"([\[*.])" *\}')
_SPECIAL = re.compile(r"^( *)([\[*.])")
_BRACE = re.compile(r'"(?:\\.|[^"\\\n])*"|[{}]')


def normal(words: str) -> str:
    """Words as they can stand in a file: no blanks at the ends of lines, none around."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "\n".join(line.rstrip(" ") for line in plain.split("\n")).strip(BLANK)


def words_of(raw: str) -> str:
    """The words of a pattern as an editor sees them. `raw`: its part of a file, which may begin
    with its indent."""
    lines = raw.rstrip(BLANK).split("\n")
    if not _is_block(lines):
        first, rest = lines[0].strip(" "), lines[1:]
    else:
        first, rest = None, lines
    indent = _indent(rest)
    bare = [line[indent:] if line.strip(BLANK) else "" for line in rest]
    shown = [_ESCAPED.sub(r"\1\2", line) if plain else line for plain, line in _depths(bare)]
    return normal("\n".join(shown if first is None else [first, *shown]))


def written(words: str, raw: str, least: int) -> str:
    """The part of a file for these words, in the form that `raw` has there. `least`: the indent of
    lines that go on, where it has none."""
    lines = raw.rstrip(BLANK).split("\n")
    new = normal(words).split("\n")
    block = _is_block(lines)
    rest = lines if block else lines[1:]
    indent = _indent(rest) or least
    if not block and (len(new) == 1 or len(lines) > 1):
        first, *new = new
        return "\n".join([first, *_indented(new, indent)])
    indented = "\n".join(_indented(new, indent))
    return indented if block else f"\n{indented}"


def _is_block(lines: list[str]) -> bool:
    """Whether the words begin on a line of their own: they are told by the indent before them."""
    return not lines[0].strip(BLANK) or lines[0].startswith(" ")


def _indent(lines: list[str]) -> int:
    held = [line for line in lines if line.strip(BLANK)]
    return min((len(line) - len(line.lstrip(" ")) for line in held), default=0)


def _indented(lines: list[str], indent: int) -> Iterator[str]:
    for plain, line in _depths(lines):
        escaped = _SPECIAL.sub(r'\1{"\2"}', line) if plain else line
        yield " " * indent + escaped if line else ""


def _depths(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Each line, and whether it begins outside of braces."""
    depth = 0
    for line in lines:
        yield depth == 0, line
        for brace in _BRACE.findall(line):
            depth += {"{": 1, "}": -1}.get(brace, 0)

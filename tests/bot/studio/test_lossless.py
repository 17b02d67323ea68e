"""Opening and saving any file of `content/` changes no byte; changing one sentence changes its
lines alone, whatever somebody types."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.errors import ContentError
from bot.studio import fluent_file, lines, page_file, yaml_file
from bot.studio.compared import with_line
from bot.studio.patterns import normal
from bot.texts.catalogue import CONTENT
from bot.texts.fluent import parsed

FILES = {
    file.relative_to(CONTENT.parent).as_posix(): file.read_bytes()
    for file in sorted(CONTENT.rglob("*"))
    if file.is_file()
}
FLUENT = [path for path in FILES if path.endswith(".ftl")]
PAGES = [path for path in FILES if "/pages/" in path]

LETTERS = "абвЯ әғқңөұүһі ӣӯҳҷқғ oʻgʻ‘ё №1 12 \u00a0\u2028"
LINES = st.text(st.sampled_from(LETTERS + '{}$[]*.#=-"\\|>:;!?…«»()/ \t'), max_size=40)
WORDS = st.lists(LINES, min_size=1, max_size=5).map("\n".join)
SAID = st.sampled_from(["{ $phone_112 }", "[в скобках]", "* звезда", ".точка", "- строка"])
TYPED = st.lists(st.one_of(LINES, SAID), min_size=1, max_size=5).map("\n".join)
ENDS = st.sampled_from(["", "crlf", "no final newline", "crlf, no final newline"])

quiet = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.filter_too_much]
)


def as_kept(path: str, ends: str) -> str:
    """A file as some editor of theirs may have written it."""
    text = FILES[path].decode()
    if "no final newline" in ends:
        text = text.rstrip("\n")
    return text.replace("\n", "\r\n") if "crlf" in ends else text


@cache
def messages(path: str) -> list[str]:
    return [
        one.id.name for one in parsed(FILES[path].decode()).body if isinstance(one, ast.Message)
    ]


def split(text: str) -> list[str]:
    """Lines with their ends; other signs that some call line ends are words here."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    old, new = split(before), split(after)
    gone, come = [], []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += old[i1:i2]
            come += new[j1:j2]
    return gone, come


@pytest.mark.parametrize("ends", ["", "crlf", "no final newline", "crlf, no final newline"])
def test_a_file_that_was_opened_and_saved_is_the_same(ends: str) -> None:
    for path in FILES:
        raw = as_kept(path, ends)
        assert lines.restored(raw, lines.shown(raw)).encode() == raw.encode()


@pytest.mark.slow
def test_texts_that_were_opened_and_saved_are_the_same() -> None:
    for path in FLUENT:
        text = FILES[path].decode()
        for name in messages(path):
            held = fluent_file.fields(text, name)
            assert held is not None
            assert fluent_file.changed(path, text, name, held) is text
    for path in PAGES:
        text, name = FILES[path].decode(), Path(path).stem
        assert page_file.changed(path, name, text, page_file.fields(path, name, text)) is text


@quiet
@given(st.sampled_from(FLUENT), st.data(), TYPED, ENDS)
@pytest.mark.slow
def test_a_changed_sentence_changes_its_lines_alone(
    path: str, data: st.DataObject, typed: str, ends: str
) -> None:
    raw = as_kept(path, ends)
    text = lines.shown(raw)
    name = data.draw(st.sampled_from(messages(path)))
    held = fluent_file.fields(text, name)
    assert held
    field = data.draw(st.sampled_from(sorted(held)))
    assume(normal(typed) or field == fluent_file.NOTE)
    try:
        after = fluent_file.changed(path, text, name, {field: typed})
    except ContentError:
        return  # see the tests of what is refused
    again = fluent_file.fields(after, name)
    assert again == {**held, field: normal(typed)}
    check_lines(raw, lines.restored(raw, after), held[field], typed)
    for other in messages(path):
        if other != name:
            assert fluent_file.fields(after, other) == fluent_file.fields(text, other)


@quiet
@given(st.sampled_from(PAGES), st.data(), TYPED, ENDS)
def test_a_changed_bubble_changes_its_lines_alone(
    path: str, data: st.DataObject, typed: str, ends: str
) -> None:
    raw = as_kept(path, ends)
    text, name = lines.shown(raw), Path(path).stem
    held = page_file.fields(path, name, text)
    field = data.draw(st.sampled_from([one for one in held if one != page_file.DOUBTS]))
    assume(normal(typed))
    try:
        after = page_file.changed(path, name, text, {field: typed})
        again = page_file.fields(path, name, after)
    except ContentError:
        return
    assert {one: again[one] for one in held if one != field} == {
        one: held[one] for one in held if one != field
    }
    check_lines(raw, lines.restored(raw, after), held[field], typed)


def check_lines(before: str, after: str, old: str, typed: str) -> None:
    """No more lines go than the old words have, none comes that isn't typed, and ends are kept."""
    gone, come = changed_lines(before, after)
    spare = 2  # the line with the name, where one line becomes several, or the last without an end
    assert len(gone) <= len(split(old)) + spare
    assert len(come) <= len(split(normal(typed))) + spare
    if "\r\n" in before and come:
        assert all(line.endswith("\r\n") for line in come[:-1])


@quiet
@given(st.sampled_from(PAGES), st.lists(LINES, max_size=4))
def test_doubts_are_read_as_they_were_typed(path: str, doubts: list[str]) -> None:
    text, name = FILES[path].decode(), Path(path).stem
    before = page_file.fields(path, name, text)
    wanted = "\n".join(doubts)
    after = page_file.changed(path, name, text, {page_file.DOUBTS: wanted})
    again = page_file.fields(path, name, after)

    kept = [line.strip() for line in normal(wanted).split("\n") if line.strip()]
    assert again == {**before, page_file.DOUBTS: "\n".join(kept)}
    assert after.split("---\n")[2:] == text.split("---\n")[2:]


@quiet
@given(WORDS)
def test_one_value_of_a_list_is_changed(typed: str) -> None:
    path = "content/contacts.yml"
    text = FILES[path].decode()
    try:
        after = yaml_file.with_value(path, text, ("phone_111", "heard"), typed)
        again = yaml_file.with_value(path, after, ("phone_111", "heard"), "тишина")
    except ContentError:
        return
    assert changed_lines(text, after)[0] == []
    assert len(changed_lines(text, after)[1]) == 1
    assert changed_lines(after, again)[1] in ([], ['  heard: "тишина"\n'])


def test_a_code_is_put_where_it_belongs() -> None:
    path = "content/kk/translated.yml"
    text = FILES[path].decode()
    name, code = "utter_thanks", '"0123456789ab"'

    after = with_line(text, name, code)

    gone, come = changed_lines(text, after)
    assert come == [f"{name}: {code}\n"]
    assert [line.partition(":")[0] for line in gone] == [name]
    without = text.replace(gone[0], "")
    assert with_line(without, name, gone[0].partition(": ")[2].strip()) == text


def test_signs_that_would_be_syntax_are_words_again() -> None:
    """Weblate writes `{ "[" }` for them, and some readers show that (WeblateOrg/weblate#11066)."""
    text = "first = один\n\nlast =\n    слова\n"
    typed = "[в скобках]\n\n* звезда\n.точка\n{ $phone_112 }"

    after = fluent_file.changed("f.ftl", text, "last", {"text": typed})

    assert fluent_file.fields(after, "last") == {"text": typed, "note": ""}
    assert after.startswith('first = один\n\nlast =\n    {"["}в скобках]\n\n    {"*"} звезда\n')


@pytest.mark.parametrize("typed", ["a } b", "{", "{ $x", '{ "a }', "{ $x ->\n [a] b }"])
def test_what_would_break_the_file_is_refused(typed: str) -> None:
    with pytest.raises(ContentError, match=r"^f\.ftl:\d+: not readable"):
        fluent_file.changed("f.ftl", "a = b\n\nc = d\n", "a", {"text": typed})


@pytest.mark.parametrize("typed", ["слова\n\n## ещё\n\nслова", "## ещё"])
def test_a_page_gets_no_bubble_by_accident(typed: str) -> None:
    path = "content/ru/pages/police.md"
    with pytest.raises(ContentError, match=r"another bubble|would be empty"):
        page_file.changed(path, "police", FILES[path].decode(), {"utter_police": typed})


def test_a_new_text_stands_below_its_neighbour() -> None:
    text = "a = один\n    .yes = Да\n\n# note\nb = два\n"
    wanted: Mapping[str, str] = {"text": "три\nчетыре", ".no": "Нет", "note": "doubt: так?"}

    after = fluent_file.added("f.ftl", text, "c", wanted, "a")

    assert after == (
        "a = один\n    .yes = Да\n\n# doubt: так?\nc =\n    три\n    четыре\n    .no = Нет\n\n"
        "# note\nb = два\n"
    )

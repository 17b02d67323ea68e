"""YAML 1.2 with lines: what a plain word means, and what is refused where."""

from datetime import date

import pytest

from flows.format.yaml12 import YamlFault, YamlMapping, YamlSequence, compose, load


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("", None),
        ("~", None),
        ("null", None),
        ("12", 12),
        ("-5", -5),
        ("010", 10),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("0.5", 0.5),
        ("1e3", 1000.0),
        ("1.2.3", "1.2.3"),
        ("2026-11-25", date(2026, 11, 25)),
        ("2026-11-25 10:00:00", "2026-11-25 10:00:00"),
        ('"12"', "12"),
        ("'true'", "true"),
        ("<<", "<<"),
    ],
)
def test_a_plain_word_means_what_yaml_1_2_says(text: str, value: object) -> None:
    found = load(f"key: {text}\n")["key"]

    assert (found, type(found)) == (value, type(value))


def test_parts_know_their_lines() -> None:
    root = load("# a comment\na: b\nmany:\n  - one\n\n  - two: 2\n    three: 3\n")

    assert isinstance(root, YamlMapping)
    assert (root.line, root.lines) == (2, {"a": 2, "many": 3})
    many = root["many"]
    assert isinstance(many, YamlSequence)
    assert (many.line, many.lines) == (4, {0: 4, 1: 6})
    assert (many[1].line, many[1].lines) == (6, {"two": 6, "three": 7})


def test_a_key_is_always_a_word() -> None:
    assert list(load("no: 1\n5: 2\ntrue: 3\n2026-11-25: 4\n")) == ["no", "5", "true", "2026-11-25"]


def test_what_is_named_can_be_repeated() -> None:
    assert load("a: &x [1]\nb: *x\n") == {"a": [1], "b": [1]}


def test_nothing_is_nothing() -> None:
    assert load("# only a comment\n") is None
    assert compose("") is None


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 'duplicate key "a"'),
        ("x:\n  no: 1\n  no: 2\n", 3, 'duplicate key "no"'),
        ("a:\n  - [1\n", 3, "expected ',' or ']'"),
        ("a: [", 1, "did not find expected node"),
        ("a: 'open\n", 2, "end of stream"),
        ("a: 1\n\tb: 2\n", 2, "tab character"),
        ("a: 1\n--- \nb: 2\n", 2, "another document"),
        ("? [a]\n: b\n", 1, "a key is a word"),
        ("a: 1\nb: 2026-02-31\n", 2, "no day 2026-02-31"),
        ("a: 1\nb: !!binary aGVsbG8=\n", 2, "no tag"),
        ("- !!python/object/apply:os.getcwd []\n", 1, "no tag"),
        ("a: !!set {b}\n", 1, "no tag"),
        ("a: &x [*x]\n", 1, "nested too deeply"),
        ("[" * 20_000, 1, "nesting depth"),
    ],
)
def test_a_fault_names_its_line(text: str, line: int, says: str) -> None:
    with pytest.raises(YamlFault, match=says) as caught:
        load(text)

    assert (caught.value.line, caught.value.character) == (line, False)


@pytest.mark.parametrize("character", ["\x07", "\x00", "\ud800"])
def test_a_forbidden_character_is_found_behind_any_others(character: str) -> None:
    with pytest.raises(YamlFault) as caught:
        load(f"ы: 🆘\nb: ұ{character}\n")

    assert (caught.value.line, caught.value.character) == (2, True)

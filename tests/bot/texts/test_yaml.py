"""YAML with places: every fault is said as `file:line: what to mend`."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.texts.yaml import Document, read_yaml, short_path


def fault(text: str, first_line: int = 1) -> str:
    with pytest.raises(ContentError) as caught:
        Document("content/x.yml", text, first_line)
    return caught.value.detail


def test_a_file_that_is_no_yaml_is_refused_at_the_line_where_it_breaks() -> None:
    assert fault("a: 1\nb: [1, 2\n").startswith("content/x.yml:3: not readable as YAML: ")


def test_a_key_that_stands_twice_is_refused() -> None:
    assert fault("a: 1\nb: 2\na: 3\n").startswith("content/x.yml:3: not readable as YAML")


def test_lines_count_from_where_the_document_begins_in_its_file() -> None:
    assert fault("a: 1\nb: 2\na: 3\n", first_line=10).startswith("content/x.yml:12: ")


@pytest.mark.parametrize("text", ["", "- one\n- two\n", "word\n"])
def test_only_a_mapping_is_a_document(text: str) -> None:
    assert fault(text) == "content/x.yml:1: expected `key: value` lines"


def test_yes_and_no_are_words_and_not_truth_values() -> None:
    """YAML 1.1 would read them as truth values, and Norway as none."""
    document = Document("x.yml", "a: no\nb: yes\n")
    assert (document.root["a"], document.root["b"]) == ("no", "yes")


def test_an_unknown_key_is_refused_at_its_line_with_those_that_are_known() -> None:
    document = Document("x.yml", "name: a\nsorce: b\n")
    with pytest.raises(ContentError) as caught:
        document.known(document.root, {"source", "name"})
    assert caught.value.detail == "x.yml:2: no key 'sorce' is known here; known are: name, source"


def test_a_part_that_is_no_mapping_has_no_keys() -> None:
    document = Document("x.yml", "a: text\n")
    with pytest.raises(ContentError, match="expected `key: value` lines"):
        document.known(document.root["a"], {"b"})


@pytest.mark.parametrize("value", ["", "''", "'  '", "12", "[a]", "{a: b}"])
def test_a_word_is_a_text_that_says_something(value: str) -> None:
    document = Document("x.yml", f"other: a\nname: {value}\n")
    with pytest.raises(ContentError, match=r"^x\.yml:2: 'name' needs a text$"):
        document.word(document.root, "name")


def test_a_word_is_given_back() -> None:
    document = Document("x.yml", 'name: "112"\n')
    assert document.word(document.root, "name") == "112"


def test_a_list_of_words() -> None:
    document = Document("x.yml", "many: [a, b]\nnone:\n")
    assert document.words(document.root, "many") == ("a", "b")
    assert document.words(document.root, "none") == ()
    assert document.words(document.root, "absent") == ()


@pytest.mark.parametrize("value", ["word", "[1, 2]", "{a: b}"])
def test_a_list_holds_texts_only(value: str) -> None:
    document = Document("x.yml", f"many: {value}\n")
    with pytest.raises(ContentError, match=r"^x\.yml:1: 'many' needs a list of texts$"):
        document.words(document.root, "many")


@pytest.mark.parametrize("value", ["", "word", "[a]"])
def test_a_mapping_is_one(value: str) -> None:
    document = Document("x.yml", f"a: b\nparts: {value}\n")
    with pytest.raises(ContentError, match=r"^x\.yml:2: 'parts' needs `key: value` lines"):
        document.mapping(document.root, "parts")


def test_a_missing_file_is_a_fault_too(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"^gone\.yml:1: this file is missing$"):
        read_yaml(tmp_path / "gone.yml")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/srv/content/ru/start.ftl", "content/ru/start.ftl"),
        ("/content/old/content/ru/start.ftl", "content/ru/start.ftl"),
        ("/srv/other/start.ftl", "start.ftl"),
    ],
)
def test_paths_begin_where_an_editor_knows_them(path: str, shown: str) -> None:
    assert short_path(Path(path)) == shown

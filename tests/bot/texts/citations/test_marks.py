"""Footnote marks belong to the sentence before them, and are never shown."""

import pytest

from bot.texts.citations.marks import Citation, citation, comments, sentences, without_marks
from bot.texts.pages import read_page

LAW = Citation("law", "17(1)")
STAY = Citation("stay", "10")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("One. Two. [^law 17(1)] Three.", [("One.", ()), ("Two.", (LAW,)), ("Three.", ())]),
        ("One. Two.[^law 17(1)] [^stay 10]", [("One.", ()), ("Two.", (LAW, STAY))]),
        ("One [^law 17(1)] goes on. Two.", [("One goes on.", (LAW,)), ("Two.", ())]),
        ("**One.** [^stay 10]\n\nTwo.", [("One.", (STAY,)), ("Two.", ())]),
        ("He said “yes.” [^stay 10] Two.", [("He said “yes.”", (STAY,)), ("Two.", ())]),
        ("No mark.", [("No mark.", ())]),
    ],
)
def test_a_mark_binds_the_sentence_before_it(
    written: str, expected: list[tuple[str, tuple[Citation, ...]]]
) -> None:
    assert [(one.words, one.cites) for one in sentences(written)] == expected


def test_an_item_is_read_with_the_line_above_its_list() -> None:
    written = "# Title\n\nFirst. You may:\n- eat [^stay 10]\n- sleep\n\nEnd."
    title, first, lead, eat, sleep, end = sentences(written, first=10)
    assert (title.title, first.words, lead.words) == (True, "First.", "You may:")
    assert (eat.whole, eat.cites, eat.line, eat.block) == ("You may: eat", (STAY,), 13, 2)
    assert (sleep.whole, sleep.cites) == ("You may: sleep", ())
    assert (end.whole, end.line) == ("End.", 16)


def test_the_items_of_a_list_cite_what_the_line_above_it_cites() -> None:
    lead, eat, sleep = sentences("You may: [^law 17(1)]\n- eat\n- sleep [^stay 10]")
    assert lead.is_lead
    assert (eat.cites, sleep.cites) == ((LAW,), (LAW, STAY))


def test_an_entry_may_be_cited_without_an_article() -> None:
    assert citation("press") == Citation("press")
    assert citation(" law  17(2)  12) ") == Citation("law", "17(2) 12)")
    assert str(Citation("press")) == "press"
    assert str(LAW) == "law 17(1)"


def test_a_comment_names_a_source_for_all_or_for_one_sentence() -> None:
    written = "Said at night.\n[^law 17(1)]\n[^stay 10] You may stay\ndoubt: is it so?"
    assert list(comments(written)) == [(LAW, ""), (STAY, "You may stay")]


def test_marks_are_neither_shown_nor_part_of_a_page_s_code() -> None:
    bare = "---\ndoubts: []\n---\n# T\n\nOne. Two.\n- item\n"
    marked = "---\ndoubts: []\n---\n# T\n\nOne. [^law 17(1)] Two.\n- item [^stay 10]\n"
    shown, with_marks = (read_page("x.md", "x", text) for text in (bare, marked))
    assert with_marks.bubbles == shown.bubbles
    assert with_marks.digest == shown.digest
    assert "[^law 17(1)]" in with_marks.sections["utter_x"]


def test_what_looks_like_a_mark_only_is_left_for_the_reader_to_refuse() -> None:
    assert without_marks("a [^b\nc] d") == "a [^b\nc] d"

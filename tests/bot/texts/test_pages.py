"""Pages: Markdown in, Telegram's HTML out, and nothing that Telegram can't show."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ContentError
from bot.texts.pages import Page, fill, read_page, variables

FRONT = "withheld_until_reviewed: false\n"


def page(body: str, front: str = FRONT) -> Page:
    return read_page("ru/pages/some.md", "some", f"---\n{front}---\n{body}")


def html(body: str) -> str:
    return page(body).bubbles["utter_some"]


def fault(body: str, front: str = FRONT) -> str:
    with pytest.raises(ContentError) as caught:
        page(body, front)
    return caught.value.detail


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("One.\n\nTwo.\n", "One.\n\nTwo."),
        ("One\ntwo.\n", "One\ntwo."),
        ("# Title\n\nText.\n", "<b>Title</b>\n\nText."),
        ("Some **bold** words.", "Some <b>bold</b> words."),
        ("- one\n- two\n", "• one\n• two"),
        ("Text:\n\n- one\n- two\n\nEnd.", "Text:\n\n• one\n• two\n\nEnd."),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("Call { $phone_112 }.", "Call { $phone_112 }."),
    ],
)
def test_what_is_allowed(markdown: str, expected: str) -> None:
    assert html(markdown) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "[a link](https://example.org)",
        "![a picture](x.png)",
        "`code`",
        "*slanted*",
        "<b>html</b>",
        "<https://example.org>",
        "- one\n- [two](https://example.org)",
    ],
)
def test_inside_a_line_only_bold_is_allowed(markdown: str) -> None:
    assert "only **bold** is allowed here" in fault(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "1. one\n2. two",
        "> quoted",
        "```\ncode\n```",
        "Text.\n\n    code",
        "<div>html</div>",
        "### small heading",
        "One.\n\n---\n\nTwo.",
    ],
)
def test_other_blocks_are_refused(markdown: str) -> None:
    assert "only paragraphs, **bold** and `- ` lists are allowed" in fault(markdown)


def test_a_fault_names_its_line() -> None:
    """Three lines of front matter stand above; the second section begins on line 6."""
    assert fault("One.\n\n## more\n\nTwo.\n\n> quoted\n").startswith("ru/pages/some.md:10: ")
    assert fault("> quoted\n").startswith("ru/pages/some.md:4: ")


def test_each_section_is_a_bubble_with_a_text_id_of_its_own() -> None:
    found = page("First.\n\n## more\n\nSecond.\n\n## why\nThird.\n")
    assert found.bubbles == {
        "utter_some": "First.",
        "utter_some_more": "Second.",
        "utter_some_why": "Third.",
    }
    assert found.lines["utter_some"] == 4


def test_a_page_begins_with_its_front_matter() -> None:
    with pytest.raises(ContentError, match=r"^x\.md:1: a page begins with `---`"):
        read_page("x.md", "x", "# Title\n")


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("doubts: a\n", "some.md:2: 'doubts' needs a list of texts"),
        (FRONT + "reviewed_on: soon\n", "some.md:3: 'reviewed_on' is a date such as 2026-11-25"),
        (FRONT + "review_by: 2027-01-01 10:00:00\n", "some.md:3: 'review_by' is a date"),
        (FRONT + "author: somebody\n", "some.md:3: no key 'author' is known here"),
        ("doubts: [a\n", "not readable as YAML"),
    ],
)
def test_faults_of_the_front_matter(front: str, expected: str) -> None:
    assert expected in fault("Text.", front)


def test_the_front_matter_is_kept() -> None:
    found = page(
        "Text.",
        "reviewed_by: somebody\nreviewed_on: 2026-11-01\nreview_by: 2027-03-01\n"
        + "translated_from: abc\ndoubts: [one]\nwithheld_until_reviewed: true\n",
    )
    assert found.review_by == date(2027, 3, 1)
    assert (found.translated_from, found.doubts) == ("abc", ("one",))
    assert found.withheld_until_reviewed
    assert found.reviewed


@pytest.mark.parametrize("front", ["reviewed_by: somebody\n", "reviewed_on: 2026-11-01\n", ""])
def test_a_review_has_a_name_and_a_day(front: str) -> None:
    assert not page("Text.", FRONT + front).reviewed


@pytest.mark.parametrize("digest", ["688970211901", "0123456789ab", "12e456789012", "000000000001"])
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_a_digest_that_looks_like_a_number_is_none(digest: str, quote: str) -> None:
    front = f"{FRONT}translated_from: {quote}{digest}{quote}\n"
    assert page("Text.", front).translated_from == digest


def test_an_original_is_translated_from_nothing() -> None:
    assert page("Text.", FRONT + "translated_from:\ndoubts: [one]\n").translated_from is None


def test_the_digest_is_of_the_words_and_not_of_the_front_matter() -> None:
    """A new review or a blank line makes no translation stale; a changed word does."""
    assert page("Text.").digest == page("\nText.\n\n", FRONT + "review_by: 2027-01-01\n").digest
    assert page("Text.").digest != page("Texts.").digest


def test_variables_are_filled_in_and_escaped() -> None:
    assert fill("{ $a } and {$b}", {"a": "<1>", "b": "2"}) == "&lt;1&gt; and 2"
    assert variables("{ $a } and {$b}, { $a }") == {"a", "b"}


def test_a_variable_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError, match="b"):
        fill("{ $b }", {"a": "1"})


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_no_text_makes_tags_of_its_own(text: str) -> None:
    """Whatever is written: it is refused, or shows with no tag but bold, balanced."""
    try:
        shown = html(text)
    except ContentError:
        return
    assert shown.count("<b>") == shown.count("</b>")
    rest = shown.replace("<b>", "").replace("</b>", "")
    assert "<" not in rest
    assert ">" not in rest

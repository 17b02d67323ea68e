"""Translations say a term as the glossary does, in whatever form; what differs is a note."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.texts.catalogue import CONTENT
from bot.texts.checks.glossary import check, read_glossary, says, words_of
from tests.bot.texts.citations.small import read, small

TABLE = """\
# Glossary

| term | ru | en |
| --- | --- | --- |
| lawyer | юрист | lawyer |
| police | полиция, участок (полиции) | police |

| | ru | en |
| --- | --- | --- |
| a sentence | Спросите. | Ask. |
"""


def test_only_the_terms_are_read(tmp_path: Path) -> None:
    (tmp_path / "glossary.md").write_text(TABLE, encoding="utf-8")
    lawyer, police = read_glossary(tmp_path)
    assert (lawyer.name, lawyer.words) == ("lawyer", {"ru": ("юрист",), "en": ("lawyer",)})
    assert police.words["ru"] == ("полиция", "участок")


def test_a_broken_line_is_a_fault(tmp_path: Path) -> None:
    table = TABLE.replace("| lawyer | юрист |", "| lawyer |")
    (tmp_path / "glossary.md").write_text(table, encoding="utf-8")
    with pytest.raises(ContentError, match=r"glossary\.md:5: a line needs 3 cells"):
        read_glossary(tmp_path)


@pytest.mark.parametrize(
    ("text", "ways", "expected"),
    [
        ("Спросите юриста.", ("юрист",), True),
        ("Hujjatingizni so‘rang", ("hujjatlar",), True),
        ("Құжатыңыз", ("құжаттар",), True),
        ("bepul huquqiy yordam", ("bepul yuridik yordam",), False),
        ("в полиции", ("участок", "полиция"), True),
        ("почта", ("полиция",), False),
    ],
)
def test_words_are_compared_by_their_beginnings(
    text: str, ways: tuple[str, ...], expected: bool
) -> None:
    assert says(words_of(text), ways) is expected


def test_a_page_that_says_another_word_is_named(tmp_path: Path) -> None:
    english = "---\nreviewed_by:\n---\n# Time\n\nBy law there are 30 days. Ask an attorney.\n"
    content = small(tmp_path, english=english)
    (content / "glossary.md").write_text(TABLE, encoding="utf-8")
    (note,) = check(read(content), read_glossary(content))
    assert str(note).startswith(
        "content/en/pages/time.md:4: utter_time doesn't say “lawyer” for lawyer, as the glossary."
    )


def test_our_own_glossary_can_be_read() -> None:
    terms = read_glossary(CONTENT)
    assert {"operator", "police", "expulsion"} <= {term.name for term in terms}
    assert all(set(term.words) == {"ru", "en", "kk", "uz", "ky", "tg"} for term in terms)

"""The question deck: read, checked at its lines, and fit for callback data."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import SettableClock
from bot.errors import ContentError
from bot.texts import asking
from bot.texts.catalogue import Catalogue
from bot.texts.check import check_catalogue, read_tree
from bot.texts.deck import Deck, read_deck
from bot.texts.publication import version_of
from flows.format.load import load
from flows.signals import Answer
from tests.bot.texts.trees import append, edit, tree

CLOCK = SettableClock(datetime(2026, 11, 25, 12, tzinfo=UTC))
SMALL = """\
groups:
  - id: safety
    questions:
      - id: alone_now
        answers: [yes, no]
      - id: injured_where
        answers: [head, chest, belly]
"""


def deck_of(folder: Path, text: str) -> Deck:
    (folder / "deck").mkdir(exist_ok=True)
    (folder / "deck" / "deck.yml").write_text(text, encoding="utf-8")
    return read_deck(folder)


def faults(content: Path) -> list[str]:
    catalogue = Catalogue.read(CLOCK, content)
    return [str(fault) for fault in check_catalogue(catalogue, load(), content)]


def test_a_deck_is_read_in_its_order(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, SMALL)

    assert [one.id for one in deck.questions] == ["alone_now", "injured_where"]
    question = deck.question("alone_now")
    assert question is not None
    assert question.offered == ("yes", "no", "skip", "write")


def test_a_tree_without_a_deck_has_none(tmp_path: Path) -> None:
    assert read_deck(tmp_path) == Deck()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("id: injured_where", "id: alone_now", "deck.yml:6: alone_now exists twice"),
        ("id: alone_now", "id: Alone", "deck.yml:4: 'Alone' can't be an id here"),
        ("id: alone_now", "id: skip", "deck.yml:4: the id 'skip' is taken"),
        ("[yes, no]", "[yes]", "deck.yml:5: alone_now has 1 answers"),
        ("[yes, no]", "[yes, yes]", "deck.yml:5: alone_now has an answer twice"),
        ("[yes, no]", "[yes, write]", "deck.yml:5: 'write' can't be the id of an answer"),
        ("[yes, no]", "[yes, no]\n        note: x", "deck.yml:6: no key 'note' is known here"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, before: str, after: str, told: str) -> None:
    with pytest.raises(ContentError) as error:
        deck_of(tmp_path, SMALL.replace(before, after))

    assert told in error.value.detail


@pytest.mark.parametrize(
    ("pattern", "replacement", "told"),
    [
        (r"^deck_can_write = .*$", "", "there is no text deck_can_write"),
        (r"^deck_can_write = .*$", "deck_can_write = " + "да " * 26, "has 26 words"),
        (r"^deck_answer_yes = .*$", "deck_answer_yes = " + "д" * 29, "has 29 characters"),
    ],
)
def test_a_text_that_is_missing_or_does_not_fit_is_found(
    tmp_path: Path, pattern: str, replacement: str, told: str
) -> None:
    content = tree(tmp_path)
    assert faults(content) == []
    edit(content / "ru" / "deck.ftl", pattern, replacement)

    found = faults(content)

    assert any(told in one for one in found)
    assert all("content/ru" in one for one in found)


def test_a_text_of_no_question_is_found_at_its_line(tmp_path: Path) -> None:
    content = tree(tmp_path)
    line = append(content / "ru" / "deck.ftl", "deck_forgotten = Что?\n")

    assert (
        f"content/ru/deck.ftl:{line}: the deck has nothing called deck_forgotten"
        in faults(content)[0]
    )


@pytest.mark.slow
def test_a_group_needs_a_name_in_the_languages_of_the_desk_alone(tmp_path: Path) -> None:
    content = tree(tmp_path, "en")
    (content / "desk").mkdir()
    (content / "desk" / "en.ftl").write_text("a = b\n", encoding="utf-8")
    for locale in ("ru", "en"):
        edit(content / locale / "deck.ftl", r"^deck_group_safety = .*$", "")

    found = faults(content)

    assert len(found) == 1
    assert "the group safety of the deck has no name in en" in found[0]


def test_the_deck_is_published_with_the_other_texts() -> None:
    files = dict(read_tree())
    before = version_of(files)
    files["content/deck/deck.yml"] += "# more\n"

    assert version_of(files) != before


def test_callback_data_of_every_button_holds_ids_alone_and_fits() -> None:
    """Bot API, InlineKeyboardButton: callback_data has 1-64 bytes."""
    catalogue = Catalogue.read(CLOCK)
    ref = "R" * 16
    assert catalogue.deck.questions
    for question in catalogue.deck.questions:
        data = [one for _, one in asking.buttons(catalogue, question, "ru", ref)]
        assert max(len(one.encode()) for one in data) <= 64
        read = [asking.read_answer(catalogue, one) for one in data]
        assert read == [Answer(question.id, answer, ref) for answer in question.offered]


@pytest.mark.parametrize(
    "data",
    ["d:", "d:can_write:yes", "d:can_write:never:r", "d:gone:yes:r", "d:can_write:yes:r:more"],
)
def test_forged_callback_data_is_no_answer(data: str) -> None:
    assert asking.is_answer(data)
    assert asking.read_answer(Catalogue.read(CLOCK), data) is None


def test_an_answer_whose_question_is_gone_is_shown_by_its_ids() -> None:
    catalogue = Catalogue.read(CLOCK)

    assert asking.phrase(catalogue, Answer("gone", "yes"), "en") == "gone → yes"

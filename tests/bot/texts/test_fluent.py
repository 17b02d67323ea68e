"""Fluent: what would fail silently fails loudly, at its line."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.texts.fluent import Sentences, read_sentences

TEXT = """\
utter_plain = Hello
utter_named = Call { $phone_1 } or { $phone_2 }
utter_asked = Yes?
    .yes = Yes
    .no = No
slot-colour =
    .red = Red
utter_broken = See { utter_absent }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "content" / "en"
    own.mkdir(parents=True)
    (own / "some.ftl").write_text(TEXT, encoding="utf-8")
    return own


@pytest.fixture
def sentences(folder: Path) -> Sentences:
    return read_sentences("en", folder)


def test_a_message(sentences: Sentences) -> None:
    assert sentences.format("utter_plain", {}) == "Hello"


def test_variables_are_put_in_as_they_are(sentences: Sentences) -> None:
    """Without the invisible marks that Fluent puts around variables by default."""
    given = {"phone_1": "112", "phone_2": "102"}
    assert sentences.format("utter_named", given) == "Call 112 or 102"
    assert sentences.variables["utter_named"] == {"phone_1", "phone_2"}


def test_a_message_that_is_not_there_is_none(sentences: Sentences) -> None:
    assert sentences.format("utter_absent", {}) is None
    assert sentences.attribute("utter_absent", "yes") is None


def test_attributes(sentences: Sentences) -> None:
    assert sentences.attribute("utter_asked", "yes") == "Yes"
    assert sentences.attribute("utter_asked", "maybe") is None
    assert sentences.attribute("slot-colour", "red") == "Red"


def test_a_message_of_labels_only_says_nothing(sentences: Sentences) -> None:
    assert sentences.format("slot-colour", {}) is None


def test_a_variable_that_does_not_exist_is_a_fault_with_its_place(sentences: Sentences) -> None:
    with pytest.raises(ContentError) as caught:
        sentences.format("utter_named", {"phone_1": "112"})
    assert caught.value.detail == (
        "content/en/some.ftl:2: utter_named names $phone_2, which doesn't exist"
    )


def test_a_message_that_names_an_absent_one_is_a_fault(sentences: Sentences) -> None:
    with pytest.raises(ContentError, match=r"some\.ftl:8: utter_broken names utter_absent, which"):
        sentences.format("utter_broken", {})


def test_a_wording_is_that_of_what_it_names_too(folder: Path) -> None:
    """A fact in a term stands in one place; who says it says something else when it changes."""
    file = folder / "then.ftl"
    wordings = set()
    for fact in ("two", "three"):
        file.write_text(
            f"-days = {fact} days\nsaid_days = In {{ -days }}.\nutter_a = {'{ said_days }'}\n",
            encoding="utf-8",
        )
        found = read_sentences("en", folder)
        assert found.written("utter_a") == [f"In {fact} days."]
        wordings.add(found.wordings["utter_a"])
    assert len(wordings) == 2


def test_a_message_is_written_once_for_each_of_its_choices(folder: Path) -> None:
    text = "utter_a = We { $who ->\n    [a] call { $phone }.\n   *[b] wait.\n } Now.\n"
    (folder / "then.ftl").write_text(text, encoding="utf-8")
    found = read_sentences("en", folder)
    assert found.written("utter_a") == ["We call { $phone }. Now.", "We wait. Now."]
    assert found.variables["utter_a"] == {"who", "phone"}


def test_places_count_from_one(sentences: Sentences) -> None:
    assert sentences.places["utter_plain"] == ("content/en/some.ftl", 1)
    assert sentences.places["utter_asked"] == ("content/en/some.ftl", 3)


def test_a_message_must_not_stand_in_two_files(folder: Path) -> None:
    (folder / "then.ftl").write_text("### more\nutter_plain = Again\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"then\.ftl:2: utter_plain exists twice$"):
        read_sentences("en", folder)


def test_what_fluent_cannot_read_is_a_fault(folder: Path) -> None:
    (folder / "then.ftl").write_text("utter_more = More\n\nno message\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"then\.ftl:3: not readable"):
        read_sentences("en", folder)


def test_a_locale_without_files_has_no_message(tmp_path: Path) -> None:
    assert not read_sentences("en", tmp_path).places

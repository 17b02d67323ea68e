"""The lexicon's files: what they must hold, and what an editor is told about a fault."""

from pathlib import Path

import pytest

from nlu.errors import LexiconError
from nlu.intents import EMERGENCIES, INTENTS, LOCALES
from nlu.keywords.entries import Use
from nlu.keywords.lexicon import FOLDER, Lexicon, check, load, load_texts


def faults(text: str, name: str = "ru.yml") -> list[str]:
    with pytest.raises(LexiconError) as caught:
        load_texts({name: text})
    return list(caught.value.faults)


@pytest.mark.slow
def test_the_lexicon_has_no_faults() -> None:
    assert check(FOLDER) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_each_locale_has_phrases_for_every_intent(lexicon: Lexicon, locale: str) -> None:
    assert lexicon.intents(locale) == INTENTS


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", EMERGENCIES)
def test_each_danger_can_stand_anywhere(lexicon: Lexicon, locale: str, kind: str) -> None:
    found = [e for e in lexicon.entries if (e.locale, e.intent) == (locale, kind) and not e.alone]

    assert found


@pytest.mark.parametrize("locale", LOCALES)
def test_each_locale_can_be_asked_for_by_name(lexicon: Lexicon, locale: str) -> None:
    wanted = {e.wanted for e in lexicon.entries if e.locale == locale and e.use is Use.ASKED}

    assert set(LOCALES) - {"uz-Cyrl"} <= wanted | {locale}


def test_a_faultless_text_is_read() -> None:
    lexicon = load_texts(
        {
            "ru.yml": "groups:\n  us: [меня, нас]\n"
            "danger:\n  urgent_danger:\n    anywhere: [<us> + запер*]"
        }
    )

    (entry,) = lexicon.entries
    assert (entry.intent, entry.locale, entry.phrase.line) == ("urgent_danger", "ru", 5)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("danger: [", 1, "not readable as YAML"),
        ("dangers: {}", 1, "no section 'dangers'"),
        ("watched:\n  alone:\n    - он идет\n  alone:\n    - идут", 4, "stands twice"),
        ("danger:\n  fire:\n    alone: [пожар]", 3, "no 'fire'"),
        ("danger:\n  self_harm:\n    often: [х]", 3, "no 'often'"),
        ("person:\n  alone: []", 2, "needs a list"),
        ("person:\n  alone: оператор", 2, "needs a list"),
        ("person:\n  alone:\n    - оператор\n    - Оператор", 4, "already stands in line 3"),
        ("person:\n  alone:\n    - ''", 3, "plain words"),
        ("person:\n  anywhere:\n    - <us> зовут", 3, "no group <us>"),
        ("person:\n  anywhere:\n    - по-русски", 3, "isn't one word"),
        ("person:\n  anywhere:\n    - … оператор", 3, "between two words"),
        ("person:\n  anywhere:\n    - '*ор'", 3, "first letters"),
        ("person:\n  anywhere:\n    - о*", 3, "at least two letters"),
        ("person:\n  alone:\n    - хочу + оператор", 3, "no use"),
        ("language:\n  de: {alone: [немецкий]}", 2, "no 'de'"),
        ("topics:\n  urgent_danger: [меня бьют]", 2, "no 'urgent_danger'"),
        ("short:\n  perhaps: [может]", 2, "no 'perhaps'"),
        ("negations:\n  between: [не]", 2, "no 'between'"),
        ("past: раньше", 1, "needs a list"),
        ("past:\n- \x07", 2, "doesn't allow"),
    ],
)
def test_a_fault_is_reported_with_its_place(text: str, line: int, says: str) -> None:
    (fault,) = faults(text)

    assert fault.startswith(f"ru.yml:{line}: ")
    assert says in fault


def test_words_such_as_no_are_words() -> None:
    (entry,) = load_texts({"en.yml": "short:\n  deny:\n    - no"}).entries

    assert entry.phrase.text == "no"


def test_every_fault_is_reported_at_once() -> None:
    assert len(faults("person:\n  alone: [по-русски]\nerase:\n  alone: [из-за]\nx: y")) == 3


def test_a_file_is_named_after_a_locale() -> None:
    assert "named after a locale" in faults("past: [раньше]", name="de.yml")[0]


def test_a_folder_without_files_is_a_fault(tmp_path: Path) -> None:
    assert check(tmp_path) == [f"{tmp_path.name}:1: there is no lexicon"]
    with pytest.raises(LexiconError):
        load(tmp_path)


def test_faults_of_a_folder_name_the_file(tmp_path: Path) -> None:
    (tmp_path / "ru.yml").write_text("past: [раньше]", encoding="utf-8")
    (tmp_path / "kk.yml").write_text("past: []", encoding="utf-8")

    (fault,) = check(tmp_path)
    assert fault.startswith("kk.yml:1: ")


@pytest.mark.parametrize("folder", ["", "signals", "follow_ups"])
def test_a_file_in_another_encoding_is_a_fault(tmp_path: Path, folder: str) -> None:
    (tmp_path / "en.yml").write_text("past: [earlier]", encoding="utf-8")
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / folder / "ru.yml").write_bytes("past: [раньше]".encode("cp1251"))

    assert check(tmp_path) == [f"{Path(folder) / 'ru.yml'}:1: save the file as UTF-8"]


@pytest.mark.parametrize("folder", ["signals", "follow_ups"])
def test_a_fault_in_a_folder_names_the_folder(tmp_path: Path, folder: str) -> None:
    (tmp_path / "ru.yml").write_text("past: [раньше]", encoding="utf-8")
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "ru.yml").write_text("no_such_kind: [слово]", encoding="utf-8")

    (fault,) = check(tmp_path)
    assert fault.startswith(f"{folder}/ru.yml:1: ")

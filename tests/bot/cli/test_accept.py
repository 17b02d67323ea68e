"""`helpline accept`: a translator compares, mends, and says so."""

from pathlib import Path

import pytest

from bot.__main__ import main
from tests.bot.texts.trees import edit, tree


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = tree(tmp_path, "en", "uz", "uz-Cyrl")
    edit(content / "ru" / "small_talk.ftl", r"^utter_thanks = .*", "utter_thanks = Не за что.")
    return content


def test_without_names_it_shows_both_texts_and_writes_nothing(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["accept", "en", "--content", str(content)]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0].startswith("content/ru/small_talk.ftl:")
        assert lines[1] == "  │ utter_thanks = Не за что."
        assert lines[3].startswith("  │ utter_thanks = You")
        assert lines[-1] == "0 accepted, 1 stale"


def test_a_name_is_written_down(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["accept", "en", "utter_thanks", "--content", str(content)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 accepted, 0 stale"
    assert main(["accept", "en", "--content", str(content)]) == 0
    assert capsys.readouterr().out == "0 accepted, 0 stale\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["uz-Cyrl"], "the language of a translation is one of: en, uz"),
        (["en", "utter_rights"], "there is no sentence 'utter_rights' in both ru and en"),
    ],
)
def test_only_what_somebody_translates_can_be_accepted(
    content: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["accept", *arguments, "--content", str(content)]) == 2
    assert said in capsys.readouterr().err

"""The format of the dialogues: a slip is said with its place, as an editor needs it."""

from pathlib import Path

import pytest

from bot.errors import ContentError
from tests.conversations.script import Presses, Waits, Writes, read_file
from tests.conversations.test_conversations import play

GOOD = """\
dialogues:
  pay:
    locales: [ru, uz]
    from: menu
    steps:
      - U: {ru: не платят, uz: pul bermayapti}
        intent: ask_unpaid_wages
        B: [utter_unpaid_wages]
      - wait: 2 min
        B: []
      - press: utter_unpaid_wages.more
        B: [utter_unpaid_wages_more]
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "pay.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_dialogue_is_told_once_in_each_language(tmp_path: Path) -> None:
    russian, uzbek = read_file(written(tmp_path, GOOD))

    assert (russian.id, uzbek.id) == ("pay:pay[ru]", "pay:pay[uz]")
    writes, waits, presses = uzbek.steps
    assert isinstance(writes.act, Writes)
    assert writes.act.text == "pul bermayapti"
    assert waits.act == Waits(120)
    assert isinstance(presses.act, Presses)
    assert (presses.act.choice.flow, presses.act.choice.value) == ("unpaid_wages", "more")


@pytest.mark.parametrize(
    ("right", "wrong", "place", "says"),
    [
        ("[utter_unpaid_wages]", "[utter_wages]", 8, "there is no text 'utter_wages'"),
        ("utter_unpaid_wages.more", "utter_unpaid_wages.mroe", 11, "no button"),
        ("ask_unpaid_wages", "ask_wages", 7, "'intent' is one of"),
        ("locales: [ru, uz]", "locales: [ru, uzbek]", 3, "'locales' lists"),
        ("from: menu", "from: start", 4, "'from' is one of"),
        ("2 min", "two minutes", 9, "'wait' reads like"),
        ("{ru: не платят, uz: pul bermayapti}", "{ru: не платят}", 6, "'U' needs a text for each"),
        ("        B: []\n", "", 9, "every step says what follows"),
        ("      - wait: 2 min", "      - waits: 2 min", 9, "no key 'waits'"),
    ],
)
def test_a_slip_is_said_with_its_place(
    tmp_path: Path, right: str, wrong: str, place: int, says: str
) -> None:
    with pytest.raises(ContentError) as caught:
        read_file(written(tmp_path, GOOD.replace(right, wrong, 1)))

    assert str(caught.value).startswith(f"tests/conversations/pay.yml:{place}: ")
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("[utter_unpaid_wages]", "[utter_rights]", "pay.yml:6: B: expected ['utter_rights']"),
        ("        B: []\n", "        B: []\n        notices: [watched]\n", "pay.yml:9: notices"),
        ("        B: []\n", "        B: []\n        status: QUEUED\n", "pay.yml:9: status"),
        ("        B: []\n", "        B: []\n        topic: danger\n", "pay.yml:9: topic"),
    ],
)
async def test_what_comes_out_differently_is_said_with_its_place(
    tmp_path: Path, right: str, wrong: str, says: str
) -> None:
    told, _ = read_file(written(tmp_path, GOOD.replace(right, wrong, 1)))
    with pytest.raises(pytest.fail.Exception) as caught:
        await play(told)

    assert says in str(caught.value)


async def test_a_button_that_was_never_shown_cannot_be_pressed(tmp_path: Path) -> None:
    told, _ = read_file(written(tmp_path, GOOD.replace("wages.more", "wages_more.menu")))
    with pytest.raises(pytest.fail.Exception, match=r"pay\.yml:11: this button was never"):
        await play(told)

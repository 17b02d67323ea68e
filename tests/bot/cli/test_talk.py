"""`helpline talk`: a conversation on the real core, as a program would lead it."""

import pytest

from tests.kit.command import helpline, json_lines

pytestmark = pytest.mark.process


TALK = ("talk", "--jsonl", "--no-model")


async def test_a_first_contact_in_a_known_language() -> None:
    ended = await helpline(*TALK, "--locale", "ru", given=json_lines({"text": "/start"}))
    assert (ended.status, ended.err) == (0, "")
    *said, state = ended.lines()
    assert said
    assert all(line["to"] == "person" for line in said)
    assert all(line["text"] for line in said)
    assert said[-1]["buttons"]
    pending = "utter_ask_seen_by_others"
    assert state == {"turn": 1, "status": "BOT", "locale": "ru", "pending": pending}


async def test_what_is_said_is_named_and_so_is_the_open_question() -> None:
    given = json_lines({"text": "/operator"}, {"operator": "/claim"}, {"operator": "Good evening"})
    ended = await helpline(*TALK, "--locale", "en", given=given)
    bubbles = [line for line in ended.lines() if line.get("to") == "person"]
    assert [line["ids"] for line in bubbles] == [
        ["utter_notice"],
        ["utter_waiting_for_operator"],
        ["utter_operator_joined"],
        [],
    ]
    pending = [line["pending"] for line in ended.lines() if "pending" in line]
    assert pending == ["utter_waiting_for_operator"] * 3


async def test_a_button_may_be_pressed_by_its_number() -> None:
    given = json_lines({"text": "/start"}, {"press": 1})
    ended = await helpline(*TALK, given=given)
    assert ended.status == 0
    states = [line for line in ended.lines() if "status" in line]
    assert [state["turn"] for state in states] == [1, 2]
    assert states[0]["locale"] is None
    assert states[1]["locale"]


async def test_a_line_that_makes_no_sense_is_an_error_and_the_talk_goes_on() -> None:
    given = json_lines({"text": "/start"}, {"shout": 1}, {"press": True}, {"wait": "long"})
    ended = await helpline(*TALK, "--locale", "ru", given=given + "no json\n")
    assert ended.status == 1
    errors = [line for line in ended.lines() if "error" in line]
    assert len(errors) == 4
    states = [line for line in ended.lines() if "status" in line]
    assert len(states) == 5


async def test_an_operator_without_a_ticket_is_told_so() -> None:
    ended = await helpline(*TALK, "--locale", "ru", given=json_lines({"operator": "/claim"}))
    assert ended.status == 1
    assert set(ended.lines()[0]) == {"error"}


async def test_time_passes_only_when_told() -> None:
    given = json_lines({"text": "/start"}, {"wait": 3600})
    ended = await helpline(*TALK, "--locale", "ru", given=given)
    assert ended.status == 0
    assert ended.lines()[-1]["turn"] == 2


async def test_a_terminal_shows_buttons_with_their_numbers() -> None:
    ended = await helpline("talk", "--no-model", "--locale", "ru", given="/start\n1\n/wait x\n")
    assert ended.status == 0
    assert "    1) " in ended.out
    assert "[BOT · ru]" in ended.out
    assert "  ! " in ended.out


async def test_a_language_that_is_none_of_ours_is_refused() -> None:
    ended = await helpline(*TALK, "--locale", "klingon")
    assert ended.status == 2
    assert ended.err.startswith("helpline: the locale is one of: ")
    assert len(ended.err.splitlines()) == 1

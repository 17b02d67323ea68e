"""Too much at once: one neutral line, then silence; what matters is heard all the same."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.effects import Erase, OpenTicket, RelayToOperator
from flows.engine.activity import is_flooding
from flows.events import TimerKind, Unsupported
from flows.flood import ANSWERED, ROOM, Flood, after
from flows.format.model import Library
from flows.status import Status
from tests.kit.dialogue import Dialogue


@pytest.fixture
def flooding(dialogue: Dialogue) -> Dialogue:
    """Somebody who has sent the same question so often that nothing comes back any more."""
    dialogue.at_menu()
    for _ in range(ANSWERED + 2):
        dialogue.writes("pay?", "ask_unpaid_wages")
    assert dialogue.said == []
    return dialogue


def test_the_same_question_five_times(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    said = [dialogue.writes("pay?", "ask_unpaid_wages").said for _ in range(5)]

    assert said == [["utter_unpaid_wages"]] * 2 + [["utter_flood"], [], []]
    assert dialogue.status is Status.BOT


def test_capitals_and_spaces_make_no_other_message(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("pay me", "ask_unpaid_wages").writes("PAY  me", "ask_unpaid_wages")

    assert dialogue.writes(" pay ME ", "ask_unpaid_wages").said == ["utter_flood"]


def test_another_question_is_answered_at_once(flooding: Dialogue) -> None:
    assert flooding.writes("rights?", "ask_rights").said == ["utter_rights"]


def test_the_same_question_later_is_a_new_one(flooding: Dialogue) -> None:
    assert flooding.minutes_pass(15).writes("pay?", "ask_unpaid_wages").said == [
        "utter_unpaid_wages"
    ]


def test_the_same_answer_to_many_questions_is_no_flood(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("is this trafficking?", "ask_am_i_victim")

    for _ in range(11):
        assert dialogue.writes("no", "deny").said != []
    assert dialogue.said == ["utter_check_no_signs"]


def test_many_different_messages_at_once(dialogue: Dialogue) -> None:
    dialogue.at_menu().minutes_pass(5)
    said = [dialogue.writes(f"pay {n}", "ask_unpaid_wages").said for n in range(ROOM + 5)]

    assert said == [["utter_unpaid_wages"]] * ROOM + [["utter_flood"]] + [[]] * 4


def test_after_a_rest_it_is_answered_again(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    for number in range(500):
        dialogue.writes(f"pay {number}", "ask_unpaid_wages")

    assert dialogue.said == []
    assert dialogue.minutes_pass(2).writes("pay", "ask_unpaid_wages").said != []


def test_stickers_in_a_row(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    said = [dialogue.sends(Unsupported.STICKER).said for _ in range(4)]

    assert said == [["utter_unsupported_sticker"]] * 2 + [["utter_flood"], []]


def test_a_button_hammered(dialogue: Dialogue) -> None:
    dialogue.at_menu().minutes_pass(5)
    said = [dialogue.presses_button(dialogue.button("menu", "work")).said for _ in range(ROOM + 2)]

    assert said == [["utter_ask_work_topic"]] * ROOM + [["utter_flood"], []]


def test_spam_that_was_told_once_what_this_is_gets_no_second_line(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    said = [dialogue.writes("earn 500$", "out_of_scope").said for _ in range(6)]

    assert said == [["utter_out_of_scope"], [], [], [], [], []]


def test_mumbling_the_same_never_calls_an_operator(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    said = [dialogue.writes("mumble").said for _ in range(20)]

    assert said == [["utter_ask_rephrase"], ["utter_ask_wants_person"], *[[]] * 18]
    assert dialogue.status is Status.BOT


def test_danger_is_never_swallowed(flooding: Dialogue) -> None:
    flooding.writes("pay?", "urgent_danger", urgent=True)

    assert flooding.said == ["utter_emergency", "utter_ask_can_write"]
    assert len(flooding.of(OpenTicket)) == 1


def test_nor_the_button_for_it(dialogue: Dialogue) -> None:
    dialogue.at_menu()
    for number in range(100):
        dialogue.writes(f"pay {number}", "ask_unpaid_wages")
    dialogue.presses("danger")

    assert len(dialogue.of(OpenTicket)) == 1


def test_nor_a_wish_for_a_person_nor_erasure_nor_a_language(flooding: Dialogue) -> None:
    for _ in range(5):
        flooding.writes("another language", "change_language")
    assert flooding.said == ["utter_ask_locale"]

    for _ in range(5):
        flooding.writes("a person", "ask_human")
    assert flooding.status is Status.QUEUED

    for _ in range(5):
        flooding.writes("erase it", "delete_my_data")
    assert flooding.presses("yes").of(Erase) == [Erase("ru")]


def test_whoever_waits_is_passed_on_word_for_word(dialogue: Dialogue) -> None:
    dialogue.waiting()
    for _ in range(10):
        assert dialogue.writes("pay?", "ask_unpaid_wages").of(RelayToOperator)

    assert dialogue.said == []
    assert TimerKind.NOBODY_FREE in dialogue.timers


def test_in_danger_the_same_word_is_answered_every_time(dialogue: Dialogue) -> None:
    dialogue.in_danger()

    said = [dialogue.writes("please").said for _ in range(8)]
    assert all(len(one) == 1 for one in said)
    assert said[-2:] == [["utter_received"]] * 2


@given(
    messages=st.lists(
        st.tuples(st.text(max_size=5) | st.just("ү" * 4096), st.floats(0, 1e6)), max_size=60
    )
)
def test_what_is_remembered_stays_tiny(messages: list[tuple[str, float]]) -> None:
    state = Flood()
    for text, seconds in messages:
        state = after(state, text, timedelta(seconds=seconds))

        assert 0 <= state.mark < 2**16
        assert 0 < state.level <= 2 * ROOM
        assert len(msgspec.msgpack.encode(state)) < 60


@given(
    st.lists(
        st.tuples(st.sampled_from(["pay?", "Pay?", "mumble", "hm"]), st.floats(0, 9)), max_size=70
    ),
    st.booleans(),
)
def test_that_a_message_will_be_held_back_is_known_before(
    library: Library, written: list[tuple[str, float]], in_danger: bool
) -> None:
    dialogue = Dialogue(library)
    (dialogue.in_danger() if in_danger else dialogue.at_menu()).commands("ask_privacy")
    for text, pause in written:
        dialogue.now += timedelta(seconds=pause)
        foretold = is_flooding(dialogue.conversation, text, dialogue.now)
        dialogue.writes(text, "ask_unpaid_wages")
        receipts = {"utter_nobody_answered", "utter_received"}
        answered = {"utter_unpaid_wages", "utter_unpaid_wages_brief", *receipts} & set(
            dialogue.said
        )
        assert foretold == (not answered), (text, dialogue.said)

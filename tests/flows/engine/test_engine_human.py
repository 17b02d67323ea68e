"""A human has the conversation: the engine only relays, and the bot never speaks."""

from collections.abc import Callable

import pytest

from flows.conversation import Conversation
from flows.effects import (
    NotifyOperators,
    RelayToOperator,
    RelayToPerson,
    RelayUnsupported,
    Utter,
)
from flows.events import (
    ChoiceMade,
    OperatorUttered,
    Parse,
    Source,
    TimerKind,
    Unsupported,
    UserUttered,
)
from flows.follow_ups import FollowUp
from flows.status import IllegalTransition, Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue


@pytest.fixture
def talking(dialogue: Dialogue) -> Dialogue:
    """A person and an operator are talking."""
    return dialogue.waiting().operator_claims()


def test_a_claim_is_told_to_the_person_without_a_sound(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims()

    assert dialogue.said == ["utter_operator_joined"]
    assert dialogue.of(Utter)[0].silent
    assert dialogue.status is Status.HUMAN
    assert dialogue.timers == {TimerKind.OPERATOR_SILENT: 5}


def test_words_go_both_ways_and_nothing_else_happens(talking: Dialogue) -> None:
    heard = talking.writes("is anybody there").effects
    answered = talking.operator_writes("yes, I am").effects

    assert heard == (RelayToOperator("is anybody there"),)
    assert answered == (RelayToPerson("yes, I am"),)


@pytest.mark.parametrize(
    "parse",
    [
        Parse("urgent_danger", 1.0, urgent=True, urgency_score=1.0, locale="uz", watched=True),
        Parse("delete_my_data", 1.0, source=Source.MODEL),
        Parse("delete_my_data", 1.0, source=Source.KEYWORDS),
        Parse("ask_human", 1.0),
        Parse("change_language", 1.0, locale="en", source=Source.KEYWORDS),
        Parse("out_of_scope", 1.0),
        Parse(answer="yes"),
        Parse("ask_human", 1.0, follow_up=FollowUp.HOW_LONG),
        Parse(),
    ],
)
def test_no_word_of_the_persons_is_looked_at(talking: Dialogue, parse: Parse) -> None:
    before = talking.conversation
    talking.happens(UserUttered("words", parse, hint="en"))

    assert talking.effects == (RelayToOperator("words"),)
    assert talking.conversation == before
    assert talking.conversation.flood == before.flood, "not even a trace of the words"


def test_start_changes_nothing(talking: Dialogue) -> None:
    assert talking.starts("en").effects == ()
    assert talking.status is Status.HUMAN


def test_what_is_not_taken_is_told_to_the_operator_alone(talking: Dialogue) -> None:
    assert talking.sends(Unsupported.LOCATION).effects == (RelayUnsupported(Unsupported.LOCATION),)


def test_a_button_is_relayed_as_its_words_and_starts_nothing(talking: Dialogue) -> None:
    for choice in talking.library.choices.values():
        if talking.button("erase", "yes").flow == choice.flow or choice.value in {
            "erase",
            "exit",
            "now",
        }:
            continue
        one = Dialogue(talking.library, talking.conversation).presses_button(choice)

        assert one.said == []
        assert one.of(RelayToOperator) == [RelayToOperator(f"[{choice.value}]")]
        assert one.status is Status.HUMAN


def test_a_wish_that_was_heard_can_no_longer_be_cancelled_by_the_button(talking: Dialogue) -> None:
    talking.presses("cancel")

    assert talking.effects == (RelayToOperator("[cancel]"),)


def test_in_danger_an_operators_words_make_no_sound_before_the_person_has_written(
    dialogue: Dialogue,
) -> None:
    claimed_at = dialogue.in_danger().operator_claims().now
    dialogue.happens(OperatorUttered("are you safe?", claimed_at=claimed_at))
    assert dialogue.of(RelayToPerson) == [RelayToPerson("are you safe?", silent=True)]

    dialogue.minutes_pass(1).writes("yes, he has gone")
    dialogue.happens(OperatorUttered("good", claimed_at=claimed_at))
    assert dialogue.of(RelayToPerson) == [RelayToPerson("good")]


def test_without_danger_an_operators_first_words_ring(dialogue: Dialogue) -> None:
    claimed_at = dialogue.waiting().operator_claims().now
    dialogue.happens(OperatorUttered("hello", claimed_at=claimed_at))

    assert dialogue.of(RelayToPerson) == [RelayToPerson("hello")]


def test_the_answer_that_it_is_not_safe_to_write_still_counts(dialogue: Dialogue) -> None:
    dialogue.in_danger().operator_claims().presses("no")

    assert dialogue.said == []
    assert dialogue.of(RelayToOperator) == [RelayToOperator("[no]")]
    assert dialogue.notices == ["watched"]
    assert dialogue.operator_writes("…").of(RelayToPerson) == [RelayToPerson("…", silent=True)]


def test_a_forged_button_changes_nothing(talking: Dialogue) -> None:
    assert talking.happens(ChoiceMade("0" * 16, label="made up")).effects == ()


def test_operators_learn_that_the_person_blocked_the_bot(talking: Dialogue) -> None:
    assert talking.blocks_the_bot().notices == ["person_left"]
    assert len(talking.of(NotifyOperators)) == len(talking.effects)


def test_release_gives_the_person_back_to_the_bot(talking: Dialogue) -> None:
    talking.operator_releases()

    assert talking.said == ["utter_operator_left"]
    assert talking.of(Utter)[0].silent
    assert talking.status is Status.BOT
    assert talking.conversation.frames == ()
    assert talking.writes("pay?", "ask_unpaid_wages").said == ["utter_unpaid_wages"]


def test_requeue_lets_the_person_wait_again(talking: Dialogue) -> None:
    talking.operator_requeues()

    assert talking.said == ["utter_operator_requeued"]
    assert talking.status is Status.QUEUED
    assert talking.timers != {}


def test_requeue_keeps_an_emergency_an_emergency(dialogue: Dialogue) -> None:
    dialogue.in_danger().operator_claims().operator_requeues()

    assert dialogue.conversation.urgency is Urgency.EMERGENCY
    assert dialogue.cries_for_help().said == ["utter_nobody_answered"]  # told already


@pytest.mark.parametrize(
    "before", [Dialogue.at_menu, Dialogue.waiting, lambda one: one.waiting().operator_claims()]
)
def test_close_ends_it_from_every_status(
    dialogue: Dialogue, before: Callable[[Dialogue], Dialogue]
) -> None:
    claimed = before(dialogue).status is Status.HUMAN
    dialogue.operator_closes()

    assert dialogue.said == ["utter_closed" if claimed else "utter_closed_unanswered"]
    assert dialogue.status is Status.CLOSED
    assert dialogue.conversation.frames == ()
    assert dialogue.timers == {}


def test_whoever_writes_long_after_the_close_is_with_the_bot_again(talking: Dialogue) -> None:
    talking.operator_closes().minutes_pass(180).writes("pay?", "ask_unpaid_wages")

    assert talking.status is Status.BOT
    assert talking.said == ["utter_unpaid_wages"]


def test_old_buttons_work_after_the_close(talking: Dialogue) -> None:
    talking.operator_closes().presses("rights")

    assert talking.status is Status.BOT
    assert talking.said == ["utter_ask_rights_topic"]


ACTS = {
    "claim": Dialogue.operator_claims,
    "reply": lambda one: one.operator_writes("hello"),
    "release": Dialogue.operator_releases,
    "requeue": Dialogue.operator_requeues,
    "close": Dialogue.operator_closes,
}
POSSIBLE = {
    Status.BOT: {"close"},
    Status.QUEUED: {"claim", "close"},
    Status.HUMAN: {"reply", "release", "requeue", "close"},
    Status.CLOSED: set(),
}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("act", ACTS)
def test_operators_can_do_only_what_the_status_allows(
    dialogue: Dialogue, status: Status, act: str
) -> None:
    dialogue.conversation = Conversation(locale="ru", status=status)

    if act in POSSIBLE[status]:
        ACTS[act](dialogue)
    else:
        with pytest.raises(IllegalTransition):
            ACTS[act](dialogue)
        assert dialogue.conversation == Conversation(locale="ru", status=status)

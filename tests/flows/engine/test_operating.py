"""What operators do, and what becomes of a ticket that nobody looks after."""

from datetime import timedelta

import pytest

from flows.effects import (
    Alert,
    AlertLevel,
    Correct,
    DeleteMessage,
    Notice,
    NotifyOperators,
    OpenTicket,
    RelayToOperator,
    RelayToPerson,
    Reprioritise,
    SendText,
)
from flows.events import (
    BlockLifted,
    OperatorBlocked,
    OperatorCorrected,
    OperatorDeleted,
    OperatorPrioritised,
    OperatorSentText,
    OperatorSnoozed,
    OperatorTransferred,
    OperatorUttered,
    TimerKind,
)
from flows.status import IllegalTransition, Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue

HOUR = timedelta(hours=1)


# -- an emergency that nobody claims --------------------------------------------------------------


def test_an_emergency_rings_at_once_and_wider_with_time(dialogue: Dialogue) -> None:
    steps: dict[float, list[AlertLevel]] = {}
    dialogue.in_danger()
    steps[0] = [alert.level for alert in dialogue.of(Alert)]
    for minute in (1, 2, 3, 9.9, 10, 60):
        dialogue.minutes_pass(minute - max(steps))
        steps[minute] = [alert.level for alert in dialogue.of(Alert)]

    assert steps == {
        0: [AlertLevel.SHIFT],
        1: [AlertLevel.AGAIN],
        2: [],
        3: [AlertLevel.SUPERVISORS],
        9.9: [],
        10: [AlertLevel.BACKUP],
        60: [],
    }


def test_the_person_is_told_of_each_step(dialogue: Dialogue) -> None:
    assert dialogue.in_danger().minutes_pass(10).said == [
        "utter_nobody_free",
        "utter_called_supervisors",
        "utter_still_nobody",
    ]


def test_whoever_is_watched_is_told_of_none(dialogue: Dialogue) -> None:
    dialogue.writes("he reads this", urgent=True, watched=True)

    assert dialogue.minutes_pass(60).said == []
    assert len(dialogue.of(Alert)) == 3


def test_a_claim_stops_the_ringing(dialogue: Dialogue) -> None:
    dialogue.in_danger().operator_claims().operator_writes("hello")

    assert dialogue.minutes_pass(14).of(Alert) == []


def test_what_becomes_dangerous_rings_too(dialogue: Dialogue) -> None:
    assert dialogue.waiting().cries_for_help().of(Alert) == [Alert(AlertLevel.SHIFT)]
    assert dialogue.cries_for_help().of(Alert) == [], "a second cry is for the card"


# -- a silent operator ----------------------------------------------------------------------------


@pytest.mark.parametrize(("danger", "minutes"), [(True, 2), (False, 5)])
def test_who_claims_and_says_nothing_loses_the_ticket(
    dialogue: Dialogue, danger: bool, minutes: float
) -> None:
    one = dialogue.in_danger() if danger else dialogue.waiting()
    one.operator_claims()

    assert one.minutes_pass(minutes - 0.1).status is Status.HUMAN
    assert one.minutes_pass(0.1).status is Status.QUEUED
    assert NotifyOperators(Notice.OPERATOR_SILENT) in one.effects
    assert one.said == ["utter_operator_requeued"]


def test_the_silence_counts_from_the_first_word_that_nobody_answers(dialogue: Dialogue) -> None:
    """Whoever keeps calling isn't kept waiting by that."""
    dialogue.waiting().operator_claims().operator_writes("hello").minutes_pass(60)
    dialogue.writes("my boss").minutes_pass(4).writes("are you there?").minutes_pass(1)

    assert dialogue.status is Status.QUEUED


def test_an_answer_ends_the_silence(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims().writes("my boss").operator_writes("yes?")

    assert dialogue.minutes_pass(24 * 60).status is Status.HUMAN


def test_who_is_handed_over_isnt_told_that_somebody_broke_off(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims().happens(OperatorTransferred())

    assert dialogue.status is Status.QUEUED
    assert dialogue.said == ["utter_operator_transferred"]


# -- aside, up and down ---------------------------------------------------------------------------


def test_a_ticket_sleeps_until_its_time(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims().happens(OperatorSnoozed(dialogue.now + HOUR))
    assert dialogue.status is Status.QUEUED
    assert dialogue.said == ["utter_operator_snoozed"], "nobody had to stop"

    assert dialogue.minutes_pass(59).effects == ()
    assert dialogue.minutes_pass(1).notices == ["woken"]
    assert dialogue.timers == {TimerKind.NOBODY_FREE: 3, TimerKind.STILL_NOBODY: 10}


def test_a_word_of_the_persons_wakes_it(dialogue: Dialogue) -> None:
    dialogue.waiting().happens(OperatorSnoozed(dialogue.now + HOUR)).writes("he is back")

    assert dialogue.notices == ["woken"]
    assert RelayToOperator("he is back") in dialogue.effects
    assert dialogue.timers == {TimerKind.NOBODY_FREE: 3, TimerKind.STILL_NOBODY: 10}


def test_only_an_operator_lowers_an_urgency(dialogue: Dialogue) -> None:
    dialogue.in_danger().happens(OperatorPrioritised(Urgency.NORMAL))

    assert dialogue.of(Reprioritise) == [Reprioritise(Urgency.NORMAL)]
    assert dialogue.timers == {TimerKind.NOBODY_FREE: 3, TimerKind.STILL_NOBODY: 10}
    assert dialogue.cries_for_help().of(Alert) == [Alert(AlertLevel.SHIFT)], "it can rise again"


def test_an_operator_raises_one(dialogue: Dialogue) -> None:
    dialogue.waiting().happens(OperatorPrioritised(Urgency.EMERGENCY))

    assert dialogue.of(Alert) == [Alert(AlertLevel.SHIFT)]
    assert dialogue.conversation.in_emergency
    assert dialogue.happens(OperatorPrioritised(Urgency.EMERGENCY)).effects == ()


def test_nobody_takes_an_emergency_back_that_an_operator_saw(dialogue: Dialogue) -> None:
    dialogue.waiting().happens(OperatorPrioritised(Urgency.EMERGENCY)).presses("cancel")

    assert dialogue.status is Status.QUEUED
    assert dialogue.conversation.in_emergency


def test_a_raised_urgency_shortens_an_operators_silence(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims().happens(OperatorPrioritised(Urgency.EMERGENCY))

    assert dialogue.timers[TimerKind.OPERATOR_SILENT] == 2


# -- words ----------------------------------------------------------------------------------------


def test_what_an_operator_says_can_be_corrected_and_taken_back(dialogue: Dialogue) -> None:
    talking = dialogue.waiting().operator_claims()

    assert talking.happens(OperatorUttered("helo", "m1")).effects == (
        RelayToPerson("helo", ref="m1"),
    )
    assert talking.happens(OperatorCorrected("hello", "m1")).effects == (Correct("hello", "m1"),)
    assert talking.happens(OperatorDeleted("m1")).effects == (DeleteMessage("m1"),)


def test_reviewed_texts_are_sent_in_the_persons_language(dialogue: Dialogue) -> None:
    dialogue.waiting().operator_claims().happens(OperatorSentText(("utter_police",)))

    assert dialogue.effects == (SendText("utter_police", "ru"),)
    assert dialogue.conversation.said[-1] == "utter_police"


def test_operators_see_what_the_person_was_told(dialogue: Dialogue) -> None:
    dialogue.at_menu().writes("pay?", "ask_unpaid_wages").writes("a person", "ask_human")

    assert dialogue.conversation.said == ("utter_unpaid_wages",)


# -- after the close ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "intent", "reopened"),
    [
        (1, None, True),
        (119, "ask_unpaid_wages", True),
        (121, None, False),
        (1, "thank", False),
        (1, "goodbye", False),
        (1, "out_of_scope", False),
        (1, "delete_my_data", False),
    ],
)
def test_the_next_message_reopens_within_the_time(
    dialogue: Dialogue, minutes: float, intent: str | None, reopened: bool
) -> None:
    closed = dialogue.waiting().operator_claims().operator_closes().now
    dialogue.minutes_pass(minutes).writes("he took it again", intent)

    ticket = OpenTicket("person", Urgency.NORMAL, "ru", closed_at=closed)
    assert dialogue.of(OpenTicket) == ([ticket] if reopened else [])
    assert ("utter_reopened" in dialogue.said) is reopened
    assert (RelayToOperator("he took it again") in dialogue.effects) is reopened


# -- abuse ----------------------------------------------------------------------------------------


@pytest.fixture
def muted(dialogue: Dialogue) -> Dialogue:
    """Somebody whom an operator has muted for an hour."""
    return dialogue.waiting().operator_claims().happens(OperatorBlocked(dialogue.now + HOUR))


def test_who_is_muted_is_told_so_and_their_plain_requests_rest(muted: Dialogue) -> None:
    assert muted.said == ["utter_muted"]

    muted.writes("a person!", "ask_human")
    assert muted.said == ["utter_muted"]
    assert muted.of(OpenTicket) == []
    assert muted.status is Status.BOT
    assert muted.writes("pay?", "ask_unpaid_wages").said == ["utter_unpaid_wages"]


def test_danger_gets_through_a_mute(muted: Dialogue) -> None:
    muted.cries_for_help()

    assert [ticket.urgency for ticket in muted.of(OpenTicket)] == [Urgency.EMERGENCY]
    assert muted.notices == ["muted_before"]
    assert muted.of(Alert) == [Alert(AlertLevel.SHIFT)]


def test_a_child_gets_through_a_mute(muted: Dialogue) -> None:
    muted.presses_button(muted.button("minors", "under_18"))

    assert [ticket.urgency for ticket in muted.of(OpenTicket)] == [Urgency.HIGH]


def test_a_mute_ends_by_itself_or_by_a_supervisor(muted: Dialogue) -> None:
    assert muted.happens(BlockLifted()).effects == ()
    assert muted.writes("a person", "ask_human").of(OpenTicket)

    again = muted.happens(OperatorBlocked(muted.now + HOUR)).minutes_pass(61)
    assert again.writes("a person", "ask_human").of(OpenTicket)


@pytest.mark.parametrize(
    "event",
    [
        OperatorCorrected("x", "m1"),
        OperatorDeleted("m1"),
        OperatorSentText(("utter_police",)),
        OperatorUttered("x"),
    ],
)
def test_nobody_speaks_who_hasnt_claimed(dialogue: Dialogue, event: OperatorUttered) -> None:
    dialogue.waiting()

    with pytest.raises(IllegalTransition):
        dialogue.happens(event)

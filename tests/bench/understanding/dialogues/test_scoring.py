"""Each kind of expectation holds and fails as the README of the dialogues says."""

import pytest

from bench.understanding.dialogues.model import Act
from bench.understanding.dialogues.scoring import Seen
from flows.status import Status
from tests.bench.understanding.dialogues.build import IN_DANGER, failed, judged

SHELTER = Seen(ids=("utter_shelter_brief",), text="A bed for three nights.", bubbles=1, locale="en")
RECEIPT = Seen(
    ids=("utter_received",),
    text="Received.",
    bubbles=1,
    status=Status.QUEUED,
    urgency="emergency",
    operators="said, in order: can't get out",
    pending="utter_ask_can_write",
)


@pytest.mark.parametrize(
    ("seen", "key", "right", "wrong"),
    [
        (RECEIPT, "status", ["BOT", "QUEUED"], "HUMAN"),
        (RECEIPT, "ticket", "open", "none"),
        (SHELTER, "ticket", "none", "open"),
        (RECEIPT, "urgency", ["high", "emergency"], "normal"),
        (SHELTER, "topics", "shelter", None),
        (RECEIPT, "topics", None, "shelter"),
        (RECEIPT, "not_topics", "shelter", None),
        (SHELTER, "not_topics", None, "shelter"),
        (RECEIPT, "ids", ["utter_shelter", "utter_received"], "utter_shelter"),
        (RECEIPT, "not_ids", "utter_shelter", ["utter_shelter", "utter_received"]),
        (SHELTER, "says", ["taxi", "BED"], "taxi"),
        (SHELTER, "never", "taxi", ["taxi", r"three\b"]),
        (SHELTER, "longest", 23, 22),
        (SHELTER, "answered", True, None),
        (RECEIPT, "answered", None, True),
        (Seen(), "quiet", True, None),
        (SHELTER, "quiet", None, True),
        (RECEIPT, "operators", "can't get out", "under 18"),
        (RECEIPT, "not_operators", "under 18", "get out"),
        (SHELTER, "pending", "none", "utter_shelter"),
        (SHELTER, "locale", "en", "ru"),
    ],
)
def test_an_expectation_holds_or_is_counted_as_failed(
    seen: Seen, key: str, right: object, wrong: object
) -> None:
    if right is not None:
        assert failed(seen, **{key: right}) == []
    if wrong is not None:
        assert failed(seen, **{key: wrong}) == [key]


def test_asking_which_topic_is_meant_is_no_better_than_asking_for_other_words() -> None:
    asked = Seen(ids=("utter_ask_which_topic",), text="Which of these?", bubbles=1)

    assert failed(asked, not_ids="utter_ask_rephrase") == ["not_ids"]
    assert failed(asked, answered=True) == ["answered"]


def test_what_is_erased_where_others_may_read_is_erased_as_well() -> None:
    said = Seen(ids=("utter_erased_shortly",), text="Erased.", bubbles=1)

    assert failed(said, not_ids="utter_erased") == ["not_ids"]


def test_without_a_ticket_no_urgency_holds() -> None:
    closed = Seen(status=Status.CLOSED, urgency="emergency")

    assert failed(closed, urgency="emergency") == ["urgency"]


def test_a_turn_is_right_only_if_all_holds() -> None:
    whole = judged(SHELTER, {"ticket": "none"}, {"topics": "shelter"})
    half = judged(SHELTER, {"ticket": "open"}, {"topics": "shelter"})

    assert whole.right
    assert not half.right
    assert [(one.kind, one.safety) for one in half.failed] == [("ticket", True)]


def test_where_the_act_could_not_be_done_nothing_holds() -> None:
    none = judged(Seen(fault="press could not be done"), then={"ticket": "none"}, act=Act.PRESS)

    assert not none.right
    assert [one.kind for one in none.failed] == ["ticket"]


def test_what_is_written_while_nobody_has_claimed_counts_as_answered_or_not() -> None:
    assert not judged(RECEIPT).waited
    assert judged(RECEIPT, before=IN_DANGER).waited
    assert not judged(RECEIPT, before=IN_DANGER).answered
    assert judged(SHELTER, before=IN_DANGER).answered


def test_a_receipt_that_was_asked_for_is_an_answer() -> None:
    asked = judged(RECEIPT, then={"ids": "utter_received"}, before=IN_DANGER)

    assert asked.answered


@pytest.mark.parametrize(
    ("safety", "before", "act"),
    [
        ({"quiet": True}, IN_DANGER, Act.TEXT),
        ({}, Seen(status=Status.HUMAN, urgency="emergency"), Act.TEXT),
        ({}, IN_DANGER, Act.WAIT),
    ],
)
def test_silence_an_operator_and_time_are_not_waiting_for_an_answer(
    safety: dict[str, bool], before: Seen, act: Act
) -> None:
    assert not judged(SHELTER, safety, before=before, act=act).waited

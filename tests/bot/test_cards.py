"""What operators read: each thing that can happen has words, and none are the person's."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot import cards, tickets
from bot.operators import Operator
from bot.store.rows import DeskKind, Note
from bot.tickets import Action, Outcome, Ticket, Wanted, Wish
from flows.conversation import Conversation, Timer
from flows.effects import AlertLevel, Notice
from flows.events import TimerKind, Unsupported
from flows.load import load
from flows.status import Status
from flows.urgency import Urgency

OPENED = datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
QUEUED = Conversation(status=Status.QUEUED)
HUMAN = Conversation(status=Status.HUMAN)
TICKET = Ticket("Amber-417", "documents_taken", Urgency.EMERGENCY, "uz-Cyrl", OPENED)


def test_the_title_says_the_most_at_a_glance() -> None:
    assert cards.title(TICKET) == "🔴 Amber-417 · documents_taken · uz-Cyrl"


def test_the_longest_title_fits_into_a_topic_s_name() -> None:
    """Bot API, createForumTopic: 1-128 characters."""
    for flow in load().flows:
        long = Ticket("Lavender-999", flow, Urgency.EMERGENCY, "uz-Cyrl", OPENED)
        assert len(cards.title(long)) <= 128


def test_a_card_of_a_waiting_ticket() -> None:
    """The time of day is Kazakhstan's: five hours ahead of UTC."""
    now = OPENED + timedelta(minutes=7)
    told = ("utter_emergency", "utter_unpaid_wages")
    waiting = Conversation(status=Status.QUEUED, heard_at=now - timedelta(minutes=2), said=told)
    assert cards.card(TICKET, waiting, now) == (
        "🔴 Amber-417\n"
        "urgency: emergency, danger was heard or an operator said so\n"
        "topic: documents taken\n"
        "language: uz-Cyrl\n"
        "waiting since 01:30 (7 min)\n"
        "last word: 2 min ago\n"
        "told: emergency, unpaid wages"
    )


def test_a_card_of_a_claimed_ticket() -> None:
    taken = OPENED + timedelta(minutes=3)
    waiting = Ticket("Oak-100", "police", Urgency.HIGH, "ru", OPENED)
    claimed = tickets.claimed(waiting, Operator("hash123", name="Heron"), taken)
    shown = cards.card(claimed, HUMAN, OPENED + timedelta(hours=5))
    assert shown.startswith("🟠 Oak-100\n")
    assert shown.endswith("claimed by Heron after 3 min")
    assert "hash123" not in shown
    assert "waiting" not in shown


def test_a_card_shows_its_notices_in_order() -> None:
    noted = Ticket(
        "Oak-100",
        "police",
        Urgency.NORMAL,
        "ru",
        OPENED,
        notices=(Notice.WATCHED, Notice.PERSON_LEFT),
    )
    lines = cards.card(noted, QUEUED, OPENED).splitlines()
    assert lines[-2:] == [cards.NOTICES[Notice.WATCHED], cards.NOTICES[Notice.PERSON_LEFT]]


def test_a_card_says_that_a_ticket_is_aside_and_for_whom_it_waits() -> None:
    later = Timer(TimerKind.SLEEP_OVER, OPENED + timedelta(hours=1))
    aside = Conversation(status=Status.QUEUED, timers=(later,))
    ticket = replace(TICKET, wanted=Wanted(Wish.LANGUAGE, "uz"))
    lines = cards.card(ticket, aside, OPENED).splitlines()
    assert lines[-2:] == ["aside until 26.11 02:30", "for: whoever speaks uz"]


def test_a_reopened_ticket_says_so() -> None:
    again = replace(TICKET, urgency=Urgency.NORMAL, reopened=True)
    assert "goes on after a close" in cards.card(again, QUEUED, OPENED)


@pytest.mark.parametrize("level", AlertLevel)
def test_a_call_names_tickets_by_code_and_language(level: AlertLevel) -> None:
    assert cards.call(level, [TICKET], 3).endswith("Amber-417 · uz-Cyrl")
    assert "Amber" not in cards.backup_call([TICKET]), "the backup chat is another chat"


def test_a_call_with_nobody_on_shift_says_so() -> None:
    assert "Nobody is on shift" in cards.call(AlertLevel.SHIFT, [TICKET], 0)
    assert "Nobody is on shift" not in cards.call(AlertLevel.SHIFT, [TICKET], 1)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (timedelta(seconds=-5), "under a minute"),
        (timedelta(seconds=59), "under a minute"),
        (timedelta(minutes=1), "1 min"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(hours=1), "1 h 0 min"),
        (timedelta(hours=26, minutes=5), "26 h 5 min"),
    ],
)
def test_spans(time: timedelta, words: str) -> None:
    assert cards.waited(time) == words


def test_everything_has_words() -> None:
    assert set(cards.NOTICES) == set(Notice)
    assert set(cards.UNSUPPORTED) == set(Unsupported)
    assert set(cards.MARKS) == set(Urgency)
    assert set(cards.NOTES) == set(Note)
    assert set(cards.CALLS) == set(AlertLevel)
    assert set(cards.CLOSINGS) == set(Outcome)
    assert {*cards.BUTTONS, Action.CLOSE} == set(cards.DONE)
    for offered in cards.OFFERED.values():
        assert set(offered) <= set(cards.BUTTONS)


def test_a_line_of_the_person_s_words() -> None:
    assert cards.line(DeskKind.SAID, "", "help") == "help"
    assert cards.line(DeskKind.SAID, "", "") == "(a message that can't be opened any more)"


@pytest.mark.parametrize("kind", Unsupported)
def test_a_line_for_what_is_not_kept(kind: Unsupported) -> None:
    shown = cards.line(DeskKind.UNSUPPORTED, kind.value, "")
    assert shown == f"(the person sent {cards.UNSUPPORTED[kind]}; it was not kept)"


@pytest.mark.parametrize("notice", Notice)
def test_a_line_for_a_notice(notice: Notice) -> None:
    assert cards.line(DeskKind.NOTICE, notice.value, "") == cards.NOTICES[notice]


@pytest.mark.parametrize(
    "kind",
    [
        DeskKind.OPENED,
        DeskKind.CHANGED,
        DeskKind.CLAIMED,
        DeskKind.CLOSED,
        DeskKind.ALERT,
        DeskKind.MUTED,
        DeskKind.AUDIT,
    ],
)
def test_what_only_changes_the_card_has_no_line(kind: DeskKind) -> None:
    assert cards.line(kind, "", "") == ""

"""What operators read: each thing that can happen has words, and none are the person's."""

from datetime import UTC, datetime, timedelta

import pytest

from bot import cards
from bot.store.rows import DeskKind
from bot.tickets import Action, Ticket
from flows.effects import Notice
from flows.events import Unsupported
from flows.load import load
from flows.status import Status
from flows.urgency import Urgency

OPENED = datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
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
    assert cards.card(TICKET, Status.QUEUED, OPENED + timedelta(minutes=7)) == (
        "🔴 Amber-417\n"
        "urgency: emergency\n"
        "topic: documents taken\n"
        "language: uz-Cyrl\n"
        "waiting since 01:30 (7 min)"
    )


def test_a_card_of_a_claimed_ticket() -> None:
    claimed = Ticket(
        "Oak-100", "police", Urgency.HIGH, "ru", OPENED, "a", OPENED + timedelta(minutes=3)
    )
    shown = cards.card(claimed, Status.HUMAN, OPENED + timedelta(hours=5))
    assert shown.startswith("🟠 Oak-100\n")
    assert shown.endswith("claimed after 3 min")
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
    lines = cards.card(noted, Status.QUEUED, OPENED).splitlines()
    assert lines[-2:] == [cards.NOTICES[Notice.WATCHED], cards.NOTICES[Notice.PERSON_LEFT]]


def test_no_card_names_its_operator() -> None:
    claimed = Ticket("Oak-100", "police", Urgency.HIGH, "ru", OPENED, "hash123", OPENED)
    assert "hash123" not in cards.card(claimed, Status.HUMAN, OPENED)


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
    assert set(cards.DONE) == set(Action) - {Action.REPLY}
    assert set(cards.BUTTONS) == set(cards.DONE)
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
    "kind", [DeskKind.OPENED, DeskKind.CHANGED, DeskKind.CLAIMED, DeskKind.CLOSED]
)
def test_what_only_changes_the_card_has_no_line(kind: DeskKind) -> None:
    assert cards.line(kind, "", "") == ""

"""What operators read: each thing that can happen has words, and none are the person's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import SettableClock
from bot.desk import card as cards
from bot.helpline.cards import clock, waited, warnings
from bot.store.rows import DeskKind
from bot.texts.catalogue import Catalogue
from bot.texts.voices import voices
from bot.tickets import ticket as tickets
from bot.tickets.operator import Operator
from bot.tickets.ticket import TargetKind, Ticket, TransferTarget
from flows.conversation import Conversation, Timer
from flows.effects import AlertLevel, Notice
from flows.events import TimerKind, Unsupported
from flows.format.load import load
from flows.signals import Answer, Fact, Signal
from flows.status import Status
from flows.urgency import Urgency

EN = voices().all["en"]
OPENED = datetime(2026, 11, 25, 20, 30, tzinfo=UTC)
QUEUED = Conversation(status=Status.QUEUED)
HUMAN = Conversation(status=Status.HUMAN)
TICKET = Ticket("Amber-417", "danger", Urgency.EMERGENCY, "uz-Cyrl", OPENED)


def ids(answer: Answer) -> str:
    """An answer without words: those are the catalogue's."""
    return f"{answer.question} → {answer.answer}"


def test_the_title_says_the_most_at_a_glance() -> None:
    assert cards.title(EN, TICKET) == "🔴 Amber-417 · danger · uz-Cyrl"


def test_the_longest_title_fits_into_a_topic_s_name() -> None:
    """Bot API, createForumTopic: 1-128 characters."""
    for flow in load().flows:
        long = Ticket("Lavender-999", flow, Urgency.EMERGENCY, "uz-Cyrl", OPENED)
        assert len(cards.title(EN, long)) <= 128


def shown(
    ticket: Ticket, conversation: Conversation, now: datetime, told: Sequence[str] = ()
) -> str:
    return cards.card(EN, ticket, conversation, now, told, ids)


def test_a_card_of_a_waiting_ticket() -> None:
    """The time of day is Kazakhstan's: five hours ahead of UTC."""
    now = OPENED + timedelta(minutes=7)
    waiting = Conversation(status=Status.QUEUED, heard_at=now - timedelta(minutes=2))
    assert shown(TICKET, waiting, now, ["«Call 112»", "«Your wages»"]) == (
        "🔴 Amber-417\n"
        "urgency: emergency, danger was heard or an operator said so\n"
        "topic: danger\n"
        "language: uz-Cyrl, Uzbek, Cyrillic\n"
        "waiting since 01:30 (7 min)\n"
        "last word: 2 min ago\n"
        "told: «Call 112», «Your wages»\n"
        "as of 01:37"
    )


def test_the_same_card_in_the_language_of_the_group() -> None:
    now = OPENED + timedelta(minutes=7)
    waiting = Conversation(status=Status.QUEUED, heard_at=now - timedelta(minutes=2))
    assert cards.card(voices().all["ru"], TICKET, waiting, now, ["«Звоните 112»"], ids) == (
        "🔴 Amber-417\n"
        "срочность: экстренная, есть признаки опасности или так решил оператор\n"
        "тема: опасность\n"
        "язык: uz-Cyrl, узбекский, кириллица\n"
        "ждёт с 01:30 (7 мин)\n"
        "последнее сообщение: 2 мин назад\n"
        "уже сказано: «Звоните 112»\n"
        "на 01:37"
    )


def test_a_card_of_a_claimed_ticket() -> None:
    taken = OPENED + timedelta(minutes=3)
    waiting = Ticket("Oak-100", "police", Urgency.HIGH, "ru", OPENED)
    claimed = tickets.claimed(waiting, Operator("hash123", name="Heron"), taken)
    card = shown(claimed, HUMAN, OPENED + timedelta(hours=5))
    assert card.startswith("🟠 Oak-100\n")
    assert "claimed by Heron after 3 min" in card
    assert "hash123" not in card
    assert "waiting" not in card


def test_warnings_stand_before_all_else() -> None:
    noted = replace(
        TICKET,
        notices=(Notice.NOBODY_CLAIMED, Notice.PERSON_LEFT, Notice.STYLE_CHANGED, Notice.CHILD),
    )
    lines = shown(noted, QUEUED, OPENED).splitlines()
    assert lines[1:4] == [
        EN("notice-child"),
        EN("notice-style_changed"),
        EN("notice-person_left"),
    ]
    assert lines[-2] == EN("notice-nobody_claimed"), "what happened stands below"
    assert EN("notice-nobody_claimed") not in shown(noted, HUMAN, OPENED), "that is over"


@pytest.mark.parametrize(
    ("notices", "timers", "standing"),
    [
        ([Notice.WATCHED], [], [Notice.WATCHED]),
        ([Notice.WATCHED, Notice.UNWATCHED], [], []),
        ([Notice.WATCHED, Notice.UNWATCHED, Notice.WATCHED], [], [Notice.WATCHED]),
        ([Notice.PERSON_LEFT, Notice.PERSON_RETURNED], [], []),
        ([Notice.SILENT_AFTER_THREAT], [], [Notice.SILENT_AFTER_THREAT]),
        ([Notice.SILENT_AFTER_THREAT], [TimerKind.SILENT_AFTER_THREAT], []),
    ],
)
def test_a_warning_stands_as_long_as_it_is_true(
    notices: list[Notice], timers: list[TimerKind], standing: list[Notice]
) -> None:
    """Silence is over once its clock runs again: the person has written."""
    ticket = replace(TICKET, notices=tuple(notices))
    state = replace(QUEUED, timers=tuple(Timer(kind, OPENED) for kind in timers))
    assert warnings(ticket, state) == standing


def test_a_card_says_that_a_ticket_is_aside_and_for_whom_it_waits() -> None:
    later = Timer(TimerKind.SNOOZE_OVER, OPENED + timedelta(hours=1))
    aside = Conversation(status=Status.QUEUED, timers=(later,))
    ticket = replace(TICKET, wanted=TransferTarget(TargetKind.LANGUAGE, "uz"))
    lines = shown(ticket, aside, OPENED).splitlines()
    assert lines[-3:-1] == ["aside until 26.11 02:30", "for: whoever speaks uz, Uzbek"]


def test_a_reopened_ticket_and_a_minor_s_say_so() -> None:
    closed = OPENED - timedelta(minutes=28)
    again = replace(TICKET, urgency=Urgency.NORMAL, closed_at=closed)
    assert f"goes on after a close at {clock(closed)}" in shown(again, QUEUED, OPENED)
    minor = replace(TICKET, urgency=Urgency.HIGH, notices=(Notice.CHILD,))
    assert "somebody under 18" in shown(minor, QUEUED, OPENED)


def test_what_was_told_is_recalled_in_a_few_words() -> None:
    catalogue = Catalogue.read(SettableClock(OPENED))
    found = cards.reminders(catalogue, ["utter_who_sees", "utter_days_end", "utter_gone"], "ru")
    assert all(one.startswith("«") and len(one) <= cards.BRIEF + 2 for one in found)
    assert found[-1] == "«gone»", "a text that was taken out since"
    assert len(cards.reminders(catalogue, ["utter_ask_can_write", "utter_nobody_free"], "ru")) == 2


@pytest.mark.parametrize("level", AlertLevel)
def test_a_call_names_tickets_by_code_and_language(level: AlertLevel) -> None:
    assert cards.call(EN, level, [TICKET], 3).endswith("Amber-417 · uz-Cyrl")
    assert "Amber" not in cards.backup_call(EN, [TICKET]), "the backup chat is another chat"


def test_a_call_with_nobody_on_shift_says_so() -> None:
    assert "Nobody is on shift" in cards.call(EN, AlertLevel.SHIFT, [TICKET], 0)
    assert "Nobody is on shift" not in cards.call(EN, AlertLevel.SHIFT, [TICKET], 1)


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
    assert EN.say(waited(time)) == words


def test_a_line_of_the_person_s_words() -> None:
    assert cards.line(EN, DeskKind.SAID, "", "help") == "help"
    assert cards.line(EN, DeskKind.SAID, "", "") == "(a message that can't be opened any more)"


@pytest.mark.parametrize("kind", Unsupported)
def test_a_line_for_what_is_not_kept(kind: Unsupported) -> None:
    shown = cards.line(EN, DeskKind.UNSUPPORTED, kind.value, "")
    assert shown == f"(the person sent {EN(f'unsupported-{kind.value}')}; it was not kept)"


@pytest.mark.parametrize("notice", Notice)
def test_a_line_for_a_notice(notice: Notice) -> None:
    assert cards.line(EN, DeskKind.NOTICE, notice.value, "") == EN(f"notice-{notice.value}")


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
    assert cards.line(EN, kind, "", "") == ""


def test_what_was_said_stands_in_order_and_what_was_inferred_is_marked() -> None:
    said = (
        Fact(Signal.HELD, OPENED, inferred=False),
        Fact(Signal.HE_COMES, OPENED + timedelta(minutes=3)),
    )
    assert (
        "said, in order (≈ as the program understood the words):\n"
        "01:30 can't get out\n"
        "01:33 ≈ the one they are afraid of is coming\n"
    ) in shown(TICKET, replace(QUEUED, facts=said), OPENED + timedelta(minutes=4))


def test_a_high_urgency_says_which_signs_it_is_for() -> None:
    signs = replace(TICKET, urgency=Urgency.HIGH)
    assert "signs short of danger" in shown(signs, QUEUED, OPENED)


def test_a_pressed_answer_is_a_fact_said_and_not_inferred() -> None:
    held = Fact(Signal.HELD, OPENED)
    pressed = Fact(None, OPENED + timedelta(minutes=1), inferred=False, answer=Answer("hurt", "no"))
    conversation = replace(QUEUED, facts=(held, pressed))

    lines = shown(TICKET, conversation, OPENED + timedelta(minutes=2)).split("\n")

    at = lines.index(EN("card-facts"))
    assert lines[at + 1].startswith("01:30 ≈ ")
    assert lines[at + 2] == "01:31 hurt → no"

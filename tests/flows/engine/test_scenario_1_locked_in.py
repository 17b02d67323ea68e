"""Locked in, and the language changes half-way."""

from flows.effects import OpenTicket, RelayToOperator, UpdateTicket, Utter
from flows.events import Source
from flows.status import Status
from flows.urgency import Urgency
from tests.flows.dialogue import Dialogue


def test_locked_in_and_the_language_changes_half_way(dialogue: Dialogue) -> None:
    # 1. In Russian, in Latin letters: they have locked me in a flat.
    dialogue.writes("1", "urgent_danger", urgent=True)

    assert dialogue.of(OpenTicket) == [OpenTicket("danger", Urgency.EMERGENCY, "ru")]
    assert dialogue.said == ["utter_emergency", "utter_ask_can_write"]
    assert dialogue.offered == ["yes", "no", "not_in_danger", "exit"]

    # 2. Yes, but quietly. An answer, and no choice from a menu.
    dialogue.writes("2", "affirm", watched=True)

    assert dialogue.said == ["utter_go_on_writing", "utter_ask_danger_now"]
    assert all(utter.silent for utter in dialogue.of(Utter))
    assert dialogue.conversation.watched

    # 3. I speak Russian badly; is there Uzbek? The ticket stays where it is in the queue.
    dialogue.speaks = "uz"
    dialogue.writes("3", "change_language", source=Source.KEYWORDS)

    assert dialogue.of(UpdateTicket) == [UpdateTicket(locale="uz")]
    assert dialogue.notices == ["locale_changed"]
    assert {utter.locale for utter in dialogue.of(Utter)} == {"uz"}
    assert dialogue.conversation.urgency is Urgency.EMERGENCY
    assert "utter_ask_locale" not in dialogue.said

    # 4. The same language in the other script: door locked, window on the fourth floor.
    dialogue.speaks = "uz-Cyrl"
    dialogue.writes("4", "urgent_danger", urgent=True)

    assert dialogue.said == ["utter_received_quiet"]
    assert dialogue.of(OpenTicket) == []

    # 5. There were three of us, one can't breathe. A second signal on the same ticket.
    dialogue.speaks = "uz"
    dialogue.writes("5", "medical_emergency", urgent=True)

    assert dialogue.of(OpenTicket) == []
    assert UpdateTicket(None, "medical") in dialogue.effects
    assert dialogue.said == ["utter_emergency_medical"]
    assert dialogue.of(RelayToOperator) == [RelayToOperator("5")]

    # 6. They are coming. One line at most, then nothing until the person writes.
    dialogue.writes("6", "urgent_danger", urgent=True, watched=True)

    assert dialogue.said == ["utter_wait_later"]
    assert all(utter.silent for utter in dialogue.of(Utter))

    # 7. Silence for a quarter of an hour. Marked, and never closed by itself.
    dialogue.minutes_pass(15)

    assert dialogue.said == []
    assert dialogue.notices[-1] == "silent_after_threat"
    assert dialogue.status is Status.QUEUED
    assert dialogue.conversation.urgency is Urgency.EMERGENCY

"""Words that sound like danger, then real danger."""

from flows.effects import OpenTicket, RelayToOperator, Utter
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue


def test_words_that_sound_like_danger_then_real_danger(dialogue: Dialogue) -> None:
    dialogue.speaks = "en"

    # 1. My boss is gonna kill me lol, I'm late. No alert, one line at most.
    dialogue.writes("1", "out_of_scope")

    assert len(dialogue.said) <= 1
    assert dialogue.of(OpenTicket) == []

    # 2. Do foreigners need a contract?
    assert dialogue.writes("2", "ask_labour_contract").said[-1] == "utter_labour_contract"

    # 3. He didn't lock us in or anything.
    assert dialogue.writes("3").of(OpenTicket) == []

    # 4. In the film they sold her.
    assert dialogue.writes("4").of(OpenTicket) == []

    # 5. But my passport has been in his safe since June. Not urgent by itself; offers a person.
    dialogue.writes("5", "ask_documents_taken")

    assert dialogue.said == ["utter_documents_taken"]
    assert "person" in dialogue.offered
    assert dialogue.of(OpenTicket) == []

    # 6. Yesterday, when I asked for it, he put a knife on the table. Urgent, whatever came before.
    dialogue.writes("6", "ask_documents_taken", urgent=True)

    assert dialogue.of(OpenTicket) == [OpenTicket("danger", Urgency.EMERGENCY, "en")]
    assert dialogue.of(RelayToOperator) == [RelayToOperator("6")]

    # 7. He's back, got to go. One word at most, and silence from here on.
    dialogue.writes("7", "goodbye", watched=True)

    assert len(dialogue.said) <= 1
    assert all(utter.silent for utter in dialogue.of(Utter))
    assert dialogue.notices == ["watched"]
    assert dialogue.minutes_pass(24 * 60).said == []
    assert dialogue.status is Status.QUEUED

"""No operator on duty, at night, in mixed language."""

from flows.effects import OpenTicket, RelayToOperator, Utter
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue


def test_nobody_on_duty(dialogue: Dialogue) -> None:
    dialogue.speaks = "uz-Cyrl"

    # 1. I'm behind the shop, I ran away from them, it's cold, where do I go?
    dialogue.writes("1", "urgent_danger", urgent=True)

    assert dialogue.of(OpenTicket) == [OpenTicket("danger", Urgency.EMERGENCY, "uz-Cyrl")]
    assert {utter.locale for utter in dialogue.of(Utter)} == {"uz-Cyrl"}

    # 2. Nobody has claimed it for two minutes. The truth, without a sound.
    dialogue.minutes_pass(2)

    assert dialogue.said == ["utter_nobody_free"]
    assert dialogue.notices == ["nobody_claimed"]

    # 3. I have no papers, will they deport me? In brief, without a menu.
    dialogue.writes("3", "ask_immigration_status")

    assert dialogue.said == ["utter_immigration_status_brief"]
    assert dialogue.offered == []

    # 4. My phone is at three percent. As short as can be.
    dialogue.writes("4", "low_battery")

    assert dialogue.said == ["utter_low_battery"]

    # 5. By the bus station. To the operators, with a receipt.
    dialogue.minutes_pass(1).writes("5")

    assert dialogue.of(RelayToOperator) == [RelayToOperator("5")]
    assert dialogue.said == ["utter_nobody_answered"]

    # 6. Ten minutes without an operator. The operators' side is told to try another way.
    dialogue.minutes_pass(7)

    assert dialogue.said == ["utter_still_nobody"]
    assert dialogue.notices == ["still_unclaimed"]

    # 7. Silence. It stays open until a human closes it.
    dialogue.minutes_pass(12 * 60)

    assert dialogue.said == []
    assert dialogue.notices == ["silent_after_threat"]
    assert dialogue.status is Status.QUEUED


def test_the_bot_never_says_that_somebody_is_there_when_nobody_is(dialogue: Dialogue) -> None:
    dialogue.in_danger().minutes_pass(60).writes("mumble").minutes_pass(60)

    said = {effect.text_id for effect in dialogue.everything if isinstance(effect, Utter)}
    assert "utter_operator_joined" not in said

"""A spammer, who then says something that must be heard."""

from flows.effects import OpenTicket, RelayToOperator, RelayUnsupported
from flows.events import Unsupported
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.dialogue import Dialogue


def test_a_spammer_who_then_says_something_that_must_be_heard(dialogue: Dialogue) -> None:
    # 1. Earn 500 a day. One neutral line.
    dialogue.writes("1", "out_of_scope")

    assert len(dialogue.said) == 1

    # 2. The same, five times. No answer to each, and no operator.
    for _ in range(5):
        assert dialogue.writes("2", "out_of_scope").effects == ()

    # 3. You are all idiots. No lecture.
    assert dialogue.writes("3", "out_of_scope").said == []

    # 4. HELP!!! URGENT!!! best crypto bot. Capital letters are no danger.
    dialogue.speaks = "en"
    assert dialogue.writes("4", "out_of_scope").of(OpenTicket) == []
    assert dialogue.status is Status.BOT

    # 5. Joking aside: they keep girls at our warehouse. Heard in spite of all that.
    dialogue.speaks = "ru"
    dialogue.writes("5", "urgent_danger", urgent=True)

    assert dialogue.of(OpenTicket) == [OpenTicket("danger", Urgency.EMERGENCY, "ru")]
    assert dialogue.of(RelayToOperator) == [RelayToOperator("5")]
    assert dialogue.said[-1] == "utter_ask_can_write"

    # 6. I'm not joking now. The bot doesn't judge; the question whether it is safe stays open.
    dialogue.writes("6")

    assert dialogue.of(RelayToOperator) == [RelayToOperator("6")]
    assert dialogue.conversation.in_emergency
    assert dialogue.conversation.top is not None
    assert dialogue.conversation.top.flow == "can_write"

    # 7. A photo. Not taken, not forwarded; the operators learn that there was one.
    dialogue.sends(Unsupported.PICTURE)

    assert dialogue.of(RelayUnsupported) == [RelayUnsupported(Unsupported.PICTURE)]
    assert dialogue.of(RelayToOperator) == []
    assert dialogue.said == ["utter_unsupported_picture"]

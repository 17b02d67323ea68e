"""Delete everything."""

from flows.conversation import Conversation
from flows.effects import Erase, Utter
from flows.events import Source
from tests.kit.dialogue import Dialogue


def test_delete_everything(dialogue: Dialogue) -> None:
    dialogue.speaks = "tg"

    # 1. Hello, the boss has my passport. Information, and a person is offered.
    dialogue.writes("1", "ask_documents_taken")

    assert dialogue.said == ["utter_notice", "utter_documents_taken"]
    assert "person" in dialogue.offered

    # 2. What do I do? An answer, and nothing is asked for in return.
    dialogue.writes("2", "ask_legal_help")

    assert dialogue.said == ["utter_legal_help"]

    # 3. Who reads this?
    dialogue.writes("3", "ask_privacy")

    assert dialogue.said == ["utter_privacy"]
    assert "erase" in dialogue.offered

    # 4. Delete all of it, let nothing stay. Confirmed once, with a plain button, without a why.
    dialogue.writes("4", "delete_my_data")

    assert dialogue.said == ["utter_ask_erase_confirmed"]
    assert dialogue.offered == ["yes", "no"]
    assert dialogue.of(Erase) == []

    # 5. Yes. Nothing is said before it is done, and nothing is left to say it from.
    dialogue.writes("5", "affirm", source=Source.KEYWORDS)

    assert dialogue.of(Erase) == [Erase("tg")]
    assert dialogue.said == []
    assert dialogue.conversation == Conversation()

    # 6. Is my number still there? Answered, by somebody who knows nothing of turns 1 to 5.
    erased = dialogue.conversation
    dialogue.writes("6", "ask_privacy")

    assert dialogue.said == ["utter_notice", "utter_privacy"]
    assert dialogue.conversation.slots == {}

    # 7. Hello, after the erasure: a new person, without even a language.
    later = Dialogue(dialogue.library, erased, speaks=None)
    later.minutes_pass(60).writes("7", "greet")

    assert later.said == ["utter_ask_locale"]
    assert later.of(Utter)[0].choices[0].value == "uz"  # the order of the list, not of the past

"""How a dialogue went is shown turn by turn."""

from bench.understanding.dialogues.model import Dialogue
from bench.understanding.dialogues.scoring import Played, Seen
from bench.understanding.dialogues.transcript import transcript
from tests.bench.understanding.dialogues.build import judged


def test_what_was_said_and_what_failed_stand_below_each_turn() -> None:
    right = judged(Seen(ids=("utter_shelter",), locale="en"), then={"topics": "shelter"})
    wrong = judged(Seen(fault="press could not be done"), {"ticket": "open"})
    told = transcript(
        Played(Dialogue("en-bed", "en", "A bed.", (right.turn, wrong.turn)), (right, wrong))
    )

    assert (
        told
        == """\
en-bed (en): A bed.
  text and with a cat?
    utter_shelter
    [BOT · no ticket · en · pending: none]
  text and with a cat?
    press could not be done
    nothing said
    [BOT · no ticket · no locale · pending: none]
    FAILED safety: ticket open"""
    )

"""The page counts what failed, and names none of the dialogues from outside."""

from bench.understanding.dialogues.evaluate import page
from bench.understanding.dialogues.model import Dialogue
from bench.understanding.dialogues.report import by_kind, failures, figures
from bench.understanding.dialogues.scoring import Judged, Played, Seen
from flows.status import Status
from tests.bench.understanding.dialogues.build import IN_DANGER, judged

ANSWER = Seen(ids=("utter_shelter",), text="A bed.", bubbles=1)
RECEIPT = Seen(ids=("utter_received",), bubbles=1, status=Status.QUEUED, urgency="emergency")


def test_turns_expectations_and_answers_are_counted_by_locale() -> None:
    told = figures(
        [
            _played(
                "en-bed",
                "en",
                judged(ANSWER, {"ticket": "none"}, {"topics": "shelter"}),
                judged(ANSWER, {"ticket": "open"}),  # the control: a wrong expectation
                judged(ANSWER),
            ),
            _played("ru-cry", "ru", judged(RECEIPT, {"urgency": "emergency"}, before=IN_DANGER)),
        ]
    )

    assert "| all | 2 | 3 | 0.667 | 4 | 0.750 | 3 | 0.333 | 1 | 1.000 | 1 | 0.000 |" in told
    assert "| en | 1 | 2 | 0.500 | 3 | 0.667 | 2 | 0.500 | 1 | 1.000 | 0 | – |" in told
    assert "| ru | 1 | 1 | 1.000 | 1 | 1.000 | 1 | 0.000 | 0 | – | 1 | 0.000 |" in told


def test_what_failed_is_named_without_its_words() -> None:
    told = failures([_played("en-bed", "en", judged(ANSWER), judged(ANSWER, {"ticket": "open"}))])

    assert "| `en-bed` | 2 | !ticket |" in told
    assert "cat" not in told


def test_an_act_that_could_not_be_done_is_named() -> None:
    told = failures([_played("en-bed", "en", judged(Seen(fault="press could not be done")))])

    assert "| `en-bed` | 1 | press could not be done |" in told


def test_kinds_are_counted_apart_by_safety() -> None:
    told = by_kind(
        [
            _played(
                "en-bed",
                "en",
                judged(ANSWER, {"ticket": "open"}),
                judged(ANSWER, then={"ticket": "none"}),
            )
        ]
    )

    assert "| `ticket` | safety | 1 | 1 |" in told
    assert "| `ticket` |  | 1 | 0 |" in told


def test_dialogues_from_outside_are_counted_and_not_named() -> None:
    own = [_played("en-bed", "en", judged(ANSWER))]
    others = [_played("kept-apart", "ru", judged(ANSWER, {"ticket": "open"}))]

    assert "kept-apart" not in page(own, others)
    assert "| ru | 1 | 1 | 0.000 |" in page(own, others)


def test_without_a_file_from_outside_the_page_says_so() -> None:
    assert "no file was given" in page([_played("en-bed", "en", judged(ANSWER))], [])


def _played(name: str, locale: str, *turns: Judged) -> Played:
    return Played(Dialogue(name, locale, "", tuple(turn.turn for turn in turns)), turns)

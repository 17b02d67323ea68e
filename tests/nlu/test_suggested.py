"""Which topics may be meant, by the model's ranking."""

from nlu.client import Heard
from nlu.suggested import LEAST_CONFIDENCE, LEAST_WORDS, suggested


def heard(*ranking: tuple[str, float]) -> Heard:
    return Heard(ranking[0][0], ranking[0][1], False, 0.0, "ru", 0.9, ranking=ranking)


def test_topics_and_emergencies_are_held_possible_small_talk_isnt() -> None:
    found = heard(("thank", 0.3), ("ask_police", 0.3), ("self_harm", 0.2), ("ask_am_i_victim", 0.1))

    assert suggested(found, 5) == ("ask_police", "self_harm", "ask_am_i_victim")


def test_what_is_hardly_likely_isnt() -> None:
    found = heard(("ask_police", 0.9), ("ask_rights", LEAST_CONFIDENCE - 0.01))

    assert suggested(found, 5) == ("ask_police",)


def test_of_a_word_or_two_nothing_is() -> None:
    assert suggested(heard(("ask_police", 0.3)), LEAST_WORDS - 1) == ()


def test_a_model_that_doesnt_rank_suggests_nothing() -> None:
    assert suggested(Heard("ask_police", 0.3, False, 0.0, "ru", 0.9), 5) == ()

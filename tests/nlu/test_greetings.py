"""What follows a greeting."""

from functools import partial

import pytest

from nlu.client import Heard
from nlu.greetings import GREET, LONG_REST, after_greeting, joined
from tests.kit import own

keywords = own.keywords()
greets = partial(keywords.is_only, GREET)
may_greet = partial(keywords.has_word_of, GREET)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("здравствуйте паспорт у начальника", "паспорт у начальника"),
        ("добрый день хочу уехать", "хочу уехать"),
        ("ну здраствуйте паспорт у начальника", "паспорт у начальника"),
        ("добрый ну день хочу уехать", "хочу уехать"),
        ("салом брат", ""),
        ("салом", ""),
        ("assalomu alaykum ish haqi kerak", "ish haqi kerak"),
        ("сәлеметсіз бе жалақы бермей жатыр", "жалақы бермей жатыр"),
        ("паспорт у начальника", ""),
        ("", ""),
    ],
)
def test_the_rest_of_a_message(text: str, rest: str) -> None:
    assert after_greeting(text, greets, may_greet) == rest


@pytest.mark.parametrize(
    "text", ["привет", "ПРИВЕЕЕТ", "ну привет", "здраствуйте", "salom salom", "добрый ну день"]
)
def test_a_greeting_is_never_passed_over_by_the_quick_look(text: str) -> None:
    spotted = keywords.spot(text)
    assert (spotted.short, spotted.asked, may_greet(text)) == (True, GREET, True)


def test_the_quick_look_spares_what_greets_nobody() -> None:
    assert not may_greet("паспорт у начальника")


WHOLE = Heard("greet", 0.9, False, 0.1, "ru", 0.8)


def test_what_follows_says_what_it_is_about() -> None:
    rest = Heard("ask_documents_taken", 0.9, False, 0.0, None, 0.0)
    assert joined(WHOLE, rest, 2) == Heard("ask_documents_taken", 0.9, False, 0.1, "ru", 0.8)


@pytest.mark.parametrize(("intent", "sure"), [("greet", 0.9), ("out_of_scope", 0.9), ("deny", 0.4)])
def test_small_talk_leaves_it_a_greeting(intent: str, sure: float) -> None:
    assert joined(WHOLE, Heard(intent, sure, False, 0.0, "ru", 0.8), 2) == WHOLE


def test_danger_in_it_is_never_lost() -> None:
    found = joined(WHOLE, Heard("out_of_scope", 0.9, True, 0.7, "ru", 0.8), 2)
    assert (found.urgent, found.urgency_score) == (True, 0.7)


def test_many_words_are_what_it_is_about_however_unsure_the_model_is() -> None:
    rest = Heard("ask_testifying", 0.3, False, 0.0, "ru", 0.8, ranking=(("ask_testifying", 0.3),))
    found = joined(WHOLE, rest, LONG_REST)

    assert (found.intent, found.confidence) == ("ask_testifying", 0.3)
    assert found.ranking == rest.ranking

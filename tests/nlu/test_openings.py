"""What follows a greeting."""

import pytest

from nlu.client import Heard
from nlu.lexicon import load
from nlu.openings import after_greeting, joined
from nlu.recogniser import Recogniser

greets = Recogniser(load()).greets


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("здравствуйте паспорт у начальника", "паспорт у начальника"),
        ("добрый день хочу уехать", "хочу уехать"),
        ("салом брат", ""),
        ("салом", ""),
        ("assalomu alaykum ish haqi kerak", "ish haqi kerak"),
        ("сәлеметсіз бе жалақы бермей жатыр", "жалақы бермей жатыр"),
        ("паспорт у начальника", ""),
        ("", ""),
    ],
)
def test_the_rest_of_a_message(text: str, rest: str) -> None:
    assert after_greeting(text, greets) == rest


WHOLE = Heard("greet", 0.9, False, 0.1, "ru", 0.8)


def test_what_follows_says_what_it_is_about() -> None:
    rest = Heard("ask_documents_taken", 0.9, False, 0.0, None, 0.0)
    assert joined(WHOLE, rest) == Heard("ask_documents_taken", 0.9, False, 0.1, "ru", 0.8)


@pytest.mark.parametrize(("intent", "sure"), [("greet", 0.9), ("out_of_scope", 0.9), ("deny", 0.4)])
def test_small_talk_leaves_it_a_greeting(intent: str, sure: float) -> None:
    assert joined(WHOLE, Heard(intent, sure, False, 0.0, "ru", 0.8)) == WHOLE


def test_danger_in_it_is_never_lost() -> None:
    found = joined(WHOLE, Heard("out_of_scope", 0.9, True, 0.7, "ru", 0.8))
    assert (found.urgent, found.urgency_score) == (True, 0.7)

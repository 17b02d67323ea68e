"""Danger in one clause of a person's long practical question."""

from dataclasses import dataclass, field

import pytest

from nlu.clauses import LONGEST, MOST, clauses
from nlu.client import Heard
from nlu.recogniser import Recogniser
from tests.kit.own import keywords

QUESTION = (
    "подскажите мне какие бумаги нужны для патента в этом году, бугор велел сидеть тихо "
    "пока не вернется, и сколько стоит перевод у нотариуса"
)
NEWS = (
    "областной суд рассмотрел дело владельца завода в среду, бугор велел сидеть тихо пока "
    "не вернется, сообщает издание со ссылкой на прокуратуру"
)


@dataclass
class Hears:
    """Hears danger in one clause, when it stands alone."""

    score: float = 0.95
    asked: list[str] = field(default_factory=list)

    async def hear(self, text: str) -> Heard:
        self.asked.append(text)
        score = self.score if text.startswith("бугор") else 0.1
        return Heard("ask_labour_contract", 0.9, False, score, "ru", 1.0)


async def test_it_is_heard_and_the_topic_stays() -> None:
    parse = await Recogniser(keywords(), Hears()).parse(QUESTION)

    assert (parse.urgent, parse.urgency_score, parse.intent) == (True, 0.95, "ask_labour_contract")


async def test_a_merely_suspicious_clause_is_no_alarm() -> None:
    assert not (await Recogniser(keywords(), Hears(0.89)).parse(QUESTION)).urgent


@pytest.mark.parametrize("text", [NEWS, "а сколько стоит патент, и где его взять"])
async def test_print_and_short_messages_cost_one_reading(text: str) -> None:
    model = Hears()
    await Recogniser(keywords(), model).parse(text)

    assert model.asked == [text]


async def test_who_would_have_to_wait_is_not_asked_in_pieces() -> None:
    model = Hears()
    await Recogniser(keywords(), model, crowded=lambda: True).parse(QUESTION)

    assert model.asked == [QUESTION]


def test_clauses_are_few_and_of_some_length() -> None:
    assert clauses("да, нет, не знаю, может быть, " * 10) == []
    assert len(clauses(", ".join(f"{'слово ' * 5}{letter * 5}" for letter in "абвгдежз"))) == MOST


def test_of_many_the_first_and_the_last_are_asked_about() -> None:
    many = [f"{'слово ' * 5}{letter * 5}" for letter in "абвгдежзик"]

    assert clauses(", ".join(many)) == [*many[:3], *many[-3:]]


def test_no_clause_costs_more_than_a_message_of_usual_length() -> None:
    cry = "бугор велел сидеть тихо пока не вернется"
    text = f"{'слово ' * 600}, {cry}"

    assert clauses(text) == [cry]
    assert all(len(one) <= LONGEST for one in clauses(f"{text}, {cry} завтра"))

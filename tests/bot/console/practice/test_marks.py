"""Marks: each rule kept and missed, by the line that it is about."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.console.practice.marks import LONG, Mark, Rule, Verdict, marks
from bot.console.practice.play import Line, Play
from bot.texts.catalogue import CONTENT
from bot.texts.practice.signs import read_signs
from bot.tickets.ticket import Outcome
from tests.bot.console.practice.test_play import SCRIPT
from tests.kit.constants import NOW

SIGNS = read_signs(CONTENT)
KEPT, MISSED, NOT_SEEN = Verdict.KEPT, Verdict.MISSED, Verdict.NOT_SEEN


def line(text: str, question: str = "", *, read_along: bool = False, stretch: int = 0) -> Line:
    return Line(NOW, text, SIGNS.hear(text, question), question, read_along, stretch)


def judged(rule: Rule, *lines: Line, **fields: object) -> Mark:
    play = Play(SCRIPT, "en", NOW, claimed_at=NOW, outcome=Outcome.REFERRED, lines=lines)
    play = replace(play, **fields)  # type: ignore[arg-type]
    return next(one for one in marks(play) if one.rule is rule)


@pytest.mark.parametrize(("seconds", "verdict"), [(120, KEPT), (121, MISSED)])
def test_claimed_before_the_person_is_told_that_nobody_is_free(
    seconds: int, verdict: Verdict
) -> None:
    claimed_at = NOW + timedelta(seconds=seconds)
    assert judged(Rule.CLAIMED, claimed_at=claimed_at).verdict is verdict


def test_never_claimed_is_missed() -> None:
    assert judged(Rule.CLAIMED, claimed_at=None).verdict is MISSED


@pytest.mark.parametrize(
    ("first", "verdict"),
    [
        ("Вам сейчас безопасно писать?", KEPT),
        ("Hozir yozish Siz uchun xavfsizmi?", KEPT),
        ("Ҳозир навиштан барои Шумо бехатар аст?", KEPT),
        ("Где вы?", MISSED),
    ],
)
def test_the_first_question_is_about_safety(first: str, verdict: Verdict) -> None:
    mark = judged(Rule.SAFETY_FIRST, line("Здравствуйте."), line(first), line("Вы ранены?"))
    assert (mark.verdict, mark.lines) == (verdict, (first,))


def test_a_question_of_the_deck_is_about_safety_by_its_name() -> None:
    assert judged(Rule.SAFETY_FIRST, line("…", "can_write")).verdict is KEPT
    assert judged(Rule.SAFETY_FIRST, line("…", "paid")).verdict is MISSED


def test_a_promise_is_found_by_the_rules_of_the_texts() -> None:
    mark = judged(Rule.NOTHING_PROMISED, line("Держитесь, помощь уже едет"), line("Спасибо"))
    assert mark == Mark(
        Rule.NOTHING_PROMISED, MISSED, ("Держитесь, помощь уже едет",), "помощь уже едет"
    )
    assert judged(Rule.NOTHING_PROMISED, line("Бегите оттуда")).verdict is MISSED
    assert judged(Rule.NOTHING_PROMISED, line("Мы читаем вас")).verdict is KEPT
    assert judged(Rule.NOTHING_PROMISED).verdict is NOT_SEEN


@pytest.mark.parametrize(
    ("questions", "verdict"),
    [
        (("Где вы?", "Сколько вас?"), KEPT),
        (("Где вы?", "В каком городе?"), MISSED),
        (("Кто начальник?", "кто  начальник?"), MISSED),
        (("Понял.", "Понял."), NOT_SEEN),
    ],
)
def test_nothing_is_asked_twice(questions: tuple[str, str], verdict: Verdict) -> None:
    assert judged(Rule.ASKED_ONCE, *map(line, questions)).verdict is verdict


def test_safety_is_asked_anew_when_somebody_has_come_or_gone() -> None:
    asked = "Вам сейчас безопасно писать?"
    assert judged(Rule.ASKED_ONCE, line(asked), line(asked)).verdict is MISSED
    assert judged(Rule.ASKED_ONCE, line(asked), line(asked, stretch=2)).verdict is KEPT


def test_words_are_neutral_and_short_while_somebody_may_read_along() -> None:
    telling = "Полиция знает адрес"
    mark = judged(Rule.NEUTRAL, line(telling, read_along=True))
    assert (mark.verdict, mark.lines, mark.word) == (MISSED, (telling,), "полици*")
    assert judged(Rule.NEUTRAL, line("а" * (LONG + 1), read_along=True)).verdict is MISSED
    assert judged(Rule.NEUTRAL, line("Хорошо, до завтра", read_along=True)).verdict is KEPT
    assert judged(Rule.NEUTRAL, line(telling)).verdict is NOT_SEEN


def test_the_number_is_named_as_a_number() -> None:
    assert judged(Rule.NUMBER, line("Звоните 112.")).lines == ("Звоните 112.",)
    assert judged(Rule.NUMBER, line("Дом 1125")).verdict is MISSED
    assert judged(Rule.NUMBER, script=replace(SCRIPT, numbers=())).verdict is NOT_SEEN


def test_the_outcome_is_one_of_those_that_it_was() -> None:
    assert judged(Rule.OUTCOME).verdict is KEPT
    assert judged(Rule.OUTCOME, outcome=Outcome.OTHER).verdict is MISSED
    assert judged(Rule.OUTCOME, outcome=None).verdict is MISSED

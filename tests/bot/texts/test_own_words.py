"""An operator's own words, looked at by the rules of the texts."""

from datetime import UTC, date, datetime

import pytest

from bot.clock import SettableClock
from bot.texts.catalogue import CONTENT
from bot.texts.checks.own_words import OwnWords, Rule
from bot.texts.checks.words import read_forbidden
from tests.kit import own

TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def own_words() -> OwnWords:
    catalogue = own.catalogue(SettableClock(datetime(2026, 11, 29, tzinfo=UTC)))
    return OwnWords(catalogue, read_forbidden(CONTENT, catalogue.locales))


@pytest.mark.parametrize(
    ("text", "locale", "rules"),
    [
        ("Здравствуйте. Вам сейчас безопасно писать?", "ru", []),
        ("Звоните 112", "ru", []),
        ("Сегодня 05.12.2026", "ru", []),
        ("", "ru", []),
        ("Полиция приедет", "ru", [Rule.PROMISES]),
        ("Мы обязательно вас спасём", "ru", [Rule.PROMISES]),
        ("Вас спасут", "ru", [Rule.PROMISES]),
        ("Вы в безопасности", "ru", [Rule.PROMISES]),
        ("Вы в безопасности? Можно писать?", "ru", []),
        ("Суд наверняка решит так", "ru", [Rule.CERTAIN]),
        ("Вы жертва", "ru", [Rule.VERDICTS]),
        ("Бегите оттуда", "ru", [Rule.DANGEROUS_ADVICE]),
        ("Мой номер 8 701 123-45-67", "ru", [Rule.NUMBER]),
        ("Напишите @somebody", "ru", [Rule.LINK]),
        ("Здравствуйте. Чем помочь?", "uz", [Rule.SCRIPT]),
        ("Я не знаю, что мы можем сделать для вас", "kk", [Rule.LANGUAGE]),
        ("Мен сізге қалай көмек бере аламын", "kk", []),
        ("Men sizga yordam uchun shu yerdaman", "uz-Cyrl", [Rule.SCRIPT]),
    ],
)
def test_what_a_reply_makes_one_think_of(
    own_words: OwnWords, text: str, locale: str, rules: list[Rule]
) -> None:
    assert [hint.rule for hint in own_words.hints(text, locale, TODAY)] == rules


def test_a_hint_names_what_it_is_about(own_words: OwnWords) -> None:
    [hint] = own_words.hints("Позвоните +7 701 123 45 67 сегодня", "ru", TODAY)

    assert hint.found == "+7 701 123 45 67"

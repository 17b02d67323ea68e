"""The guess at a locale while the model is down: right, or silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.intents import LOCALES
from nlu.keywords.locale_guess import guess


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("мне очень нужно домой но у меня нет денег", "ru"),
        ("menya zdes ne kormyat i ya ne mogu uehat", "ru"),
        ("they took my passport and i can not go home", "en"),
        ("menga uyga qaytish uchun pul kerak lekin ular bermayapti", "uz"),
        ("o'zimni yomon his qilyapman bo'ldi", "uz"),
        ("менга уйга қайтиш учун пул керак лекин улар бермаяпти", "uz-Cyrl"),
        ("маған үйге қайту керек бірақ ақша жоқ", "kk"),
        ("мага үйгө кетиш керек бирок акча жок эмне кылам", "ky"),
        ("ман ба хона рафтан мехоҳам аммо пул надорам", "tg"),
    ],
)
def test_a_clear_sentence(text: str, locale: str) -> None:
    assert guess(text) == locale


@pytest.mark.parametrize("text", ["", "ok", "паспорт", "12345", "🙂🙂", "xyz abc qwe", "салам"])
def test_nothing_is_said_of_what_is_unclear(text: str) -> None:
    assert guess(text) is None


@given(st.text(max_size=200))
def test_any_text_has_a_locale_or_none(text: str) -> None:
    assert guess(text) in {None, *LOCALES}

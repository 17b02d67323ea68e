"""Words that correct what was understood."""

import pytest

from flows.corrections import corrects


@pytest.mark.parametrize(
    "text",
    [
        "не про паспорт",
        "no i mean the money",
        "не не контракта не. регистратсия мепурсам",
        "Нет, нет, я про суд",
        "хато",
    ],
)
def test_who_corrects(text: str) -> None:
    assert corrects(text)


@pytest.mark.parametrize(
    "text", ["нет денег", "не знаю, не понимаю", "нет, нет, зарплату не дают", "no passport", ""]
)
def test_who_doesnt(text: str) -> None:
    assert not corrects(text)

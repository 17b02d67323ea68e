"""Words that correct what was understood, or turn to something else."""

import pytest

from flows.corrections import corrects, turns


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


@pytest.mark.parametrize(
    "text",
    [
        "кстати, а юрист платный?",
        "айтпақшы уколды тегін сала ма",
        "айтмакчы юрист акысызбы",
        "aytgancha bolamni maktabga olishadimi",
        "Айтгандай мактаб борми",
        "дарвоқеъ, тарҷумон ройгон аст?",
        "and by the way can my wife work",
    ],
)
def test_who_turns_to_something_else(text: str) -> None:
    assert turns(text)


@pytest.mark.parametrize("text", ["он сказал, кстати, завтра", "айтпа", "aytdi", "another day", ""])
def test_who_goes_on(text: str) -> None:
    assert not turns(text)

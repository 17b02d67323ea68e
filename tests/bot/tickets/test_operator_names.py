"""Code names can't be taken for another's, nor for the server's."""

import pytest

from bot.errors import NotAllowed
from bot.tickets.operator_names import checked, looks


@pytest.mark.parametrize("name", ["Heron", "Robin-2", "Сокол", "Тұмар", "Қарлығаш", "Łabędź"])
def test_plain_names(name: str) -> None:
    assert checked(name) == name


@pytest.mark.parametrize("name", ["Rоbin", "Rоbіn", "Soкol", "Hεron", "ロビン", "12"])
def test_one_script_alone(name: str) -> None:
    with pytest.raises(NotAllowed, match=r"^refused-name"):
        checked(name)


@pytest.mark.parametrize(
    "name", ["server", "SERVER", "sеrvеr", "s3rver", "desk", "Helpline", "Amber-417", "oak-7"]
)
def test_words_that_mean_something_else(name: str) -> None:
    with pytest.raises(NotAllowed):
        checked(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robin", "Robın"),
        ("Robin", "RОBIN"),
        ("Robin", "R0bin"),
        ("Robin", "Rob1n"),
        ("Robin", "robln"),
        ("Robin", "Robín"),
        ("Robin", "Rob-in"),
        ("Merlin", "MerIin"),
        ("Heron", "Нeron"),
        ("Сорока", "Copoka"),
        ("Ворон", "BOPOH"),
    ],
)
def test_names_that_look_alike(one: str, other: str) -> None:
    assert looks(one) == looks(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Heron", "Robin"), ("Сокол", "Сорока"), ("Ike", "Ida")]
)
def test_names_that_do_not(one: str, other: str) -> None:
    assert looks(one) != looks(other)


def test_a_wide_form_is_kept_as_the_plain_one() -> None:
    assert checked("Ｈeron") == "Heron"

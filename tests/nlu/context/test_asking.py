"""Whether a message asks, most often without a question mark."""

import pytest

from nlu.context.asking import asks, goes_on_with_if


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("он вернётся?", "ru"),
        ("сколько ждать", "ru"),
        ("маған келе ме", "kk"),
        ("ал балам ше", None),
        ("can they send me back", "en"),
        ("ok but will he know", "en"),
        ("bepul beradimi", "uz"),
        ("тарҷумон чанд пул", "tg"),
        ("тут второй этаж. прыгать или нет", "ru"),
        ("худам занг занам ё не", "tg"),
        ("моро пас намефиристанд ми", "tg"),
        ("derazadan tushsam bolarmikan", "uz"),
        ("спасибо. а что дальше", "ru"),
    ],
)
def test_it_asks(text: str, locale: str | None) -> None:
    assert asks(text, locale)


@pytest.mark.parametrize(
    "text",
    [
        "thank you so much, be blessed",
        "he took me there",
        "she is asleep",
        "приехал и молчит",
        "спасибо большое что ответили",
        "he took my passport",
        "мы живём там",
    ],
)
def test_it_tells(text: str) -> None:
    assert not asks(text, "en")


def test_the_tajik_to_is_no_particle_of_kazakh() -> None:
    assert not asks("ташаккур, ба дардам хӯрд", "tg")
    assert asks("сот болады ба", "kk")


def test_and_if_goes_on_with_what_was_said() -> None:
    assert goes_on_with_if("n if it become more than ten days")
    assert goes_on_with_if("а если откажусь")
    assert not goes_on_with_if("не знаю, если честно")

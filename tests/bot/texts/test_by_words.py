"""Search by words: endings don't matter, rare words count for more."""

import pytest

from bot.texts.by_words import shares, stems

TEXTS = {
    "papers": stems("У меня забрали паспорт и документы"),
    "wages": stems("Мне не платят зарплату"),
    "work": stems("Мне не дали работу и документы"),
}


@pytest.mark.parametrize(
    ("wanted", "best"),
    [
        ("паспорта", "papers"),
        ("платили зарплатой", "wages"),
        ("РАБОТЫ", "work"),
        ("документы не дали", "work"),
    ],
)
def test_the_text_with_the_words_comes_first(wanted: str, best: str) -> None:
    found = shares(wanted, TEXTS)

    assert max(found, key=lambda name: found[name]) == best


def test_a_share_is_between_nothing_and_everything() -> None:
    assert shares("паспорт", TEXTS) == {"papers": 1.0, "wages": 0.0, "work": 0.0}
    assert set(shares("совсем другое", TEXTS).values()) == {0.0}
    assert set(shares("", TEXTS).values()) == {0.0}
    assert shares("паспорт", {}) == {}

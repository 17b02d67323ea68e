"""What a phrase finds and what it doesn't."""

import pytest

from nlu.keywords.matching.finder import Finder
from nlu.keywords.matching.normalise import words
from nlu.keywords.matching.phrases import read, skeletons

GROUPS = {"us": skeletons("меня") | skeletons("нас")}


def found(phrase: str, text: str) -> bool:
    return bool(Finder([read(phrase, 1, GROUPS)]).find(words(text)))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("не выпускают", "нас не выпускают"),
        ("запер*", "заперли"),
        ("запер*", "zapertaya"),
        ("запер* меня/нас", "заперла нас"),
        ("<us> запер*", "меня заперли"),
        ("не … выйти", "не могу никак выйти"),
        ("нас + заперли", "нас тут заперли"),
        ("нас + заперли", "заперли вчера нас"),
        ("нас + бьют + сегодня", "сегодня бьют опять нас"),
        ("чыгар*бай*", "чыгартбайт"),
        ("насильно", "насилно"),
        ("bermay*", "bermayapti"),
        ("qo'ymay*", "qo'ymayaptilar"),
        ("чиқармай*", "чиқармаяпти"),
        ("избивают", "изибвают"),
        ("избивают", "избивют"),
        ("избивают", "избивваают"),
        ("выпускают", "випускают"),
        ("o'ldiradi", "uldiradi"),
        ("o'ldiradi", "ўлдиради"),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str) -> None:
    assert found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("не выпускают", "выпускают не"),
        ("не выпускают", "не нас выпускают"),
        ("не … выйти", "не могу никак больше отсюда выйти"),
        ("не выпускают", "не знаю. выпускают"),
        ("нас + заперли", "нас там вчера вечером он опять заперли"),
        ("запер*", "запуск"),
        ("запер", "заперли"),
        ("бьют", "бут"),
        ("чыгар*бай*", "чыгарды"),
        ("насильно", "населено"),
    ],
)
def test_a_phrase_isnt_found(phrase: str, text: str) -> None:
    assert not found(phrase, text)


def test_a_long_sentence_is_read_to_its_end() -> None:
    assert found("нас заперли", "слово " * 130 + "нас заперли " + "слово " * 30)


def test_a_match_tells_which_words_it_named() -> None:
    (match,) = Finder([read("не … выйти", 1, GROUPS)]).find(words("я не могу выйти"))

    assert (match.start, match.end, match.used) == (1, 3, frozenset({1, 3}))


def test_what_is_said_first_is_found_first_wherever_it_stands_in_the_list() -> None:
    phrases = [read(phrase, 1, GROUPS) for phrase in ("зарплату", "паспорт", "не отдает паспорт")]
    found = Finder(phrases).find(words("паспорт и зарплату не отдает"))

    assert [match.phrase for match in found] == [1, 0]


def test_whole_is_the_whole_message() -> None:
    finder = Finder([read("не надо", 1, GROUPS)])

    assert finder.whole(words("не надо")) == [0]
    assert finder.whole(words("не надо мне")) == []
    assert finder.whole([]) == []

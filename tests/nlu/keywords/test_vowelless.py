"""Messages without vowels: compared with what danger phrases leave without theirs."""

import pytest

from bench.understanding.messages import DEVELOPMENT, TESTS, read
from flows.events import Source
from nlu.client import Heard
from nlu.intents import LOCALES
from nlu.keywords import Keywords
from nlu.keywords.matching.normalise import words
from nlu.keywords.matching.vowelless import bare, is_vowelless
from nlu.recogniser import Recogniser


class Certain:
    """A model that is certain of everything that nobody is in danger."""

    async def hear(self, text: str) -> Heard:
        return Heard("out_of_scope", 0.9, False, 0.0001, None, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "нс зпрл в пдвл пмгт",
        "мня зпрл и бьт",
        "hlp hs btng me",
        "бзд кмп кйд кмктснз",
        "мн кмп кйшт жрдм брг",
        "mn qmb qyshd qtqrng",
        "мни қмб қйшд",
        "мр қлф крдн ёр дҳд",
        "хзн тлфн дда истд",
    ],
)
async def test_danger_is_heard_though_the_model_hears_nothing(
    keywords: Keywords, text: str
) -> None:
    assert (await Recogniser(keywords, Certain()).parse(text)).urgent


@pytest.mark.parametrize(
    "text",
    [
        "првт кк дл",
        "спсб бльш",
        "слмтсз б",
        "qnch trd blt",
        "чт длть",
        "рмт слмт бл",
        "hw r u",
        "кк дл",
    ],
)
def test_small_talk_is_not_danger(keywords: Keywords, text: str) -> None:
    assert keywords.spot(text).danger is None


def test_a_negation_before_takes_it_back(keywords: Keywords) -> None:
    assert keywords.spot("мня бьт хзн").danger == "urgent_danger"
    assert keywords.spot("мня н бьт хзн").danger is None


def test_what_has_vowels_is_not_read_so() -> None:
    for locale in LOCALES:
        for folder in (DEVELOPMENT, TESTS):
            for message in read(folder / locale):
                said = words(message.text)
                assert not is_vowelless(said) or len(said) < 4, message.text


@pytest.mark.parametrize(
    ("word", "left"), [("zaperli", "zprl"), ("urapti", "urpt"), ("hoharam", "hrm"), ("a", "a")]
)
def test_what_is_left_of_a_word(word: str, left: str) -> None:
    assert bare(word) == left


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("пспртмд кжйн брмй жтр", "ask_documents_taken"),
        ("пдскжт гд юрст бсплтн", "ask_legal_help"),
    ],
)
async def test_a_topic_is_heard_though_the_model_hears_nothing(
    keywords: Keywords, text: str, topic: str
) -> None:
    parse = await Recogniser(keywords, Certain()).parse(text)

    assert (parse.intent, parse.source) == (topic, Source.KEYWORDS)


async def test_what_the_model_has_never_read_is_not_understood(keywords: Keywords) -> None:
    parse = await Recogniser(keywords, Certain()).parse("кчо шкят кнм")

    assert parse.confidence == 0.0


def test_my_is_not_me(keywords: Keywords) -> None:
    assert keywords.spot("hw cn i gt my slry frm bss").danger is None
    assert keywords.spot("hlp me").danger == "urgent_danger"

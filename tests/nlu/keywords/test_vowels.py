"""Messages without vowels: read as the common words that leave the same."""

import pytest

from bench.understanding.messages import DEVELOPMENT, TESTS, read
from flows.events import Source
from nlu.client import Heard
from nlu.intents import LOCALES
from nlu.keywords import Keywords
from nlu.keywords.vowels import Vowels, bare
from nlu.recogniser import Recogniser
from scripts.common_words import stale


class Certain:
    """A model that is certain of everything that nobody is in danger."""

    async def hear(self, text: str) -> Heard:
        return Heard("out_of_scope", 0.9, False, 0.0001, None, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "нс зпрл в пдвл пмгт",
        "hlp hs btng me",
        "мн қмп тстд жрдм",
        "мн кмп кйшт жрдм брг",
        "mn qmb qyshd qtqrng",
        "мни қмб қйшд",
        "мр қлф крдн ёр дҳд",
        "мр қлф крдн",
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
    assert keywords.spot(keywords.restored(text)).danger is None


def test_a_negation_before_takes_it_back(keywords: Keywords) -> None:
    assert keywords.spot(keywords.restored("нс зпрл в пдвл")).danger == "urgent_danger"
    assert keywords.spot(keywords.restored("нс н зпрл в пдвл")).danger is None


@pytest.mark.slow
def test_what_has_vowels_stays_as_it_is() -> None:
    vowels = Vowels()
    for locale in LOCALES:
        for folder in (DEVELOPMENT, TESTS):
            for message in read(folder / locale):
                few = len(message.text.split()) < 4
                assert few or vowels.put_back(message.text) == message.text, message.text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("пдскжт гд юрст бсплтн", "подскажите где юрист бесплатно"),
        ("знгр крк тгн б", "заңгер керек тегін ба"),
        ("whr is lwyr", "where is lawyer"),
        ("shrtnm yq edi", "shartnoma yo'q edi"),
        ("мр қлф крдн", "маро қулф кардан"),
    ],
)
def test_each_word_becomes_the_most_common_that_leaves_the_same(text: str, meant: str) -> None:
    assert Vowels().put_back(text) == meant


@pytest.mark.parametrize(
    "text", ["asdf lkj", "yes pls thanks", "my boss cry", "ктгрд вбнмж плждк", "мммм", "", "🤫 тсс"]
)
def test_what_is_no_such_message_or_not_known_stays(text: str) -> None:
    assert Vowels().put_back(text) == text


@pytest.mark.slow
def test_the_words_are_of_today_s_training_messages() -> None:
    assert stale() == [], "`make words` writes them anew"


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
    parse = await Recogniser(keywords, Certain()).parse("ктгрд вбнмж плждк")

    assert parse.confidence == 0.0


async def test_on_a_wrong_keyboard_no_vowels_were_left_out(keywords: Keywords) -> None:
    """ "какая погода в астане": few vowels stand on those keys of the other alphabet."""
    parse = await Recogniser(keywords, Certain()).parse("rfrfz gjujlf d fcnfyt")

    assert (parse.intent, parse.confidence) == ("out_of_scope", 0.9)


def test_my_is_not_me(keywords: Keywords) -> None:
    assert keywords.spot(keywords.restored("hw cn i gt my slry frm bss")).danger is None
    assert keywords.spot(keywords.restored("hlp me pls")).danger == "urgent_danger"

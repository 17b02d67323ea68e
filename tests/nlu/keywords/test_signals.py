"""What is heard beside the intent: facts and wishes of somebody who waits."""

import pytest

from flows.signals import Signal
from nlu.keywords import Keywords
from nlu.recogniser import Recogniser
from tests.kit.own import keywords


@pytest.fixture(scope="module")
def own() -> Keywords:
    return keywords()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("хозяйка едет", Signal.HE_COMES),
        ("the guard is coming", Signal.HE_COMES),
        ("қожайын келе жатыр", Signal.HE_COMES),
        ("хўжайин келяпти", Signal.HE_COMES),
        ("кожоюн келатат", Signal.HE_COMES),
        ("шавҳарам меояд", Signal.HE_COMES),
        ("муж уснул", Signal.HE_HAS_GONE),
        ("everything is ok, dont need help", Signal.ALL_FINE),
        ("ребенок играл с телефоном", Signal.JOKE),
        ("қалжыңдадым ғой", Signal.JOKE),
        ("с кем моя жена переписывается", Signal.STRANGER),
        ("men 15 yoshdaman", Signal.OWN_MINOR),
        ("мен 8 класста окуйм", Signal.OWN_MINOR),
        ("есть тут кто живой", Signal.STATE_ASKED),
        ("касе ҳаст?", Signal.STATE_ASKED),
        ("pills in my hand", Signal.MEANS_AT_HAND),
        ("дәрі қолымда тұр", Signal.MEANS_AT_HAND),
        ("пишу с телефона соседки", Signal.NOT_MY_PHONE),
    ],
)
def test_each_is_heard_in_the_words_of_its_language(
    own: Keywords, text: str, signal: Signal
) -> None:
    assert signal in own.spot(text).signals


@pytest.mark.parametrize(
    "text",
    [
        "please dont reply until i write first",
        "the boss checks our messages every evening",
        "отвечайте только если я напишу",
        "в комнате камера, за нами смотрят",
        "мен жазғанша жазбаңыз",
        "бізді бақылап отырады",
        "мен жазмайынча жазбагыла",
        "телефон орток, баары колдонот",
        "men yozmaguncha yozmang",
        "бизни кузатишади",
        "то ман нанависам нанависед",
        "моро мепоянд",
    ],
)
def test_signs_short_of_danger(own: Keywords, text: str) -> None:
    """They ask whether it is safe, and call an operator without an alarm."""
    spotted = own.spot(text)

    assert Signal.NOT_MY_PHONE in spotted.signals
    assert spotted.danger is None


@pytest.mark.parametrize(
    "text",
    [
        "моей сестре 15 лет, она хочет подработать",
        "my daughter is 14",
        "singlim 15 yoshda",
        "зарплата идет на карту",
        "politsiya meni deport qiladimi",
        "the price is coming down",
    ],
)
def test_words_like_it_are_not(own: Keywords, text: str) -> None:
    assert own.spot(text).signals.isdisjoint(
        {Signal.OWN_MINOR, Signal.HE_COMES, Signal.STATE_ASKED}
    )


def test_a_negation_right_before_takes_one_back(own: Keywords) -> None:
    assert Signal.ESCAPED in own.spot("я убежала").signals
    assert Signal.MEETING not in own.spot("он не приедет за мной").signals


async def test_the_model_isnt_asked_about_nothing_but_a_joke() -> None:
    parse = await Recogniser(keywords()).parse("пошутила")

    assert parse.signals == {Signal.JOKE}
    assert not parse.urgent
    assert not parse.unread

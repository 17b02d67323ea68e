"""Messages in pieces are understood together, while nothing waits for the next."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import SettableClock
from bot.helpline.recent_messages import MOST_CHATS, MOST_PIECES, SECONDS, RecentMessages
from flows.status import Status
from flows.urgency import Urgency
from nlu.recogniser import Recogniser
from tests.kit.asked_model import AskedModel
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, open_helpline
from tests.kit.own import keywords

ANNA, BORIS = 1, 2


@pytest.fixture
def model() -> AskedModel:
    return AskedModel(("окошко", "решетка"))


@pytest.fixture
async def helpline(model: AskedModel) -> AsyncIterator[Helpline]:
    async with open_helpline(
        SettableClock(NOW), recogniser=Recogniser(keywords(), model)
    ) as helpline:
        await helpline.writes(ANNA, "Русский")
        model.asked.clear()
        yield helpline


async def urgency(helpline: Helpline, person: int = ANNA) -> Urgency:
    state = (await helpline.loaded(person)).conversation
    return state.urgency if state.status is not Status.BOT else Urgency.NORMAL


async def test_danger_in_two_pieces_is_heard_with_the_second(
    helpline: Helpline, model: AskedModel
) -> None:
    await helpline.writes(ANNA, "окошко")
    assert await urgency(helpline) is Urgency.NORMAL

    await helpline.writes(ANNA, "тут решетка")

    assert await urgency(helpline) is Urgency.EMERGENCY
    assert model.asked == ["окошко", "окошко тут решетка"], "each message is read once"


async def test_the_first_piece_is_answered_as_it_comes(helpline: Helpline) -> None:
    await helpline.to_person(ANNA)
    await helpline.writes(ANNA, "окошко")

    assert await helpline.to_person(ANNA)


async def test_what_is_long_ago_is_forgotten(helpline: Helpline, model: AskedModel) -> None:
    await helpline.writes(ANNA, "окошко")
    await helpline.waits(SECONDS)
    await helpline.writes(ANNA, "решетка")

    assert model.asked[-1] == "решетка"
    assert await urgency(helpline) is Urgency.NORMAL


async def test_another_persons_pieces_are_their_own(helpline: Helpline, model: AskedModel) -> None:
    await helpline.writes(BORIS, "Русский")
    await helpline.writes(ANNA, "окошко")
    await helpline.writes(BORIS, "решетка")

    assert model.asked[-1] == "решетка"


async def test_what_alarmed_once_is_not_read_again(helpline: Helpline, model: AskedModel) -> None:
    await helpline.writes(ANNA, "окошко")
    await helpline.writes(ANNA, "решетка")
    await helpline.writes(ANNA, "тихо тут")

    assert model.asked[-1] == "тихо тут"


async def test_a_joke_taken_back_ends_what_was_said(helpline: Helpline, model: AskedModel) -> None:
    await helpline.writes(ANNA, "окошко")
    await helpline.writes(ANNA, "пошутила")
    await helpline.writes(ANNA, "решетка")

    assert model.asked == ["окошко", "решетка"]
    assert await urgency(helpline) is Urgency.NORMAL


async def test_an_erasure_forgets_the_pieces(helpline: Helpline, model: AskedModel) -> None:
    await helpline.writes(ANNA, "окошко")
    await helpline.writes(ANNA, "/delete")
    await helpline.writes(ANNA, "да")
    await helpline.writes(ANNA, "решетка")

    assert model.asked[-1] == "решетка"


def test_few_pieces_of_few_chats_are_remembered() -> None:
    recent = RecentMessages(lambda: 0.0)
    for number in range(MOST_PIECES + 2):
        recent.remember("one", b"key", f"piece {number}")
    assert recent.joined("one", b"key", "end").split("piece")[1:] == [
        f" {number} " if number < MOST_PIECES + 1 else f" {number} end"
        for number in range(2, MOST_PIECES + 2)
    ]

    for number in range(MOST_CHATS):
        recent.remember(f"chat {number}", b"key", "piece")

    assert recent.joined("one", b"key", "end") == "end"
    assert recent.joined(f"chat {MOST_CHATS - 1}", b"key", "end") == "piece end"


def test_pieces_of_an_erased_conversation_are_nobodys() -> None:
    recent = RecentMessages(lambda: 0.0)
    recent.remember("one", b"old", "piece")

    assert recent.joined("one", b"new", "end") == "end"
    assert recent.joined("one", b"old", "end") == "end"


@pytest.mark.parametrize(
    ("said", "asked", "alarms"),
    [
        (["окошко", "тут"], ["окошко", "окошко тут", "тут"], False),
        (["тут", "решетка"], ["тут", "тут решетка", "решетка"], True),
    ],
)
async def test_a_faint_alarm_of_pieces_is_one_only_where_the_last_is_one_by_itself(
    said: list[str], asked: list[str], *, alarms: bool
) -> None:
    """ "окошко" is calm by itself, and "решетка" is a cry of one word."""
    faint = AskedModel(("решетка",), faintly=("окошко тут", "тут решетка"))
    recogniser = Recogniser(keywords(), faint)
    async with open_helpline(SettableClock(NOW), recogniser=recogniser) as helpline:
        await helpline.writes(ANNA, "Русский")
        faint.asked.clear()
        for words in said:
            await helpline.writes(ANNA, words)

        assert faint.asked == asked
        assert (await urgency(helpline) is Urgency.EMERGENCY) is alarms


async def test_what_goes_on_with_a_page_is_read_alone(
    helpline: Helpline, model: AskedModel
) -> None:
    await helpline.writes(ANNA, "/privacy")
    await helpline.writes(ANNA, "скамейка")
    await helpline.writes(ANNA, "занавеска")

    assert model.asked[-2:] == ["скамейка занавеска", "занавеска"]

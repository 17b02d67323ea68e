"""A flood goes to the model as one text every few seconds; what matters in it is heard."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import SettableClock
from bot.errors import StoreUnavailable
from bot.helpline import inputs
from bot.helpline.batching import MOST_CHATS, SECONDS, Batching
from bot.helpline.inputs import Inbound
from bot.store.rows import DeskKind
from bot.tickets.ticket import Action
from flows.flood import ROOM
from flows.status import Status
from flows.urgency import Urgency
from nlu.keywords.matching.normalise import MAX_CHARACTERS
from nlu.recogniser import Recogniser
from tests.kit.asked_model import AskedModel
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, open_helpline
from tests.kit.own import keywords

ANNA = 1


@pytest.fixture
def model() -> AskedModel:
    return AskedModel(("окно", "решетка"))


@pytest.fixture
async def flooded(model: AskedModel) -> AsyncIterator[Helpline]:
    """Anna writes more than anybody reads; the model was asked about what was still answered."""
    async with open_helpline(
        SettableClock(NOW), recogniser=Recogniser(keywords(), model)
    ) as helpline:
        await helpline.writes(ANNA, "Русский")
        for number in range(ROOM - 1):
            await helpline.writes(ANNA, f"слово номер {number} тут")
        model.asked.clear()
        await helpline.to_person(ANNA)
        yield helpline


async def status(helpline: Helpline) -> tuple[Status, Urgency]:
    state = (await helpline.loaded(ANNA)).conversation
    return state.status, state.urgency


async def test_whoever_doesnt_flood_is_read_at_once(model: AskedModel) -> None:
    async with open_helpline(
        SettableClock(NOW), recogniser=Recogniser(keywords(), model)
    ) as helpline:
        await helpline.writes(ANNA, "окно тут маленькое, решетка")

        assert model.asked == ["окно тут маленькое, решетка"]
        assert await status(helpline) == (Status.QUEUED, Urgency.EMERGENCY)


async def test_a_flood_is_read_as_one_text_every_few_seconds(
    flooded: Helpline, model: AskedModel
) -> None:
    for number in range(10):
        await flooded.writes(ANNA, f"опять {number} пишу тут")
    assert model.asked == []

    await flooded.waits(SECONDS - 0.1)
    assert model.asked == []

    await flooded.waits(0.1)
    assert model.asked == ["\n".join(f"опять {number} пишу тут" for number in range(10))]
    await flooded.waits(SECONDS)
    assert len(model.asked) == 1, "what was read is forgotten"
    assert await status(flooded) == (Status.BOT, Urgency.NORMAL)


async def test_danger_in_the_last_message_waits_for_no_other(flooded: Helpline) -> None:
    await flooded.writes(ANNA, "окно тут маленькое, решетка")
    assert await status(flooded) == (Status.BOT, Urgency.NORMAL)

    await flooded.waits(SECONDS)

    assert await status(flooded) == (Status.QUEUED, Urgency.EMERGENCY)
    assert [row.kind for row in await flooded.to_desk(ANNA)][:1] == [DeskKind.OPENED]
    assert await flooded.to_person(ANNA)


async def test_danger_spread_over_several_messages_is_heard(flooded: Helpline) -> None:
    for text in ("окно", "тут", "решетка"):
        await flooded.writes(ANNA, text)
    await flooded.waits(SECONDS)

    assert await status(flooded) == (Status.QUEUED, Urgency.EMERGENCY)
    store = flooded.parts.store
    assert await store.outbox.transcript(flooded.conversation(ANNA)) == ["окно\nтут\nрешетка"]


async def test_danger_in_plain_words_is_heard_at_once(flooded: Helpline, model: AskedModel) -> None:
    await flooded.writes(ANNA, "нас заперли помогите")

    assert await status(flooded) == (Status.QUEUED, Urgency.EMERGENCY)
    await flooded.waits(SECONDS)
    assert model.asked == [], "it was answered, and isn't answered twice"


async def test_a_command_is_obeyed_at_once(flooded: Helpline, model: AskedModel) -> None:
    await flooded.writes(ANNA, "/operator")

    assert await status(flooded) == (Status.QUEUED, Urgency.NORMAL)


async def test_to_an_operator_a_slash_is_only_a_slash(flooded: Helpline, model: AskedModel) -> None:
    await flooded.writes(ANNA, "/operator")
    robin = await flooded.admits(11, "Robin")
    await flooded.acts(Action.CLAIM, robin, ANNA)
    await flooded.writes(ANNA, "/окно и решетка")
    await flooded.waits(SECONDS)

    assert model.asked == []


@pytest.mark.parametrize("leaving", [inputs.Exited(), inputs.Blocked()])
async def test_nothing_comes_into_a_chat_that_was_left(
    flooded: Helpline, model: AskedModel, leaving: inputs.Input
) -> None:
    await flooded.writes(ANNA, "окно тут маленькое, решетка")
    await flooded.parts.helpline.hear(Inbound(9_000, ANNA, leaving, 9_000))
    await flooded.to_person(ANNA)
    await flooded.waits(SECONDS)

    assert model.asked == []
    assert await flooded.to_person(ANNA) == []


async def test_what_was_erased_meanwhile_is_not_read_into_a_new_life(
    flooded: Helpline, model: AskedModel
) -> None:
    await flooded.writes(ANNA, "окно тут маленькое, решетка")
    await flooded.parts.helpline.erase(flooded.conversation(ANNA))
    await flooded.writes(ANNA, "добрый вечер всем")
    await flooded.waits(SECONDS)

    assert (await status(flooded))[0] is Status.BOT


async def test_what_couldnt_be_written_is_read_again(
    flooded: Helpline, monkeypatch: pytest.MonkeyPatch
) -> None:
    await flooded.writes(ANNA, "окно тут маленькое, решетка")
    conversations = flooded.parts.store.conversations
    with monkeypatch.context() as broken:

        async def load(conversation: str, update: str | None = None) -> None:
            raise StoreUnavailable

        broken.setattr(conversations, "load", load)
        flooded.clock.advance(SECONDS)
        with pytest.raises(StoreUnavailable):
            await flooded.parts.helpline.read_held()

    assert await flooded.parts.helpline.read_held() == 1
    assert await status(flooded) == (Status.QUEUED, Urgency.EMERGENCY)


# -- what is held -----------------------------------------------------------------------------


def test_a_chat_never_holds_more_than_a_message() -> None:
    clock = SettableClock(NOW)
    batching = Batching(clock.monotonic)
    for number in range(50):
        assert batching.hold("a", f"{number}".ljust(1000, "."), b"key", watched=False)
    clock.advance(SECONDS)
    (held,) = batching.take_due().values()

    assert sum(map(len, held.lines)) <= MAX_CHARACTERS
    assert held.text.rpartition("\n")[2].startswith("49."), "the latest is there"


def test_a_repeated_line_is_held_once() -> None:
    clock = SettableClock(NOW)
    batching = Batching(clock.monotonic)
    for text in ("да", "нет", "да"):
        batching.hold("a", text, b"key", watched=False)
    clock.advance(SECONDS)

    assert batching.take_due()["a"].text == "да\nнет"
    assert batching.take_due() == {}


def test_where_too_many_flood_the_model_reads_as_before() -> None:
    batching = Batching(SettableClock(NOW).monotonic)
    for number in range(MOST_CHATS):
        assert batching.hold(str(number), "да", b"key", watched=False)

    assert not batching.hold("one more", "да", b"key", watched=False)
    assert batching.hold("0", "нет", b"key", watched=False)


def test_what_is_put_back_is_read_with_what_came_since() -> None:
    clock = SettableClock(NOW)
    batching = Batching(clock.monotonic)
    batching.hold("a", "раз", b"key", watched=False)
    clock.advance(SECONDS)
    taken = batching.take_due()["a"]
    batching.hold("a", "два", b"key", watched=False)
    batching.put_back("a", taken)

    assert batching.take_due()["a"].text == "раз\nдва"


def test_no_text_is_shown_by_accident() -> None:
    batching = Batching(SettableClock(NOW).monotonic)
    batching.hold("a", "секрет", b"hush", watched=False)

    shown = repr(vars(batching))
    assert "секрет" not in shown
    assert "hush" not in shown

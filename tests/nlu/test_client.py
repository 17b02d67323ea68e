"""The model's client against a real HTTP server: answers, faults, rest and recovery."""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from nlu.client import MOST_WAITING, PLACES, Heard, ModelClient, ModelUnavailable, Reason
from tests.nlu.model_server import FakeModel, Seconds, answer, running


@pytest.fixture
async def model() -> AsyncIterator[FakeModel]:
    async with running() as running_model:
        yield running_model


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
async def client(model: FakeModel, clock: Seconds) -> AsyncIterator[ModelClient]:
    async with ModelClient(model.url, clock, deadline_seconds=5) as opened:
        yield opened


async def reason(client: ModelClient) -> Reason:
    with pytest.raises(ModelUnavailable) as caught:
        await client.hear("нас заперли")
    return caught.value.reason


async def test_an_answer_is_read(model: FakeModel, client: ModelClient) -> None:
    model.body = answer("self_harm", 0.8, urgent=True, score=0.7, locale="uz-Cyrl")

    assert await client.hear("текст") == Heard("self_harm", 0.8, True, 0.7, "uz-Cyrl", 0.95)
    assert model.asked == [{"text": "текст"}]


async def test_the_model_may_not_know_the_locale(model: FakeModel, client: ModelClient) -> None:
    model.body = answer(locale=None, locale_confidence=0)

    assert (await client.hear("ok")).locale is None


async def test_a_signal_is_read_where_the_model_tells_of_any(
    model: FakeModel, client: ModelClient
) -> None:
    model.body = {**answer(), "signal": {"name": "he_comes", "confidence": 0.8}}
    heard = await client.hear("собаки лают")
    assert (heard.signal, heard.signal_confidence) == ("he_comes", 0.8)

    model.body = {**answer(), "signal": {"name": None, "confidence": 0.9}}
    assert (await client.hear("третий этаж")).signal is None


async def test_the_ranking_is_read_without_names_that_arent_ours(
    model: FakeModel, client: ModelClient
) -> None:
    ranking = [("ask_police", 0.6), ("nlu_fallback", 0.3), ("ask_rights", 0.1)]
    given = [{"name": name, "confidence": surely} for name, surely in ranking]
    model.body = {**answer(), "intent_ranking": given}

    assert (await client.hear("полиция")).ranking == (("ask_police", 0.6), ("ask_rights", 0.1))


@pytest.mark.parametrize("ranking", [None, "ask_police", [None], [{"name": "ask_police"}]])
async def test_a_ranking_that_cannot_be_read_loses_nothing_else(
    model: FakeModel, client: ModelClient, ranking: object
) -> None:
    model.body = {**answer("ask_police", urgent=True, score=0.7), "intent_ranking": ranking}

    heard = await client.hear("полиция")

    assert (heard.urgent, heard.ranking) == (True, ())


async def test_any_string_can_be_sent(model: FakeModel, client: ModelClient) -> None:
    await client.hear("a\ud800b\0")

    assert model.asked == [{"text": "ab\0"}]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[" * 20_000,
        b"[]",
        b"null",
        b'"text"',
        b'{"intent": null}',
        b" " * 200_000,
        answer("grab_the_loot"),
        answer(confidence=1.5),
        answer(score=-0.1),
        answer(locale="de"),
        {**answer(), "urgency": {"score": 0.1, "urgent": "yes"}},
        {**answer(), "urgency": {"score": True, "urgent": True}},
        {**answer(), "intent": {"name": "greet", "confidence": None}},
        {**answer(), "intent": {"confidence": 0.5}},
        {**answer(), "locale": "ru"},
        {**answer(), "signal": "he_comes"},
        {**answer(), "signal": {"name": "he_dances", "confidence": 0.5}},
        {**answer(), "signal": {"name": "he_comes", "confidence": 2}},
        {**answer(), "locale": {"name": ["ru"], "confidence": 0.5}},
        {key: value for key, value in answer().items() if key != "urgency"},
    ],
)
async def test_nonsense_is_no_answer(model: FakeModel, client: ModelClient, body: Any) -> None:
    model.body = body

    assert await reason(client) is Reason.NONSENSE


async def test_infinity_and_nan_are_no_numbers(model: FakeModel, client: ModelClient) -> None:
    model.body = b'{"intent": {"name": "greet", "confidence": NaN}, "urgency": {}, "locale": {}}'

    assert await reason(client) is Reason.NONSENSE


@pytest.mark.parametrize("status", [500, 404, 302, 204])
async def test_any_other_status_is_a_refusal(
    model: FakeModel, client: ModelClient, status: int
) -> None:
    model.status, model.body = status, b""

    assert await reason(client) is Reason.REFUSED


async def test_a_slow_model_isnt_waited_for(model: FakeModel, clock: Seconds) -> None:
    model.hangs = True
    async with ModelClient(model.url, clock, deadline_seconds=0.02) as client:
        assert await reason(client) is Reason.SLOW


async def test_a_model_that_is_down_is_told(clock: Seconds) -> None:
    async with running() as gone:
        url = gone.url
    async with ModelClient(url, clock, deadline_seconds=5) as client:
        assert await reason(client) is Reason.DOWN


async def test_of_several_one_that_dies_with_the_question_isnt_the_last(
    model: FakeModel, client: ModelClient
) -> None:
    model.breaks = 1

    assert (await client.hear("привет")).intent == "ask_police"
    assert model.asked == [{"text": "привет"}] * 2
    assert client.available


async def test_a_question_that_nobody_outlives_is_given_up(
    model: FakeModel, client: ModelClient
) -> None:
    model.breaks = 9

    assert await reason(client) is Reason.DOWN
    assert len(model.asked) == 2


async def test_while_down_it_is_tried_rarely(
    model: FakeModel, client: ModelClient, clock: Seconds
) -> None:
    model.status = 500
    assert await reason(client) is Reason.REFUSED
    assert await reason(client) is Reason.RESTING
    assert len(model.asked) == 1

    clock.now += 5
    assert await reason(client) is Reason.REFUSED
    assert await reason(client) is Reason.RESTING
    assert len(model.asked) == 2
    assert not client.available


async def test_it_recovers(
    model: FakeModel, client: ModelClient, clock: Seconds, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "nlu.client")
    model.status = 500
    await reason(client)
    clock.now += 5
    await reason(client)
    clock.now += 5
    model.status = 200

    assert (await client.hear("снова")).intent == "ask_police"
    assert (await client.hear("и снова")).intent == "ask_police"
    assert client.available
    own = [record for record in caplog.records if record.name == "nlu.client"]
    assert [(record.levelname, record.message) for record in own] == [
        ("WARNING", "model_unavailable"),
        ("INFO", "model_recovered"),
    ]
    assert own[0].__dict__["reason"] == "refused"


async def test_the_fault_tells_no_text_and_no_address(
    model: FakeModel, client: ModelClient, caplog: pytest.LogCaptureFixture
) -> None:
    model.body = b"the text was: private words"
    with pytest.raises(ModelUnavailable) as caught:
        await client.hear("private words")

    assert str(caught.value) == "nonsense"
    assert caught.value.__cause__ is None
    own = [record.getMessage() for record in caplog.records if record.name == "nlu.client"]
    assert "private" not in caplog.text
    assert "127.0.0.1" not in " ".join(own)


async def test_a_closed_client_opens_again(model: FakeModel, client: ModelClient) -> None:
    await client.close()

    assert (await client.hear("привет")).intent == "ask_police"


# -- more than it can read ------------------------------------------------------------------------


async def _busy(model: FakeModel, client: ModelClient, count: int) -> list[asyncio.Task[Heard]]:
    """So many messages are with the model, which reads none of them."""
    model.hangs = True
    tasks = [asyncio.ensure_future(client.hear(f"слово {number}")) for number in range(count)]
    async with asyncio.timeout(20):
        for _ in iter(lambda: len(model.asked) < min(count, PLACES), False):
            await asyncio.sleep(0)
    return tasks


async def test_only_so_many_are_with_the_model_and_the_others_wait(
    model: FakeModel, client: ModelClient
) -> None:
    tasks = await _busy(model, client, PLACES + 5)
    assert client.is_crowded()
    assert len(model.asked) == PLACES
    model.hangs = False
    model.released.set()
    assert len(await asyncio.gather(*tasks)) == PLACES + 5
    assert not client.is_crowded()
    assert client.available


async def test_a_place_that_comes_too_late_is_no_fault_of_the_model(
    model: FakeModel, clock: Seconds
) -> None:
    async with ModelClient(model.url, clock, deadline_seconds=5) as client:
        tasks = await _busy(model, client, PLACES)
        client._deadline = 0.01
        assert await reason(client) is Reason.CROWDED
        assert client.available, "it isn't left alone for that"
        model.hangs = False
        model.released.set()
        await asyncio.gather(*tasks)


async def test_a_model_that_had_little_of_the_deadline_is_not_slow(
    model: FakeModel, clock: Seconds
) -> None:
    async with ModelClient(model.url, clock, deadline_seconds=20) as client:
        tasks = await _busy(model, client, PLACES)
        client._deadline = 0.4
        late = asyncio.ensure_future(reason(client))
        await asyncio.wait([late], timeout=0.3)  # the others are being read
        model.released.set()
        model.released = asyncio.Event()  # and now the model reads nothing any more
        await asyncio.gather(*tasks)
        assert await late is Reason.CROWDED
        assert client.available


async def test_a_message_that_would_be_read_too_late_does_not_wait_for_that(
    model: FakeModel, client: ModelClient, clock: Seconds
) -> None:
    """Readings take two seconds here, and the deadline is five."""
    tasks = await _busy(model, client, PLACES)
    clock.now += 2
    model.hangs = False
    model.released.set()
    await asyncio.gather(*tasks)
    model.asked.clear()
    model.released.clear()
    tasks = await _busy(model, client, PLACES + 2)  # these two are read in time
    async with asyncio.timeout(2):
        for _ in range(3):
            tasks.append(asyncio.ensure_future(client.hear("слово")))
            await asyncio.sleep(0)
        assert await reason(client) is Reason.CROWDED
    model.hangs = False
    model.released.set()
    read = await asyncio.gather(*tasks, return_exceptions=True)
    assert sum(isinstance(one, Heard) for one in read) > PLACES
    assert (await client.hear("текст")).intent == "ask_police", "where a place is free it is tried"


async def test_no_more_wait_than_can(model: FakeModel, client: ModelClient) -> None:
    tasks = await _busy(model, client, MOST_WAITING)
    assert await reason(client) is Reason.CROWDED
    model.hangs = False
    model.released.set()
    await asyncio.gather(*tasks)


async def test_a_full_queue_of_the_model_s_is_no_fault_either(
    model: FakeModel, client: ModelClient
) -> None:
    model.status = 503
    assert await reason(client) is Reason.CROWDED
    model.status = 200
    assert (await client.hear("текст")).intent == "ask_police"

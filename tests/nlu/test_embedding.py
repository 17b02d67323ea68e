"""The client of the model's vectors against a real HTTP server: answers, faults, rest."""

import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from nlu.breaker import ModelUnavailable, Reason
from nlu.embedding import MOST_CHARACTERS, MOST_TEXTS, Embedder
from tests.nlu.model_server import FakeModel, Seconds, running

WORDS = "какаду"


@pytest.fixture
async def model() -> AsyncIterator[FakeModel]:
    async with running() as running_model:
        running_model.body = {"vectors": [[0.6, 0.8]]}
        yield running_model


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
async def client(model: FakeModel, clock: Seconds) -> AsyncIterator[Embedder]:
    async with Embedder(model.url, clock, deadline_seconds=5) as opened:
        yield opened


async def reason(client: Embedder) -> Reason:
    with pytest.raises(ModelUnavailable) as caught:
        await client.vectors([WORDS])
    return caught.value.reason


async def test_each_text_gets_its_vector(model: FakeModel, client: Embedder) -> None:
    model.body = {"vectors": [[1, 0], [0.6, -0.8]]}

    assert await client.vectors(["кто", "где"]) == [[1.0, 0.0], [0.6, -0.8]]
    assert model.asked == [{"texts": ["кто", "где"]}]


async def test_what_is_sent_is_bounded_and_can_be_encoded(
    model: FakeModel, client: Embedder
) -> None:
    await client.vectors(["a\ud800" + "b" * 9_000])

    assert model.asked == [{"texts": ["a" + "b" * (MOST_CHARACTERS - 1)]}]
    with pytest.raises(ValueError, match="more texts"):
        await client.vectors(["a"] * (MOST_TEXTS + 1))


@pytest.mark.parametrize(
    "body",
    [
        b"not json",
        b"[" * 20_000,
        [],
        {},
        {"vectors": None},
        {"vectors": []},
        {"vectors": [[1.0], [1.0]]},
        {"vectors": [[]]},
        {"vectors": [1.0]},
        {"vectors": [["1"]]},
        {"vectors": [[True]]},
        {"vectors": [[0.0] * 4_000]},
        b'{"vectors": [[NaN]]}',
        b'{"vectors": [[1e999]]}',
        b'{"vectors": [[1' + b"0" * 400 + b"]]}",
        b" " * 400_000,
    ],
)
async def test_nonsense_is_no_vector(model: FakeModel, client: Embedder, body: Any) -> None:
    model.body = body

    assert await reason(client) is Reason.NONSENSE


async def test_after_a_fault_it_rests_and_recovers(
    model: FakeModel, client: Embedder, clock: Seconds
) -> None:
    model.status = 500
    assert await reason(client) is Reason.REFUSED
    assert await reason(client) is Reason.RESTING
    assert len(model.asked) == 1
    assert not client.available

    model.status = 200
    clock.now += 5
    assert await client.vectors([WORDS]) == [[0.6, 0.8]]
    assert client.available


async def test_a_crowded_model_isnt_left_alone(model: FakeModel, client: Embedder) -> None:
    model.status = 503
    assert await reason(client) is Reason.CROWDED
    assert await reason(client) is Reason.CROWDED
    assert client.available


async def test_a_process_that_dies_with_the_question_is_asked_once_more(
    model: FakeModel, client: Embedder
) -> None:
    model.breaks = 1

    assert await client.vectors([WORDS]) == [[0.6, 0.8]]
    assert len(model.asked) == 2
    assert client.available


async def test_a_slow_model_isnt_waited_for(model: FakeModel, clock: Seconds) -> None:
    model.hangs = True
    async with Embedder(model.url, clock, deadline_seconds=0.02) as client:
        assert await reason(client) is Reason.SLOW


async def test_a_model_that_is_gone_is_down_and_no_word_is_logged(
    clock: Seconds, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with running() as gone:
        url = gone.url
    async with Embedder(url, clock, deadline_seconds=5) as client:
        assert await reason(client) is Reason.DOWN
    own = [record.getMessage() for record in caplog.records if record.name == "nlu.embedding"]
    assert own == ["model_unavailable"]
    assert WORDS not in caplog.text

"""The model is dead, slow or talks nonsense: keywords and buttons carry on, and it recovers."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.clock import SettableClock
from tests.kit.wire import Line, arrive, running, still_answered
from tests.nlu import model_server
from tests.nlu.model_server import answer

ODD = "у меня тут такое дело непростое"
"""No keyword is in it: only a model can make something of it."""


async def _carries_on(line: Line) -> None:
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    await person.press("Нет")
    await person.expect(with_button="Права, полиция")
    await person.press("Права, полиция")
    await person.expect(with_button="Мои права")
    await still_answered(person)
    await person.say(ODD)
    await person.expect(contains="не может прочитать")
    await person.say("нас заперли помогите")
    await person.expect(contains="Ваше сообщение ушло операторам")
    await operator.expect_card(contains="urgency: emergency")


async def test_nothing_listens() -> None:
    async with model_server.running() as gone:
        url = gone.url
    async with running(nlu_url=url) as line:
        await _carries_on(line)


async def test_it_never_answers() -> None:
    async with model_server.running() as model:
        model.hangs = True
        async with running(nlu_url=model.url) as line:
            await _carries_on(line)
        assert model.asked, "it was tried"
        model.released.set()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, b""),
        (200, b"\xff\xfe not json"),
        (200, b"[" * 20_000),
        (200, {"intent": {"name": "grab", "confidence": 2}}),
    ],
    ids=["error", "no text", "deep", "strange"],
)
async def test_it_talks_nonsense(status: int, body: Any) -> None:
    async with model_server.running() as model:
        model.status, model.body = status, body
        async with running(nlu_url=model.url) as line:
            await _carries_on(line)
        assert model.asked, "it was tried"


async def test_it_comes_back() -> None:
    clock = SettableClock(datetime(2026, 7, 1, 9, tzinfo=UTC))
    async with model_server.running() as model:
        model.status, model.body = 500, b""
        async with running(nlu_url=model.url, clock=clock) as line:
            person = line.sandbox.person("p1")
            await arrive(person)
            await person.say(ODD)
            await person.expect(contains="не может прочитать")
            model.status, model.body = 200, answer("ask_reflection_period")
            clock.advance(10)
            person.see_all()
            await person.say(ODD)
            await person.expect(contains="30 дней подумать")

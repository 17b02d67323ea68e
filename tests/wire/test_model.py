"""The real model process behind the real bots: trained on today's data, served over HTTP."""

import pytest

from bot.clock import SystemClock
from bot.processes.model_server import bundled
from nlu.client import ModelClient
from tests.kit.wire import arrive, running

pytestmark = [pytest.mark.process, pytest.mark.alone]


MESSAGE = "не платят зарплату третий месяц"


async def test_a_message_goes_through_the_model_and_comes_back_as_a_page() -> None:
    async with bundled() as served, running(nlu_url=served.url) as line:
        async with ModelClient(served.url, SystemClock().monotonic, deadline_seconds=10) as client:
            heard = await client.hear(MESSAGE)
        assert heard.intent == "ask_unpaid_wages"
        assert heard.locale == "ru"
        assert not heard.urgent

        person = line.sandbox.person("p1", language_code="ru")
        await arrive(person)
        await person.say(MESSAGE)
        await person.expect(contains="Не платят за работу", timeout=15)

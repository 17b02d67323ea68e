"""The internal port: alive, ready, and figures that lead to nobody."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import aiohttp
import pytest

from bot.attempt import Result
from bot.compose import Parts
from bot.config import Address, Settings
from bot.errors import ConfigError
from bot.helpline import inputs
from bot.helpline.inputs import Inbound
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.telemetry.health_port import internal
from bot.telemetry.metrics import rendered
from tests.kit.helpline import fresh_parts
from tests.kit.own import parts
from tests.nlu import model_server

ANY = Address("127.0.0.1", 0)
CHAT = 7_770_001_112_223
TEXT = "какаду-утконос"


@asynccontextmanager
async def running(nlu_url: str = "") -> AsyncIterator[tuple[Parts, str]]:
    async with fresh_parts(nlu_url=nlu_url) as built, internal(built, ANY) as url:
        yield built, url


async def got(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


async def test_alive_and_ready() -> None:
    async with running() as (_, url):
        assert await got(f"{url}/healthz") == (200, '{"healthy": true}')
        status, told = await got(f"{url}/readyz")
        assert (status, told) == (200, '{"ready": true, "store": "ok", "model": "none"}')
        assert await got(f"{url}/") == (404, "")


async def test_without_a_model_it_is_degraded_but_ready() -> None:
    async with model_server.running() as model:
        model.status = 500
        async with running(model.url) as (built, url):
            await built.recogniser.parse("у меня тут такое дело непростое")
            status, told = await got(f"{url}/readyz")
            assert (status, '"model": "down"' in told) == (200, True)
            assert (
                'helpline_model_faults_total{reason="refused"}' in (await got(f"{url}/metrics"))[1]
            )


@pytest.mark.slow
async def test_without_a_store_it_is_not_ready() -> None:
    async with AsyncExitStack() as stack:
        async with store_and_keyring() as servers:
            settings = Settings(
                redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
            )
            built = await stack.enter_async_context(parts(settings))
            url = await stack.enter_async_context(internal(built, ANY))
        status, told = await got(f"{url}/readyz")
        assert (status, '"store": "down"' in told) == (503, True)
        assert (await got(f"{url}/healthz"))[0] == 200, "a restart would help nobody"
        status, figures = await got(f"{url}/metrics")
        assert status == 200
        assert "helpline_waiting{" not in figures, "no figure is better than an old one"


async def test_figures_of_a_turn_lead_to_nobody() -> None:
    async with running() as (built, url):
        before = (await got(f"{url}/metrics"))[1]
        heard = Inbound(4_400_440_001, CHAT, inputs.Wrote(f"нас заперли {TEXT}"), 660_066_001)
        await built.helpline.hear(heard)
        _, after = await got(f"{url}/metrics")
        name = f'helpline_turns_total{{outcome="{Result.DONE.value}"}}'
        assert _value(after, name) == _value(before, name) + 1
        assert _value(after, 'helpline_waiting{index="queue"}') == 1
        conversation = await built.helpline.conversation_of(CHAT)
        for secret in (str(CHAT), TEXT, conversation, "4400440001", "660066001"):
            assert secret not in after


async def test_how_many_conversations_wait_is_rounded() -> None:
    async with running() as (built, url):
        for at in range(3):
            await built.helpline.hear(
                Inbound(4_400_440_100 + at, CHAT + at, inputs.Wrote("нас заперли помогите"), at + 1)
            )
        _, page = await got(f"{url}/metrics")
        assert (await built.store.partitions.sizes())["queue"] == 3
        assert _value(page, 'helpline_waiting{index="queue"}') == 1


def _value(figures: str, name: str) -> float:
    return float(next(line for line in figures.splitlines() if line.startswith(name)).split()[-1])


async def test_a_taken_port_names_the_variable() -> None:
    async with running() as (built, url):
        taken = Address("127.0.0.1", int(url.rpartition(":")[2]))
        with pytest.raises(ConfigError, match="HELPLINE_INTERNAL_LISTEN"):
            async with internal(built, taken):
                pass


async def test_without_an_address_nothing_listens() -> None:
    async with running() as (built, _), internal(built, None) as url:
        assert url == ""


def test_series_exist_from_the_start() -> None:
    assert b'helpline_updates_total{outcome="given_up"}' in rendered()

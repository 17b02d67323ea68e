"""Updates: random JSON around the Bot API's shape, to both bots and to the webhook's door."""

import asyncio
import json
import logging
from typing import Any

import pytest
from aiogram import Bot
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram.ext import ExtBot

from bot.attempt import DONE, GIVEN_UP, Result, put_off
from bot.desk.budget import Budget
from bot.desk.command_router import CommandRouter
from bot.desk.door import Door
from bot.desk.errors import ERRORS as DESK_ERRORS
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.notifier import Notifier
from bot.desk.process import make_polls
from bot.desk.profile_commands import ProfileCommands
from bot.desk.supervisor_commands import SupervisorCommands
from bot.desk.ticket_commands import TicketCommands
from bot.desk.updates import Desk, topic_of
from bot.helpline.inputs import Inbound
from bot.intake.errors import ERRORS
from bot.intake.process import Intake, chat_of
from bot.privacy.vault import Keys, Vault
from bot.telegram.polling import UpdateSource
from bot.telegram.update_handler import GIVE_UP_AFTER, RETRY_SECONDS, Raw, UpdateHandler
from bot.telegram.webhook import HEADER, application
from bot.telemetry.http_server import discreet
from bot.telemetry.metrics import REGISTRY
from bot.texts.voices import voices
from bot.tickets.operator import Operator
from tests.fuzz.shapes import ANYTHING, UPDATE, logged, silent_about_it

pytestmark = pytest.mark.proof


SECRET = "s3cret_-" * 4
QUICK = settings(max_examples=150, suppress_health_check=list(HealthCheck))


class Listener:
    """A helpline that hears everything and does nothing."""

    def __init__(self) -> None:
        self.heard: list[Inbound] = []

    async def hear(self, inbound: Inbound) -> None:
        self.heard.append(inbound)

    def __getattr__(self, name: str) -> Any:
        async def nothing(*_: object, **__: object) -> None:
            return None

        return nothing


class Everybody(Listener):
    """A roster on which everybody stands."""

    def id_of(self, telegram_id: int) -> str:
        return f"{telegram_id}"

    async def operator(self, telegram_id: int) -> Operator:
        return Operator(self.id_of(telegram_id), name="Heron", on_shift=True)


class MutePerson(Bot):
    """aiogram's bot without a network."""

    async def __call__(self, *_: object, **__: object) -> Any:
        return True


class MuteDesk(ExtBot[None]):
    """python-telegram-bot's bot without a network."""

    async def _post(self, *_: object, **__: object) -> Any:
        return True


def intake() -> tuple[Intake, Listener]:
    helpline: Any = Listener()
    return Intake(MutePerson("1:a"), helpline), helpline


def desk() -> Desk:
    """Everybody is an operator, so that all of an update is read; no ticket is found."""
    anything: Any = Listener()
    bot = MuteDesk("1:a")
    groups = DeskGroups([DeskGroup(-1, Budget(0, lambda: 0.0))], anything, anything, anything)
    vault, spoken, notifier = Vault(Keys.read(Keys.new_master())), voices(), Notifier(bot, groups)
    everybody: Any = Everybody()
    door = Door(bot, groups, everybody, anything, anything, anything, notifier, spoken.own)
    topics = TicketCommands(
        anything,
        anything,
        anything,
        anything,
        vault,
        anything,
        anything,
        notifier,
        anything,
        spoken,
        anything,
        anything,
        anything,
    )
    router = CommandRouter(
        everybody,
        anything,
        anything,
        anything,
        anything,
        anything,
        anything,
        topics,
        notifier,
        spoken,
        ProfileCommands(everybody, anything, spoken, door, anything, anything),
        SupervisorCommands(everybody, anything, anything, spoken, anything, anything),
        anything,
        anything,
    )
    return Desk(bot, make_polls(), groups, everybody, door, vault, spoken, topics, router)


@QUICK
@given(st.lists(UPDATE, min_size=1, max_size=5))
def test_intake_takes_every_update(updates: list[Raw]) -> None:
    async def main() -> None:
        process, helpline = intake()
        handler = UpdateHandler(process.handle, ERRORS.attempt)
        for update in updates:
            hash(chat_of(update))
            assert await handler.handle(update) == DONE, "nothing of it is a fault of ours"
        for inbound in helpline.heard:
            assert isinstance(inbound.address, int)

    with logged() as written:
        asyncio.run(main())
    silent_about_it(written)


@QUICK
@given(st.lists(UPDATE, min_size=1, max_size=5))
def test_the_desk_takes_every_update(updates: list[Raw]) -> None:
    async def main() -> None:
        handler = UpdateHandler(desk().handle, DESK_ERRORS.attempt)
        for update in updates:
            hash(topic_of(update))
            before = _given_up()
            assert await handler.handle(update) == DONE, "nothing of it is a fault of ours"
            assert _given_up() == before

    with logged() as written:
        asyncio.run(main())
    silent_about_it(written)


def _given_up() -> float:
    name = "helpline_updates_total"
    return REGISTRY.get_sample_value(name, {"outcome": Result.GIVEN_UP.value}) or 0.0


async def test_a_fault_of_ours_would_show() -> None:
    """The control: a handler that fails at every update is tried again, and given up at last."""

    async def fails(_: Raw) -> None:
        raise KeyError

    handler, before = UpdateHandler(fails, DESK_ERRORS.attempt), _given_up()
    tries = [await handler.handle({"update_id": 1}) for _ in range(GIVE_UP_AFTER)]
    assert tries == [put_off(RETRY_SECONDS), put_off(RETRY_SECONDS), GIVEN_UP]
    assert _given_up() == before + 1


BODIES = st.one_of(
    st.binary(max_size=50),
    ANYTHING.map(lambda value: json.dumps(value).encode()),
    UPDATE.map(lambda value: json.dumps(value).encode()),
)
HEADERS = st.dictionaries(
    st.sampled_from(["Content-Type", "Content-Encoding", "X-Forwarded-For", "Accept", "Cookie"]),
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20),
    max_size=3,
)
PATHS = st.one_of(
    st.just("/intake"),
    st.text(st.sampled_from("/.%~ab2e?#&;="), max_size=12).map(lambda text: "/" + text.lstrip("/")),
)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(PATHS, BODIES, HEADERS, st.booleans()), min_size=1, max_size=5))
def test_the_door_says_nothing_to_strangers(
    requests: list[tuple[str, bytes, dict[str, str], bool]],
) -> None:
    async def main() -> None:
        process, _ = intake()

        async def fetch(_: int | None) -> list[Raw]:
            return []

        app = application(
            UpdateSource(fetch, process.handle, chat_of, ERRORS.attempt), SECRET, "intake"
        )
        async with TestClient(TestServer(discreet(app))) as client:
            for path, body, headers, knows in requests:
                given_headers = {**headers, **({HEADER: SECRET} if knows else {})}
                async with client.post(path, data=body, headers=given_headers) as answer:
                    said = await answer.read()
                    wanted = {200, 404, 400} if knows else {404, 400}
                    assert answer.status in wanted
                    assert b"Traceback" not in said
                    assert answer.status == 400 or said == b""

    logging.getLogger("aiohttp").setLevel(logging.DEBUG)
    with logged() as written:
        asyncio.run(main())
    silent_about_it(written)

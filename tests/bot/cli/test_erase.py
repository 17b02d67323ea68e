"""`helpline erase`: whom, comes from standard input; what could be deleted, is counted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from bot.intake.message_deletion import DELETE_AT_ONCE
from bot.privacy.retention import Retention
from bot.privacy.vault import Keys, Vault
from bot.processes.redis_server import store_and_keyring
from bot.store import connect
from bot.store.keyring.people_key import PeopleKey
from sandbox import Sandbox
from tests.kit.command import Ended, helpline
from tests.kit.wire import Line, arrive, claimed, running

pytestmark = pytest.mark.process


@dataclass(frozen=True, slots=True)
class Office:
    """A running helpline, and the command beside it."""

    line: Line

    async def erases(self, who: str, *options: str) -> Ended:
        settings = self.line.settings
        return await helpline(
            "erase",
            *options,
            given=f"{who}\n",
            HELPLINE_REDIS_URL=settings.redis_url,
            HELPLINE_KEYRING_URL=settings.keyring_url,
            HELPLINE_MASTER_KEY=settings.master_key,
        )


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with running() as line:
        yield Office(line)


def _sandbox(office: Office) -> Sandbox:
    return office.line.sandbox


async def test_by_code_name_and_everything_goes(office: Office) -> None:
    person, operator = _sandbox(office).person("p1"), _sandbox(office).operator("o1")
    await arrive(person)
    topic = await claimed(person, operator)
    name = topic.messages[0].text.splitlines()[0].split()[1]
    count = len(person.messages)
    ended = await office.erases(name)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == f"Erased. Messages deleted: {count}. Left, too old for Telegram: 0.\n"
    await person.expect(contains="Стёрто")
    await operator.until(lambda: not operator.topics)
    assert len(person.messages) == 1


async def test_by_chat_and_what_is_too_old_is_counted(office: Office) -> None:
    person = _sandbox(office).person("p1")
    await arrive(person)
    _sandbox(office).clock.advance(Retention.MESSAGE_IDS.value.lifetime.total_seconds())
    ended = await office.erases(str(person.chat_id))
    assert ended.status == 0
    assert "Messages deleted: 0. Left, too old for Telegram: " in ended.out
    assert "Telegram: 0" not in ended.out
    assert str(person.chat_id) not in ended.out + ended.err


async def test_what_was_deleted_before_telegram_interrupted_is_counted_too(office: Office) -> None:
    person, operator = _sandbox(office).person("p1"), _sandbox(office).operator("o1")
    await arrive(person)
    topic = await claimed(person, operator)
    for number in range(DELETE_AT_ONCE):
        await operator.say_in(topic, f"строка {number}")
    await person.expect(contains=f"строка {DELETE_AT_ONCE - 1}")
    count = len(person.messages)
    _sandbox(office).fault("delay", "deleteMessages")
    _sandbox(office).fault("too_many", "deleteMessages")
    ended = await office.erases(str(person.chat_id))
    assert ended.out == f"Erased. Messages deleted: {count}. Left, too old for Telegram: 0.\n"


@pytest.mark.parametrize("who", ["", "Amber-999", "nobody", "-100123", "+7 700", "12 34"])
async def test_whom_it_cant_find_it_doesnt_repeat(office: Office, who: str) -> None:
    ended = await office.erases(who)
    assert ended.status == 2
    assert ended.err.startswith("helpline: ")
    assert who == "" or who not in ended.err.replace("Amber-417", "")


async def test_without_intake_it_says_so() -> None:
    async with _servers() as settings:
        await _an_intake_has_run(settings)
        ended = await helpline("erase", "--wait", "0.1", given="123456789\n", **settings)
    assert ended.status == 3
    assert "when it runs" in ended.out


async def test_where_the_key_of_names_is_lost_nothing_is_found_and_none_is_made() -> None:
    async with _servers() as settings:
        ended = await helpline("erase", given="123456789\n", **settings)
        keyring = connect(settings["HELPLINE_KEYRING_URL"], "HELPLINE_KEYRING_URL")
        assert await keyring.keys("*") == []
        await keyring.aclose()
    assert ended.status == 2
    assert "nothing can be found" in ended.err
    assert "123456789" not in ended.err + ended.out


@asynccontextmanager
async def _servers() -> AsyncIterator[dict[str, str]]:
    async with store_and_keyring() as servers:
        yield {**servers.environment(), "HELPLINE_MASTER_KEY": Keys.new_master()}


async def _an_intake_has_run(settings: dict[str, str]) -> None:
    keyring = connect(settings["HELPLINE_KEYRING_URL"], "HELPLINE_KEYRING_URL")
    await PeopleKey(keyring, Vault(Keys.read(settings["HELPLINE_MASTER_KEY"]))).names()
    await keyring.aclose()


async def test_nobody_passes_it_as_an_argument(office: Office) -> None:
    ended = await office.erases("", "123456789")
    assert ended.status == 2

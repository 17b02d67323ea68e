"""The two processes under their Redis users: each can work, and the desk reads what it needs."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from redis.asyncio import Redis
from redis.exceptions import NoPermissionError

from bot.redis_process import redis_server
from bot.sandbox.operators import Operator
from bot.sandbox.people import Person
from tests.bot.store.conftest import FOUND
from tests.wire.conftest import arrive, claimed, running

DEPLOY = Path(__file__).parents[2] / "deploy" / "redis"
USERS = ("intake", "desk", "keeper")
NEWER = [FOUND] if FOUND else []
"""ACL selectors such as %W~ need Redis 7; the embedded one is older."""


def users() -> dict[str, str]:
    """User → rules, as the file says."""
    lines = (DEPLOY / "users.acl").read_text(encoding="utf-8").splitlines()
    return {line.split()[1]: line for line in lines if line}


def test_nobody_has_everything_and_no_password_is_in_the_file() -> None:
    assert set(users()) == {"default", *USERS}
    assert users()["default"] == "user default off"
    for name in USERS:
        rules = users()[name].split()
        assert f">{name.upper()}_PASSWORD" in rules
        assert not {"allkeys", "~*", "allcommands", "+@all", "allchannels", "&*", "nopass"} & set(
            rules
        )
        dangerous = (
            "+config",
            "+debug",
            "+monitor",
            "+keys",
            "+slowlog",
            "+acl",
            "+flush",
            "+dump",
        )
        assert not [rule for rule in rules if rule.startswith(dangerous)]


def test_nothing_quotes_values_nor_writes_them_to_disk() -> None:
    config = dict(
        line.split(maxsplit=1)
        for line in (DEPLOY / "redis.conf").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    assert config["save"] == '""'
    assert config["appendonly"] == "no"
    assert config["slowlog-max-len"] == "0"
    assert config["slowlog-log-slower-than"] == "-1"
    assert config["crash-log-enabled"] == "no"
    assert config["maxmemory-policy"] == "noeviction"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A server with the users of the file."""

    socket: str
    passwords: dict[str, str]

    def url(self, user: str) -> str:
        return f"unix://{user}@{self.socket}?password={self.passwords[user]}"


@asynccontextmanager
async def guarded(server: str, folder: Path) -> AsyncIterator[Guarded]:
    """Start it with the deployment's configuration, on a socket."""
    passwords = {name: secrets.token_hex(16) for name in USERS}
    acl = (DEPLOY / "users.acl").read_text(encoding="utf-8")
    for name, password in passwords.items():
        acl = acl.replace(f"{name.upper()}_PASSWORD", password)
    (folder / "users.acl").write_text(acl, encoding="utf-8")
    config = (DEPLOY / "redis.conf").read_text(encoding="utf-8")
    config = config.replace("/etc/redis/users.acl", str(folder / "users.acl"))
    (folder / "redis.conf").write_text(config, encoding="utf-8")
    async with redis_server(server, config=folder / "redis.conf") as url:
        yield Guarded(url.removeprefix("unix://"), passwords)


@pytest.mark.parametrize("server", NEWER)
async def test_both_work_under_their_users_and_the_desk_reads_no_address(
    server: str, tmp_path: Path
) -> None:
    async with guarded(server, tmp_path) as redis:
        stores = (redis.url("intake"), redis.url("desk"))
        async with running(stores=stores) as line:
            person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
            await _whole_conversation(person, operator)
            conversation = line.parts.helpline.conversation_of(person.chat_id)
            desk = Redis.from_url(stores[1])
            for row in ("address", "chat", "messages", "key", "address-key"):
                assert await _refused(desk, row, conversation), row
            for command in (("KEYS", "*"), ("SCAN", "0"), ("MONITOR",), ("CONFIG", "GET", "*")):
                with pytest.raises(NoPermissionError):
                    await desk.execute_command(*command)  # type: ignore[no-untyped-call]
            await desk.aclose()


async def _refused(desk: Redis, row: str, conversation: str) -> bool:
    name = f"{{{conversation}}}:{row}"
    refused = 0
    for command in (("GET", name), ("LRANGE", name, 0, -1), ("COPY", name, f"{name}2")):
        try:
            await desk.execute_command(*command)  # type: ignore[no-untyped-call]
        except NoPermissionError:
            refused += 1
    for script in ("GET", "DUMP"):
        try:
            await desk.eval(f"return redis.call('{script}', ARGV[1])", 0, name)
        except Exception as error:
            refused += "ermission" in str(error) or "ACL" in str(error)
    return refused == 5


async def _whole_conversation(person: Person, operator: Operator) -> None:
    """Danger, claim, words both ways, erasure with its stub, the one message; then an ordinary
    ticket to its close, and a quick exit."""
    await arrive(person)
    await person.say("нас заперли помогите")
    card = await operator.expect_card(contains="urgency: emergency", timeout=15)
    await operator.press_in(card, "Claim")
    await operator.expect(contains="нас заперли помогите", timeout=15)
    await operator.say_in(operator.topics[0], "мы читаем")
    await person.expect(contains="мы читаем", timeout=15)
    await person.say("/delete")
    await person.press((await person.expect(with_button="Да, стереть", timeout=15)).buttons[0])
    await operator.until(
        lambda: bool(operator.topics) and "erased" in operator.topics[-1].name, timeout=15
    )
    stub = operator.topics[-1]
    await operator.until(lambda: bool(stub.messages), timeout=15)
    await operator.say_in(stub, "одно слово")
    await person.expect(contains="одно слово", timeout=15)
    await operator.until(lambda: not operator.topics, timeout=15)
    await arrive(person)
    topic = await claimed(person, operator, timeout=15)
    await operator.say_in(topic, "/requeue")
    await person.expect(contains="снова ждёт", timeout=15)
    await operator.say_in(topic, "/close other")
    await person.expect(contains="Оператор закончил", timeout=15)
    await operator.until(lambda: not operator.topics, timeout=15)
    await person.say("/exit")
    await person.expect(contains="Всего доброго", timeout=15)

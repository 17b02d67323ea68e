"""Each process under its own Redis user: none is refused anything that it needs, whether there is
one server, a cluster or Sentinel.

A refusal often shows nowhere else: who gets one takes the store for unavailable and tries again.
"""

import asyncio
import base64
import re
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from redis.asyncio import Redis
from redis.exceptions import MovedError, NoPermissionError, ResponseError

from bot.clock import SystemClock
from bot.config import Address
from bot.helpline.shifts import code_at
from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers
from bot.store import connect
from bot.store.names import Index, index_key, partition, row_key
from bot.store.publications import Publications
from bot.telemetry.health_port import internal
from bot.texts.check import read_tree
from bot.texts.publication import version_of
from bot.texts.publishers.signatures import written_form
from sandbox.operators import Operator
from sandbox.people import Person
from tests.architecture.guarded import (
    DEPLOY,
    MAINTENANCE,
    WITH_PEOPLE,
    Guarded,
    guarded,
    guarded_cluster,
    guarded_sentinels,
)
from tests.kit.command import helpline
from tests.kit.own import parts
from tests.kit.publishers import WREN, listed, publication
from tests.kit.servers import Client, program
from tests.kit.wire import Line, arrive, claimed, running, waiting

pytestmark = [pytest.mark.process, pytest.mark.alone]

PATIENCE = 60.0


ROWS = (
    *(
        "state",
        "ticket",
        "transcript",
        "log",
        "followers",
        "shown",
        "desk",
        "out:desk",
        "out:person",
        "lease:desk",
    ),
    *(
        "lease:person",
        "lifted",
        "seen",
        "address",
        "chat",
        "messages",
        "relayed",
        "under-way",
        "left-out",
    ),
    *(
        "erase:begun",
        "erase:job",
        "wipe:job",
        "key",
        "address-key",
        "ticket-key",
        "turn",
        "memo",
        "recent",
    ),
)


@pytest.mark.parametrize("user", WITH_PEOPLE)
def test_no_pattern_of_an_index_covers_a_row_nor_the_other_way_round(user: str) -> None:
    """So a right to look after an index is none to read a conversation."""
    found = re.findall(r"(?:~|%R~|%W~)(\{p\?\?\}\S+)", _rules(user))
    indexes = [index_key(partition("she"), index) for index in Index]
    rows = [row_key("she", row) for row in ROWS]
    assert found
    for pattern in found:
        covered = [name for name in (*indexes, *rows) if _covers(pattern, name)]
        assert covered, f"{pattern} covers nothing that there is"
        assert set(covered) <= set(indexes) or set(covered) <= set(rows), pattern


def _rules(user: str) -> str:
    lines = (DEPLOY / "users.acl").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"user {user} "))


def _covers(pattern: str, name: str) -> bool:
    """Redis's patterns: `*` and `?`, here without classes of characters."""
    words = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
    return re.fullmatch(words, name) is not None


PUBLISHED = ("live", "history", "files:{}", "signed:{}")
"""What is in the store of a publication; its digest in braces."""


async def test_the_desk_may_only_read_texts(tmp_path: Path) -> None:
    """Neither it nor whoever holds its password publishes, withholds or ends them: not by name,
    not by a script, not by giving another row their name."""
    async with guarded(program(), tmp_path) as redis:
        keeper, desk = (
            connect(redis.url(user), "HELPLINE_REDIS_URL") for user in ("keeper", "desk")
        )
        async with keeper, desk:
            await Publications(keeper).publish(
                b"signed", "digest", {"a.ftl": "a = b"}, instead=None, before=""
            )
            await desk.set("board", "a row of its own")
            names = [f"{{texts}}:{one.format('digest')}" for one in PUBLISHED]
            before = [await _value(desk, name) for name in names]
            assert all(before), "it may read"
            for name in (*names, "{texts}:new"):
                for command in _writing(name):
                    with pytest.raises(ResponseError, match=r"(?i)permission"):
                        await desk.execute_command(*command)
            assert [await _value(desk, name) for name in names] == before


def _writing(name: str) -> tuple[tuple[str | int, ...], ...]:
    """Commands that would change, end or replace a row."""
    return (
        ("SET", name, "x"),
        ("DEL", name),
        ("GETDEL", name),
        ("INCRBY", name, 1),
        ("HSET", name, "x", "x"),
        ("RPUSH", name, "x"),
        ("LTRIM", name, 1, 0),
        ("LREM", name, 0, "x"),
        ("ZADD", name, 1, "x"),
        ("PEXPIRE", name, 1),
        ("RENAME", name, "board"),
        ("RENAME", "board", name),
        ("COPY", "board", name),
        ("RESTORE", name, 0, "x"),
        ("EVAL", "return redis.call('SET', KEYS[1], 'x')", 1, name),
        ("EVAL", "return redis.call('DEL', ARGV[1])", 0, name),
    )


async def _value(desk: Client, name: str) -> object:
    return await (desk.lrange(name, 0, -1) if name.endswith("history") else desk.get(name))


@asynccontextmanager
async def with_keyring(folder: Path) -> AsyncIterator[Guarded]:
    """The keyring's server, whose users are the same and have passwords of their own."""
    own = folder / "keyring"
    own.mkdir()
    async with guarded(program(), own) as keyring:
        yield keyring


async def test_nobody_is_refused_what_they_need(tmp_path: Path) -> None:
    async with (
        guarded(program(), tmp_path) as redis,
        with_keyring(tmp_path) as keyring,
        served(redis, keyring) as line,
    ):
        person = await _everything(line, redis, keyring)
        assert await redis.refused() == await keyring.refused() == []
        name = await line.parts.helpline.conversation_of(person.chat_id)
        for one in (redis, keyring):
            await _the_desk_reads_no_address(one, name)
            assert "desk: keys" in await one.refused()
        await _the_desk_may_only_add_to_the_audit(redis)


@pytest.mark.proof
async def test_nor_in_a_cluster(tmp_path: Path) -> None:
    async with (
        guarded_cluster(tmp_path) as redis,
        with_keyring(tmp_path) as keyring,
        served(redis, keyring) as line,
    ):
        await _everything(line, redis, keyring)
        assert await redis.refused() == await keyring.refused() == []


@pytest.mark.proof
async def test_nor_while_a_slot_moves_to_another_node(tmp_path: Path) -> None:
    row = row_key("she", "state")
    async with guarded_cluster(tmp_path) as redis, AsyncExitStack() as stack:
        nodes: list[Client] = []
        for url in redis.watched()[:3]:
            node = Redis.from_url(url, decode_responses=True)
            nodes.append(await stack.enter_async_context(node))
        slot = await nodes[0].execute_command("CLUSTER", "KEYSLOT", row)
        owners = [node for node in nodes if await _owns(node, row)]
        others = [node for node in nodes if node not in owners]
        names = [await node.execute_command("CLUSTER", "MYID") for node in (owners[0], others[0])]
        await others[0].execute_command("CLUSTER", "SETSLOT", slot, "IMPORTING", names[0])
        await owners[0].execute_command("CLUSTER", "SETSLOT", slot, "MIGRATING", names[1])
        for user in WITH_PEOPLE:
            client = connect(redis.url(user), "HELPLINE_REDIS_URL")
            await client.set(row, user)
            await client.aclose()
        assert [await node.dbsize() for node in (owners[0], others[0])] == [0, 1]
        assert await redis.refused() == []


async def _owns(node: Client, row: str) -> bool:
    """Others say where the row is."""
    try:
        await node.exists(row)
    except MovedError:
        return False
    return True


@pytest.mark.proof
async def test_nor_under_sentinel_which_replaces_a_master_that_dies(tmp_path: Path) -> None:
    async with (
        guarded_sentinels(tmp_path) as redis,
        with_keyring(tmp_path) as keyring,
        served(redis, keyring) as line,
    ):
        await _everything(line, redis, keyring)
        assert await redis.refused() == await keyring.refused() == []
        await redis.master.end(kill=True)
        await arrive(line.sandbox.person("p2"), timeout=PATIENCE)
        assert await redis.without_its_master().refused() == []


def served(redis: Guarded, keyring: Guarded) -> AbstractAsyncContextManager[Line]:
    """Both bots, each as its user."""
    upkeep = " ".join(one.url(MAINTENANCE) for one in (redis, keyring))
    return running(
        stores=(_as("intake", redis, keyring), _as("desk", redis, keyring)),
        maintenance=upkeep,
        publishers=str(listed(redis.folder)),
    )


def _as(user: str, redis: Guarded, keyring: Guarded) -> Servers:
    return Servers(redis.url(user), keyring.url(user))


async def _everything(line: Line, redis: Guarded, keyring: Guarded) -> Person:
    """What the bots do, and what is done by hand."""
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await _emergency(person, heron)
    await _words_and_corrections(person, heron)
    await _a_mute(line, person, heron)
    keeper = {
        **_as("keeper", redis, keyring).environment(),
        "HELPLINE_MASTER_KEY": line.settings.master_key,
    }
    await _two_of_them(line, heron, keeper)
    await _the_office(line, heron)
    await person.say("/exit")
    await person.expect(contains="Всего доброго", timeout=PATIENCE)
    for user in ("intake", "desk"):
        await _metrics(line, _as(user, redis, keyring))
    await _commands(line, redis, keyring, person, heron)
    return person


async def _emergency(person: Person, heron: Operator) -> None:
    """Danger, claim, words both ways, erasure with its stub, and the one message."""
    await arrive(person, timeout=PATIENCE)
    await person.say("нас заперли помогите")
    card = await heron.expect_card(contains="urgency: emergency", timeout=PATIENCE)
    await heron.press_in(card, "Claim")
    await heron.expect(contains="нас заперли помогите", timeout=PATIENCE)
    await person.say("/delete")
    await person.press(
        (await person.expect(with_button="Да, стереть", timeout=PATIENCE)).buttons[0]
    )
    await heron.until(
        lambda: bool(heron.topics) and "erased" in heron.topics[-1].name, timeout=PATIENCE
    )
    stub = heron.topics[-1]
    await heron.until(lambda: bool(stub.messages), timeout=PATIENCE)
    await heron.say_in(stub, "/last одно слово")
    await person.expect(contains="одно слово", timeout=PATIENCE)
    await heron.until(lambda: not heron.topics, timeout=PATIENCE)


async def _words_and_corrections(person: Person, heron: Operator) -> None:
    """An ordinary ticket: words that are mended and taken back, requeued, closed."""
    await arrive(person, timeout=PATIENCE)
    topic = await claimed(person, heron, timeout=PATIENCE)
    said = await heron.say_in(topic, "первая версия")
    first = await person.expect(contains="первая версия", timeout=PATIENCE)
    await heron.edit(said, "вторая версия")
    await person.until(lambda: first.current().text == "вторая версия", timeout=PATIENCE)
    await heron.say_in(topic, "/delete", reply_to=said)
    await person.until(lambda: first.deleted, timeout=PATIENCE)
    await heron.say_in(topic, "/requeue")
    await person.expect(contains="снова ждёт", timeout=PATIENCE)
    await heron.say_in(topic, "/close other")
    await person.expect(contains="Операторы закрыли", timeout=PATIENCE)
    await heron.until(lambda: not heron.topics, timeout=PATIENCE)


async def _a_mute(line: Line, person: Person, heron: Operator) -> None:
    topic = await claimed(person, heron, timeout=PATIENCE)
    await heron.say_in(topic, "/mute 1h")
    await person.expect(contains="пока не отвечают на обычные", timeout=PATIENCE)
    review = await heron.expect(with_button="Lift the mute", timeout=PATIENCE)
    await heron.press_in(review, 0)
    await heron.until(lambda: "The mute is lifted." in heron.toasts, timeout=PATIENCE)
    conversation = await line.parts.helpline.conversation_of(person.chat_id)
    async with asyncio.timeout(PATIENCE):  # intake obeys when it looks at the clocks next
        while await line.parts.store.board.is_lifted(conversation):
            pass
    await waiting(person, heron, timeout=PATIENCE)


async def _two_of_them(line: Line, heron: Operator, keeper: dict[str, str]) -> None:
    """What takes two: a command on the server agrees, then another supervisor."""
    robin, falcon = line.sandbox.operator("o4"), line.sandbox.operator("o3")
    await heron.private.say("/role Falcon supervisor")
    told = await heron.private.expect(contains="operator agree", timeout=PATIENCE)
    token = told.text.split("agree ")[1].split()[0]
    agreed = await helpline("operator", "agree", token, **keeper)
    assert "Falcon is supervisor now" in agreed.out, agreed
    await heron.private.say("/invite supervisor")
    ask = await falcon.expect(contains="to invite a supervisor", timeout=PATIENCE)
    await falcon.press_in(ask, "Agree")
    await heron.private.expect(contains="/enrol", timeout=PATIENCE)
    await heron.private.say("/invitations")
    told = await heron.private.expect(contains="supervisor, by Heron", timeout=PATIENCE)
    await heron.private.say(f"/revoke {told.text.partition(':')[0]}")
    await heron.private.expect(contains="enrols nobody", timeout=PATIENCE)
    line.sandbox.desk.put_out(robin)
    await heron.expect(contains="Robin was put out", timeout=PATIENCE)
    await heron.private.say("/restore Robin")
    await heron.private.expect(contains="may act again", timeout=PATIENCE)


async def _the_office(line: Line, heron: Operator) -> None:
    """What supervisors ask the desk privately, and somebody who comes with a code and goes."""
    newcomer = line.sandbox.operator("o9")
    await newcomer.private.say("/enrol WRONG Swift")
    await newcomer.private.expect(contains="This code isn't known", timeout=PATIENCE)
    await heron.private.say("/invite")
    told = await heron.private.expect(contains="/enrol", timeout=PATIENCE)
    code = told.text.split("/enrol ")[1].split()[0]
    await newcomer.private.say(f"/enrol {code} Swift")
    await newcomer.private.expect(contains="Welcome, Swift", timeout=PATIENCE)
    newcomer.join()
    shown = next(one for one in newcomer.private.messages if "Your key for codes" in one.text)
    secret = base64.b32decode(shown.text.splitlines()[1].replace(" ", ""))
    await newcomer.private.say(f"/on {code_at(secret, SystemClock().now())}")
    await newcomer.private.expect(contains="Swift is on shift", timeout=PATIENCE)
    assert shown.deleted
    await newcomer.private.say("/capacity 3")
    await newcomer.private.expect(contains="At most 3", timeout=PATIENCE)
    await newcomer.private.say("/next")
    await newcomer.private.expect(contains="is yours", timeout=PATIENCE)
    await heron.private.say("/remove Swift")
    await heron.private.expect(contains="1 tickets wait again", timeout=PATIENCE)
    for asked, answer in (
        ("/operators", "Heron"),
        ("/audit Heron", "claim"),
        ("/health", "1 waiting"),
        ("/find safe", "/say"),
    ):
        await heron.private.say(asked)
        await heron.private.expect(contains=answer, timeout=PATIENCE)


async def _metrics(line: Line, servers: Servers) -> None:
    """The internal port of a process."""
    settings = replace(line.settings, redis_url=servers.store, keyring_url=servers.keyring)
    async with (
        parts(settings) as built,
        internal(built, Address("127.0.0.1", 0)) as url,
        aiohttp.ClientSession() as http,
    ):
        async with http.get(f"{url}/metrics") as answer:
            assert 'helpline_waiting{index="queue"}' in await answer.text()
        async with http.get(f"{url}/readyz") as answer:
            assert answer.status == 200


async def _commands(
    line: Line, redis: Guarded, keyring: Guarded, person: Person, heron: Operator
) -> None:
    """What is run by hand on the server, as the keeper, while the bots work on."""
    settings = {
        **_as("keeper", redis, keyring).environment(),
        "HELPLINE_MASTER_KEY": line.settings.master_key,
        "HELPLINE_PUBLISHERS": line.settings.publishers,
        "HELPLINE_CONSOLE_ORIGIN": "https://desk.example.org",
    }
    signed, key = redis.folder / "signed.json", WREN.key_file(redis.folder)
    signed.write_bytes(written_form(publication(1, version_of(read_tree()))))
    for arguments, words in (
        (("operator", "invite"), "/enrol"),
        (("operator", "list"), "Heron"),
        (("operator", "link", "Robin"), "/enrol#"),
        (("operator", "link", "Dunlin", "--role", "supervisor"), "becomes Dunlin"),
        (("operator", "role", "Robin", "supervisor"), "Robin is supervisor now"),
        (("operator", "totp", "Robin"), "otpauth://totp/"),
        (("operator", "restore", "Robin"), "Robin may act again"),
        (("operator", "invitations"), "by server"),
        (("operator", "remove", "Robin"), "Robin may do nothing any more"),
        (("texts", "publish", str(signed)), "2 of 2 running bots show it"),
        (("texts", "back", "--key", str(key)), "2 of 2 running bots show it"),
    ):
        ended = await helpline(*arguments, **settings)
        assert words in ended.out, (arguments, ended)
    month = (("--from", "2026-01-01"), ("--to", "2026-01-31"), ("--out", str(redis.folder / "out")))
    ended = await helpline("report", *(word for pair in month for word in pair), **settings)
    assert ended.status in {0, 2}, ended
    erased = await helpline("erase", given=f"{person.chat_id}\n", **settings)
    assert erased.out.startswith("Erased. Messages deleted"), erased
    await heron.until(lambda: not heron.topics, timeout=PATIENCE)
    next_master = Keys.read(line.settings.master_key).next_master()
    both = f"{next_master},{line.settings.master_key}"
    rotated = await helpline("rotate-key", **{**settings, "HELPLINE_MASTER_KEY": both})
    assert rotated.status == 0, rotated


async def _the_desk_reads_no_address(redis: Guarded, conversation: str) -> None:
    async with Redis.from_url(redis.url("desk")) as desk:
        for row in ("address", "chat", "messages", "relayed", "key", "address-key"):
            assert await _refused(desk, row, conversation), row
        for command in (("KEYS", "*"), ("SCAN", "0"), ("MONITOR",), ("CONFIG", "GET", "*")):
            with pytest.raises(NoPermissionError):
                await desk.execute_command(*command)  # type: ignore[no-untyped-call]


async def _the_desk_may_only_add_to_the_audit(redis: Guarded) -> None:
    """Neither it nor whoever holds its password cuts a day, ends one, or writes it anew."""
    async with Redis.from_url(redis.url("desk")) as desk:
        day = f"audit:{SystemClock().now():%Y-%m-%d}"
        before = await desk.lrange(day, 0, -1)
        assert before
        await desk.execute_command("RPUSH", f"{{{day}}}:new:x", "x")  # type: ignore[no-untyped-call]
        for command in (
            ("DEL", day),
            ("LTRIM", day, 1, 0),
            ("LREM", day, 0, before[0]),
            ("LSET", day, 0, "x"),
            ("SET", day, "x"),
            ("PEXPIRE", day, 1),
            ("RENAME", f"{{{day}}}:new:x", day),
            ("RENAME", day, "board"),
            ("RENAMENX", day, f"{{{day}}}:new:y"),
            ("EVAL", "return redis.call('DEL', KEYS[1])", 1, day),
            ("EVAL", "return redis.call('PEXPIRE', KEYS[1], 1)", 1, day),
        ):
            with pytest.raises(ResponseError):
                await desk.execute_command(*command)  # type: ignore[no-untyped-call]
        assert not await desk.renamenx(f"{{{day}}}:new:x", day), "a day that is there stays"
        assert await desk.lrange(day, 0, -1) == before


async def _refused(desk: Redis, row: str, conversation: str) -> bool:
    name = row_key(conversation, row)
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

"""Unique words, names and numbers go through every path; then everything outside is searched.

Before it is forgotten nothing shows in plain outside of Telegram's chats. After an erasure, or once
every lifetime has passed on a clock that the test puts forward, nothing shows anywhere, and a copy
of Redis's files from before opens no more. A planted control shows, in every
kind of place, that the search could have found something.

The store's disk and the master key tell nobody's number: `_the_disk_tells_nobody`. What stays on
the disk until it is rewritten are pseudonyms, to which only the keyring's memory leads:
`PSEUDONYMS`.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.privacy.chat_deletion import AFTER
from bot.privacy.retention import Retention
from bot.privacy.vault import Keys, Vault
from bot.processes.redis_server import redis_server
from bot.store import Redis, connect, open_store
from bot.store.keyring.after_erasure import ROW as RECENT
from bot.store.keyring.people_key import PURPOSE, PeopleKey
from bot.store.keyring.people_key import ROW as PEOPLE_KEY
from bot.store.names import row_key
from bot.store.statistics.counts import MOVING, OPEN
from bot.store.statistics.statistics import MOVED
from flows.conversation import Conversation, WipeAfter
from sandbox.operators import Operator
from sandbox.people import Person
from tests.proof.canaries import Canaries, files
from tests.proof.candidates import keys_of, told_apart
from tests.proof.household import Household, household

pytestmark = [pytest.mark.process, pytest.mark.proof]


PATIENCE = 400.0
"""Seconds of real time: processes are killed, and start again on a busy machine."""


PSEUDONYMS = {"store", "redis file", "monitor"}
"""Where a person's name, the keyed hash of their chat's number, is found after an erasure: on the
live rows of `HARMLESS`, in Redis's append-only file until that is rewritten, and in what was sent
to Redis. The hash's key is in the keyring's memory; without it nobody can tell whose name it is."""

OTHERS = 11
"""Numbers of people who never wrote, among which the file must not tell the one who did."""

HARMLESS = {"seen", "erase:report", "lease:person", "lease:desk"}
"""The person's rows that outlive an erasure, by hours, minutes and seconds."""

RUNNING = {"desks", "rewrite:lately", "rewrite:pause", "shown-texts"}
"""Rows in which running processes tell of themselves, written anew when they lapse; nothing in them
is about anybody. Whether `shown-texts` is there depends on the moment of the look."""

ENDS = sorted({one.value.lifetime for one in Retention})
"""How long anything lives: time is taken to each of these ends, one after the other."""


@dataclass
class Told:
    """A life that was lived: who took part, and what must not be found of it."""

    person: Person
    operator: Operator
    canaries: Canaries


async def test_nothing_is_left_after_an_erasure(tmp_path: Path) -> None:
    async with household(tmp_path) as home:
        told = await _lived(home)
        copy = tmp_path / "copy"
        shutil.copytree(home.disk, copy)
        await _erased(home, told.person, told.operator)
        assert told.canaries.found_in(await home.outside()) == set()
        assert told.canaries.found_in(home.chats()) == set()
        await _until(lambda: _only_harmless_rows(home, told.person))
        assert await _named_in(home, told.person) == PSEUDONYMS | {"keyring"}
        assert await _keys_left(home) == {PEOPLE_KEY, RECENT}, (
            "everybody's; of the person's no key is left, only that they erased, for two hours"
        )
        for disk in (copy, home.disk):
            await _the_disk_tells_nobody(home, disk, told)
        await _a_copy_opens_no_more(home, copy, told.person)


async def test_nothing_is_left_by_the_passing_of_time(tmp_path: Path) -> None:
    """Nobody erases anything: the operator closes the ticket, and every class of data lapses."""
    async with household(tmp_path) as home:
        told = await _lived(home)
        copy = tmp_path / "copy"
        shutil.copytree(home.disk, copy)
        await told.operator.say_in(told.operator.topics[0], "/close other")
        await told.operator.until(lambda: not told.operator.topics, timeout=PATIENCE)
        await told.person.expect(contains="Оператор закончил", timeout=PATIENCE)
        await home.pass_time(timedelta(hours=1))
        await _until(lambda: _counts_are_moved(home))
        for end in ENDS:
            await home.pass_time(max(end - home.passed, timedelta()) + timedelta(minutes=30))
            if home.passed > AFTER[WipeAfter.DAY]:
                await _emptied(told.person)
            assert told.canaries.found_in(await home.outside()) == set(), end
        assert told.canaries.found_in(home.chats()) == set()
        await _until(lambda: _names_are_known(home))
        assert await _rows(home.redis, await _name(home, told.person)) == set(), "not even a mark"
        assert await _named_in(home, told.person) == PSEUDONYMS - {"store", "redis file"}
        assert await _keys_left(home) == {PEOPLE_KEY}, "which a running intake renews"
        await home.pass_time(timedelta(days=2))  # counts are kept from their move on
        names = {name.decode() for name in await home.redis.keys("*")}
        assert names <= {"board", MOVED} | RUNNING, "of everything else not even a number is left"
        await _the_disk_tells_nobody(home, home.disk, told, rewritten=True)
        await _a_copy_opens_no_more(home, copy, told.person)


async def _lived(home: Household) -> Told:
    """Everything that can happen, up to where nothing has been forgotten yet; and the search,
    which must be able to find something, finds the words nowhere but in Telegram's chats."""
    canaries = Canaries()
    name = canaries.word("first name")
    person = home.sandbox.person(
        "p1", first_name=name, username=f"u{canaries.word('username').removeprefix('кенар')}"
    )
    operator = home.sandbox.operator("o1", first_name=canaries.word("operator's name"))
    canaries.numbers["person"] = person.chat_id
    canaries.numbers["operator"] = operator.user.id
    await _every_path(home, person, operator, canaries)
    await _the_search_can_find(home, canaries)
    shown = {path for _, path in canaries.found_in(home.chats())}
    assert {"edit", "operator's words", "operator's note", "caption"} <= shown
    assert canaries.found_in(await home.outside()) == set(), "sealed, before anything is forgotten"
    assert await _named_in(home, person) <= PSEUDONYMS | {"keyring"}, "nowhere but in Redis"
    return Told(person, operator, canaries)


async def _emptied(person: Person) -> None:
    """Until the chat is empty, also of what a killed process had sent without knowing it."""
    await person.until(lambda: not person.messages, timeout=PATIENCE)


async def _every_path(
    home: Household, person: Person, operator: Operator, canaries: Canaries
) -> None:
    await person.start(canaries.word("start's payload"))
    await person.expect(with_button="Русский", timeout=PATIENCE)
    await person.press("Русский")
    await person.expect(with_button="Пропустить", timeout=PATIENCE)
    await person.forge_callback(canaries.word("forged button")[:30])
    said = await person.say(canaries.word("text"))  # the model fails on it, and quotes it
    await person.edit(said, canaries.word("edit"))
    await person.send_document(canaries.word("caption"))
    await person.send_contact("+77010001122")
    await person.say(f"нас заперли помогите {canaries.word('danger')}")
    card = await operator.expect_card(contains="urgency: emergency", timeout=PATIENCE)
    await home.kill("intake")
    await person.say(canaries.word("to a dead process"))
    await operator.press_in(card, "Claim")
    topic = operator.topics[0]
    await operator.expect(contains=canaries.word("to a dead process"), timeout=PATIENCE)
    note = canaries.word("operator's note")
    await operator.say_in(topic, f"// {note}")
    await home.kill("desk")
    await operator.say_in(topic, canaries.word("operator's words"))
    await person.expect(contains=canaries.word("operator's words"), timeout=PATIENCE)
    await operator.say_in(topic, f"/nonsense {canaries.word('refused command')}")
    await operator.expect(contains="there is no such command", timeout=PATIENCE)
    for kind in ("error", "drop_reply"):
        home.sandbox.fault(kind, "sendMessage", times=2)
        await person.say(canaries.word(f"under {kind}"))
        await operator.expect(contains=canaries.word(f"under {kind}"), timeout=PATIENCE)
        home.sandbox.faults.clear()
    await _a_bug(home, person, operator, canaries)
    await operator.say_in(topic, "продолжим")
    await person.expect(contains="продолжим", timeout=PATIENCE)


async def _a_bug(home: Household, person: Person, operator: Operator, canaries: Canaries) -> None:
    """An address that is none: the exception quotes the value. It reaches Sentry, without it."""
    vault = Vault(Keys.read(home.master))
    conversation = await _name(home, person)
    row = row_key(conversation, "address")
    wrapped = await home.keyring.get(row_key(conversation, "address-key"))
    key = vault.opened_for("address", conversation, "address-key", wrapped)
    good = await home.redis.get(row)
    bad = vault.seal(key, conversation, "address", canaries.word("thrown error").encode())
    await home.redis.set(row, bad, px=600_000)
    await operator.say_in(operator.topics[0], canaries.word("words during a bug"))
    await _until(lambda: _is(bool(home.sink.raw)))
    await home.redis.set(row, good, px=600_000)
    await person.expect(contains=canaries.word("words during a bug"), timeout=PATIENCE)


async def _is(value: bool) -> bool:
    return value


async def _until(done: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if await done():
                return
            await asyncio.sleep(0)


async def _the_search_can_find(home: Household, canaries: Canaries) -> None:
    """A control in each kind of place; then it is taken away again."""
    control = Canaries({"control": canaries.word("text")})
    planted = control.words["control"].encode()
    log, temporary = home.folder / "logs" / "control.log", home.folder / "tmp" / "control"
    await home.redis.set("control", planted, px=60_000)
    await home.keyring.set("control", planted, px=60_000)
    log.write_bytes(planted)
    temporary.write_bytes(planted)
    other = home.folder / "tmp" / "deeper" / "control"  # the same name hides none of the two
    other.parent.mkdir()
    other.write_bytes(planted)
    home.sink.raw.append(planted.decode())
    arguments, home.arguments = home.arguments, home.arguments + planted
    await _slow(home.redis, planted)
    await _until(lambda: _is(planted.removeprefix("кенар".encode()) in home.watched))
    places = {place for place, _ in control.found_in(await home.outside())}
    found = {place.partition(":")[0] for place in places}
    assert found == {
        *("store", "keyring", "redis file", "log", "temporary", "sentry", "arguments"),
        *("slowlog", "monitor"),
    }
    assert len([place for place in places if place.startswith("temporary:")]) == 2
    await home.redis.slowlog_reset()
    await home.redis.config_set("slowlog-max-len", "0")
    other.unlink()
    other.parent.rmdir()
    home.sink.raw.pop()
    home.arguments = arguments
    log.unlink()
    temporary.unlink()
    await home.redis.delete("control")
    await home.keyring.delete("control")
    home.watched.clear()
    await _rewritten(home.redis)


async def _slow(redis: Redis, planted: bytes) -> None:
    """For a moment Redis notes every command, as it does in its own default what is slow."""
    await redis.config_set("slowlog-max-len", "1024")
    await redis.config_set("slowlog-log-slower-than", "0")
    await redis.echo(planted)
    await redis.config_set("slowlog-log-slower-than", "-1")


async def _rewritten(redis: Redis) -> None:
    """An append-only file keeps deleted values until it is rewritten."""
    await redis.bgrewriteaof()
    await _until(lambda: _aof_done(redis))


async def _aof_done(redis: Redis) -> bool:
    info = await redis.info("persistence")
    return not info["aof_rewrite_in_progress"] and not info["aof_rewrite_scheduled"]


async def _erased(home: Household, person: Person, operator: Operator) -> None:
    await person.say("/delete")
    await person.expect(with_button="Да, стереть", timeout=PATIENCE)
    await person.press("Да, стереть")
    await person.expect(contains="Стёрто", timeout=PATIENCE)
    await operator.until(
        lambda: len(operator.topics) == 1 and "erased" in operator.topics[0].name,
        timeout=PATIENCE,
    )
    await operator.until(lambda: bool(operator.topics[0].messages), timeout=PATIENCE)
    await operator.press_in(operator.topics[0], "Close")
    await operator.until(lambda: not operator.topics, timeout=PATIENCE)
    assert len(person.messages) == 1, "the last word alone, although intake was killed in between"


async def _name(home: Household, person: Person, more: int = 0) -> str:
    """What whoever has the master key and the keyring's memory would look for. `more`: of another
    number, so much higher."""
    names = await PeopleKey(home.keyring, Vault(Keys.read(home.master))).find()
    assert names is not None, "it outlives everybody"
    return names.person(person.chat_id + more)


async def _keys_left(home: Household) -> set[str]:
    """What kinds of keys the keyring holds; what was counted, of all together, is no key."""
    names = {name.decode() for name in await home.keyring.keys("*")}
    recent = {name for name in names if name.endswith(f":{RECENT}")}
    others = (name for name in names - recent if not name.startswith("{counts}:"))
    return {name.partition(":")[0] for name in others} | ({RECENT} if recent else set())


async def _names_are_known(home: Household) -> bool:
    """The key of names lapsed when months passed at once; a running intake puts it back."""
    return bool(await home.keyring.keys(f"{PEOPLE_KEY}:*"))


async def _counts_are_moved(home: Household) -> bool:
    """At a full hour: the time that they are kept for begins with it."""
    return not await home.keyring.exists(OPEN, MOVING)


async def _the_disk_tells_nobody(
    home: Household, disk: Path, told: Told, *, rewritten: bool = False
) -> None:
    """The store's files and the master key don't tell the true number from others: nothing that can
    be derived of it with all that the master key gives is in them. With the keyring's memory the
    same search finds the true one, and only that. Operators are found by the master key alone.
    `rewritten`: since every row of theirs has lapsed; then nobody is found by anything."""
    places = files("redis file", [disk])
    person, operator = told.person.chat_id, told.operator.user.id
    candidates = [person + more for more in range(OTHERS + 1)]
    with_the_master = keys_of(home.master)
    found = told_apart([operator, *candidates], with_the_master, places)
    assert bool(found.pop(operator)) is not rewritten, "a control, and what the threat model says"
    assert found == {number: set() for number in candidates}
    vault = Vault(Keys.read(home.master))
    fingerprint = vault.hashed("deployment")
    wrapped = await home.keyring.get(f"{PEOPLE_KEY}:{fingerprint}")
    in_memory = vault.opened_for(PURPOSE, fingerprint, PEOPLE_KEY, wrapped)
    found = told_apart(candidates, [*with_the_master, in_memory], places)
    known = [number for number, hits in found.items() if hits]
    assert known == ([] if rewritten else [person]), "a control"


async def _rows(redis: Redis, name: str) -> set[str]:
    """The rows that bear a name."""
    found = [key.decode() for key in await redis.keys(f"*{name}*")]
    return {key.partition(f":{name}:")[2] for key in found}


async def _only_harmless_rows(home: Household, person: Person) -> bool:
    """Of the person's rows only marks of updates are left, and a number for the report; none of
    them in an index, where something would be due."""
    name = await _name(home, person)
    every = await home.redis.keys("*")
    due = [one for one in every if await home.redis.type(one) == b"zset"]
    members = [member for one in due for member in await home.redis.zrange(one, 0, -1)]
    return await _rows(home.redis, name) <= HARMLESS and name.encode() not in members


async def _named_in(home: Household, person: Person) -> set[str]:
    """The kinds of places where the person's name stands. The name of somebody who never wrote
    stands nowhere, so finding one tells whose it is."""
    places = await home.outside()

    def kinds(name: bytes) -> set[str]:
        return {place.partition(":")[0] for place, content in places.items() if name in content}

    assert kinds((await _name(home, person, more=1)).encode()) == set()
    return kinds((await _name(home, person)).encode())


async def _a_copy_opens_no_more(home: Household, copy: Path, person: Person) -> None:
    """Redis's files of before the erasure, the master key, and the keyring of today: no words, no
    address. Whoever has the keyring's memory of today as well learns that the person wrote."""
    async with redis_server(disk=copy) as url:
        redis = connect(url, "HELPLINE_REDIS_URL")
        vault = Vault(Keys.read(home.master))
        conversation = await _name(home, person)
        rows = await _rows(redis, conversation)
        assert {"state", "ticket", "address", "chat", "messages"} <= rows, "the copy is a real one"
        store = open_store(redis, home.keyring, vault, SystemClock())
        read = await store.conversations.load(conversation)
        assert (read.conversation, read.ticket) == (Conversation(), None)
        assert await store.people.address(conversation) is None
        assert await store.people.plan(conversation) is None
        assert await store.people.messages(conversation) == []
        assert not any(await store.outbox.transcript(conversation))
        assert await store.outbox.for_person(conversation) == []
        assert not any(words for _, _, words in await store.outbox.for_desk(conversation))
        await redis.aclose()

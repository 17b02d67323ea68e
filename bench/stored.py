"""What many idle conversations and many waiting tickets cost."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figures, Round, figures
from bot.clock import SystemClock
from bot.compose import Parts, parts
from bot.config import Settings
from bot.helpline import inputs
from bot.helpline.inputs import Inbound
from bot.helpline.next_ticket import best_for
from bot.privacy.chat_deletion import Author, ChatMessage
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.store import Changes, connect
from bot.store.names import Index, partition, row_key
from bot.store.rows import Audience, DeskKind, DeskRow
from bot.tickets.operator import Role
from bot.tickets.ticket import Action, Ticket
from flows.conversation import Conversation
from flows.status import Status
from flows.urgency import Urgency

PROBES = 500
SAMPLES = 50
"""Conversations that are had in full; the others are copies of their rows, byte for byte: to have
a million would take an hour, and Redis can't tell the difference."""

AT_ONCE = 500
"""Copies in one call, so that Redis answers in between."""

CLONE = Path(__file__).with_name("clone.lua").read_text(encoding="utf-8")
SAID: tuple[inputs.Input, ...] = (
    inputs.Started("ru"),
    inputs.Wrote("Русский", "ru"),
    inputs.Wrote("что такое 30 дней на размышление", "ru"),
)
"""A first contact and a question."""

_now = SystemClock().monotonic


@dataclass(frozen=True, slots=True)
class Idle:
    """`each`: bytes for one idle conversation, its places in the indexes included. `server`: which
    kind of Redis, with its version."""

    server: str
    conversations: int
    each: float
    with_none: Figures
    with_all: Figures


async def idle(count: int, binary: str | None = None) -> Idle:
    """Have conversations, multiply them; take turns before and after. `binary`: a server's program
    other than the embedded one."""
    async with _helpline(binary) as (built, redis, keyring):

        async def turn(number: int) -> None:
            await _hear(built, 10_000_000 + number, 0, SAID[0])

        server = await _version(redis)
        before = await _timed(f"{server}: a turn, nobody else there", turn, 0)
        names = [await _talk(built, number) for number in range(1, SAMPLES + 1)]
        empty = await _used(redis) + await _used(keyring)
        await _multiply((redis, keyring), names, count)
        full = await _used(redis) + await _used(keyring)
        after = await _timed(f"{server}: a turn, beside {count:,} idle conversations", turn, PROBES)
    return Idle(server, count, (full - empty) / count, before, after)


async def tickets(counts: tuple[int, ...]) -> list[Figures]:
    """How long the next thing to do for operators takes to find, with so many tickets waiting."""
    found = []
    for count in counts:
        async with _helpline() as (built, redis, keyring):
            names = [await _queue(built, n, Urgency.NORMAL) for n in range(SAMPLES)]
            await _multiply((redis, keyring), names, count - SAMPLES, later=86_400)
            await _queue(built, SAMPLES, Urgency.EMERGENCY)

            async def find(_: int, built: Parts = built) -> None:
                [entry] = await built.store.partitions.first(Index.QUEUE, 1)
                read = await built.store.conversations.load(entry.conversation)
                if read.ticket is None or read.ticket.urgency is not Urgency.EMERGENCY:
                    raise RuntimeError("the most urgent ticket isn't the first")

            what = f"the most urgent of {count:,} waiting tickets found"
            found.append(await _timed(what, find, 0))
            found += await _desk(built, count)
    return found


async def _desk(built: Parts, count: int) -> list[Figures]:
    """What an operator does beside them: each ticket that is claimed is put back, unmeasured."""
    robin = await built.helpline.staff.by_telegram.admit(1, "Robin", Role.OPERATOR)
    queue, chosen, claimed = built.store.queue, list[float](), list[float]()
    for _ in range(PROBES):
        at = _now()
        best = await best_for(robin, queue)
        chosen.append(_now() - at)
        if best is None or best.urgency is not Urgency.EMERGENCY:
            raise RuntimeError("the most urgent ticket isn't the next")
        name = await built.helpline.conversation_of(SAMPLES - 1)
        at = _now()
        await built.helpline.act(Action.CLAIM, robin, name)
        claimed.append(_now() - at)
        await built.helpline.act(Action.REQUEUE, robin, name)
    return [
        figures(f"{what}, beside {count:,} waiting tickets", 1, [Round(times, sum(times))])
        for what, times in (("`/next` chosen", chosen), ("a claim", claimed))
    ]


async def _timed(what: str, act: Callable[[int], Awaitable[None]], first: int) -> Figures:
    times = []
    for number in range(first, first + PROBES):
        at = _now()
        await act(number)
        times.append(_now() - at)
    return figures(what, 1, [Round(times, sum(times))])


async def _hear(built: Parts, chat: int, number: int, said: inputs.Input) -> None:
    """One turn."""
    at = float(int(built.clock.now().timestamp()))
    update = Inbound(chat * 10 + number, chat, said, 2 * number + 1, at)
    await built.helpline.hear(update)


async def _talk(built: Parts, chat: int) -> str:
    """A short conversation whose answers have all been sent."""
    name, store = await built.helpline.conversation_of(chat), built.store
    for number, said in enumerate(SAID):
        await _hear(built, chat, number, said)
        for raw, _ in await store.outbox.for_person(name):
            at = float(int(built.clock.now().timestamp()))  # Telegram's are whole seconds
            await store.sent_messages.remember(
                name, chat, ChatMessage(2 * number + 2, Author.BOT, at)
            )
            await store.outbox.sent(name, Audience.PERSON, raw)
    return name


async def _queue(built: Parts, number: int, urgency: Urgency) -> str:
    """Somebody waits for an operator."""
    name = await built.helpline.conversation_of(number)
    ticket = Ticket(f"Amber-{number}", "general", urgency, "ru", built.clock.now())
    state = Conversation(locale="ru", status=Status.QUEUED, urgency=urgency)
    changes = Changes(state, ticket, to_desk=((DeskRow(DeskKind.OPENED), ""),))
    read = await built.store.conversations.load(name)
    await built.store.conversations.commit(name, read, changes)
    return name


async def _multiply(
    servers: Sequence[Any], names: Sequence[str], count: int, later: int = 0
) -> None:
    """`count` copies, as many of each. `later`: seconds that they stand behind in the indexes, so
    that what is read first is none of them: only under its own name can a row be opened."""
    rows = {name: [await _rows(one, name) for one in servers] for name in names}
    done = 0
    while done < count:
        name = names[done // AT_ONCE % len(names)]
        some = min(AT_ONCE, count - done)
        copies = [_copy_of(name, number) for number in range(done, done + some)]
        for redis, own in zip(servers, rows[name], strict=True):
            words = [partition(name), name, later, len(own), len(Index), *own, *Index]
            where = [word for copy in copies for word in (partition(copy), copy)]
            await redis.eval(CLONE, 0, *words, *where)
        done += some
        if done % (200 * AT_ONCE) == 0:
            print(f"  {done:,} of {count:,}", flush=True)


def _copy_of(name: str, number: int) -> str:
    """A name of the same length, as spread as those of conversations."""
    return hashlib.sha256(f"{name} {number}".encode()).hexdigest()[: len(name)]


async def _rows(redis: Any, name: str) -> list[str]:
    start = row_key(name, "")
    return [key.decode().removeprefix(start) async for key in redis.scan_iter(f"{start}*")]


@asynccontextmanager
async def _helpline(binary: str | None = None) -> AsyncIterator[tuple[Parts, Any, Any]]:
    """A helpline without Telegram, its store and its keyring."""
    async with store_and_keyring(binary) as servers:
        redis = connect(servers.store, "HELPLINE_REDIS_URL")
        keyring = connect(servers.keyring, "HELPLINE_KEYRING_URL")
        settings = Settings(
            redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
        )
        async with parts(settings) as built:
            yield built, redis, keyring
        await redis.aclose()
        await keyring.aclose()


async def _version(redis: Any) -> str:
    info = await redis.info("server")
    if "valkey_version" in info:
        return f"Valkey {info['valkey_version']}"
    return f"Redis {info['redis_version']}"


async def _used(redis: Any) -> int:
    return int((await redis.info("memory"))["used_memory"])

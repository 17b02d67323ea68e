"""What many idle conversations and many waiting tickets cost."""

from dataclasses import dataclass

from bench.figures import Figures, figures
from bot.clock import SystemClock
from bot.compose import parts
from bot.config import Settings
from bot.redis_process import redis_server
from bot.store import Changes, Contact, connect
from bot.store.rows import Audience, DeskKind, DeskRow
from bot.tickets import Ticket
from bot.vault import Keys
from flows.conversation import Conversation
from flows.status import Status
from flows.urgency import Urgency

_now = SystemClock().monotonic
PROBES = 200


@dataclass(frozen=True, slots=True)
class Idle:
    """`each`: bytes of Redis for one idle conversation, its key and address included."""

    conversations: int
    each: float
    with_none: Figures
    with_all: Figures


async def idle(count: int) -> Idle:
    """Write idle conversations; load and write one before and after."""
    async with redis_server() as url:
        redis = connect(url, "HELPLINE_REDIS_URL")
        async with parts(Settings(redis_url=url, master_key=Keys.new_master())) as built:
            store = built.store
            changes = Changes(Conversation(locale="ru"), None)

            async def probe(what: str) -> Figures:
                found = []
                for number in range(PROBES):
                    at, name = _now(), f"probe {number}"
                    read = await store.conversations.load(name)
                    await store.conversations.commit(name, read, changes)
                    found.append(_now() - at)
                return figures(what, 1, found, sum(found))

            before = await probe("a turn's reading and writing, empty store")
            empty = int((await redis.info("memory"))["used_memory"])
            for number in range(count):
                name = built.vault.hashed("person", number)
                read = await store.conversations.load(name)
                contact = Contact(number, number)
                filled = Changes(Conversation(locale="ru"), None, contact=contact)
                await store.conversations.commit(name, read, filled)
            full = int((await redis.info("memory"))["used_memory"])
            after = await probe("a turn's reading and writing, full store")
        await redis.aclose()
    return Idle(count, (full - empty) / count, before, after)


async def tickets(counts: tuple[int, ...]) -> list[Figures]:
    """How long the next thing to do for operators takes to find, with so many tickets waiting."""
    found = []
    for count in counts:
        async with redis_server() as url:
            settings = Settings(redis_url=url, master_key=Keys.new_master())
            async with parts(settings) as built:
                store, now = built.store, built.clock.now()
                for number in range(count):
                    name = built.vault.hashed("person", number)
                    ticket = Ticket(f"Amber-{number}", "general", Urgency.NORMAL, "ru", now)
                    state = Conversation(locale="ru", status=Status.QUEUED)
                    rows = ((DeskRow(DeskKind.OPENED), ""),)
                    changes = Changes(state, ticket, to_desk=rows)
                    read = await store.conversations.load(name)
                    await store.conversations.commit(name, read, changes)
                times = []
                for _ in range(PROBES):
                    at = _now()
                    due = await store.indexes.due(Audience.DESK)
                    await store.conversations.load(due[0])
                    times.append(_now() - at)
                what = f"the most urgent of {count:,} waiting tickets found"
                found.append(figures(what, count, times, sum(times)))
    return found

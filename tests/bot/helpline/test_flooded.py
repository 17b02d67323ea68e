"""Twenty tickets wait, or two thousand: to an operator's act it is the same."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.compose import Parts
from bot.desk.board import Rounds
from bot.desk.budget import Budget
from bot.desk.group import DeskGroup
from bot.desk.process import make_bot
from bot.errors import NotAllowed
from bot.helpline.next import MOST, PAGE, best_for, claim_best
from bot.store import Changes, Redis
from bot.store.names import Index, index_key, partition
from bot.texts.voices import voices
from bot.tickets.operator import Operator
from bot.tickets.queue_health import SHOWN
from bot.tickets.ticket import Action, Ticket, Wanted, Wish, rank
from flows.conversation import Conversation
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.helpline.conftest import Bench

FEW, SOME, MANY = 20, 500, 2000
"""So many can be opened; so many wait, first and then. Some are in each partition already."""
AT_ONCE = 50
CONNECTING = {"auth", "client|setinfo", "client|setname", "config|resetstat", "hello", "info"}
"""How many connections there are is the pool's affair."""


async def waits(
    bench: Bench, number: int, urgency: Urgency = Urgency.NORMAL, wanted: Wanted | None = None
) -> str:
    """Somebody waits, since as many seconds after the start as their number; their code name."""
    opened = bench.clock.now() + timedelta(seconds=number)
    ticket = Ticket(f"Oak-{number}", "general", urgency, "ru", opened, wanted=wanted)
    state = Conversation(locale="ru", status=Status.QUEUED, urgency=urgency)
    store, name = bench.parts.store, bench.conversation(number)
    read = await store.conversations.load(name)
    assert await store.conversations.commit(name, read, Changes(state, ticket))
    await store.topics.reserve(ticket.name, name)
    return ticket.name


async def flood(bench: Bench, first: int, end: int) -> None:
    for start in range(first, end, AT_ONCE):
        await asyncio.gather(
            *(waits(bench, one) for one in range(start, min(start + AT_ONCE, end)))
        )


def rounds(parts: Parts) -> Rounds:
    group = DeskGroup(-100, Budget(20, parts.clock.monotonic))
    return Rounds(make_bot("1:token", "http://127.0.0.1:9"), group, parts, voices("en").own)


Counted = Counter[str]
"""Commands that Redis was given, also by scripts."""


@asynccontextmanager
async def counting(bench: Bench) -> AsyncIterator[Counted]:
    redis: Redis = bench.parts.store.redis
    counted = Counted()
    await redis.config_resetstat()
    yield counted
    found: Mapping[str, Mapping[str, int]] = await redis.info("commandstats")
    names = {name.removeprefix("cmdstat_"): stats["calls"] for name, stats in found.items()}
    counted.update({name: calls for name, calls in names.items() if name not in CONNECTING})


async def behind(bench: Bench, count: int) -> None:
    """Others who wait, a day later. Nobody opens these, or it would be counted: so their places in
    the index do."""
    later = rank(Urgency.NORMAL, bench.clock.now() + timedelta(days=1))
    pipe = bench.parts.store.redis.pipeline(transaction=False)
    for name in (f"{number:032x}" for number in range(count)):
        pipe.zadd(index_key(partition(name), Index.QUEUE), {name: later})
    await pipe.execute()


async def act(bench: Bench, robin: Operator) -> dict[str, Counted]:
    """What each thing costs, when done for the second time (scripts are known by then)."""
    told: dict[str, Counted] = {}
    for number in (1, 2):
        async with counting(bench) as told["next"]:
            best = await best_for(robin, bench.parts.store.queue)
        assert best is not None
        assert best.name == f"Oak-{number}"
        async with counting(bench) as told["claim"]:
            await bench.acts(Action.CLAIM, robin, number)
        async with counting(bench) as told["board"]:
            await bench.parts.helpline.staff.find_orphans()
            health = await rounds(bench.parts).health()
        assert len(health.first) == SHOWN
        assert health.loads == {"Robin": number}
    return told


async def test_claim_next_and_board_cost_the_same_however_many_wait(bench: Bench) -> None:
    robin = await bench.admits(11, "Robin")
    await flood(bench, 1, FEW + 3)
    await behind(bench, SOME - FEW)
    few = await act(bench, robin)
    for number in (1, 2):
        await bench.acts(Action.CLOSE, robin, number)
    for number in (1, 2):
        await waits(bench, number)
    await behind(bench, MANY - FEW)
    many = await act(bench, robin)
    assert many == few
    health = await rounds(bench.parts).health()
    assert (health.waiting, health.open) == (MANY, MANY + 2)


# -- which is next ---------------------------------------------------------------------------


@pytest.mark.parametrize("languages", [(), ("ru",), ("uz",)])
async def test_urgency_goes_before_all(bench: Bench, languages: tuple[str, ...]) -> None:
    """However many wait, whatever the operator speaks, and whoever waits for them."""
    robin = Operator("r", name="Robin", languages=languages)
    assert await best_for(robin, bench.parts.store.queue) is None
    await waits(bench, 1, wanted=Wanted(Wish.OPERATOR, "Robin"))
    await flood(bench, 2, 2 * PAGE)
    high = await waits(bench, 900, Urgency.HIGH)
    best = await best_for(robin, bench.parts.store.queue)
    assert best is not None
    assert best.name == high


async def test_who_suits_is_found_some_pages_on(bench: Bench) -> None:
    robin = Operator("r", name="Robin", languages=("uz",))
    await flood(bench, 0, MOST - 1)
    mine = await waits(bench, MOST - 1, wanted=Wanted(Wish.LANGUAGE, "uz"))
    best = await best_for(robin, bench.parts.store.queue)
    assert best is not None
    assert best.name == mine


async def test_where_nobody_suits_the_first_is_given_and_the_search_ends(bench: Bench) -> None:
    robin = Operator("r", name="Robin", languages=("uz",))
    await flood(bench, 0, MOST)
    await waits(bench, MOST, wanted=Wanted(Wish.LANGUAGE, "uz"))
    best = await best_for(robin, bench.parts.store.queue)
    assert best is not None
    assert best.name == "Oak-0", "the other is too far behind to be looked at"


async def test_among_the_first_page_whoever_waits_for_the_operator_goes_first(
    bench: Bench,
) -> None:
    robin = Operator("r", name="Robin")
    await flood(bench, 0, PAGE - 1)
    mine = await waits(bench, PAGE - 1, wanted=Wanted(Wish.OPERATOR, "Robin"))
    await flood(bench, PAGE, 2 * PAGE)
    best = await best_for(robin, bench.parts.store.queue)
    assert best is not None
    assert best.name == mine


async def test_whoever_is_a_moment_later_gets_the_one_after(bench: Bench) -> None:
    robin, wren = await bench.admits(11, "Robin"), await bench.admits(12, "Wren")
    await flood(bench, 1, 4)

    async def claim(name: str) -> None:
        number = int(name.removeprefix("Oak-"))
        if number == 1:
            await bench.acts(Action.CLAIM, wren, 1)
        await bench.acts(Action.CLAIM, robin, number)

    best = await claim_best(robin, bench.parts.store.queue, claim)
    assert best is not None
    assert best.name == "Oak-2"
    assert (await bench.ticket(1)).assigned_name == "Wren"


async def test_a_refusal_for_another_reason_is_told(bench: Bench) -> None:
    robin = await bench.admits(11, "Robin")
    assert await claim_best(robin, bench.parts.store.queue, _refuse) is None
    await waits(bench, 1)
    with pytest.raises(NotAllowed):
        await claim_best(robin, bench.parts.store.queue, _refuse)


async def _refuse(_: str) -> None:
    raise NotAllowed("refused-others")

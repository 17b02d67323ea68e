"""Twenty tickets wait, or two thousand: to an operator's act it is the same."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.attempt import Result
from bot.compose import Parts
from bot.desk.budget import Budget
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.process import make_bot
from bot.desk.queue_monitor import QueueMonitor
from bot.errors import NotAllowed
from bot.helpline.next_ticket import MOST, PAGE, best_for, claim_best
from bot.store import Changes, Redis
from bot.store.names import Index, index_key, partition
from bot.texts.voices import voices
from bot.tickets.operator import Operator
from bot.tickets.queue_health import READ
from bot.tickets.queue_order import rank
from bot.tickets.ticket import Action, TargetKind, Ticket, TransferTarget
from flows.conversation import Conversation
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.helpline import Helpline

FEW, SOME, MANY = 60, 500, 2000
"""So many can be opened; so many wait, first and then. Some are in each partition already."""
AT_ONCE = 50
CONNECTING = {"auth", "client|setinfo", "client|setname", "config|resetstat", "hello", "info"}
"""How many connections there are is the pool's affair."""


async def waits(
    helpline: Helpline,
    number: int,
    urgency: Urgency = Urgency.NORMAL,
    wanted: TransferTarget | None = None,
) -> str:
    """Somebody waits, since as many seconds after the start as their number; their code name."""
    opened = helpline.clock.now() + timedelta(seconds=number)
    ticket = Ticket(f"Oak-{number}", "general", urgency, "ru", opened, wanted=wanted)
    state = Conversation(locale="ru", status=Status.QUEUED, urgency=urgency)
    store, name = helpline.parts.store, helpline.conversation(number)
    read = await store.conversations.load(name)
    assert await store.conversations.commit(name, read, Changes(state, ticket)) is Result.DONE
    await store.topics.reserve(ticket.name, name)
    return ticket.name


async def flood(helpline: Helpline, first: int, end: int) -> None:
    for start in range(first, end, AT_ONCE):
        await asyncio.gather(
            *(waits(helpline, one) for one in range(start, min(start + AT_ONCE, end)))
        )


def monitor(parts: Parts) -> QueueMonitor:
    group = DeskGroup(-100, Budget(20, parts.clock.monotonic))
    store, staff = parts.store, parts.helpline.staff
    groups = DeskGroups([group], store.queue, store.topics, store.presence)
    bot = make_bot("1:token", "http://127.0.0.1:9")
    voice = voices("en").own
    return QueueMonitor(
        bot, groups, store.queue, store.roster, store.board, staff, parts.clock, voice, store.alarms
    )


Counted = Counter[str]
"""Commands that Redis was given, also by scripts."""


@asynccontextmanager
async def counting(helpline: Helpline) -> AsyncIterator[Counted]:
    redis: Redis = helpline.parts.store.redis
    counted = Counted()
    await redis.config_resetstat()
    yield counted
    found: Mapping[str, Mapping[str, int]] = await redis.info("commandstats")
    names = {name.removeprefix("cmdstat_"): stats["calls"] for name, stats in found.items()}
    counted.update({name: calls for name, calls in names.items() if name not in CONNECTING})


async def behind(helpline: Helpline, count: int) -> None:
    """Others who wait, a day later. Nobody opens these, or it would be counted: so their places in
    the index do."""
    later = rank(Urgency.NORMAL, helpline.clock.now() + timedelta(days=1))
    pipe = helpline.parts.store.redis.pipeline(transaction=False)
    for name in (f"{number:032x}" for number in range(count)):
        pipe.zadd(index_key(partition(name), Index.QUEUE), {name: later})
    await pipe.execute()


async def act(helpline: Helpline, robin: Operator) -> dict[str, Counted]:
    """What each thing costs, when done for the second time (scripts are known by then)."""
    told: dict[str, Counted] = {}
    for number in (1, 2):
        async with counting(helpline) as told["next"]:
            best = await best_for(robin, helpline.parts.store.queue)
        assert best is not None
        assert best.name == f"Oak-{number}"
        async with counting(helpline) as told["claim"]:
            await helpline.acts(Action.CLAIM, robin, number)
        async with counting(helpline) as told["board"]:
            await helpline.parts.helpline.staff.find_orphans()
            health = await monitor(helpline.parts).health()
        assert len(health.first) == READ
        assert health.loads == {"Robin": number}
    return told


async def test_claim_next_and_board_cost_the_same_however_many_wait(helpline: Helpline) -> None:
    robin = await helpline.admits(11, "Robin")
    await flood(helpline, 1, FEW + 3)
    await behind(helpline, SOME - FEW)
    few = await act(helpline, robin)
    for number in (1, 2):
        await helpline.acts(Action.CLOSE, robin, number)
    for number in (1, 2):
        await waits(helpline, number)
    await behind(helpline, MANY - FEW)
    many = await act(helpline, robin)
    assert many == few
    health = await monitor(helpline.parts).health()
    assert (health.waiting, health.open) == (MANY, MANY + 2)


# -- which is next ---------------------------------------------------------------------------


@pytest.mark.parametrize("languages", [(), ("ru",), ("uz",)])
async def test_urgency_goes_before_all(helpline: Helpline, languages: tuple[str, ...]) -> None:
    """However many wait, whatever the operator speaks, and whoever waits for them."""
    robin = Operator("r", name="Robin", languages=languages)
    assert await best_for(robin, helpline.parts.store.queue) is None
    await waits(helpline, 1, wanted=TransferTarget(TargetKind.OPERATOR, "Robin"))
    await flood(helpline, 2, 2 * PAGE)
    high = await waits(helpline, 900, Urgency.HIGH)
    best = await best_for(robin, helpline.parts.store.queue)
    assert best is not None
    assert best.name == high


async def test_who_suits_is_found_some_pages_on(helpline: Helpline) -> None:
    robin = Operator("r", name="Robin", languages=("uz",))
    await flood(helpline, 0, MOST - 1)
    mine = await waits(helpline, MOST - 1, wanted=TransferTarget(TargetKind.LANGUAGE, "uz"))
    best = await best_for(robin, helpline.parts.store.queue)
    assert best is not None
    assert best.name == mine


async def test_where_nobody_suits_the_first_is_given_and_the_search_ends(
    helpline: Helpline,
) -> None:
    robin = Operator("r", name="Robin", languages=("uz",))
    await flood(helpline, 0, MOST)
    await waits(helpline, MOST, wanted=TransferTarget(TargetKind.LANGUAGE, "uz"))
    best = await best_for(robin, helpline.parts.store.queue)
    assert best is not None
    assert best.name == "Oak-0", "the other is too far behind to be looked at"


async def test_among_the_first_page_whoever_waits_for_the_operator_goes_first(
    helpline: Helpline,
) -> None:
    robin = Operator("r", name="Robin")
    await flood(helpline, 0, PAGE - 1)
    mine = await waits(helpline, PAGE - 1, wanted=TransferTarget(TargetKind.OPERATOR, "Robin"))
    await flood(helpline, PAGE, 2 * PAGE)
    best = await best_for(robin, helpline.parts.store.queue)
    assert best is not None
    assert best.name == mine


async def test_whoever_is_a_moment_later_gets_the_one_after(helpline: Helpline) -> None:
    robin, wren = await helpline.admits(11, "Robin"), await helpline.admits(12, "Wren")
    await flood(helpline, 1, 4)

    async def claim(name: str) -> None:
        number = int(name.removeprefix("Oak-"))
        if number == 1:
            await helpline.acts(Action.CLAIM, wren, 1)
        await helpline.acts(Action.CLAIM, robin, number)

    best = await claim_best(robin, helpline.parts.store.queue, claim)
    assert best is not None
    assert best.name == "Oak-2"
    assert (await helpline.ticket(1)).assigned_name == "Wren"


async def test_a_refusal_for_another_reason_is_told(helpline: Helpline) -> None:
    robin = await helpline.admits(11, "Robin")
    assert await claim_best(robin, helpline.parts.store.queue, _refuse) is None
    await waits(helpline, 1)
    with pytest.raises(NotAllowed):
        await claim_best(robin, helpline.parts.store.queue, _refuse)


async def _refuse(_: str) -> None:
    raise NotAllowed("refused-others")

"""A failover that loses turns: whoever called for help is still waited for.

Sentinel makes a replica the master that lagged several turns behind; the keyring is a server of
its own and remembers them.
"""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.clock import SettableClock, SystemClock
from bot.compose import Parts
from bot.config import Settings
from bot.errors import NoSuchTicket, NotAllowed, StoreUnavailable
from bot.privacy.vault import Keys
from bot.processes.redis_server import redis_server
from bot.store.rows import Audience, DeskKind
from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import Action
from flows.effects import Notice
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.own import parts
from tests.kit.person import CHAT, Person
from tests.kit.servers import Watched, sentinels

pytestmark = pytest.mark.process


DANGER = "нас заперли помогите"


@asynccontextmanager
async def helpline() -> AsyncIterator[tuple[Watched, Parts]]:
    async with sentinels() as watched, redis_server() as keyring:
        settings = Settings(
            redis_url=watched.url, keyring_url=keyring, master_key=Keys.new_master()
        )
        async with parts(settings, clock=SettableClock(SystemClock().now())) as built:
            yield watched, built


@asynccontextmanager
async def lost(watched: Watched) -> AsyncIterator[None]:
    """What is written in this block never reaches the replica, which then becomes the master."""
    async with watched.master.asked() as redis:
        assert await redis.wait(1, 5000) == 1, "so far the replica has it all"
        assert watched.replica.process
        watched.replica.process.send_signal(signal.SIGSTOP)
        await redis.client_kill_filter(_type="replica")
    yield
    await watched.master.end(kill=True)
    watched.replica.process.send_signal(signal.SIGCONT)


async def patiently(built: Parts, action: Action, operator: Operator, person: Person) -> None:
    """Telegram repeats an update until it is taken."""
    async with asyncio.timeout(60):
        while True:
            try:
                await built.helpline.act(action, operator, person.conversation, "мы едем")
            except StoreUnavailable:
                continue
            return


async def emptied(built: Parts, person: Person) -> None:
    """Everything was sent, so nothing that is found later comes from here."""
    outbox = built.store.outbox
    for raw, _, _ in await outbox.for_desk(person.conversation):
        await outbox.sent(person.conversation, Audience.DESK, raw)


async def told(built: Parts, person: Person) -> list[tuple[DeskKind, str]]:
    rows = await built.store.outbox.for_desk(person.conversation)
    return [(row.kind, row.detail) for _, row, _ in rows]


async def test_an_emergency_that_was_opened_by_the_lost_turns() -> None:
    """The replica has only ever seen somebody who said hello."""
    async with helpline() as (watched, built):
        person = Person(built, CHAT, await built.store.people_key.names())
        await person.says("привет")
        async with lost(watched):
            await person.says(DANGER)
            await person.says("мы в подвале")
            await person.says("дверь синяя")
        await person.says("вы здесь?")
        read = await built.store.conversations.load(person.conversation)
        assert (read.conversation.status, read.set_back) == (Status.QUEUED, False)
        assert read.ticket
        assert read.ticket.urgency is Urgency.EMERGENCY
        rows = await told(built, person)
        assert (DeskKind.NOTICE, Notice.SET_BACK.value) in rows
        assert (DeskKind.ALERT, "shift") in rows
        assert await built.store.outbox.transcript(person.conversation) == ["вы здесь?"]
        waiting, _ = await built.store.queue.waiting(0, 9)
        assert [one.name for one in waiting] == [read.ticket.name]
        assert await built.store.topics.named(read.ticket.name) == person.conversation


async def test_an_operator_goes_on_with_a_ticket_that_was_claimed_in_the_lost_turns() -> None:
    async with helpline() as (watched, built):
        person = Person(built, CHAT, await built.store.people_key.names())
        heron = await built.helpline.staff.by_telegram.admit(1, "Heron", Role.SUPERVISOR)
        await person.says(DANGER)
        await emptied(built, person)
        async with lost(watched):
            await built.helpline.act(Action.CLAIM, heron, person.conversation)
            await person.says("мы в подвале")
            await person.says("дверь синяя")
        await patiently(built, Action.REPLY, heron, person)
        assert await person.status() is Status.HUMAN
        assert (DeskKind.NOTICE, Notice.SET_BACK.value) in await told(built, person)
        said = await built.store.outbox.for_person(person.conversation)
        assert "мы едем" in [row.text for _, row in said]


async def test_a_ticket_that_was_closed_in_the_lost_turns_stays_closed() -> None:
    async with helpline() as (watched, built):
        person = Person(built, CHAT, await built.store.people_key.names())
        heron = await built.helpline.staff.by_telegram.admit(1, "Heron", Role.SUPERVISOR)
        await person.says(DANGER)
        async with lost(watched):
            await built.helpline.act(Action.CLAIM, heron, person.conversation)
            await built.helpline.act(Action.CLOSE, heron, person.conversation)
        with pytest.raises((NoSuchTicket, NotAllowed)):
            await patiently(built, Action.REPLY, heron, person)
        assert await person.status() is Status.BOT, "they begin anew"


async def test_whoever_says_nothing_more_is_found_by_the_clocks() -> None:
    async with helpline() as (watched, built):
        person = Person(built, CHAT, await built.store.people_key.names())
        await person.says(DANGER)
        await emptied(built, person)
        async with lost(watched):
            for text in ("раз", "два", "три"):
                await person.says(text)
        clock = built.clock
        assert isinstance(clock, SettableClock)
        clock.advance(61)
        rows: list[tuple[DeskKind, str]] = []
        async with asyncio.timeout(60):
            while not rows:
                try:
                    await built.helpline.wake()
                    rows = await told(built, person)
                except StoreUnavailable:
                    continue
        assert (DeskKind.NOTICE, Notice.SET_BACK.value) in rows

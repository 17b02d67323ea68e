"""An erasure that dies at every single step, between any two commands to Redis or to Telegram.

Whoever comes next goes on with it, and nothing is left: no key, no row, no message but the last
word, which may have been said twice; in an emergency operators have their stub.
"""

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType
from redis.asyncio import Redis
from redis.asyncio.connection import AbstractConnection

from bot.compose import Parts
from bot.config import Settings
from bot.helpline import inputs
from bot.helpline.inputs import Inbound, Input
from bot.intake.channel import PersonChannel
from bot.intake.message_deletion import DELETE_AT_ONCE, MessageDeletion
from bot.intake.process import make_bot, make_channel
from bot.privacy.chat_deletion import PAGE, Author, ChatMessage
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.store.client import topology
from bot.store.names import row_key
from bot.store.outbox.lease import Lease
from bot.store.rows import DeskKind
from flows.builtin import ERASE_FLOW
from flows.engine import erasing
from sandbox import Sandbox, SandboxSettings, serve
from sandbox.people import Person
from tests.kit.constants import DANGER
from tests.kit.own import parts

pytestmark = pytest.mark.proof


class Dead(BaseException):
    """The process is no more. Nothing catches it."""


@dataclass
class Life:
    """How many steps are left to live; None: for ever."""

    left: int | None = None

    def step(self) -> None:
        if self.left is None:
            return
        if not self.left:
            raise Dead
        self.left -= 1


class Counted(BaseRequestMiddleware):
    """Every call to Telegram is a step."""

    def __init__(self, life: Life) -> None:
        self._life = life

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        self._life.step()
        return await make_request(bot, method)


@dataclass
class Helpline:
    """Intake without its loops: a test says when it hears and when it sends."""

    sandbox: Sandbox
    built: Parts
    bot: Bot
    channel: PersonChannel
    life: Life

    async def hears(self, person: Person, update: int, given: Input, message: int | None) -> None:
        at = self.built.clock.now().timestamp()
        heard = Inbound(update, person.chat_id, given, message, at)
        await self.built.helpline.hear(heard)

    async def says(self, person: Person, update: int, text: str) -> None:
        message = await person.say(text)
        await self.hears(person, update, inputs.Wrote(text), message.id)

    async def delivers(self, person: Person) -> None:
        await self.channel.deliver(await self.conversation(person), Lease())

    async def conversation(self, person: Person) -> str:
        return await self.built.helpline.conversation_of(person.chat_id)

    async def names(self, person: Person) -> set[str]:
        prefix = row_key(await self.conversation(person), "")
        store = self.built.store
        names = [await redis.keys(f"{prefix}*") for redis in (store.redis, store.keyring)]
        found = [name.decode() for part in names for name in part]
        return {name.removeprefix(prefix).partition(":")[0] for name in found}


@pytest.fixture
async def helpline(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Helpline]:
    life = Life()
    send = AbstractConnection.send_packed_command

    async def counted(self: AbstractConnection, *args: Any, **more: Any) -> None:
        life.step()
        await send(self, *args, **more)

    # Commands that go together may be cut apart by a crash: so each goes alone here.
    monkeypatch.setattr(topology, "AutoPipeliningRedis", Redis)
    monkeypatch.setattr(AbstractConnection, "send_packed_command", counted)
    async with _helpline(life) as one:
        yield one


@asynccontextmanager
async def _helpline(life: Life) -> AsyncIterator[Helpline]:
    async with store_and_keyring() as servers, serve(SandboxSettings(limits=False)) as sandbox:
        settings = Settings(
            redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
        )
        async with parts(settings) as built:
            bot = make_bot(sandbox.settings.intake_token, sandbox.url)

            bot.session.middleware(Counted(life))
            channel = make_channel(bot, built, MessageDeletion(bot, built.store.people))
            yield Helpline(sandbox, built, bot, channel, life)
            await bot.session.close()


async def test_an_erasure_in_danger_may_die_at_any_step(helpline: Helpline) -> None:
    for steps in itertools.count():
        person = helpline.sandbox.person(f"p{steps}")
        number, begun = steps * 10, await person.start()
        await helpline.hears(person, number, inputs.Started("ru"), begun.id)
        await helpline.says(person, number + 1, DANGER)
        await helpline.delivers(person)
        await helpline.says(person, number + 2, "/delete")
        await helpline.delivers(person)
        assert "Да, стереть" in person.messages[-1].buttons
        press = inputs.Pressed(_confirms(helpline.built))

        async def erases(who: Person = person, at: int = number + 3, what: Input = press) -> None:
            await helpline.hears(who, at, what, None)
            await helpline.delivers(who)

        helpline.life.left = steps
        died = False
        try:
            await erases()
        except Dead:
            died = True
        helpline.life.left = None
        await erases()  # Telegram repeats the update, the next process what waits
        await _nothing_is_left(helpline, person, steps)
        if not died:
            break
    assert steps > 30, "every command is a step"


async def test_a_long_chat_is_emptied_by_processes_that_die_again_and_again(
    helpline: Helpline,
) -> None:
    """Each goes on where the last one stopped, at most one batch before."""
    person, store = helpline.sandbox.person("p"), helpline.built.store
    begun = await person.start()
    await helpline.hears(person, 1, inputs.Started("ru"), begun.id)
    await helpline.delivers(person)
    conversation, now = await helpline.conversation(person), helpline.built.clock.now().timestamp()
    for _ in range(2 * PAGE):
        written = await person.say("a")
        known = ChatMessage(written.id, Author.PERSON, now)
        await store.sent_messages.remember(conversation, person.chat_id, known)
    batches = -(-await store.people.known(conversation) // DELETE_AT_ONCE)
    await helpline.hears(person, 2, inputs.Exited(), None)
    calls, deaths, left = helpline.sandbox.bot("intake").calls, 0, len(person.messages)
    before = calls["deletemessages"]
    while True:
        helpline.life.left = 16
        try:
            await helpline.delivers(person)
        except Dead:
            deaths += 1
            assert deaths < batches, "it comes to an end"
            assert len(person.messages) < left, "it has come further, in whatever life"
            left = len(person.messages)
        else:
            break
        finally:
            helpline.life.left = None
    assert deaths >= 3
    assert calls["deletemessages"] - before <= batches + deaths
    assert len(person.messages) == 1, "the harmless line alone"
    assert await store.people.known(conversation) == 1


def _confirms(built: Parts) -> str:
    [found] = [
        choice.id
        for choice in built.library.choices.values()
        if (choice.flow, choice.value) == (ERASE_FLOW, erasing.CONFIRMED)
    ]
    return found


async def _nothing_is_left(helpline: Helpline, person: Person, steps: int) -> None:
    # the desk's own work isn't done here: its row, and where it stands
    # `recent`: that they erased, for two hours, in the keyring's memory
    left = await helpline.names(person) - {"seen", "erase", "out", "lease", "recent"}
    assert left == set(), steps
    store, conversation = helpline.built.store, await helpline.conversation(person)
    assert await store.people.erasure(conversation) is None, steps
    told = [row for _, row, _ in await store.outbox.for_desk(conversation)]
    stubs = [row.stub for row in told if row.kind is DeskKind.CLOSED]
    assert stubs, f"operators are told, {steps}"
    assert await store.stubs.load(stubs[-1]) is not None, steps
    words = [message.text for message in person.messages]
    assert words, steps
    assert all("Стёрто" in text for text in words), (steps, words)
    assert len(words) <= 2, (steps, words)

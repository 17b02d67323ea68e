"""A helpline without Telegram that looks through Redis after every single step."""

import struct
from dataclasses import dataclass, field

from bot.clock import SettableClock
from bot.compose import Parts
from bot.helpline import inputs
from bot.privacy.chat_deletion import Author, ChatMessage
from bot.privacy.retention import Retention
from bot.store import Redis
from bot.store.rows import Audience, DeskKind, DeskPlace
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from flows.status import Status
from tests.kit.helpline import Helpline

CHAT = 7_770_001_112_223
OPERATOR = 8_880_002_224_446
GROUP = -1_009_990_003_336
THREAD = 55_500_777
FIRST_MESSAGE = 660_066_000
FIRST_UPDATE = 440_044_000
WORDS = "какаду-утконос"
ANSWER = "вомбат-ехидна"
LONGEST = max(one.milliseconds for one in Retention)


@dataclass
class Inspected:
    """A helpline without Telegram. Every step is followed by a look through Redis."""

    helpline: Helpline
    redis: Redis
    keyring: Redis
    buttons: dict[str, str] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)

    @property
    def parts(self) -> Parts:
        return self.helpline.parts

    @property
    def conversation(self) -> str:
        return self.helpline.conversation(CHAT)

    async def status(self) -> Status:
        return await self.helpline.status(CHAT)

    # -- the two sides -------------------------------------------------------------------------

    async def starts(self) -> None:
        await self._hears(inputs.Started("ru"))

    async def writes(self, text: str) -> None:
        await self._hears(inputs.Wrote(text))

    async def presses(self, label: str) -> None:
        await self._hears(inputs.Pressed(self.buttons[label]))

    async def _hears(self, given: inputs.Input) -> None:
        await self.helpline.hears(CHAT, given)
        await self._delivered()

    async def acts(self, action: Action, text: str = "") -> None:
        staff = self.parts.helpline.staff
        operator = await staff.operator(OPERATOR) or await self.helpline.admits(
            OPERATOR, "Heron", Role.SUPERVISOR
        )
        self.helpline.steps += 1
        mark = self.parts.vault.hashed("desk-update", FIRST_UPDATE + self.helpline.steps)
        await self.helpline.acts(action, operator, CHAT, text, mark=mark)
        await self._delivered()

    async def waits(self, seconds: float) -> None:
        self.helpline.clock.advance(seconds)
        await self.parts.helpline.wake()
        await self._delivered()

    # -- what the channels do ------------------------------------------------------------------

    async def _delivered(self) -> None:
        await self.looked_through()
        for audience, deliver in (
            (Audience.DESK, self._to_desk),
            (Audience.PERSON, self._to_person),
        ):
            async with self.parts.store.leases.take(self.conversation, audience) as mine:
                assert mine
                await self.looked_through()
                await deliver()
                await self.looked_through()
        await self.looked_through()

    async def _to_desk(self) -> None:
        store = self.parts.store
        for raw, row, words in await store.outbox.for_desk(self.conversation):
            self.shown.append(words)
            place = DeskPlace(GROUP, THREAD, FIRST_MESSAGE)
            if row.kind is DeskKind.OPENED:
                await store.topics.remember(self.conversation, place)
            elif row.kind is DeskKind.CLAIMED:
                said = await store.outbox.transcript(self.conversation)
                self.shown += said
                await store.outbox.shown(self.conversation, len(said))
            elif row.kind is DeskKind.AUDIT:
                await store.audit.append(row.sealed)
            elif row.kind is DeskKind.CLOSED:
                await store.topics.forget(self.conversation, place)
            await store.outbox.sent(self.conversation, Audience.DESK, raw)

    async def _to_person(self) -> None:
        store = self.parts.store
        locale = await store.people.erasure(self.conversation)
        if locale is not None:
            await store.conversations.shred(self.conversation)
            await self.looked_through()
            found = await store.people.messages(self.conversation)
            await store.people.forget(self.conversation, [raw for raw, _ in found])
            await self.looked_through()
            await store.people.erased(self.conversation)
        for raw, row in await store.outbox.for_person(self.conversation):
            self.buttons |= dict(row.buttons)
            self.shown.append(row.text)
            at = self.helpline.clock.now().timestamp()
            sent = ChatMessage(self.helpline.next_message(), Author.BOT, at)
            await store.sent_messages.remember(self.conversation, CHAT, sent)
            await store.outbox.sent(self.conversation, Audience.PERSON, raw)

    async def settled(self) -> None:
        """What the sweeps of both processes do a little later."""
        for audience in Audience:
            await self.parts.store.outbox.due(audience)

    # -- Redis ---------------------------------------------------------------------------------

    async def contents(self) -> dict[str, list[bytes]]:
        """Every key with everything that it holds."""
        return {
            name.decode(): await _values(redis, name)
            for redis in (self.redis, self.keyring)
            for name in await redis.keys("*")
        }

    async def looked_through(self) -> None:
        """Every key ends, and none shows what it must not."""
        found = await self.contents()
        assert found, "there is something to look through"
        for name, values in found.items():
            ends = max([await one.pttl(name) for one in (self.redis, self.keyring)])
            assert 0 < ends <= LONGEST, f"{name} has no end"
            for secret in self.secrets():
                assert secret not in name.encode(), name
                assert not any(secret in value for value in values), name

    def secrets(self) -> list[bytes]:
        """What must never lie there in clear, in any form that the code knows it in."""
        numbers = [CHAT, OPERATOR, -GROUP, THREAD]
        numbers += range(FIRST_MESSAGE, FIRST_MESSAGE + self.helpline.steps + 1)
        numbers += range(FIRST_UPDATE, FIRST_UPDATE + self.helpline.steps + 1)
        words = [half for text in (WORDS, ANSWER) for half in text.split("-")]
        packed = [struct.pack(form, number) for number in (CHAT, OPERATOR) for form in ("<q", ">q")]
        return [*(str(number).encode() for number in numbers), *map(str.encode, words), *packed]


async def inspected(
    built: Parts, redis: Redis, keyring: Redis, clock: SettableClock, steps: int = 0
) -> Inspected:
    """A process of a helpline. `steps`: how many updates and messages there have been."""
    names = await built.store.people_key.names()
    helpline = Helpline(built, clock, names, FIRST_UPDATE, FIRST_MESSAGE, steps)
    return Inspected(helpline, redis, keyring)


async def _values(redis: Redis, name: bytes) -> list[bytes]:
    match (await redis.type(name)).decode():
        case "string":
            return [await redis.get(name)]
        case "hash":
            return [part for pair in (await redis.hgetall(name)).items() for part in pair]
        case "list":
            return list(await redis.lrange(name, 0, -1))
        case "zset":
            return list(await redis.zrange(name, 0, -1))
        case kind:
            raise AssertionError(f"the store keeps no {kind}")

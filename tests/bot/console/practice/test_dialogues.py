"""Every dialogue in every locale, played to its end on the real program by a good operator and by a
bad one; and what the real rows and figures show of it: nothing."""

from collections.abc import AsyncIterator
from functools import cache

import pytest

from bot.clock import SettableClock
from bot.compose import Parts
from bot.console.apart import PREFIX
from bot.console.practice.marks import Rule, Verdict, marks
from bot.console.practice.stage import Stage
from bot.practising import practice
from bot.privacy.retention import Retention
from bot.store import Redis
from bot.store.rows import Audience
from bot.telemetry.metrics import REGISTRY
from bot.texts.catalogue import CONTENT
from bot.texts.checks.words import phrases, read_forbidden
from bot.texts.practice.reading import read_scripts
from bot.texts.practice.script import Script, When
from bot.texts.practice.signs import Signs, read_signs
from bot.tickets.operator import Operator
from bot.tickets.ticket import Action, Details, Outcome
from flows.status import Status
from tests.kit import own
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, fresh_parts

WHO = Operator("heron", name="Heron", on_shift=True)
LOCALES = ("ru", "kk", "en", "uz", "uz-Cyrl", "ky", "tg")
GAVE_AWAY = "police"


@cache
def scripts() -> tuple[Script, ...]:
    return read_scripts(CONTENT)


@cache
def signs() -> Signs:
    return read_signs(CONTENT)


@pytest.fixture
async def helpline() -> AsyncIterator[Helpline]:
    clock = SettableClock(NOW)
    async with fresh_parts(clock=clock, shown=own.publication(clock)) as parts:
        yield Helpline(parts, clock, await parts.store.people_key.names())


class Desk:
    """An operator at a practice."""

    def __init__(self, stage: Stage, clock: SettableClock) -> None:
        self.stage = stage
        self._clock = clock

    @classmethod
    async def begins(
        cls, helpline: Helpline, script: Script, locale: str, redis: Redis | None = None
    ) -> "Desk":
        parts = helpline.parts
        where = redis or parts.store.redis
        stage = await Stage.begin(parts, where, script, locale, signs(), WHO)
        return cls(stage, helpline.clock)

    async def acts(self, action: Action, text: str = "", details: Details | None = None) -> None:
        with practice():
            await self.stage.parts.helpline.act(
                action, WHO, self.stage.conversation, text, details=details or Details()
            )
        await self.waits(8)

    async def waits(self, seconds: float) -> None:
        await self.stage.tick()
        self._clock.advance(seconds)
        await self.stage.tick()

    async def asks(self, question: str) -> None:
        await self.acts(Action.ASK, details=Details(question=question, ref=f"ask {question}"))

    async def says(self, text: str) -> None:
        await self.acts(Action.REPLY, text, Details(ref=f"{len(self.stage.play.lines)}"))

    async def closes(self, outcome: Outcome) -> None:
        await self.acts(Action.CLOSE, details=Details(outcome=outcome))

    def missed(self) -> set[Rule]:
        return {one.rule for one in marks(self.stage.play) if one.verdict is Verdict.MISSED}


async def well(desk: Desk) -> None:
    """Claims at once, asks about safety first, waits when the person is silent, names a number."""
    await desk.acts(Action.CLAIM)
    await desk.asks("can_write")
    await desk.says("☎ 112")
    await desk.waits(95)
    if desk.stage.play.stretch > 1:  # somebody has come and gone
        await desk.asks("someone_near")
    await desk.asks("hurt_who")
    await desk.asks("how_many")
    await desk.says("…")
    await desk.waits(95)
    await desk.says("👌")
    await desk.closes(min(desk.stage.play.script.outcomes))


async def badly(desk: Desk, promise: str) -> None:
    """Lets the person wait, promises, asks the same again, and calls it what it wasn't."""
    await desk.waits(200)
    await desk.acts(Action.CLAIM)
    await desk.says(f"{promise}?")
    await desk.says(f"{promise}?")
    await desk.says(GAVE_AWAY)
    await desk.says(GAVE_AWAY)
    await desk.closes(next(one for one in Outcome if one not in desk.stage.play.script.outcomes))


def promise_in(parts: Parts, locale: str) -> str:
    """Something that no text may say in this language."""
    promises = read_forbidden(CONTENT, parts.catalogue.locales)[0]
    return next(one for one in phrases(parts.catalogue, locale, promises) if "*" not in one)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.slow
async def test_every_dialogue_ends_and_tells_a_good_operator_from_a_bad_one(
    helpline: Helpline, locale: str
) -> None:
    promise = promise_in(helpline.parts, locale)
    assert len(scripts()) >= 12
    for script in scripts():
        heard: set[str] = set()
        good = await Desk.begins(helpline, script, locale)
        read = await good.stage.parts.store.conversations.load(good.stage.conversation)
        assert read.conversation.status is Status.QUEUED, script.id
        assert read.ticket is not None
        assert (read.ticket.locale, read.ticket.urgency) == (locale, script.urgency), script.id
        await well(good)
        assert good.missed() == set(), (script.id, locale)
        heard |= good.stage.play.said
        await good.stage.end()

        bad = await Desk.begins(helpline, script, locale)
        await badly(bad, promise)
        expected = {Rule.CLAIMED, Rule.SAFETY_FIRST, Rule.NOTHING_PROMISED, Rule.ASKED_ONCE}
        expected |= {Rule.OUTCOME, *([Rule.NUMBER] if script.numbers else [])}
        neutral = {Rule.NEUTRAL} if any(one.read_along for one in bad.stage.play.lines) else set()
        assert bad.missed() == expected | neutral, (script.id, locale)
        heard |= bad.stage.play.said
        await bad.stage.end()
        unheard = set(script.words) - heard
        assert unheard <= _of(script, When.SILENCE) | _of(script, When.PROMISE), script.id


def _of(script: Script, when: When) -> set[str]:
    return {name for one in script.reactions if one.when is when for name in one.say}


# -- apart from everything that is real --------------------------------------------------------


async def everything(redis: Redis) -> dict[bytes, object]:
    """Every row that isn't of a practice, byte for byte. A lifetime runs on by itself."""
    names = [name async for name in redis.scan_iter("*")]
    real = [name for name in names if not name.startswith(PREFIX.encode())]
    return {name: await redis.dump(name) for name in sorted(real)}


def figures() -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Every figure of ours; those of the process itself move by themselves."""
    return {
        (one.name, tuple(sorted(one.labels.items()))): one.value
        for family in REGISTRY.collect()
        if family.name.startswith("helpline") and "event_loop" not in family.name
        for one in family.samples
    }


async def test_a_whole_practice_leaves_everything_real_as_it_was(helpline: Helpline) -> None:
    store = helpline.parts.store
    heron = await helpline.admits(10, "Heron")
    await helpline.writes(1, "Русский")
    await helpline.writes(1, "нас заперли помогите")
    await helpline.asks(2)
    await helpline.acts(Action.CLAIM, heron, 2)
    redis, keyring = store.redis, store.keyring
    before = await everything(redis), await everything(keyring), figures()
    told: list[object] = []

    class Rings:
        """In the place of whoever sends to Telegram."""

        def due(self, *told_of: object) -> None:
            told.append(told_of)

        def is_free(self, conversation: str) -> bool:
            return bool(conversation)

    async with redis.pubsub() as channels:
        await channels.psubscribe("*")
        await channels.get_message(timeout=1)
        with (
            store.deliveries.delivering(Audience.PERSON, Rings()),
            store.deliveries.delivering(Audience.DESK, Rings()),
        ):
            for script in scripts()[-3:]:
                desk = await Desk.begins(helpline, script, "ru")
                await well(desk)
                assert desk.stage.play.over
                await desk.stage.end()
        said = []
        while (message := await channels.get_message(timeout=0.05)) is not None:
            said.append(bytes(message["channel"]))
    assert said, "what a practice writes is said, on channels of its own"
    assert all(channel.startswith(PREFIX.encode()) for channel in said)
    assert told == []
    assert (await everything(redis), await everything(keyring), figures()) == before
    assert await redis.keys(f"{PREFIX}*") == []


async def test_a_practice_that_nobody_ends_lapses_within_its_lifetime(helpline: Helpline) -> None:
    desk = await Desk.begins(helpline, scripts()[0], "kk")
    await desk.acts(Action.CLAIM)
    await desk.says("…")
    redis = helpline.parts.store.redis

    lives = {name: await redis.pttl(name) for name in await redis.keys(f"{PREFIX}*")}

    assert lives
    longest = Retention.PRACTICE.milliseconds
    assert all(0 < life <= longest for life in lives.values()), lives


async def test_no_row_of_a_practice_shows_a_word(helpline: Helpline) -> None:
    desk = await Desk.begins(helpline, scripts()[0], "ru")
    await desk.acts(Action.CLAIM)
    await desk.says("какаду-утконос")
    redis = helpline.parts.store.redis
    shown = [await redis.dump(name) for name in await redis.keys(f"{PREFIX}*")]
    assert not any("какаду".encode() in one for one in shown)

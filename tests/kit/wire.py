"""Both bots in one process: the production code against the sandbox, on a real Redis."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.clock import Clock
from bot.compose import Parts
from bot.config import GROUP_RATE, DeskMode, Settings
from bot.desk import process as desk_process
from bot.intake import process as intake_process
from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers, store_and_keyring
from bot.texts.voices import voices
from sandbox import Sandbox, SandboxSettings, serve
from sandbox.clock import SandboxClock
from sandbox.demo_staff import enrol
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.shown import ShownTopic
from sandbox.viewer import TIMEOUT
from tests.kit.own import parts

EN = voices().all["en"]
"""What the desk says in these tests, unless one is about another language."""

QUESTION = "что такое 30 дней на размышление"
ANSWER = "30 дней подумать"
EITHER_HALF = "30 дн"
"""In the page that answers, and in its other half, which answers who asks again."""


@dataclass(frozen=True, slots=True)
class Line:
    """A helpline that runs: its sandbox, and its intake's parts to look into."""

    sandbox: Sandbox
    parts: Parts
    settings: Settings


@asynccontextmanager
async def running(
    *,
    limits: bool = False,
    nlu_url: str = "",
    clock: Clock | None = None,
    telegram: SandboxClock | None = None,
    stores: tuple[Servers, Servers] | None = None,
    desk_locale: str = "en",
    groups: int = 1,
    lifetimes: str = "",
    publishers: str = "",
    maintenance: str = "",
    desk_in: DeskMode = DeskMode.BOTH,
    console_origin: str = "",
) -> AsyncIterator[Line]:
    """Start Redis, the sandbox, intake and desk; end them all. `clock` is for both bots,
    `telegram` Telegram's;
    `stores`: where intake and the desk find servers that run already; `groups`: operators'
    groups, all operators in all of them; `lifetimes`: HELPLINE_LIFETIMES; `publishers`:
    HELPLINE_PUBLISHERS; `maintenance`: HELPLINE_MAINTENANCE_URL; `desk_in`:
    HELPLINE_DESK; `console_origin`: HELPLINE_CONSOLE_ORIGIN."""
    box = SandboxSettings(limits=limits, clock=telegram or SandboxClock())
    async with store_and_keyring() as own, serve(box) as sandbox:
        of_intake, of_desk = stores or (own, own)
        master = Keys.new_master()
        more = [sandbox.desk_group(f"desk{number}") for number in range(2, groups + 1)]
        chats = (sandbox.settings.desk_chat, *(group.id for group in more))
        settings = Settings(
            intake_token=sandbox.settings.intake_token,
            desk_token=sandbox.settings.desk_token,
            desk_chats=chats,
            telegram_api=sandbox.url,
            redis_url=of_intake.store,
            keyring_url=of_intake.keyring,
            nlu_url=nlu_url,
            maintenance_url=maintenance,
            master_key=master,
            desk=desk_in,
            lifetimes=lifetimes,
            publishers=publishers,
        )
        desk_settings = Settings(
            desk_token=settings.desk_token,
            desk_chats=settings.desk_chats,
            desk=desk_in,
            console_origin=console_origin,
            desk_locale=desk_locale,
            desk_rate=GROUP_RATE if limits else 0,
            telegram_api=sandbox.url,
            redis_url=of_desk.store,
            keyring_url=of_desk.keyring,
            master_key=Keys.read(master).for_desk(),
            lifetimes=lifetimes,
            publishers=publishers,
        )
        async with (
            parts(settings, clock=clock) as intake,
            parts(desk_settings, clock=clock) as desk,
        ):
            await enrol(sandbox, desk.helpline.staff)
            tasks = [
                asyncio.ensure_future(intake_process.run(intake)),
                asyncio.ensure_future(desk_process.run(desk)),
            ]
            try:
                yield Line(sandbox, intake, settings)
            finally:
                for task in tasks:
                    task.cancel()
                _, late = await asyncio.wait(tasks, timeout=30)
                assert not late, "a bot that is told to end ends"


async def arrive(person: Person, language: str = "Русский", timeout: float = TIMEOUT) -> None:
    """The first contact, up to the question who can see the chat."""
    await person.start()
    await person.expect(with_button=language, timeout=timeout)
    await person.press(language)
    await person.expect(contains="/delete", timeout=timeout)
    await person.until(lambda: person.unseen, timeout=timeout)
    person.see_all()


async def still_answered(person: Person, timeout: float = TIMEOUT) -> None:
    """Whatever came before: the next normal message gets its answer (in Russian)."""
    person.see_all()
    await person.say(QUESTION)
    await person.expect(contains=EITHER_HALF, timeout=timeout)


async def waiting(person: Person, operator: Operator, timeout: float = TIMEOUT) -> ShownTopic:
    """The person asks for a human; the topic where the ticket waits."""
    before = len(operator.topics)
    await person.say("/operator")
    await person.expect(with_button="Отменить просьбу", timeout=timeout)
    await operator.until(lambda: len(operator.topics) > before, timeout=timeout)
    topic = operator.topics[-1]
    await operator.expect_card(contains="language: ru", topic=topic, timeout=timeout)
    return topic


async def claimed(person: Person, operator: Operator, timeout: float = TIMEOUT) -> ShownTopic:
    """A ticket that the operator has taken: its topic."""
    topic = await waiting(person, operator, timeout)
    await operator.press_in(topic, "Claim")
    await person.expect(contains="Теперь здесь человек", timeout=timeout)
    return topic

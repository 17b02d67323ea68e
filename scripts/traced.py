"""Follows three messages through both bots, function by function: the sandbox in Telegram's place,
a model that answers at once, a real Redis."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from tests.kit.wire import ANSWER, QUESTION, arrive, claimed, running
from tests.nlu import model_server

ROOT = Path(__file__).parent.parent
FOLLOWED = tuple(f"{ROOT / name}/" for name in ("bot", "flows", "nlu"))
SANDBOX = f"{ROOT / 'sandbox'}/"
IDLE_SECONDS = 12.0
"""Longer than anything of both bots sleeps that runs often, `bot.intake.wiper` at most."""

AFTERWARDS_SECONDS = 0.5
"""What is noted after the message was shown belongs to its way."""

Call = tuple[str, str]


@contextmanager
def followed() -> Iterator[dict[Call, None]]:
    """Within the block: every (file, function) of ours that runs in this thread, in first-call
    order."""
    calls: dict[Call, None] = {}

    def note(frame: FrameType, event: str, _: Any) -> None:
        code = frame.f_code
        ours = event == "call" and code.co_filename.startswith(FOLLOWED)
        if ours and not _called_by_sandbox(frame):
            calls.setdefault((code.co_filename, code.co_qualname))

    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(None)


def _called_by_sandbox(frame: FrameType) -> bool:
    """It takes Telegram's own limits and texts from us."""
    above = frame.f_back
    while above is not None and not above.f_code.co_filename.startswith(SANDBOX):
        above = above.f_back
    return above is not None


async def trace() -> dict[str, list[tuple[str, str]]]:
    """Of each way its calls, the file from the root of the repository."""
    found: dict[str, list[Call]] = {}
    async with model_server.running() as model, running(nlu_url=model.url.rstrip("/")) as line:
        model.body = model_server.answer("ask_reflection_period")
        person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")

        async def way(title: str, act: Callable[[], Awaitable[object]]) -> None:
            await asyncio.sleep(AFTERWARDS_SECONDS)
            with followed() as idle:
                await asyncio.sleep(IDLE_SECONDS)
            with followed() as calls:
                await act()
                await asyncio.sleep(AFTERWARDS_SECONDS)
            found[title] = [one for one in calls if one not in idle]

        async def is_answered() -> None:
            await person.say(QUESTION)
            await person.expect(contains=ANSWER)

        async def writes_to_the_operator() -> None:
            await person.say("они забрали паспорт")
            await operator.expect(contains="они забрали паспорт", topic=topic)

        async def writes_to_the_person() -> None:
            await operator.say_in(topic, "Здравствуйте")
            await person.expect(contains="Здравствуйте")

        await arrive(person)
        await way("A person writes, and is answered", is_answered)
        topic = await claimed(person, operator)
        await way("A person writes to an operator", writes_to_the_operator)
        await way("An operator writes to a person", writes_to_the_person)
    return {
        title: [(str(Path(file).relative_to(ROOT)), name) for file, name in calls]
        for title, calls in found.items()
    }

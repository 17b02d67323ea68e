"""Messages from a person to the operators while the process is killed and started again."""

import asyncio
import random

from bench.figures import Figures, figures
from bench.processes import Line
from bench.turns import ANSWER_SECONDS, arrive
from bot.clock import SystemClock
from bot.sandbox.shown import Unmet

_now = SystemClock().monotonic


async def relayed(what: str, line: Line, *, kills: int, messages: int, own: bool) -> Figures:
    """Each message's time to the topic. `own`: ours, where an operator claims first."""
    chance = random.Random(1)  # noqa: S311 - which message meets a kill, the same in each run
    person, operator = line.sandbox.person(what, language_code="ru"), line.sandbox.operator("o1")
    if own:
        await arrive(person)
        await person.say("/operator")
        card = await operator.expect_card(contains="language: ru", timeout=ANSWER_SECONDS)
        await operator.press_in(card, "Claim")
        await person.expect(contains="Теперь здесь человек", timeout=ANSWER_SECONDS)
    doomed = set(chance.sample(range(messages), kills))
    latencies, began = [], _now()
    for number in range(messages):
        at, text = _now(), f"слово {number}!"
        await person.say(text)
        if number in doomed:
            await asyncio.sleep(chance.uniform(0, 0.05))
            await line.bots["intake"].kill()
            await line.bots["intake"].start()
            continue
        try:
            await operator.until(lambda t=text: _shown(operator, t), timeout=ANSWER_SECONDS)  # type: ignore[misc]
        except Unmet:
            continue
        latencies.append(_now() - at)
    passed = _now() - began
    counts = [_shown(operator, f"слово {number}!") for number in range(messages)]
    return figures(
        what,
        1,
        latencies,
        passed,
        lost=counts.count(0),
        doubled=sum(count - 1 for count in counts if count > 1),
    )


def _shown(operator: object, text: str) -> int:
    messages = operator.messages  # type: ignore[attr-defined]
    return sum(one.text.count(text) for one in messages if one.from_bot)

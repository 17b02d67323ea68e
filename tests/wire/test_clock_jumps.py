"""The machine's clock is put back and forth: nothing is lost, doubled or sent to nobody."""

from datetime import UTC, datetime, timedelta

from bot.clock import SystemClock
from tests.kit.wire import arrive, claimed, running, still_answered

JUMPS = [timedelta(hours=-26), timedelta(hours=30), timedelta(days=-400), timedelta(0)]


class JumpingClock(SystemClock):
    """The real time of day, put off by what a test says. Monotonic time stays what it is."""

    def __init__(self) -> None:
        self.off = timedelta(0)

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return super().now().astimezone(UTC) + self.off


async def test_messages_go_both_ways_while_the_clock_jumps() -> None:
    clock = JumpingClock()
    async with running(clock=clock) as line:
        person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
        await arrive(person)
        topic = await claimed(person, operator)
        for number, jump in enumerate(JUMPS):
            clock.off = jump
            await person.say(f"вопрос {number}!")
            await operator.say_in(topic, f"ответ {number}!")
            await operator.expect(contains=f"вопрос {number}!", topic=topic)
            await person.expect(contains=f"ответ {number}!")
        said = [one.text for one in person.messages if one.text.startswith("ответ")]
        assert said == [f"ответ {number}!" for number in range(len(JUMPS))]
        await operator.press_in(topic, "Release")
        await person.expect(contains="Оператор вышел")
        await still_answered(person)


async def test_a_request_made_before_a_jump_is_shown_after_it() -> None:
    clock = JumpingClock()
    async with running(clock=clock) as line:
        person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
        await arrive(person)
        clock.off = timedelta(days=-2)
        await person.say("нас заперли помогите")
        await operator.expect_card(contains="urgency: emergency")
        clock.off = timedelta(days=2)
        await operator.press_in(operator.topics[-1], "Claim")
        await person.expect(contains="Теперь здесь человек")

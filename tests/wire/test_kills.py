"""SIGKILL in the middle of a conversation, fifty times: every message arrives."""

from enum import Enum

import pytest

from tests.kit.processes import processes

pytestmark = [pytest.mark.process, pytest.mark.proof]


KILLS = 50
"""Seconds of real time: a process starts anew, and the lease of a killed one has to end."""


class Moment(Enum):
    """When the process dies: while nobody writes, just after a message, or as it is delivered.

    The last is the worst there is: Telegram has the message, the process doesn't know it yet.
    """

    BEFORE = 0
    AFTER = 1
    DELIVERED = 2


@pytest.mark.parametrize("victim", ["intake", "desk"])
async def test_no_message_is_lost_over_kills(victim: str) -> None:
    async with processes() as (sandbox, bots):
        person, operator = sandbox.person("p1", language_code="ru"), sandbox.operator("o1")
        await person.start()
        await person.expect(with_button="Русский")
        await person.press("Русский")
        await person.expect(with_button="Пропустить")
        await person.say("/operator")
        card = await operator.expect_card(contains="language: ru")
        await operator.press_in(card, "Claim")
        await person.expect(contains="Теперь здесь человек")
        topic = operator.topics[0]

        for number in range(KILLS // 2):
            moment = list(Moment)[number % len(Moment)]
            if moment is Moment.BEFORE:
                await bots[victim].killed_and_started()
            question, answer = f"вопрос {number}!", f"ответ {number}!"
            await person.say(question)
            await operator.say_in(topic, answer)
            if moment is Moment.AFTER:
                await bots[victim].killed_and_started()
            if victim == "intake":
                await person.expect(contains=answer)
            else:
                await operator.expect(contains=question)
            if moment is Moment.DELIVERED:
                await bots[victim].killed_and_started()

        asked = [f"вопрос {number}!" for number in range(KILLS // 2)]
        answered = [f"ответ {number}!" for number in range(KILLS // 2)]
        await operator.until(
            lambda: all(any(text in one.text for one in operator.messages) for text in asked),
        )
        await person.until(
            lambda: all(any(text in one.text for one in person.messages) for text in answered),
        )
        repeated = len([one for one in person.messages if one.text in answered]) - len(answered)
        assert repeated <= KILLS // 2, "a kill repeats one message at most, at its worst moment"

"""Who waits is woken on time, whatever happens at the same moment."""

from datetime import datetime, timedelta

import pytest

from bot.store.rows import DeskKind
from tests.kit.constants import DANGER
from tests.kit.helpline import Helpline


async def test_a_word_in_the_moment_of_waking_stops_no_escalation(
    helpline: Helpline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between what the waker has read and what it puts right, the person writes again."""
    await helpline.asks(1)
    indexes = helpline.parts.store.indexes
    settle = indexes.settle_timer

    async def late(conversation: str, seen: float, due: datetime | None) -> None:
        monkeypatch.undo()
        await helpline.writes(1, DANGER)
        await settle(conversation, seen, due)

    monkeypatch.setattr(indexes, "settle_timer", late)
    await helpline.waits(20 * 60)
    await helpline.to_desk(1)
    waiting = (await helpline.loaded(1)).conversation.timers
    assert waiting, "somebody in danger waits"
    helpline.clock.advance(
        (min(one.due for one in waiting) - helpline.clock.now()).total_seconds() + 1
    )
    assert await helpline.parts.helpline.wake() == 1
    assert DeskKind.ALERT in {row.kind for row in await helpline.to_desk(1)}


async def test_a_hint_that_got_lost_is_given_again(helpline: Helpline) -> None:
    """By the keeper, for open tickets."""
    await helpline.asks(1)
    store, conversation = helpline.parts.store, helpline.conversation(1)
    state = (await helpline.loaded(1)).conversation
    await store.redis.zrem("timers", conversation)
    await store.indexes.remind(conversation, state)
    soon = helpline.clock.now() + timedelta(hours=1)
    assert [one for one, _ in await store.indexes.due_timers(soon)] == [conversation]

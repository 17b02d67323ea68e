"""Who waits is woken on time, whatever happens at the same moment."""

from datetime import timedelta

import pytest

from bot.store import Changes, LoadedConversation
from bot.store.names import Index, index_key, partition, row_key
from bot.store.rows import DeskKind
from bot.store.tickets.maintenance import keep
from tests.kit.constants import DANGER
from tests.kit.helpline import Helpline


async def test_a_word_in_the_moment_of_waking_stops_no_escalation(
    helpline: Helpline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between what the waker has read and what it writes, the person writes again."""
    await helpline.asks(1)
    conversations = helpline.parts.store.conversations
    commit = conversations.commit

    async def late(
        name: str, read: LoadedConversation, changes: Changes, update: str | None = None
    ) -> object:
        monkeypatch.undo()
        await helpline.writes(1, DANGER)
        return await commit(name, read, changes, update)

    monkeypatch.setattr(conversations, "commit", late)
    await helpline.waits(20 * 60)
    await helpline.to_desk(1)
    waiting = (await helpline.loaded(1)).conversation.timers
    assert waiting, "somebody in danger waits"
    helpline.clock.advance(
        (min(one.due for one in waiting) - helpline.clock.now()).total_seconds() + 1
    )
    assert await helpline.parts.helpline.wake() == 1
    assert DeskKind.ALERT in {row.kind for row in await helpline.to_desk(1)}


async def test_what_the_store_lost_of_a_ticket_is_entered_by_the_keeper(helpline: Helpline) -> None:
    """As after a failover: of its last turns only the keyring knows."""
    await helpline.asks(1)
    store, conversation = helpline.parts.store, helpline.conversation(1)
    assert (await helpline.loaded(1)).ticket is not None
    timers = index_key(partition(conversation), Index.TIMERS)
    await store.redis.zrem(timers, conversation)
    await store.redis.delete(row_key(conversation, "state"), row_key(conversation, "ticket"))
    await keep(store.queue, store.renewal, store.conversations)
    soon = helpline.clock.now() + timedelta(hours=1)
    assert await store.conversations.to_wake(soon) == [conversation]


async def test_whoever_has_lapsed_is_woken_no_more(helpline: Helpline) -> None:
    await helpline.asks(1)
    store, conversation = helpline.parts.store, helpline.conversation(1)
    for row in ("state", "ticket"):
        await store.redis.delete(row_key(conversation, row))
    await store.keyring.flushall()
    helpline.clock.advance(3600)
    assert await helpline.parts.helpline.wake() == 1
    assert await helpline.parts.helpline.wake() == 0

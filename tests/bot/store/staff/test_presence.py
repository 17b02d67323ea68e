"""How many desk processes there are, from their signs of life."""

from bot.privacy.retention import Retention
from bot.store.staff.presence import Presence
from tests.bot.store.conftest import Shelf


async def test_each_process_counts_itself_and_the_others(shelf: Shelf) -> None:
    one, other = (Presence(shelf.redis, shelf.clock) for _ in range(2))
    assert await one.count() == 1
    assert await other.count() == 2
    assert await one.count() == 2
    await other.leave()
    assert await one.count() == 1


async def test_one_that_was_killed_counts_no_more_after_a_while(shelf: Shelf) -> None:
    killed, left = (Presence(shelf.redis, shelf.clock) for _ in range(2))
    await killed.count()
    shelf.clock.advance(Retention.PRESENCE.lifetime.total_seconds() - 1)
    assert await left.count() == 2
    shelf.clock.advance(2)
    assert await left.count() == 1


async def test_no_sign_stays_for_good(shelf: Shelf) -> None:
    await Presence(shelf.redis, shelf.clock).count()
    assert 0 < await shelf.redis.pttl("desks") <= Retention.PRESENCE.milliseconds

"""The audit: what was taken out or moved shows; a foreign entry stops nobody from reading."""

import asyncio
from datetime import timedelta

from bot.privacy.retention import Retention
from bot.store.staff.audit import Audit, AuditEntry
from tests.bot.store.conftest import NOW, Shelf

KEY = f"audit:{NOW:%Y-%m-%d}"
TOMORROW = NOW + timedelta(days=1)


def entry(action: str, at: timedelta = timedelta(0), name: str = "Heron") -> AuditEntry:
    return AuditEntry(NOW + at, name, action, "", by="0a" * 12)


async def kept(shelf: Shelf, *actions: str) -> Audit:
    """A log with these acts, a second apart."""
    audit = shelf.store.audit
    for number, action in enumerate(actions):
        await audit.append(audit.seal(entry(action, timedelta(seconds=number))))
    return audit


async def test_each_entry_names_the_one_before(shelf: Shelf) -> None:
    audit = await kept(shelf, "on", "claim", "off")
    told = await audit.about("Heron", NOW)
    assert [one.action for one in told.entries] == ["off", "claim", "on"]
    assert (told.foreign, told.broken) == (0, False)
    assert [bool(one.previous) for one in told.entries] == [True, True, False]


async def test_an_entry_that_was_taken_out_shows(shelf: Shelf) -> None:
    audit = await kept(shelf, "on", "claim", "off")
    [_, taken, _] = await shelf.redis.lrange(KEY, 0, -1)
    await shelf.redis.lrem(KEY, 1, taken)
    assert (await audit.about("Heron", NOW)).broken


async def test_entries_in_another_order_show(shelf: Shelf) -> None:
    audit = await kept(shelf, "on", "claim", "off")
    first, second, third = await shelf.redis.lrange(KEY, 0, -1)
    await shelf.redis.delete(KEY)
    await shelf.redis.rpush(KEY, second, first, third)
    assert (await audit.about("Heron", NOW)).broken


async def test_a_foreign_entry_is_counted_and_stops_nothing(shelf: Shelf) -> None:
    audit = await kept(shelf, "on")
    await shelf.redis.rpush(KEY, b"x")
    await audit.append(audit.seal(entry("claim", timedelta(seconds=9))))
    told = await audit.about("Heron", NOW)
    assert ([one.action for one in told.entries], told.foreign) == (["claim", "on"], 1)
    assert not told.broken, "what was added at the end moved nothing"
    await shelf.redis.lrem(KEY, 1, b"x")
    assert (await audit.about("Heron", NOW)).broken, "its absence shows too"


async def test_of_many_who_append_at_once_none_is_lost(shelf: Shelf) -> None:
    audit, others = shelf.store.audit, shelf.opened_with(shelf.keys).audit
    await asyncio.gather(
        *(
            log.append(log.seal(entry(f"{number} {name}")))
            for number in range(8)
            for name, log in (("here", audit), ("there", others))
        )
    )
    told = await audit.about("Heron", NOW)
    assert (len(told.entries), told.broken) == (16, False)


async def test_the_chain_goes_on_over_midnight_and_each_day_has_its_life(shelf: Shelf) -> None:
    audit = await kept(shelf, "on")
    await audit.append(audit.seal(entry("off", timedelta(days=1))))
    told = await audit.about("Heron", TOMORROW)
    assert (told.broken, bool(told.entries[0].previous)) == (False, True)
    for day in (KEY, f"audit:{TOMORROW:%Y-%m-%d}"):
        assert 0 < await shelf.redis.pttl(day) <= Retention.AUDIT.milliseconds
    await shelf.redis.delete(KEY)
    await audit.append(audit.seal(entry("on", timedelta(days=1, seconds=1))))
    assert not [one async for one in shelf.redis.scan_iter("*:new:*")]


async def test_who_takes_another_name_is_found_under_it(shelf: Shelf) -> None:
    audit = shelf.store.audit
    await audit.append(audit.seal(entry("claim", name="Raven")))
    assert (await audit.about("Heron", NOW)).entries == ()
    told = await audit.about("Heron", NOW, ["0a" * 12])
    assert [one.operator for one in told.entries] == ["Raven"]

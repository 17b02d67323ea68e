"""Which operator an account is: nobody makes theirs another's."""

from tests.bot.store.conftest import Shelf


async def test_of_two_links_the_first_holds(shelf: Shelf) -> None:
    roster = shelf.store.roster
    assert await roster.id_for("account", "one") == "one"
    assert await roster.id_for("account", "two") == "one"


async def test_an_entry_that_was_moved_or_made_up_leads_nowhere(shelf: Shelf) -> None:
    """Whoever can write to Redis, without a key, would else act as a supervisor."""
    roster = shelf.store.roster
    await roster.id_for("hers", "heron")
    theirs = await shelf.redis.get("account:hers")
    for made_up in (theirs, b"heron"):
        await shelf.redis.set("account:stranger", made_up, px=60_000)
        assert await roster.with_account("stranger") is None
        assert await roster.id_for("stranger", "own") == "own", "and keeps nobody from enrolling"


async def test_the_desks_part_of_the_key_suffices(shelf: Shelf) -> None:
    await shelf.store.roster.id_for("account", "one")
    assert await shelf.desk().roster.id_for("account", "two") == "one"

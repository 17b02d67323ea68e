"""More turns at once than there are connections: they wait for one, and none is refused."""

import asyncio

import pytest

from bot.attempt import Result
from bot.store import Changes, Contact
from bot.store.client.auto_pipelining import CONNECTIONS
from flows.conversation import Conversation
from tests.bot.store.conftest import Shelf


@pytest.mark.slow
async def test_more_turns_than_connections(shelf: Shelf) -> None:
    async def turn(number: int) -> Result:
        conversations, name = shelf.store.conversations, f"{number:032x}"
        read = await conversations.load(name)
        changes = Changes(Conversation(locale="ru"), None, contact=Contact(number, 1))
        return await conversations.commit(name, read, changes)

    results = await asyncio.gather(*(turn(number) for number in range(4 * CONNECTIONS)))
    assert set(results) == {Result.DONE}

"""All short code names may be taken: a request is opened all the same."""

from bot.store.names import name_key
from bot.tickets import code_names
from tests.kit.helpline import Helpline


async def test_a_request_is_opened_when_every_short_name_is_taken(helpline: Helpline) -> None:
    names = (f"{word}-{number}" for word in code_names.WORDS for number in range(100, 1000))
    await helpline.parts.store.redis.mset({name_key(name): b"another's" for name in names})

    await helpline.asks(1)

    assert len((await helpline.ticket(1)).name.split("-")[1]) == 6

"""The gate before words go to a person beside whom somebody else may be reading: it is asked once
more, whether they are an operator's own or one of ours."""

from bot.console.desk.asked import Asked
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline import cards
from bot.store.conversations.conversations import Conversations


class MayBeReadError(NotAllowed):
    """Somebody else may read what is sent, so it is asked once more. `why`: of the request that
    goes all the same (`Asked.sure`)."""

    def __init__(self, why: str) -> None:
        super().__init__("console-gate")
        self.why = why


async def look_around(conversations: Conversations, conversation: str, asked: Asked) -> None:
    """Ask once more while somebody else may be reading, and again when there is more to think of.
    Raises `MayBeReadError`, `NoSuchTicket`."""
    read_now = await conversations.load(conversation)
    if read_now.ticket is None:
        raise NoSuchTicket
    why = cards.reading_along(read_now.ticket, read_now.conversation)
    if why and asked.sure != why:
        raise MayBeReadError(why)

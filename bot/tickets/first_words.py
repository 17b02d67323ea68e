"""Equal first words: many accounts that cry the same stand together on the board. Pure.

A mark joins nobody's tickets: each keeps its place, its call and its claim. Short words ("help us,
we are locked in") are equal by chance, and mark nothing.
"""

import hashlib
from collections.abc import Sequence

from bot.tickets.ticket import Ticket

FEWEST_LETTERS = 21
"""More than twenty letters."""


def mark(words: str) -> str:
    """64 bits of a hash of the letters, sealed with the ticket; "" where there are too few."""
    letters = "".join(one for one in words.casefold() if one.isalpha())
    if len(letters) < FEWEST_LETTERS:
        return ""
    return hashlib.blake2b(letters.encode("utf-8", "replace"), digest_size=8).hexdigest()


def together(tickets: Sequence[Ticket]) -> list[list[Ticket]]:
    """Tickets in their order, each with those behind it whose first words are equal."""
    groups: dict[str, list[Ticket]] = {}
    for ticket in tickets:
        groups.setdefault(ticket.first_words or ticket.name, []).append(ticket)
    return list(groups.values())

"""Attempts besides the flood: hostile inputs and hijacks, each with a name and what it showed."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox.errors import ClientError
from sandbox.shown import Unmet

PATIENCE = 90.0
"""Seconds for one attempt, with what it takes to prepare it. Our own look at a webhook comes once a
minute (`bot.telegram.token_watch`)."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An attempt on the running helpline. `what`: its name; `showed`: what was seen; `held`:
    whether that is what it ought to be."""

    what: str
    showed: str
    held: bool
    seconds: float


class NotHeldError(Exception):
    """Something else came to pass than ought to; says what."""


def ought(seen: bool, otherwise: str) -> None:
    """Raises `NotHeldError`."""
    if not seen:
        raise NotHeldError(otherwise)


async def tried(what: str, act: Callable[[], Awaitable[str]]) -> Tried:
    """Try it. `act` returns what was seen, or raises where something else came to pass."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    try:
        async with asyncio.timeout(PATIENCE):
            showed, held = await act(), True
    except (TimeoutError, Unmet, ClientError) as error:
        showed, held = f"not seen within {PATIENCE:.0f} s ({type(error).__name__})", False
    except NotHeldError as error:
        showed, held = str(error), False
    return Tried(what, showed, held, loop.time() - began)

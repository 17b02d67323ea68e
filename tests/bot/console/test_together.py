"""One read for all who ask at the same time, and none that began before they asked."""

import asyncio

import pytest

from bot.console.together import Together
from bot.errors import StoreUnavailable


class Reads:
    """A read that takes until it is let go; each gives its number. `fails`: those that raise."""

    def __init__(self, *fails: int) -> None:
        self.begun = 0
        self.gates = [asyncio.Event() for _ in range(4)]
        self._fails = fails

    async def __call__(self) -> int:
        self.begun += 1
        number = self.begun
        await self.gates[number - 1].wait()
        if number in self._fails:
            raise StoreUnavailable
        return number


async def turn() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_who_asks_while_a_read_goes_on_shares_the_next() -> None:
    reads = Reads()
    together = Together(reads)
    first = [asyncio.ensure_future(together.ask()) for _ in range(3)]
    await turn()
    later = [asyncio.ensure_future(together.ask()) for _ in range(40)]
    await turn()
    assert reads.begun == 1

    reads.gates[0].set()
    assert await asyncio.gather(*first) == [1] * 3
    reads.gates[1].set()
    assert await asyncio.gather(*later) == [2] * 40
    assert reads.begun == 2


async def test_one_who_goes_and_a_read_that_fails_hold_nobody_up() -> None:
    reads = Reads(1)
    for gate in reads.gates:
        gate.set()
    together = Together(reads)
    gone, other = (asyncio.ensure_future(together.ask()) for _ in range(2))
    await asyncio.sleep(0)
    gone.cancel()

    with pytest.raises(StoreUnavailable):
        await other
    assert await together.ask() == 2

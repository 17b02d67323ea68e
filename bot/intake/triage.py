"""Who is heard at once, and who waits, while more comes than can be read.

One process reads what one processor takes of texts, and a crowd writes more. What isn't taken waits
at Telegram in the order of its coming, and a cry with it. So once `MOST_AT_ONCE` updates are in
work, a text that can wait is put into the backlog (`bot.store.backlog`), and Telegram is told that
it was taken: that costs a fraction of reading it, and the next update, which may be a cry, comes.

At once are heard: whoever the keywords hear to be in danger, to want a human or to want everything
erased; whoever an operator talks to; commands, buttons, and all that is no text. A cry that only
the model would hear waits its turn: nothing but reading it could tell.

While nothing waits, this costs a message the counting of those in work, and no look at any server.
"""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bot.attempt import Result
from bot.errors import StoreUnavailable
from bot.helpline import Helpline, inputs
from bot.helpline.inputs import Inbound
from bot.intake.errors import ERRORS
from bot.processes.cancellation import ending
from bot.store.backlog import Backlog, LeasedMessage, WaitingMessage
from bot.store.memory import Memory
from bot.telegram.update_handler import Raw, UpdateHandler
from bot.telemetry.store_metrics import TEXTS_WAIT

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 16
"""Updates in work from which on texts wait: enough for model, store and Telegram to have work."""

LOOK_SECONDS = 1.0
"""Between two looks for what another process, or this one before it died, has let wait."""

ROOM = 0.5
"""Share of a server's memory from which on nothing more is put there: it waits at Telegram."""


class Triage:
    """Hears people's updates, or lets them wait."""

    def __init__(self, helpline: Helpline, backlog: Backlog, memory: Memory) -> None:
        self._helpline = helpline
        self._backlog = backlog
        self._memory = memory
        self._in_work = 0
        self._waiting = False
        self._moved, self._put = asyncio.Event(), asyncio.Event()
        self._handler = UpdateHandler(self._hear_waiting, ERRORS.attempt)

    async def hear(self, update: Inbound) -> None:
        """Hear an update now, or let it wait. Raises `StoreUnavailable`, `Conflict`: then nothing
        was written, and Telegram must not be told that the update was taken."""
        if isinstance(update.input, inputs.Exited | inputs.Blocked):
            await self._forget(update)
        busy = self._in_work >= MOST_AT_ONCE
        with self._work():
            if (busy or self._waiting) and await self._waits(update, busy=busy):
                return
            await self._helpline.hear(update)

    async def read(self) -> None:
        """Read what waits, as far as there is room beside what comes, until nothing does. Raises
        `StoreUnavailable`."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_SECONDS):
                await self._put.wait()
        self._put.clear()
        self._note(waiting=not await self._backlog.is_empty())
        async with asyncio.TaskGroup() as group:
            while self._waiting and not ending():
                while self._in_work >= MOST_AT_ONCE:
                    await self._moves()
                leased = None
                with suppress(StoreUnavailable):  # the next look says so, outside the group
                    leased = await self._backlog.lease()
                if leased is None:
                    break
                group.create_task(self._read(leased))
                await asyncio.sleep(0)  # it begins, and is counted

    def _note(self, *, waiting: bool) -> None:
        if waiting and not self._waiting:
            logger.warning("texts_wait")
        self._waiting = waiting
        TEXTS_WAIT.set(waiting)

    async def _forget(self, update: Inbound) -> None:
        """Before they go, so that no crash in between answers into an emptied chat."""
        await self._backlog.drop(await self._helpline.conversation_of(update.address))

    async def _waits(self, update: Inbound, *, busy: bool) -> bool:
        """Whether a text was put into the backlog."""
        said = update.input
        if not isinstance(said, inputs.Wrote) or self._memory.used >= ROOM:
            return False
        conversation = await self._helpline.conversation_of(update.address)
        if not busy and not await self._backlog.holds(conversation):
            return False
        if await self._helpline.goes_first(conversation, said.text):
            return False
        number, message, at = update.update_id, update.message_id, update.at
        waiting = WaitingMessage(number, update.address, said.text, said.hint, message, at)
        await self._backlog.put(conversation, waiting)
        self._note(waiting=True)
        self._put.set()
        return True

    async def _read(self, leased: LeasedMessage) -> None:
        """Read one message, and take it out; one that is put off comes up again by itself."""
        update = {"update_id": leased.message.update_id, "message": leased.message}
        with self._work():
            attempt = await self._handler.handle(update)
            if attempt.result is not Result.PUT_OFF:
                with suppress(StoreUnavailable):
                    await self._backlog.remove(leased)

    async def _hear_waiting(self, update: Raw) -> None:
        message: WaitingMessage = update["message"]
        said = inputs.Wrote(message.text, message.hint)
        number, address = message.update_id, message.address
        await self._helpline.hear(Inbound(number, address, said, message.message_id, message.at))

    @contextmanager
    def _work(self) -> Iterator[None]:
        self._in_work += 1
        try:
            yield
        finally:
            self._in_work -= 1
            self._moved.set()

    async def _moves(self) -> None:
        self._moved.clear()
        await self._moved.wait()

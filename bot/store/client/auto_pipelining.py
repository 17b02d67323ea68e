"""Commands that are asked for in the same moment share one way to Redis and back.

A turn asks for several things, a hundred chats for hundreds, and most of the time of a command
isn't Redis's but goes into sending it and being woken by its answer. So whatever is asked for in
one pass of the event loop is sent as one pipeline; and what is asked for while a pipeline is under
way goes together once its answer is there. Who is alone waits for nobody, and nobody waits long for
an answer that doesn't come (`PATIENCE_SECONDS`). What one task asks for after another's answer
stays in that order. What is refused is refused alone; if the connection breaks, the whole is
repeated (`topology.RETRIES`) as redis-py would repeat a single command, and every write here may be
repeated.

The connections are redis-py's. Its pool looks at each before use and sets a timer for each answer,
which takes longer than the way there and back; here one timer holds for a whole pipeline, and a
connection that died meanwhile shows when it is used.
"""

import asyncio
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

import hiredis
import redis.asyncio as aioredis
from redis.asyncio.client import Pipeline
from redis.asyncio.connection import AbstractConnection
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError

SOCKET_SECONDS = 5.0
CONNECTIONS = 64
"""To one server. Who finds none free waits for one: to refuse would put off most of a hundred chats
that are in work."""

PATIENCE_SECONDS = 0.05
"""How long a command waits at most for the answer to what went before. Redis does one thing after
the other anyway; what takes longer is a connection that hangs, and another may be better."""

Answers: TypeAlias = asyncio.Future[list[Any]]
Command: TypeAlias = tuple[tuple[Any, ...], Mapping[str, Any]]
"""A command's words, and what redis-py wants to know for reading its answer."""


class AutoPipeliningRedis(aioredis.Redis):
    """A client of one server whose commands travel together. A cluster's nodes each have their
    own connections, and redis-py has its own rules for what may share one; it stays as it is."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._asked: list[tuple[Sequence[Command], Answers]] = []
        self._patience: asyncio.TimerHandle | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self._idle: list[AbstractConnection] = []
        self._places = asyncio.Semaphore(CONNECTIONS)
        self._closed = False

    async def execute_command(self, *args: Any, **options: Any) -> Any:
        """Execute a command; returns its answer. Raises `RedisError`."""
        (answer,) = await self.together([(args, options)])
        if isinstance(answer, Exception):
            raise answer
        return answer

    def pipeline(self, transaction: bool = True, shard_hint: str | None = None) -> Pipeline:
        """A transaction has a connection of its own; any other pipeline goes with the rest."""
        if transaction:
            return super().pipeline(transaction, shard_hint)
        return _Part(self)

    def together(self, commands: Sequence[Command]) -> Answers:
        """The answers, each perhaps a `ResponseError`. Raises what breaks the connection, also once
        the client is closed."""
        loop = asyncio.get_running_loop()
        answers: Answers = loop.create_future()
        if self._closed:
            answers.set_exception(RedisConnectionError("the client is closed"))
            return answers
        self._asked.append((commands, answers))
        if len(self._asked) == 1:
            if self._under_way:
                self._patience = loop.call_later(PATIENCE_SECONDS, self._send)
            else:
                loop.call_soon(self._send)
        return answers

    async def aclose(self, close_connection_pool: bool | None = None) -> None:
        """Nobody is left to hear the answers that are still under way: whoever asked together with
        something that failed has gone. Their connections must not outlive the client, and nobody
        opens another."""
        self._closed = True
        for _, answers in self._drawn():
            answers.cancel()
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        while self._idle:
            await self._idle.pop().disconnect()
        await super().aclose(close_connection_pool)

    async def take(self) -> AbstractConnection:
        """A connection for one pipeline. Raises `RedisError`."""
        if self._places.locked():
            try:
                await asyncio.wait_for(self._places.acquire(), SOCKET_SECONDS)
            except TimeoutError:
                raise RedisConnectionError("all connections are in use") from None
        else:
            await self._places.acquire()
        if self._idle:
            return self._idle.pop()
        connection: Any = self.connection_pool.make_connection()  # type: ignore[no-untyped-call]
        connection.socket_timeout = None  # `_exchange` has one timer for all
        fresh: AbstractConnection = connection
        return fresh

    async def give(self, connection: AbstractConnection) -> None:
        """Give it back, whether it is still connected or not."""
        self._idle.append(connection)
        self._places.release()

    def _drawn(self) -> list[tuple[Sequence[Command], Answers]]:
        """All that was asked for and isn't sent yet."""
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        asked, self._asked = self._asked, []
        return asked

    def _send(self) -> None:
        asked = self._drawn()
        if asked:
            task = asyncio.ensure_future(self._travel(asked))
            self._under_way.add(task)
            task.add_done_callback(self._arrived)

    def _arrived(self, task: asyncio.Task[None]) -> None:
        """The answer is there: what was asked for meanwhile, and by whoever got it, goes."""
        self._under_way.discard(task)
        self._send()

    async def _travel(self, asked: list[tuple[Sequence[Command], Answers]]) -> None:
        wanted = [one for one in asked if not one[1].done()]  # who gave up asks for nothing
        if not wanted:
            return
        commands = [command for commands, _ in wanted for command in commands]
        try:
            found = await self._answers(commands)
        except BaseException as error:
            for _, answers in wanted:
                if not answers.done():
                    _fail(answers, error)
            if not isinstance(error, Exception):
                raise
            return
        at = 0
        for own, answers in wanted:
            if not answers.done():
                answers.set_result(found[at : at + len(own)])
            at += len(own)

    async def _answers(self, commands: Sequence[Command]) -> list[Any]:
        connection = await self.take()
        try:
            if not connection.is_connected:
                await connection.connect()  # type: ignore[no-untyped-call]
            return await connection.retry.call_with_retry(
                partial(self._exchange, connection, commands), partial(_hang_up, connection)
            )
        finally:
            await self.give(connection)

    async def _exchange(
        self, connection: AbstractConnection, commands: Sequence[Command]
    ) -> list[Any]:
        """Send all, read all. A connection on which that broke off isn't used again."""
        packed = [b"".join([_packed(words) for words, _ in commands])]
        try:
            async with asyncio.timeout(SOCKET_SECONDS):
                await connection.send_packed_command(packed, check_health=False)
                return [await self._answer(connection, command) for command in commands]
        except TimeoutError:
            await _hang_up(connection)
            raise RedisTimeoutError("no answer in time") from None
        except BaseException:
            await _hang_up(connection)
            raise

    async def _answer(self, connection: Any, command: Command) -> Any:
        words, options = command
        try:
            return await self.parse_response(connection, words[0], **options)
        except ResponseError as error:
            return error


def _packed(words: tuple[Any, ...]) -> bytes:
    """A command as it travels. redis-py's asyncio packs in Python, in five times the time."""
    name, *others = words
    packed: bytes = hiredis.pack_command((*str(name).split(), *others))
    return packed


async def _hang_up(connection: AbstractConnection, _: Exception | None = None) -> None:
    await connection.disconnect(nowait=True)


def _fail(answers: Answers, error: BaseException) -> None:
    """To each waiter an error of their own: one that several raise grows with each."""
    if isinstance(error, Exception):
        answers.set_exception(type(error)())
    else:
        answers.cancel()


class _Part(Pipeline):
    """A pipeline that is a part of a larger one."""

    def __init__(self, client: AutoPipeliningRedis) -> None:
        super().__init__(client.connection_pool, client.response_callbacks, False, None)
        self._client = client

    async def execute(self, raise_on_error: bool = True) -> list[Any]:
        """The answers, in order. Raises the first `ResponseError` among them, or `RedisError`."""
        commands = list(self.command_stack)
        await self.reset()  # type: ignore[no-untyped-call]
        answers = await self._client.together(commands) if commands else []
        if raise_on_error:
            for answer in answers:
                if isinstance(answer, ResponseError):
                    raise answer
        return answers

"""Commands that are asked for in the same moment share one way to Redis and back.

A turn asks for some twenty things, a hundred chats for two thousand, and most of the time of a
command isn't Redis's but goes into sending it and being woken by its answer. So whatever is asked
for in one pass of the event loop is sent as one pipeline. Nobody waits for company: the pass that
asks sends. What one task asks for after another's answer stays in that order. What is refused is
refused alone; if the connection breaks, redis-py repeats the whole (`topology.RETRIES`) as it would
a single command, and every write here may be repeated.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import redis.asyncio as aioredis
from redis.asyncio.client import Pipeline
from redis.exceptions import ResponseError

Answers = asyncio.Future[list[Any]]
Command = tuple[tuple[Any, ...], Mapping[str, Any]]
"""A command's words, and what redis-py wants to know for reading its answer."""


class Combining(aioredis.Redis):
    """A client of one server whose commands travel together. A cluster's nodes each have their
    own connections, and redis-py has its own rules for what may share one; it stays as it is."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._asked: list[tuple[Sequence[Command], Answers]] = []
        self._under_way: set[asyncio.Task[None]] = set()

    async def execute_command(self, *args: Any, **options: Any) -> Any:
        """One command's answer. Raises `RedisError`."""
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
        """The answers, each perhaps a `ResponseError`. Raises what breaks the connection."""
        loop = asyncio.get_running_loop()
        answers: Answers = loop.create_future()
        self._asked.append((commands, answers))
        if len(self._asked) == 1:
            loop.call_soon(self._send)
        return answers

    async def aclose(self, close_connection_pool: bool | None = None) -> None:
        """Nobody is left to hear the answers that are still under way: whoever asked together with
        something that failed has gone. Their connections must not outlive the client."""
        for _, answers in self._asked:
            answers.cancel()
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        await super().aclose(close_connection_pool)

    def _send(self) -> None:
        asked, self._asked = self._asked, []
        task = asyncio.ensure_future(self._travel(asked))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _travel(self, asked: list[tuple[Sequence[Command], Answers]]) -> None:
        wanted = [one for one in asked if not one[1].done()]  # who gave up asks for nothing
        pipe = super().pipeline(transaction=False)
        pipe.command_stack = [command for commands, _ in wanted for command in commands]
        try:
            found = await pipe.execute(raise_on_error=False)
        except BaseException as error:
            for _, answers in wanted:
                if not answers.done():
                    _fail(answers, error)
            if not isinstance(error, Exception):
                raise
            return
        at = 0
        for commands, answers in wanted:
            if not answers.done():
                answers.set_result(found[at : at + len(commands)])
            at += len(commands)


def _fail(answers: Answers, error: BaseException) -> None:
    """To each waiter an error of their own: one that several raise grows with each."""
    if isinstance(error, Exception):
        answers.set_exception(type(error)())
    else:
        answers.cancel()


class _Part(Pipeline):
    """A pipeline that is a part of a larger one."""

    def __init__(self, client: Combining) -> None:
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

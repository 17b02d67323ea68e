"""Hostile inputs, one kind at a time: what each costs somebody who cries beside it."""

import asyncio
import random
from collections.abc import Mapping, Sequence

import aiohttp

from bench.attack.crowd import TEXTS
from bench.attack.others import Others
from bench.attack.tried import Tried, ought, tried
from bot.telegram.webhook import HEADER
from sandbox import Sandbox
from sandbox.people import Person

WRITERS = 4
WITHIN = 5.0
"""A cry beside hostile input reaches a card within so many seconds."""

JUNK: Mapping[str, bytes] = {
    "no JSON": b"{",
    "nothing": b"",
    "null": b"null",
    "100,000 brackets": b"[" * 100_000,
    "no number": b'{"update_id":"x"}',
    "numbers beyond 64 bits": b'{"update_id":1,"message":{"message_id":%d}}' % 10**40,
    "a list for a chat": b'{"update_id":2,"message":{"chat":[]}}',
    "half a character": b'{"update_id":3,"message":{"text":"\\ud83d"}}',
    "no UTF-8": b'{"update_id":4,"message":"\xff\xfe"}',
    "two megabytes": b'{"update_id":5,"message":"' + b"x" * 2_000_000 + b'"}',
}
"""Bodies that no Telegram sends, from whoever has the webhook's secret."""


class Hostile:
    """`seed`: for what the texts leave to chance."""

    def __init__(self, sandbox: Sandbox, others: Others, seed: int) -> None:
        self._sandbox = sandbox
        self._others = others
        self._dice = random.Random(seed)  # noqa: S311 - nothing depends on its being secret
        self._count = 0

    async def all(self, webhook: tuple[str, str] | None) -> Sequence[Tried]:
        """Each kind of text, and junk to the webhook. `webhook`: intake's address and secret."""
        found = [
            await tried(f"{WRITERS} messages of “{kind}”", lambda kind=kind: self._text(kind))  # type: ignore[misc]
            for kind in TEXTS
        ]
        if webhook is not None:
            found.append(await tried("junk to the webhook", lambda: self._junk(*webhook)))
        return found

    async def _text(self, kind: str) -> str:
        writers = [self._person("Русский") for _ in range(WRITERS)]
        people = [await one for one in writers]
        await asyncio.gather(*(one.say(TEXTS[kind](self._dice)) for one in people))
        seconds = await self._cry()
        for one in people:
            await one.until(lambda one=one: one.unseen)  # type: ignore[misc]
        return f"each was answered; a cry beside them had its card after {seconds:.2f} s"

    async def _junk(self, url: str, secret: str) -> str:
        statuses = []
        async with aiohttp.ClientSession() as session:
            for body in JUNK.values():
                async with session.post(url, data=body, headers={HEADER: secret}) as answer:
                    statuses.append(answer.status)
        seconds = await self._cry()
        ought(not [one for one in statuses if one >= 500], f"answers {statuses}")
        told = ", ".join(f"{name} {one}" for name, one in zip(JUNK, statuses, strict=True))
        return f"{told}; a cry after them had its card after {seconds:.2f} s"

    async def _person(self, *said: str) -> Person:
        self._count += 1
        person = self._sandbox.person(f"hostile-{self._count}")
        for words in said:
            await person.say(words)
            await person.until(lambda: person.unseen)
            person.see_all()
        return person

    async def _cry(self) -> float:
        """Seconds until somebody's cry has a card. Raises `NotHeldError` where it is late."""
        person = await self._person()
        loop = asyncio.get_running_loop()
        began = loop.time()
        await person.say(f"нас заперли помогите, мы в доме {self._count} у реки")
        await self._others.card(person)
        seconds = loop.time() - began
        ought(seconds <= WITHIN, f"a cry beside it had its card only after {seconds:.1f} s")
        return seconds

"""Hijacks: a stolen token, a stranger in the group, a lost account, forged words and buttons."""

import random
from collections.abc import Awaitable, Callable, Sequence

import aiohttp

from bench.attack.crowd import TEXTS
from bench.attack.others import Others
from bench.attack.tried import Tried, ought, tried
from bot.desk.alarm_calls import line as alarm_line
from bot.store.staff.alarms import Alarm
from bot.telegram.webhook import HEADER
from bot.texts.voices import voices
from sandbox import Sandbox
from sandbox.people import Person
from sandbox.shown import Shown, ShownTopic

EN = voices("en").own
CRY = "нас заперли помогите"
THIEF = "https://thief.example/updates"


class Hijacks:
    """`others`: who finds a person's card; `webhook`: intake's address, "" where it polls;
    `restore`: sets our own webhook again."""

    def __init__(
        self,
        sandbox: Sandbox,
        others: Others,
        webhook: str,
        restore: Callable[[], Awaitable[object]],
    ) -> None:
        self._sandbox = sandbox
        self._others = others
        self._webhook = webhook
        self._restore = restore
        self._heron = sandbox.operator("o1")
        self._robin = sandbox.operator("o4")
        self._count = 0

    async def all(self) -> Sequence[Tried]:
        """Each once. The last leave an operator off the roster and an alarm on the board."""
        wanted: list[tuple[str, Callable[[], Awaitable[str]]]] = [
            ("a person forges an operator's buttons", self._forged_buttons),
            ("a person writes an operator's commands and the desk's notices", self._forged_words),
            ("somebody who isn't enrolled joins the operators' group", self._stranger),
            ("whoever was taken off the roster goes on claiming", self._removed),
        ]
        if self._webhook:
            wanted += [
                ("updates are brought to the webhook without the secret", self._no_secret),
                ("a stolen token sets another webhook", self._stolen_token),
            ]
        else:
            wanted.append(("a stolen token polls beside us", self._second_poller))
        return [await tried(what, act) for what, act in wanted]

    async def _in_danger(self) -> tuple[Person, ShownTopic]:
        self._count += 1
        person = self._sandbox.person(f"hijacked-{self._count}")
        await person.say(f"{CRY}, улица {self._count}")
        return person, await self._others.card(person)

    async def _forged_buttons(self) -> str:
        person, topic = await self._in_danger()
        await person.until(lambda: person.unseen)
        name = topic.name.split()[1]
        for data in (f"claim:{name}", "claim", "close:other", "release"):
            await person.forge_callback(data)
        await self._sandbox.intake.queue.drained(30)
        await self._still_waits(topic)
        return "the ticket waits as before, and can be claimed"

    async def _forged_words(self) -> str:
        person, topic = await self._in_danger()
        await self._claim(topic)
        trap = TEXTS["bidi"](random.Random(1))  # noqa: S311 - it is always the same
        for words in ("/close other", "/release", EN("notice-unwatched"), trap):
            await person.say(words)
        await self._heron.until(lambda: self._said(topic, "/release /claim"))
        shown = [*self._said(topic, "/close other"), *self._said(topic, EN("notice-unwatched"))]
        ought(bool(shown), "their words aren't in the topic")
        bare = [one for one in shown if {entity.type for entity in one.entities} != {"pre"}]
        ought(not bare, "words outside a block")
        await self._heron.say_in(topic, "/close other")
        await self._heron.until(lambda: topic.id not in self._heron.chat.topics)
        return "they stand in blocks of their own, in which nothing can be tapped; nothing was done"

    def _said(self, topic: ShownTopic, words: str) -> list[Shown]:
        return [one for one in topic.messages if one.from_bot and words in one.text]

    async def _stranger(self) -> str:
        stranger = self._sandbox.operator("o9")
        await stranger.until(lambda: not stranger.is_present)
        await self._heron.expect(contains=EN("stranger-put-out"))
        return "put out, and the group was told"

    async def _removed(self) -> str:
        _, topic = await self._in_danger()
        await self._heron.private.say("/remove Robin")
        await self._heron.private.expect(contains="Robin may do nothing any more")
        await self._robin.until(lambda: not self._robin.is_present)
        await self._robin.private.say(f"/claim {topic.name.split()[1]}")
        await self._sandbox.desk_bot.queue.drained(30)
        await self._still_waits(topic)
        return "off the roster and out of the group; the ticket waits as before"

    async def _no_secret(self) -> str:
        topics = len(self._heron.topics)
        chat = {"id": 7_999_999, "type": "private"}
        message = {"message_id": 1, "date": 1, "chat": chat, "text": CRY}
        update = {"update_id": 999_999_999, "message": message}
        statuses = []
        async with aiohttp.ClientSession() as session:
            for given in ({}, {HEADER: ""}, {HEADER: "t" * 48}):
                async with session.post(self._webhook, json=update, headers=given) as answer:
                    statuses.append(answer.status)
        ought(set(statuses) == {404}, f"answers {statuses}")
        ought(len(self._heron.topics) == topics, "it was heard")
        return "404 each time, and nothing was heard"

    async def _stolen_token(self) -> str:
        ought(not self._calls(Alarm.INTAKE_WEBHOOK), "called for before anything happened")
        token = self._sandbox.settings.intake_token
        asked = {"url": THIEF, "secret_token": "t" * 40}
        async with aiohttp.ClientSession() as thief:
            await thief.post(f"{self._sandbox.url}/bot{token}/setWebhook", json=asked)
        try:
            await self._called(Alarm.INTAKE_WEBHOOK)
        finally:
            await self._restore()
        person, _ = await self._in_danger()
        ought(bool(person.messages), "nobody is answered after ours was set again")
        return "the group was called; with our own set again, a cry has its card"

    async def _second_poller(self) -> str:
        token = self._sandbox.settings.intake_token
        async with aiohttp.ClientSession() as thief:
            await thief.get(f"{self._sandbox.url}/bot{token}/getUpdates")
        await self._called(Alarm.INTAKE_POLLER)
        await self._in_danger()
        return "the group was called; a cry has its card"

    async def _called(self, alarm: Alarm) -> None:
        await self._heron.until(lambda: self._calls(alarm), timeout=80)

    def _calls(self, alarm: Alarm) -> list[Shown]:
        words = alarm_line(EN, alarm)
        return [one for one in self._heron.general if one.text == words]

    async def _claim(self, topic: ShownTopic) -> None:
        await self._heron.press_in(topic, "Claim")
        await self._heron.until(lambda: not any("Claim" in one.buttons for one in topic.messages))

    async def _still_waits(self, topic: ShownTopic) -> None:
        """Nobody has it, and a supervisor can claim and close it. Raises `Unmet` otherwise."""
        ought(any("Claim" in one.buttons for one in topic.messages), "it can't be claimed")
        await self._claim(topic)
        await self._heron.say_in(topic, "/close other")
        await self._heron.until(lambda: topic.id not in self._heron.chat.topics)

"""What was made of each message of a set: by the whole, by the keywords, by the model."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.understanding.messages import Message
from flows.events import Parse
from nlu.client import Heard, ModelClient
from nlu.keywords import Keywords
from nlu.recogniser import Recogniser


@dataclass(frozen=True, slots=True)
class Answer:
    """One message of `locale`, and what was heard in it.

    `parse` is what the flows would be given; `heard` the model's own view; `danger` whether the
    keywords alone raise an alarm. `milliseconds`: the model's answer over HTTP.
    """

    locale: str
    message: Message
    parse: Parse
    heard: Heard
    danger: bool
    milliseconds: float

    @property
    def right(self) -> bool:
        """Whether the intent is the one that the message was written for."""
        return self.parse.intent == self.message.intent

    def alarms_at(self, score: float) -> bool:
        """Whether it would alarm if the model's threshold were `score`."""
        return self.danger or self.heard.urgency_score >= score


class _Recalled:
    """Answers what the model has answered before, so that no message is parsed twice; the rest of a
    message, after its greeting, is new to it."""

    def __init__(self, known: dict[str, Heard], client: ModelClient) -> None:
        self._known = known
        self._client = client

    async def hear(self, text: str) -> Heard:
        found = self._known.get(text)
        return await self._client.hear(text) if found is None else found


async def ask(
    sets: dict[str, Sequence[Message]], keywords: Keywords, client: ModelClient
) -> list[Answer]:
    """Every message, one after the other. Raises `ModelUnavailable`."""
    known: dict[str, Heard] = {}
    recogniser = Recogniser(keywords, _Recalled(known, client))
    answers = []
    for locale, messages in sets.items():
        for message in messages:
            began = time.perf_counter()
            known[message.text] = heard = await client.hear(message.text)
            took = (time.perf_counter() - began) * 1000
            parse = await recogniser.parse(message.text)
            danger = keywords.spot(message.text).danger is not None
            answers.append(Answer(locale, message, parse, heard, danger, took))
    return answers

"""Plays a dialogue on the real helpline: real store, texts, flows and keywords; no Telegram."""

import re
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import time, timedelta
from functools import cache

from bot.cli.talking import ADDRESS, VOICE, Line, Talk
from bot.clock import SettableClock
from bot.compose import Parts
from bot.desk import card
from bot.store import LoadedConversation
from bot.store.rows import DeskKind
from bot.texts.catalogue import Catalogue
from bot.tickets.hours import ALWAYS, Hours, Office, Shift
from flows.effects import Notice
from nlu.client import Heard, ModelUnavailable, Reason
from nlu.recogniser import Recogniser
from tests.conversations.script import (
    BACKUP,
    CLOSED,
    OPERATOR,
    TEXTS,
    Act,
    Operates,
    Presses,
    Sends,
    Waits,
    Writes,
)
from tests.kit import own
from tests.kit.constants import NIGHT
from tests.kit.helpline import fresh_parts
from tests.kit.own import keywords

FROM_NINE = Hours((Office("desk", ((Shift(time(9), timedelta(hours=9)),),) * 7, {}),))
BACKUP_CHAT = -1
_DATE = re.compile(r"\b\d\d\.\d\d\.\d{4}\b")
_DATES = {"date": "2026-12-05", "next_opening": "2026-07-16T09:00+05:00", "since": "02:00"}
"""Dates read the same everywhere; the opening is the first one after `NIGHT`."""
_NOTICES = {VOICE(f"notice-{notice.value}"): notice.value for notice in Notice}


class Told:
    """In the model's place: it hears what the dialogue says that it hears."""

    heard: Heard | None = None

    async def hear(self, text: str) -> Heard:
        if self.heard is None:
            raise ModelUnavailable(Reason.DOWN)
        return self.heard


@cache
def model() -> Told:
    return Told()


@cache
def recogniser() -> Recogniser:
    return Recogniser(keywords(), model())


@cache
def catalogue() -> Catalogue:
    return own.catalogue(SettableClock(NIGHT))


@cache
def texts() -> dict[str, set[tuple[str, str]]]:
    """What a person reads → (text id, locale): a few texts read the same in several locales."""
    found: dict[str, set[tuple[str, str]]] = {}
    for locale in catalogue().locales.all:
        for text_id in TEXTS:
            shown = catalogue().plain(text_id, locale.id, _DATES)
            found.setdefault(_DATE.sub("…", shown), set()).add((text_id, locale.id))
    return found


@dataclass(frozen=True, slots=True)
class Said:
    """One message to the person. `ids`: (text id, locale); empty for an operator's own words."""

    text: str
    ids: frozenset[tuple[str, str]]
    buttons: tuple[str, ...]
    silent: bool

    def name(self, locale: str) -> str:
        """Its text id, with the locale where it isn't the expected one."""
        if not self.ids:
            return OPERATOR
        own = [text_id for text_id, spoken in self.ids if spoken == locale]
        return own[0] if own else " or ".join(f"{one} ({spoken})" for one, spoken in self.ids)


@dataclass
class Stage:
    """The helpline and both sides' screens."""

    parts: Parts
    talk: Talk
    said: list[Said] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    passed_on: bool = False

    async def play(self, act: Act) -> None:
        """One step; `said` and `notices` then hold what it led to."""
        lines: list[Line]
        before = len(await self._transcript())
        match act:
            case Writes(text, heard):
                model().heard = heard
                lines = await self.talk.text(text)
            case Presses(choice, forged):
                choice_id = choice.id
                if not forged:
                    assert self.talk.was_shown(choice_id), "this button was never shown"
                lines = await self.talk.press_choice(choice_id)
            case Sends(kind):
                lines = await self.talk.send(kind)
            case Waits(seconds):
                lines = await self.talk.wait(seconds)
            case Operates(text):
                lines = await self.talk.operator(text)
        self.said = [self._said(line) for line in lines if line["to"] == "person"]
        shown = [str(line["text"]) for line in lines if line["to"] == "operators"]
        self.notices = [_NOTICES[text] for text in shown if text in _NOTICES]
        for_desk = _for_desk(act)
        self.passed_on = for_desk in shown or len(await self._transcript()) > before

    async def state(self) -> LoadedConversation:
        """Where the conversation stands by now."""
        conversation = await self.parts.helpline.conversation_of(ADDRESS)
        return await self.parts.store.conversations.load(conversation)

    async def _transcript(self) -> list[str]:
        conversation = await self.parts.helpline.conversation_of(ADDRESS)
        return await self.parts.store.outbox.transcript(conversation)

    def _said(self, line: Line) -> Said:
        text = str(line["text"])
        ids = frozenset(texts().get(_DATE.sub("…", text), ()))
        return Said(text, ids, tuple(line["buttons"]), bool(line["silent"]))


def _for_desk(act: Act) -> str:
    """What an open topic shows of it: the words, or that something was sent which nobody takes."""
    match act:
        case Writes(text):
            return text
        case Sends(kind):
            return card.line(VOICE, DeskKind.UNSUPPORTED, kind.value, "")
        case _:
            return ""


@asynccontextmanager
async def stage(desk: Collection[str] = ()) -> AsyncIterator[Stage]:
    """A helpline of its own, at night, with an empty Redis. `desk`: as the dialogue has it."""
    clock = SettableClock(NIGHT)
    shown = own.publication(clock, hours=FROM_NINE if CLOSED in desk else ALWAYS)
    backup = BACKUP_CHAT if BACKUP in desk else 0
    async with fresh_parts(
        clock=clock, recogniser=recogniser(), shown=shown, backup_chat=backup
    ) as built:
        yield Stage(built, Talk(built, clock, await built.store.people_key.names()))

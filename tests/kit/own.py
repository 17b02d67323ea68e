"""The program's own flows, texts and lexicon, read once for all tests of a process.

None of them can be changed, and reading them takes longer than most tests. Tests about reading,
and about a process's start, read anew instead.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

from bot import compose
from bot.clock import Clock, SystemClock
from bot.compose import Parts
from bot.config import Settings
from bot.helpline.recogniser import Recogniser
from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers
from bot.texts.catalogue import CONTENT, Catalogue
from bot.texts.hours import read_hours
from bot.texts.publication import OWN, Publication
from bot.tickets.hours import Hours
from flows.format.load import load
from flows.format.model import Library
from nlu.keywords import Keywords
from nlu.keywords.lexicon import Lexicon
from nlu.keywords.lexicon import load as load_lexicon


@cache
def library() -> Library:
    """The flows."""
    return load()


@cache
def lexicon() -> Lexicon:
    """The lexicon."""
    return load_lexicon()


@cache
def keywords() -> Keywords:
    """The lexicon, ready for messages."""
    return Keywords(lexicon())


@cache
def _texts() -> Catalogue:
    return Catalogue.read(SystemClock())


def catalogue(clock: Clock, *, production: bool = False) -> Catalogue:
    """The texts, as they are at that clock's time."""
    own = _texts()
    return Catalogue(
        own.locales,
        own.texts,
        own.contacts,
        own.overrides,
        clock,
        production=production,
        deck=own.deck,
    )


@cache
def _hours() -> Hours:
    return read_hours(CONTENT)


def publication(
    clock: Clock, *, hours: Hours | None = None, production: bool = False
) -> Publication:
    """What a process shows before anything is published. `hours`: instead of the own ones."""
    texts = catalogue(clock, production=production)
    return Publication(OWN, library(), texts, hours or _hours())


def settings_on(servers: Servers, **more: Any) -> Settings:
    """Settings for these servers and a new master key. `more`: other settings."""
    return Settings(
        redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master(), **more
    )


@asynccontextmanager
async def parts(
    settings: Settings,
    *,
    clock: Clock | None = None,
    recogniser: Recogniser | None = None,
    shown: Publication | None = None,
) -> AsyncIterator[Parts]:
    """As `bot.compose.parts`, without reading the files again. `shown`: instead of what these
    settings show."""
    time = clock or SystemClock()
    own = shown or publication(time, production=settings.production)
    async with compose.parts(
        settings, clock=time, recogniser=recogniser, keywords=keywords(), publication=own
    ) as built:
        yield built

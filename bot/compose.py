"""The only place that builds adapters: settings in, a working helpline out."""

import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

from bot.clock import Clock, SystemClock
from bot.config import VARIABLES, DeskMode, Settings
from bot.errors import ConfigError, StoreUnavailable
from bot.helpline import Helpline
from bot.helpline.block_reviews import BlockReviews
from bot.helpline.closures import Closures
from bot.helpline.devices import Devices
from bot.helpline.effect_rows import EffectRows
from bot.helpline.following import Following
from bot.helpline.four_eyes import FourEyes
from bot.helpline.hand_over_sheets import HandOverSheets
from bot.helpline.hear import Hearing
from bot.helpline.invitations import Invitations
from bot.helpline.operators import Operators
from bot.helpline.recogniser import Recogniser
from bot.helpline.repeated_alerts import RepeatedAlerts
from bot.helpline.shifts import Shifts
from bot.helpline.staff import Staff
from bot.helpline.staff_audit import StaffAudit
from bot.helpline.stubs import EmergencyStubs
from bot.helpline.text_search import TextSearch
from bot.helpline.turns import Turns
from bot.helpline.wake import Waking
from bot.privacy.retention import lower, read_lifetimes
from bot.privacy.vault import Vault
from bot.processes.collector import collector_rests
from bot.store import Store, connect, open_store
from bot.store.client.every_server import EveryServer
from bot.store.client.topology import is_open, is_same_server
from bot.telemetry.model_metrics import Measured
from bot.texts.catalogue import CONTENT, Catalogue
from bot.texts.current import LivePublication
from bot.texts.hours import read_hours
from bot.texts.publication import OWN, Publication
from bot.texts.publishers.approval import Approval, BySignatures, Unsigned
from bot.texts.publishers.listed import read_publishers
from bot.tickets.hours import Hours
from flows.events import Parse
from flows.format.load import load
from flows.format.model import Library
from nlu.client import ModelClient
from nlu.embedding import Embedder
from nlu.keywords import Keywords
from nlu.keywords.lexicon import load as load_lexicon
from nlu.recogniser import Recogniser as LocalAndModel


class Needs(IntEnum):
    """How much a process reads before it begins: less makes it start sooner, with less that can be
    faulty. What it turns out to need besides is read at that moment."""

    STORE = 0
    """Nothing but Redis: a command about keys or operators."""
    TEXTS = 1
    """The flows and texts, of which turns are made: the desk, which hears no person."""
    HEARING = 2
    """The lexicon as well, for people's messages: intake."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that a process works with."""

    settings: Settings
    clock: Clock
    live: LivePublication
    vault: Vault
    store: Store
    recogniser: Recogniser
    helpline: Helpline
    servers: EveryServer
    search: TextSearch
    model: ModelClient | None = None

    def model_available(self) -> bool | None:
        """Whether the model's last answer was usable, to messages and to searches; None if there is
        no model."""
        of_search = self.search.model_available
        if self.model is None:
            return of_search
        return self.model.available and of_search is not False

    @property
    def library(self) -> Library:
        """The flows that are live now."""
        return self.live.current.library

    @property
    def hours(self) -> Hours:
        """When operators work, as it is live now."""
        return self.live.current.hours

    @property
    def catalogue(self) -> Catalogue:
        """The texts that are live now."""
        return self.live.current.catalogue


def make_helpline(
    live: LivePublication,
    store: Store,
    vault: Vault,
    recogniser: Recogniser,
    clock: Clock,
    *,
    has_backup: bool = False,
) -> Helpline:
    """The use cases, each with the parts of the store that it works with. `has_backup`: another
    group is called when nobody in the first answers."""
    rows = EffectRows(store.topics, store.closure, clock, has_backup=has_backup)
    stubs = EmergencyStubs(store.people, store.stubs, store.topics, store.after_erasure)
    turns = Turns(
        live,
        rows,
        store.conversations,
        store.topics,
        stubs,
        store.counts,
        store.memory,
        RepeatedAlerts(store.after_erasure),
        clock,
    )
    operators = Operators(store.queue, store.audit, clock, turns)
    log = StaffAudit(store.audit, clock)
    staff = Staff(
        store.roster,
        store.expulsions,
        store.queue,
        vault,
        operators,
        log,
        Shifts(store.roster, store.factors, store.console_sessions, log, clock),
        Invitations(store.invitations, store.roster, log, clock),
        Devices(
            store.roster, store.passkeys, store.device_links, store.console_sessions, log, clock
        ),
    )
    return Helpline(
        turns,
        Hearing(live, store.people_key, store.partitions, recogniser, clock, turns),
        Waking(store.board, store.conversations, clock, turns),
        operators,
        staff,
        FourEyes(staff, store.proposals, store.roster),
        Following(store.conversations, store.log, store.followers, store.roster, log, operators),
        HandOverSheets(store.conversations, store.queue, operators, store.audit, clock),
        Closures(store.closure, log, clock),
        BlockReviews(store.board, log, clock),
        store.conversations,
        store.outbox,
    )


def own_publication(clock: Clock, *, production: bool = False) -> Publication:
    """The flows and texts that came with the program. Raises `FlowError`, `ContentError`."""
    with collector_rests():
        catalogue = Catalogue.read(clock, production=production)
        return Publication(OWN, load(), catalogue, read_hours(CONTENT))


def own_keywords() -> Keywords:
    """The lexicon that came with the program. Raises `LexiconError`."""
    with collector_rests():
        return Keywords(load_lexicon())


@asynccontextmanager
async def parts(
    settings: Settings,
    *,
    clock: Clock | None = None,
    recogniser: Recogniser | None = None,
    keywords: Keywords | None = None,
    publication: Publication | None = None,
    needs: Needs = Needs.HEARING,
) -> AsyncIterator[Parts]:
    """Build everything that isn't given, and take it down again. Raises `ConfigError`,
    `FlowError`, `ContentError`, `LexiconError`: then nothing has started.

    `keywords`, `publication`: instead of the program's own files.
    """
    lower(read_lifetimes(settings.lifetimes))
    time = clock or SystemClock()
    production = settings.production
    vault = Vault(settings.keys)
    async with AsyncExitStack() as stack:
        redis = connect(settings.redis_url, "HELPLINE_REDIS_URL")
        stack.push_async_callback(redis.aclose)
        if not settings.keyring_url:
            raise ConfigError(
                "set HELPLINE_KEYRING_URL: the data keys need a Redis of their own that never "
                "writes to disk (see README, settings)"
            )
        if is_same_server(settings.redis_url, settings.keyring_url):
            raise ConfigError(
                "HELPLINE_KEYRING_URL must name another server than HELPLINE_REDIS_URL: data keys "
                "beside what they seal protect nothing (deploy/README.md)"
            )
        if settings.production:
            for name in _REDIS:
                for url in getattr(settings, VARIABLES[name]).split():
                    if is_open(url):
                        raise ConfigError(
                            f"{name}: in production Redis beyond this machine is reached by TLS "
                            "(rediss://…; deploy/README.md, on the wire)"
                        )
        keyring = connect(settings.keyring_url, "HELPLINE_KEYRING_URL")
        stack.push_async_callback(keyring.aclose)
        client = None
        if recogniser is None:
            if settings.nlu_url:
                model = ModelClient(settings.nlu_url, time.monotonic, token=settings.nlu_token)
                client = await stack.enter_async_context(model)
            make = _recogniser if needs >= Needs.HEARING else _Late
            recogniser = make(keywords, client)
        logs = settings.desk is not DeskMode.TELEGRAM
        store = open_store(redis, keyring, vault, time, logs=logs)
        live = LivePublication(
            lambda: publication or own_publication(time, production=production),
            store.publications,
            time,
            _approval(settings),
            production=production,
        )
        if needs >= Needs.TEXTS:
            live.read()
            with contextlib.suppress(StoreUnavailable):  # then `follow` asks again, before any turn
                await live.refresh()
        servers = EveryServer(
            settings.maintenance_url or f"{settings.redis_url} {settings.keyring_url}",
            "HELPLINE_MAINTENANCE_URL",
        )
        backup = bool(settings.backup_chat)
        helpline = make_helpline(live, store, vault, recogniser, time, has_backup=backup)
        embedder = None
        if settings.nlu_url:
            vectors = Embedder(settings.nlu_url, time.monotonic, token=settings.nlu_token)
            embedder = await stack.enter_async_context(vectors)
        search = TextSearch(live, embedder)
        yield Parts(
            settings, time, live, vault, store, recogniser, helpline, servers, search, client
        )


_REDIS = (
    *("HELPLINE_REDIS_URL", "HELPLINE_KEYRING_URL", "HELPLINE_MAINTENANCE_URL"),
    "HELPLINE_PRACTICE_URL",
)


def _approval(settings: Settings) -> Approval:
    """Who decides what may be shown. Raises `ConfigError`."""
    if settings.unsigned_texts:
        return Unsigned()
    listed = settings.publishers
    return BySignatures(read_publishers(Path(listed)) if listed else None)


class _Late:
    """A recogniser whose lexicon is read when it is first used."""

    def __init__(self, keywords: Keywords | None, client: ModelClient | None) -> None:
        self._read: Callable[[], LocalAndModel] = cache(lambda: _recogniser(keywords, client))

    async def parse(self, text: str) -> Parse:
        return await self._read().parse(text)

    def short(self, text: str) -> Parse:
        return self._read().short(text)


def _recogniser(keywords: Keywords | None, client: ModelClient | None) -> LocalAndModel:
    known = keywords or own_keywords()
    if client is None:
        return LocalAndModel(known)
    return LocalAndModel(known, Measured(client), client.is_crowded)

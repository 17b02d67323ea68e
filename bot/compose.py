"""The only place that builds adapters: settings in, a working helpline out."""

import contextlib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.catalogue import CONTENT, Catalogue
from bot.clock import SystemClock
from bot.config import Settings
from bot.errors import StoreUnavailable
from bot.helpline import Helpline
from bot.hours import Hours
from bot.live import Live
from bot.measured import Measured
from bot.ports import Clock, Recogniser
from bot.retention import lower, read_lifetimes
from bot.store import Store, connect, open_store
from bot.texts.hours import read_hours
from bot.texts.publication import OWN, Publication
from bot.vault import Vault
from flows.load import load
from flows.model import Library
from nlu.client import ModelClient
from nlu.lexicon import load as load_lexicon
from nlu.recogniser import Recogniser as LocalAndModel


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that a process works with."""

    settings: Settings
    clock: Clock
    live: Live
    vault: Vault
    store: Store
    recogniser: Recogniser
    helpline: Helpline
    model: ModelClient | None = None

    def model_available(self) -> bool | None:
        """Whether the model's last answer was usable; None if there is no model."""
        return None if self.model is None else self.model.available

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


@asynccontextmanager
async def parts(
    settings: Settings,
    *,
    clock: Clock | None = None,
    recogniser: Recogniser | None = None,
    library: Library | None = None,
    catalogue: Catalogue | None = None,
    hours: Hours | None = None,
) -> AsyncIterator[Parts]:
    """Build everything that isn't given, and take it down again. Raises `ConfigError`,
    `FlowError`, `ContentError`, `LexiconError`: then nothing has started."""
    lower(read_lifetimes(settings.lifetimes))
    time = clock or SystemClock()
    production = settings.production
    texts = catalogue or Catalogue.read(time, production=production)
    own = Publication(OWN, library or load(), texts, hours or read_hours(CONTENT))
    vault = Vault(settings.keys)
    async with AsyncExitStack() as stack:
        redis = connect(settings.redis_url, "HELPLINE_REDIS_URL")
        stack.push_async_callback(redis.aclose)
        keyring = redis
        if settings.keyring_url:
            keyring = connect(settings.keyring_url, "HELPLINE_KEYRING_URL")
            stack.push_async_callback(keyring.aclose)
        client = None
        if recogniser is None and settings.nlu_url:
            model = ModelClient(settings.nlu_url, time.monotonic, token=settings.nlu_token)
            client = await stack.enter_async_context(model)
            recogniser = LocalAndModel(load_lexicon(), Measured(client), client.is_crowded)
        elif recogniser is None:
            recogniser = LocalAndModel(load_lexicon())
        store = open_store(redis, keyring, vault, time)
        live = Live(own, store.publications, time, production=production)
        with contextlib.suppress(StoreUnavailable):  # then `follow` asks again, before any turn
            await live.refresh()
        backup = bool(settings.backup_chat)
        helpline = Helpline(live, store, vault, recogniser, time, has_backup=backup)
        yield Parts(settings, time, live, vault, store, recogniser, helpline, client)

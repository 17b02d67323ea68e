"""The console process: what it is made of."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, aclosing
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from bot.compose import Parts
from bot.console import icons, static_files
from bot.console.application import application
from bot.console.board.board import Board
from bot.console.desk.beside_acts import BesideActs
from bot.console.desk.desk import Desk
from bot.console.desk.drawer import Drawer
from bot.console.desk.hand_over import HandOver
from bot.console.desk.waiting import Waiting
from bot.console.entrance.enrolment import Enrolment
from bot.console.entrance.entrance import Entrance
from bot.console.entrance.passkey_sign_in import PasskeySignIn
from bot.console.live import LISTEN_AGAIN_SECONDS, LiveUpdates
from bot.console.lock import Lock
from bot.console.pages import Pages
from bot.console.passkeys import PasskeyChecks
from bot.console.people.own_devices import OwnDevices
from bot.console.people.people import PeoplePages
from bot.console.practice.practice import SECONDS, Practice
from bot.console.publication.room import PublicationRoom
from bot.console.publication.routes import routes_of as publication_routes
from bot.console.reviews.asking import Asking
from bot.console.reviews.link import ReviewPages
from bot.console.routes import Route
from bot.console.security import Guard
from bot.console.sessions import Cookie, Sessions
from bot.console.texts.looks import Looks
from bot.console.texts.routes import routes_of
from bot.console.texts.talks import SECONDS as TALK_SECONDS
from bot.console.texts.talks import Talks
from bot.helpline import text_search
from bot.processes.jobs import Job, every
from bot.store import connect
from bot.studio.studio import Studio
from bot.studio.working_tree import WorkingTree
from bot.telemetry.http_server import listening
from bot.texts.voices import voices

logger = logging.getLogger(__name__)

VARIABLE = "HELPLINE_CONSOLE_LISTEN"
REVIEW_VARIABLE = "HELPLINE_REVIEW_LISTEN"
BACK_UP_SECONDS = 60.0
"""How soon what editors have saved is on the remote too."""


class Console:
    """The desk in a browser: its routes, and what runs beside them."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        store = parts.store
        self._origin = parts.settings.console_origin
        self._review_origin = parts.settings.review_origin
        secure = urlsplit(self._origin).scheme == "https"
        cookie = Cookie(secure=secure)
        self.sessions = Sessions(store.console_sessions, store.roster, cookie, parts.clock)
        self.checks = PasskeyChecks(self._origin, store.passkeys, parts.vault, parts.clock)
        self.pages = Pages(voices(parts.settings.desk_locale))
        self.live = LiveUpdates(store.changes, self.sessions)
        self.lock = Lock(self.sessions)
        url = parts.settings.practice_url
        self._practice_redis = connect(url, "HELPLINE_PRACTICE_URL") if url else None
        self.practice = Practice(
            parts, self.pages, self.sessions, self._practice_redis, _desk_routes
        )
        content = parts.settings.content_tree
        tree = WorkingTree(Path(content), parts.clock) if content else None
        self.studio = Studio(parts.clock, tree)
        self.publication = PublicationRoom(parts, self.pages, self.studio)
        self._looks = Looks(self.pages, self.studio)
        self.talks = Talks(self._looks, parts, self.sessions, self._practice_redis)

    def routes(self, sign_in: Sequence[Route] = ()) -> tuple[Route, ...]:
        """Every route. `sign_in`: more ways to sign in than the console has of its own."""
        with_passkeys = self.parts, self.pages, self.sessions, self.checks
        entrance = Entrance(
            self.parts, self.pages, self.sessions, self.checks.host, offers_more=bool(sign_in)
        )
        return (
            *static_files.ROUTES,
            *icons.ROUTES,
            *entrance.routes,
            *sign_in,
            *PasskeySignIn(*with_passkeys).routes,
            *Enrolment(*with_passkeys).routes,
            *OwnDevices(self.parts, self.pages, self.checks).routes,
            *PeoplePages(self.parts, self.pages).routes,
            *self.live.routes,
            *self.lock.routes,
            *Waiting(self.parts.store).routes,
            *_desk_routes(self.parts, self.pages),
            *HandOver(self.parts, self.pages).routes,
            *Board(self.parts, self.pages).routes,
            *self.practice.routes,
            *publication_routes(self.publication, self.checks),
            *routes_of(self._looks, self.talks),
            *Asking(self._looks, self.parts.store.asked_reviews, self._review_origin).routes,
        )

    def review_routes(self) -> tuple[Route, ...]:
        """Every route of the reviewers' listener, which leads to nothing of the desk's."""
        reviews, clock = self.parts.store.asked_reviews, self.parts.clock
        return ReviewPages(self.pages, self.studio, reviews, self._review_origin, clock).routes

    def review_application(self) -> web.Application | None:
        """The application for whoever has a review's link; None where it isn't served."""
        if not self._review_origin:
            return None
        return application(self.review_routes(), Guard(self._review_origin, None))

    async def aclose(self) -> None:
        """Close the texts' folder, and end what is being checked."""
        await self.publication.work.close()
        self.studio.close()

    def application(self, sign_in: Sequence[Route] = ()) -> web.Application:
        """The application that serves them."""
        app = application(self.routes(sign_in), Guard(self._origin, self.sessions))

        async def end_streams(_: web.Application) -> None:
            self.live.end()

        async def end_practices(_: web.Application) -> None:
            await self.practice.close()
            await self.talks.close()
            if self._practice_redis is not None:
                await self._practice_redis.aclose()

        app.on_shutdown.append(end_streams)
        app.on_cleanup.append(end_practices)
        return app


def _desk_routes(parts: Parts, pages: Pages) -> Sequence[Route]:
    desk = Desk(parts, pages)
    return (
        *desk.routes,
        *Drawer(parts, pages, desk).routes,
        *BesideActs(parts, pages).routes,
    )


async def run(parts: Parts, sign_in: Callable[[Console], Sequence[Route]] = lambda _: ()) -> None:
    """Run until cancelled. `sign_in`: see `Console.routes`. Raises `ConfigError`."""
    console = Console(parts)
    app = console.application(sign_in(console))
    reviews = console.review_application()
    async with (
        aclosing(console),
        listening(app, parts.settings.console_listen, VARIABLE),
        AsyncExitStack() as more,
        asyncio.TaskGroup() as group,
    ):
        if reviews is not None:
            listens = listening(reviews, parts.settings.review_listen, REVIEW_VARIABLE)
            await more.enter_async_context(listens)
        logger.info("console_listens")
        group.create_task(parts.live.follow())
        group.create_task(every(Job("listen_changes", LISTEN_AGAIN_SECONDS, console.live.listen)))
        group.create_task(every(Job("practise", SECONDS, console.practice.tick)))
        group.create_task(every(Job("end_talks", TALK_SECONDS, console.talks.tick)))
        group.create_task(every(Job("index_texts", text_search.LOOK_SECONDS, parts.search.refresh)))
        if console.studio.writable:
            back_up = Job("back_up_texts", BACK_UP_SECONDS, console.studio.back_up)
            group.create_task(every(back_up))

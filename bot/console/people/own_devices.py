"""One's own devices: which there are, one more, one less."""

from collections.abc import Mapping
from http import HTTPMethod
from typing import Any

from aiohttp import web

from bot.compose import Parts
from bot.console.bodies import Numbered, body
from bot.console.pages import Pages
from bot.console.passkeys import PasskeyChecks
from bot.console.people.views import devices
from bot.console.routes import EVERY_ROLE, Handler, Route, Visit
from bot.helpline.devices import WANTED, link_address
from bot.store.staff.passkeys import Device


class Added(Numbered):
    """A new device's answer (WebAuthn, RegistrationResponseJSON)."""

    device: Device
    answer: Mapping[str, Any]


class Lost(Numbered):
    """Which device is to be taken away."""

    device: str


class OwnDevices:
    """Answers the requests of whoever is signed in, about their own devices."""

    def __init__(self, parts: Parts, pages: Pages, checks: PasskeyChecks) -> None:
        self._origin = parts.settings.console_origin
        self._devices = parts.helpline.staff.devices
        self._passkeys = parts.store.passkeys
        self._pages = pages
        self._checks = checks

    @property
    def routes(self) -> tuple[Route, ...]:
        """Whatever changes something asks the passkey: else a stolen session enrolled a device."""

        def asking(path: str, act: Handler) -> Route:
            handler = self._pages.saying_why(act)
            return Route(HTTPMethod.POST, path, EVERY_ROLE, handler, asks_passkey=True)

        return (
            Route(HTTPMethod.GET, "/devices", EVERY_ROLE, self._page),
            Route(HTTPMethod.GET, "/devices/wanted", EVERY_ROLE, self._wanted),
            asking("/devices/begin", self._begin),
            asking("/devices/add", self._add),
            asking("/devices/link", self._link),
            asking("/devices/lose", self._lose),
        )

    async def _page(self, visit: Visit) -> web.StreamResponse:
        operator = visit.who.operator
        found = await self._passkeys.of(operator.id)
        return self._pages.page(
            "people/devices.html",
            self._pages.voice(operator.languages),
            operator,
            "/devices",
            own=devices(found, self._checks.host),
            devices=list(Device),
        )

    async def _wanted(self, visit: Visit) -> web.StreamResponse:
        """A reminder for every page, until there are two devices for this address."""
        operator = visit.who.operator
        found = devices(await self._passkeys.of(operator.id), self._checks.host)
        good = sum(not one.elsewhere for one in found)
        return self._pages.render(
            "people/wanted.html",
            self._pages.voice(operator.languages),
            due=good < WANTED and not operator.waived,
        )

    async def _begin(self, visit: Visit) -> web.StreamResponse:
        await body(visit, Numbered)
        operator = visit.who.operator
        known = await self._passkeys.of(operator.id)
        options = self._checks.creation(operator.id, operator.name, _bound(visit), known)
        return web.json_response(options)

    async def _add(self, visit: Visit) -> web.StreamResponse:
        given, operator = await body(visit, Added), visit.who.operator
        made = await self._checks.created(given.answer, operator.id, _bound(visit), given.device)
        await self._devices.add(operator, made)
        return web.Response(status=204)

    async def _link(self, visit: Visit) -> web.StreamResponse:
        await body(visit, Numbered)
        operator = visit.who.operator
        token = await self._devices.link(operator, operator)
        return web.json_response({"link": link_address(self._origin, token)})

    async def _lose(self, visit: Visit) -> web.StreamResponse:
        given, operator = await body(visit, Lost), visit.who.operator
        await self._devices.lose(operator, given.device, operator)
        return web.Response(status=204)


def _bound(visit: Visit) -> str:
    return f"device {visit.who.token}"

"""Operators with devices, over HTTP: enrolled by a link, signed in by a passkey."""

from dataclasses import dataclass
from typing import Any

import msgspec

from bot.store.staff.passkeys import Device
from bot.tickets.operator import Operator, Role
from tests.bot.console.conftest import COOKIE, Answer, Browser, Served
from tests.kit.authenticator import Authenticator


@dataclass(slots=True)
class Owner:
    """An operator, their device, and the browser that it has signed in."""

    served: Served
    operator: Operator
    device: Authenticator
    browser: Browser

    async def answers(self, **changed: Any) -> dict[str, Any]:
        """What the device answers to a fresh request to sign in. `changed`: of the device."""
        for name, value in changed.items():
            setattr(self.device, name, value)
        return self.device.get(read(await self.served.stranger().posts("/sign-in/begin")))

    async def signs_in(self, **changed: Any) -> Answer:
        answer = await self.answers(**changed)
        return await self.served.stranger().posts("/sign-in", answer=answer)

    async def proves(self, **changed: Any) -> Answer:
        """The device shows again in this browser who it is."""
        for name, value in changed.items():
            setattr(self.device, name, value)
        asked = read(await self.browser.posts("/prove/begin"))
        return await self.browser.posts("/prove", answer=self.device.get(asked))


def read(answer: Answer) -> Any:
    assert answer.status == 200, (answer.status, answer.text)
    return msgspec.json.decode(answer.text)


def cookie(answer: Answer) -> str:
    """The session that an answer has begun."""
    assert answer.status == 204, (answer.status, answer.text)
    name, _, rest = answer.headers["Set-Cookie"].partition("=")
    assert name == COOKIE
    return rest.partition(";")[0]


async def enrols(
    served: Served, token: str, device: Authenticator, name: str = "", kind: Device = Device.KEY
) -> Answer:
    """A browser opens a link."""
    stranger = served.stranger()
    begun = await stranger.posts("/enrol/begin", token=token, name=name)
    if begun.status != 200:
        return begun
    asked = read(begun)
    answer = device.create(asked["options"])
    given = {"token": token, "name": name, "user": asked["user"], "device": kind.value}
    return await stranger.posts("/enrol", **given, answer=answer)


async def owner(
    served: Served, name: str = "Heron", role: Role = Role.OPERATOR, *, on_shift: bool = True
) -> Owner:
    """Somebody without Telegram who has one device and is signed in by it."""
    staff = served.helpline.parts.helpline.staff
    operator = await staff.newcomers.take_in(name, role)
    device = Authenticator(served.origin)
    token = cookie(await enrols(served, await staff.devices.link(operator), device))
    found = Owner(served, operator, device, Browser(served, operator, token))
    if on_shift:
        assert (await found.browser.posts("/desk/shift")).status == 204
    return found

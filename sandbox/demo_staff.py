"""Operators of the sandbox who need no invitation: for the demo, the benchmark and the tests."""

from collections.abc import Iterable

from bot.compose import Needs, parts
from bot.config import Settings
from bot.helpline.devices import link_address
from bot.helpline.staff import Staff
from bot.processes.redis_server import Servers
from bot.tickets.operator import Role
from sandbox import Sandbox

NAMES = {"o1": "Heron", "o2": "Sparrow", "o3": "Falcon", "o4": "Robin"}
"""The sandbox's operators and their code names; Heron is a supervisor."""

CAPACITY = 20

FIRST = "Osprey"
"""Who gets the first link of the console, where it has passkeys."""


async def enrol(sandbox: Sandbox, staff: Staff, who: Iterable[str] = NAMES) -> None:
    """Enrol operators: they are in the group, have a code name, are on shift, and have room for
    many tickets. Their shift asks for no code: only whoever starts such a Telegram enrols like
    this."""
    for key in who:
        role = Role.SUPERVISOR if key == "o1" else Role.OPERATOR
        operator = await staff.by_telegram.admit(sandbox.operator(key).user_id, NAMES[key], role)
        await staff.change(operator, capacity=CAPACITY)


async def first_link(servers: Servers, master_key: str, origin: str) -> str:
    """Somebody new, a supervisor without Telegram, and the link for their first device."""
    settings = Settings(redis_url=servers.store, keyring_url=servers.keyring, master_key=master_key)
    async with parts(settings, needs=Needs.STORE) as built:
        staff = built.helpline.staff
        operator = await staff.newcomers.take_in(FIRST, Role.SUPERVISOR)
        return link_address(origin, await staff.devices.link(operator))


async def enrol_before_start(
    sandbox: Sandbox, servers: Servers, master_key: str, who: Iterable[str] = NAMES
) -> None:
    """Enrol operators, as `enrol` does, for processes that are yet to start."""
    settings = Settings(redis_url=servers.store, keyring_url=servers.keyring, master_key=master_key)
    async with parts(settings, needs=Needs.STORE) as built:
        await enrol(sandbox, built.helpline.staff, who)

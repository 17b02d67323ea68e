"""Operators of the sandbox who need no invitation: for the demo, the benchmark and the tests."""

from collections.abc import Iterable

from bot.compose import Needs, parts
from bot.config import Settings
from bot.helpline.staff import Staff
from bot.processes.redis_server import Servers
from bot.tickets.operator import Role
from sandbox import Sandbox

NAMES = {"o1": "Heron", "o2": "Sparrow", "o3": "Falcon", "o4": "Robin"}
"""The sandbox's operators and their code names; Heron is a supervisor."""

CAPACITY = 20


async def enrol(sandbox: Sandbox, staff: Staff, who: Iterable[str] = NAMES) -> None:
    """They are in the group, have a code name, are on shift, and have room for many tickets. Their
    shift asks for no code: only whoever starts such a Telegram enrols like this."""
    for key in who:
        role = Role.SUPERVISOR if key == "o1" else Role.OPERATOR
        operator = await staff.admit(sandbox.operator(key).user_id, NAMES[key], role)
        await staff.change(operator, capacity=CAPACITY)


async def enrol_before_start(
    sandbox: Sandbox, servers: Servers, master_key: str, who: Iterable[str] = NAMES
) -> None:
    """The same for processes that are yet to start."""
    settings = Settings(redis_url=servers.store, keyring_url=servers.keyring, master_key=master_key)
    async with parts(settings, needs=Needs.STORE) as built:
        await enrol(sandbox, built.helpline.staff, who)

"""A Telegram on your own machine: Bot API server, people, operators, web page. See README.md."""

from sandbox.clock import SandboxClock, frozen_clock
from sandbox.errors import ClientError
from sandbox.faults import Fault
from sandbox.limits import Limits
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.server import Sandbox, serve
from sandbox.settings import SandboxSettings
from sandbox.shown import Shown, ShownTopic, Unmet

__all__ = [
    "ClientError",
    "Fault",
    "Limits",
    "Operator",
    "Person",
    "Sandbox",
    "SandboxClock",
    "SandboxSettings",
    "Shown",
    "ShownTopic",
    "Unmet",
    "frozen_clock",
    "serve",
]

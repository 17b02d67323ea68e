"""A Telegram on your own machine: Bot API server, people, operators, web page. See README.md."""

from bot.sandbox.clock import SandboxClock, frozen_clock
from bot.sandbox.errors import ClientError
from bot.sandbox.faults import Fault
from bot.sandbox.limits import Limits
from bot.sandbox.operators import Operator
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox, serve
from bot.sandbox.settings import SandboxSettings
from bot.sandbox.shown import Shown, ShownTopic, Unmet

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

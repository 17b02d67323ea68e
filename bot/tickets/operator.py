"""Operators: humans of the hotline. Pure; where they are kept is `bot.store.staff.roster`."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.errors import NotAllowed
from bot.message import Wording, wording

CAPACITY = 3
"""Tickets at once, unless an operator chooses otherwise. An emergency may always be claimed."""

MOST_CAPACITY = 20
_NAME = re.compile(r"[^\W_][\w-]{1,19}")


class Role(StrEnum):
    """An operator's role. A supervisor may also act on others' tickets and on operators."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"


class DeskAction(StrEnum):
    """Actions at the desk that concern no ticket."""

    SHIFT = "shift"
    PROFILE = "profile"
    FIND = "find"
    HEALTH = "health"
    OPERATORS = "operators"
    INVITE = "invite"
    REMOVE = "remove"
    ROLE = "role"
    AUDIT = "audit"
    LIFT = "lift"
    CLOSE_SEVERAL = "close-several"


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator; `id` is random and says nothing.

    `name`: the code name that they chose; `languages`, `topics`: what they serve, preferred when
    tickets are shown to them and never a wall; `account`: the keyed hash of their Telegram
    account, never its number, and "" for somebody without one.
    """

    id: str
    role: Role = Role.OPERATOR
    name: str = ""
    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    on_shift: bool = False
    capacity: int = CAPACITY
    account: str = ""


@dataclass(frozen=True, slots=True)
class Invitation:
    """The role that a one-time code gives, and who gave it."""

    role: Role
    invited_at: datetime
    invited_by: str = ""


def new_id() -> str:
    """A random id for somebody who is enrolled: 96 bits."""
    return secrets.token_hex(12)


def checked_name(name: str) -> str:
    """A code name as it is kept. Raises `NotAllowed`."""
    if not _NAME.fullmatch(name):
        raise NotAllowed("refused-name")
    return name


def checked_capacity(text: str) -> int:
    """A number of tickets. Raises `NotAllowed`."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_CAPACITY):
        raise NotAllowed("refused-capacity-number", most=MOST_CAPACITY)
    return int(text)


def described(operator: Operator) -> Wording:
    """One operator in a line."""
    languages = ", ".join(operator.languages)
    return wording(
        "operator-line",
        name=operator.name,
        role=wording(f"role-{operator.role.value}"),
        shift=wording("shift-on" if operator.on_shift else "shift-off"),
        languages=languages or wording("operator-no-languages"),
        capacity=operator.capacity,
    )

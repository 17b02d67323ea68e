"""Operators: humans of the hotline. Pure; where they are kept is `bot.store.staff.roster`."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.errors import NotAllowed
from bot.message import Wording, wording
from bot.tickets.operator_names import SERVER

CAPACITY = 3
"""Tickets at once, unless an operator chooses otherwise. An emergency may always be claimed."""

MOST_CAPACITY = 20


class Role(StrEnum):
    """A role on the roster. A supervisor may also act on others' tickets and on operators; an
    editor works with texts, and on no ticket."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    EDITOR = "editor"


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
    RESTORE = "restore"
    INVITATIONS = "invitations"
    REVOKE = "revoke"
    AGREE = "agree"
    CLOSE_SEVERAL = "close-several"
    FOLLOW = "follow"
    CLOSE_FOR_NOW = "close-for-now"
    SUSPEND = "suspend"
    DEVICE = "device"
    LOSE_DEVICE = "lose-device"
    SIGN_OUT = "sign-out"


@dataclass(frozen=True, slots=True)
class Operator:
    """A human of the hotline.

    `name`: the code name that they chose; `languages`, `topics`: what they serve, preferred when
    tickets are shown to them and never a wall; `account`: the keyed hash of their Telegram
    account, never its number, and "" for somebody without one; `suspended`: they were put out of
    the operators' group, so they may do nothing until a supervisor says otherwise; `shift_ends`:
    when they must prove again who they are; `waived`: they need not, as in a demo, which alone
    enrols so; `keys`: single keys do something in the console (WCAG 2.2, 2.1.4 wants them to be
    switched off where somebody dictates or has a tremor).
    """

    id: str
    role: Role = Role.OPERATOR
    name: str = ""
    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    on_shift: bool = False
    capacity: int = CAPACITY
    account: str = ""
    suspended: bool = False
    shift_ends: datetime | None = None
    waived: bool = False
    keys: bool = True


SHELL = Operator(SERVER, Role.SUPERVISOR, SERVER, on_shift=True)
"""Whoever may run commands on the server: they hold the keys, so nobody refuses them anything."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """The role that a one-time code gives, and who gave it: code name and id.

    `label`: by which it is listed and revoked; `secret`: of the second factor, where it was shown
    with the code (`bot.helpline.shifts`); `languages`: what whoever is invited serves; `link`: it
    was given as a link of the console's, which is good for minutes.
    """

    role: Role
    invited_at: datetime
    invited_by: str = ""
    inviter: str = ""
    label: str = ""
    secret: bytes = b""
    languages: tuple[str, ...] = ()
    link: bool = False


def new_id() -> str:
    """A random id for somebody who is enrolled: 96 bits."""
    return secrets.token_hex(12)


def checked_capacity(text: str) -> int:
    """A number of tickets. Raises `NotAllowed`."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_CAPACITY):
        raise NotAllowed("refused-capacity-number", most=MOST_CAPACITY)
    return int(text)


def described(operator: Operator) -> Wording:
    """An operator described in one line."""
    languages = ", ".join(operator.languages)
    return wording(
        "operator-line",
        name=operator.name,
        role=wording(f"role-{operator.role.value}"),
        shift=wording("shift-on" if operator.on_shift else "shift-off"),
        languages=languages or wording("operator-no-languages"),
        capacity=operator.capacity,
    )

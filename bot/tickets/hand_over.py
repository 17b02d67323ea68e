"""Hand-over at the end of a shift: what the next operator must know of a ticket, by choices. Pure.

Choices and no words: they can be read at a glance and in another language. What doesn't fit is a
note of the ticket's. All of it ends with the ticket.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.message import Wording, wording


class PromiseKind(StrEnum):
    """A promise that the operator has made to the person."""

    NOTHING = "nothing"
    WRITE = "write"
    FIND_OUT = "inquire"
    OTHER_ORGANISATION = "other-organisation"


class ToldKind(StrEnum):
    """A thing that the operator has told the person."""

    EMERGENCY_NUMBERS = "emergency-numbers"
    WHERE_HELP_IS = "where-help-is"
    RIGHTS = "rights"
    PAPERS = "papers"


class AwaitedKind(StrEnum):
    """Whoever the ticket waits for."""

    PERSON = "person"
    OPERATOR = "operator"
    ORGANISATION = "organisation"
    EMERGENCY_SERVICES = "emergency-services"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class HandOverSheet:
    """An operator's sheet for whoever takes the ticket next. `by`: the code name; `due`: by when
    something was promised; `acknowledged`: the code name of whoever has read it, "" until then."""

    by: str
    at: datetime
    promised: PromiseKind = PromiseKind.NOTHING
    due: datetime | None = None
    told: tuple[ToldKind, ...] = ()
    awaited: AwaitedKind = AwaitedKind.PERSON
    acknowledged: str = ""


def described(sheet: HandOverSheet, clock: str, due: str) -> list[Wording]:
    """A sheet in lines. `clock`, `due`: its two times, as they are shown; "" for no due time."""
    lines = [wording("sheet-by", name=sheet.by, time=clock)]
    promised = wording(f"sheet-promised-{sheet.promised.value}")
    if due and sheet.promised is not PromiseKind.NOTHING:
        lines.append(wording("sheet-promised-due", what=promised, time=due))
    else:
        lines.append(wording("sheet-promised", what=promised))
    lines += [wording("sheet-told", what=wording(f"sheet-told-{one.value}")) for one in sheet.told]
    lines.append(wording("sheet-awaited", whom=wording(f"sheet-awaited-{sheet.awaited.value}")))
    if sheet.acknowledged:
        lines.append(wording("sheet-acknowledged", name=sheet.acknowledged))
    return lines

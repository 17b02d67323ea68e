"""`content/contacts.yml`: the only place for phone numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.texts.tree import Folder
from bot.texts.yaml import Document, read_yaml

TEST_CALL_LIMIT = timedelta(days=90)
"""A number that nobody has called for longer than this isn't shown (numbers rot; domain.md, 2)."""

AHEAD = timedelta(days=1)
"""A call may be dated tomorrow, seen from UTC; a later date is a slip of the pen, not a call."""

KEYS = frozenset(
    {
        "number",
        "name",
        "purpose",
        "hours",
        "languages",
        "cost",
        "foreign_sim",
        "source",
        "last_test_call",
        "heard",
        "show",
        "reason",
    }
)


class Show(StrEnum):
    """`always`: the state's emergency numbers. `never`: listed so that nobody adds it again."""

    ALWAYS = "always"
    CONFIRMED = "confirmed"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number for people. `last_test_call`: when somebody last heard it answered; `heard`:
    what they heard."""

    id: str
    number: str
    show: Show
    last_test_call: date | None
    file: str
    line: int
    heard: str = ""

    def shown(self, today: date) -> bool:
        """Whether a person may be given this number today."""
        if self.show is Show.CONFIRMED:
            tested = self.last_test_call
            return tested is not None and -AHEAD <= today - tested <= TEST_CALL_LIMIT
        return self.show is Show.ALWAYS


def read_contacts(folder: Folder) -> Mapping[str, Contact]:
    """Read the contacts. Raises `ContentError`."""
    document = read_yaml(folder / "contacts.yml")
    return {str(name): _contact(document, str(name), body) for name, body in document.root.items()}


def _contact(document: Document, name: str, body: Any) -> Contact:
    document.known(body, KEYS)
    try:
        show = Show(body.get("show"))
    except ValueError:
        known = ", ".join(Show)
        raise document.fault(body, f"`show` is one of: {known}", "show") from None
    number = "" if show is Show.NEVER else document.word(body, "number")
    if show is not Show.NEVER and not document.words(body, "source"):
        raise document.fault(body, "a number needs a source: where was it read?", "source")
    tested = body.get("last_test_call")
    if tested is not None and (not isinstance(tested, date) or isinstance(tested, datetime)):
        raise document.fault(
            body, "`last_test_call` is a date such as 2026-11-25, or empty", "last_test_call"
        )
    line = document.root.lines[name]
    return Contact(name, number, show, tested, document.file, line, str(body.get("heard") or ""))

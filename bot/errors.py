"""Errors that tell a person, an operator and a developer each what they need."""


class HelplineError(Exception):
    """Something went wrong in a way that somebody must be told of.

    `told_person`: the text id that the person is shown, or None for nothing.
    `told_operator`: a sentence for the operators' group, or "" for nothing.
    The exception's own text is for developers; it never holds a value of the person's.
    """

    told_person: str | None = None
    told_operator: str = ""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class ConfigError(HelplineError):
    """The start is refused. Names the variable or the missing part, never its value."""


class ContentError(HelplineError):
    """A text or contact is unusable. The detail begins with `file:line:`."""


class NotAllowed(HelplineError):
    """This operator may not do that to this ticket. An ordinary outcome."""

    def __init__(self, told_operator: str) -> None:
        super().__init__(told_operator)
        self.told_operator = told_operator


class NoSuchTicket(HelplineError):
    """The ticket is closed, withdrawn or erased. An ordinary outcome."""

    told_operator = "This ticket no longer exists: it was closed, or the person erased it."


class Conflict(HelplineError):
    """Others changed the same conversation again and again. Nothing was written."""

    told_operator = "Someone else acted at the same moment. Nothing was done; please try again."


class StoreUnavailable(HelplineError):
    """Redis doesn't answer. Nothing was confirmed to Telegram, so nothing is lost."""


class Sealed(HelplineError):
    """A value can't be opened: its key was shredded, or it belongs to another row."""

"""Errors that tell a person, an operator and a developer each what they need."""

from bot.message import Arg, Wording


class HelplineError(Exception):
    """Something went wrong in a way that somebody must be told of.

    `told_person`: the text id that the person is shown, or None for nothing.
    `told_operator`: what an operator is told (`content/desk/`), or None for nothing.
    The exception's own text is for developers; it never holds a value of the person's.
    """

    told_person: str | None = None
    told_operator: Wording | None = None

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class ConfigError(HelplineError):
    """The start is refused. Names the variable or the missing part, never its value."""


class ContentError(HelplineError):
    """A text or contact is unusable. The detail begins with `file:line:`."""


class NotAllowed(HelplineError):
    """An operator may not do that to a ticket. An ordinary outcome.

    `text_id`: a text of `content/desk/` that says why, and best what to do instead.
    """

    told_operator: Wording

    def __init__(self, text_id: str, **args: Arg) -> None:
        super().__init__(text_id)
        self.told_operator = Wording(text_id, args)


class NoSuchTicket(HelplineError):
    """The ticket is closed, withdrawn or erased. An ordinary outcome."""

    told_operator: Wording = Wording("refused-no-ticket")


class Conflict(HelplineError):
    """Others changed the same conversation again and again. Nothing was written."""

    told_operator: Wording = Wording("refused-conflict")


class StoreUnavailable(HelplineError):
    """Redis doesn't answer. Nothing was confirmed to Telegram, so nothing is lost."""


class Sealed(HelplineError):
    """A value can't be opened: its key was shredded, or it belongs to another row."""

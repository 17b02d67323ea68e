"""Why the studio can't save. Ordinary outcomes: the page keeps the editor's words."""

from collections.abc import Sequence

from bot.errors import HelplineError
from bot.message import Arg, Wording


class NotSaved(HelplineError):
    """Nothing was written. `text_id`: a text of `content/desk/` that says why."""

    told_operator: Wording

    def __init__(self, text_id: str, **args: Arg) -> None:
        super().__init__(text_id)
        self.told_operator = Wording(text_id, args)


class ChangedMeanwhile(NotSaved):
    """Somebody else has changed the same sentences. `theirs`: field → what it says now;
    `by`, `why`: who changed it last, and the reason that they gave."""

    def __init__(self, theirs: dict[str, str], by: str, why: str, version: str) -> None:
        super().__init__("studio-changed-meanwhile", name=by, why=why)
        self.theirs = theirs
        self.version = version


class ByHand(NotSaved):
    """Files of the folder were changed by hand, outside of the studio."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__("studio-by-hand", files=", ".join(paths))
        self.paths = tuple(paths)

"""What Telegram offers while an operator types."""

import re

from bot.desk.menu import GROUP, PRIVATE
from bot.texts.catalogue import CONTENT

SUPERVISORS = {
    *("operators", "invite", "invitations", "revoke", "role", "remove", "restore", "audit"),
    "closed",
}
"""Not offered, as everybody who finds the bot sees the menu."""

NEWCOMERS = {"enrol"}
"""Given with a code that somebody was told."""


def test_every_command_that_texts_tell_operators_of_is_offered() -> None:
    texts = (CONTENT / "desk" / "en.ftl").read_text("utf-8")
    lines = [line.partition(" = ")[2] for line in texts.splitlines() if " = " in line]
    told = {word for line in lines for word in re.findall(r"(?<![\w/.])/([a-z]+)\b", line)}

    assert {"claim", "last", "find"} <= told
    assert told - SUPERVISORS - NEWCOMERS <= {*GROUP, *PRIVATE}

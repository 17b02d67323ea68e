"""Whether a message is written so differently that somebody else may hold the phone.

The criterion is crude on purpose, so that an operator can be told what it means: after a pause
the script is another one (Latin for Cyrillic), or the language that was surely recognised is. Many
write in two scripts, so it is a question for the operator, never a reason to do anything.
"""

import unicodedata
from collections import Counter
from datetime import timedelta

from flows.clocks import WATCHED_WRITER_CHANGED_AFTER, WRITER_CHANGED_AFTER
from flows.conversation import Conversation
from flows.events import Parse

ENOUGH = 6
"""Letters that show a script; "ok" shows nothing."""


def script_of(text: str) -> str:
    """The script of most letters, as Unicode names it; "" where too few are there."""
    letters = Counter(
        unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()
    )
    return letters.most_common(1)[0][0] if letters.total() >= ENOUGH else ""


def has_changed(before: Conversation, text: str, parse: Parse, pause: timedelta | None) -> bool:
    """Whether this message differs from those before it. `pause`: since the last one."""
    least = WATCHED_WRITER_CHANGED_AFTER if before.watched else WRITER_CHANGED_AFTER
    if pause is None or pause < least:
        return False
    script = script_of(text)
    other_script = bool(script and before.script) and script != before.script
    other_language = bool(parse.locale and before.locale) and parse.locale != before.locale
    return other_script or (bool(script) and other_language)

"""Code names of operators, told apart by eye: the audit and the cards name people by them.

A name is of one script, Latin or Cyrillic, and no two may look alike: `Robin` with a Cyrillic «о»
would let one operator act under another's name (Unicode Technical Standard 39, confusables).
"""

import re
import unicodedata

from bot.errors import NotAllowed
from bot.tickets import code_names

SERVER = "server"
"""In the audit: whoever may run commands on the server."""

_NAME = re.compile(r"[^\W_][\w-]{1,19}")
_TICKET = re.compile(rf"(?:{'|'.join(code_names.WORDS)})-\d+", re.IGNORECASE)
_SCRIPTS = ("LATIN", "CYRILLIC")

_ALIKE = str.maketrans(
    {
        # Cyrillic, small letters and those whose capital looks like a Latin one
        "а": "a",
        "в": "b",
        "ь": "b",
        "с": "c",
        "е": "e",
        "ә": "e",
        "є": "e",
        "ғ": "f",
        "н": "h",
        "ң": "h",
        "һ": "h",
        "і": "i",
        "ј": "j",
        "к": "k",
        "қ": "k",
        "м": "m",
        "п": "n",
        "о": "o",
        "ө": "o",
        "р": "p",
        "ԛ": "q",
        "г": "r",
        "ѕ": "s",
        "т": "t",
        "и": "u",
        "у": "y",
        "ү": "y",
        "ұ": "y",
        "ԝ": "w",
        "х": "x",
        "ҳ": "x",
        # figures and Latin letters that have no mark to be taken off
        "0": "o",
        "1": "i",
        "3": "e",
        "5": "s",
        "6": "b",
        "ı": "i",
        "ł": "i",
        "ø": "o",
        "đ": "d",
        "ħ": "h",
        "ŧ": "t",
        "ɑ": "a",
        "ɡ": "g",
    }
)
"""Letters that look alike in common fonts, as small letters → one of them. Too many names refused
costs a newcomer another try; one too few costs a colleague their name."""

RESERVED = frozenset({SERVER, "desk", "bot", "helpline", "operator", "supervisor", "system"})
"""Words by which the audit and the bot itself are called."""


def checked(name: str) -> str:
    """A code name as it is kept. Raises `NotAllowed`."""
    plain = unicodedata.normalize("NFKC", name)
    if not _NAME.fullmatch(plain) or _TICKET.fullmatch(plain):
        raise NotAllowed("refused-name")
    scripts = {unicodedata.name(sign, "").partition(" ")[0] for sign in plain if sign.isalpha()}
    if len(scripts) != 1 or not scripts <= set(_SCRIPTS):
        raise NotAllowed("refused-name-script")
    if looks(plain) in _RESERVED_LOOKS:
        raise NotAllowed("refused-name")
    return plain


def looks(name: str) -> str:
    """A form that two names have in common if they look alike."""
    marked = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in marked if not unicodedata.combining(sign))
    shown = plain.translate(_ALIKE).replace("-", "").replace("_", "")
    return shown.replace("rn", "m").replace("vv", "w").replace("l", "i")


_RESERVED_LOOKS = frozenset(map(looks, RESERVED))

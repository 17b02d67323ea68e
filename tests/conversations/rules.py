"""What no dialogue may break, whatever it is about (the rules above the five difficult ones)."""

import re
from collections.abc import Sequence
from functools import cache

from bot.clock import SystemClock
from bot.texts.catalogue import CONTENT
from bot.texts.checks import words
from bot.texts.checks.sentences import BUBBLE
from flows.conversation import Conversation
from flows.status import Status
from tests.conversations.script import Act, Operates, Waits
from tests.conversations.stage import Said
from tests.kit import own

NOTE = 80
"""Room for the line under a page that no lawyer has read."""

IN_DANGER = 260
"""Characters of one message once a human is looked for because of danger and somebody looks on."""

PREVIEW = 60
"""About so much of a message shows on a locked phone."""

NAMES_IT = re.compile(
    r"торговл|traffick|odam\ssavdo|одам\sсавдо|адам\s(саудас|сатуу|соода)|савдои\sодамон|"
    r"эксплуатац|exploit",
    re.IGNORECASE,
)
"""Words that show on a locked phone what this chat is about."""


@cache
def phrases() -> tuple[str, ...]:
    """What `content/forbidden.yml` forbids in every text, in all languages."""
    catalogue = own.catalogue(SystemClock())
    return tuple(
        phrase
        for heading in words.read_forbidden(CONTENT, catalogue.locales)
        if heading.texts == words.EVERYWHERE
        for locale in catalogue.locales.all
        for phrase in words.phrases(catalogue, locale.id, heading)
    )


@cache
def forbidden(text: str) -> tuple[str, ...]:
    """The forbidden phrases that a text holds; whoever reads it may know several languages."""
    return tuple(words.said(text, phrases()))


def broken(act: Act, said: Sequence[Said], before: Conversation, after: Conversation) -> list[str]:
    """The rules that a step has broken, in words."""
    found = []
    for one in said:
        if not one.ids:
            continue  # operators answer for their own words
        found += [f"it says {phrase!r}" for phrase in forbidden(one.text)]
        if len(one.text) > BUBBLE + NOTE:
            found.append(f"a message of {len(one.text)} characters")
    if before.watched and after.watched:
        found += _overheard(act, said, after)
    if isinstance(act, Waits | Operates) and any(not one.silent for one in said if one.ids):
        found.append("what comes unasked makes a sound")
    if before.status is Status.HUMAN and after.status is Status.HUMAN:
        spoke = [one for one in said if one.ids and "erase" not in str(one.ids)]
        if spoke and not isinstance(act, Operates):
            found.append("the bot speaks while a human has the conversation")
    return found


def _overheard(act: Act, said: Sequence[Said], after: Conversation) -> list[str]:
    """Somebody may be looking: silent, short, nothing unasked, nothing that tells what it is."""
    found = []
    if any(not one.silent for one in said):
        found.append("a sound, though somebody may be looking")
    own = [one for one in said if one.ids]
    if own and isinstance(act, Waits | Operates):
        found.append("something comes unasked, though somebody may be looking")
    for one in own:
        if after.in_emergency and len(one.text) > IN_DANGER:
            found.append(f"{len(one.text)} characters in danger, though somebody may be looking")
        if named := NAMES_IT.search(one.text[:PREVIEW]):
            found.append(f"the preview reads {named[0]!r}, though somebody may be looking")
    return found

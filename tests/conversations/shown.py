"""What a person is shown in a turn, and whether it may be shown."""

import re
from collections.abc import Iterable
from functools import cache

from bot.texts.catalogue import plain
from bot.texts.checks.buttons import LABEL
from bot.texts.checks.sentences import BUBBLE
from flows.conversation import Conversation
from flows.effects import Effect, Utter
from tests.conversations.rules import NAMES_IT, PREVIEW, forbidden
from tests.conversations.script import LIBRARY
from tests.conversations.stage import catalogue
from tests.kit.constants import NIGHT

TELEGRAM = 4096
"""Bot API, sendMessage: 1-4096 characters after entities parsing; HTML is longer, so safer."""

_DATES = re.compile(r"\b\d{1,2}\.\d{1,2}(\.\d{4})?\b|\b20\d\d\b")
_NUMBER = re.compile(r"\+?\d[\d\s()-]*\d")


@cache
def html(text_id: str, locale: str, args: tuple[tuple[str, str], ...]) -> str:
    """A text as it is sent. Raises `ContentError` if there is none."""
    return catalogue().html(text_id, locale, dict(args))


@cache
def shown_numbers() -> frozenset[str]:
    """The phone numbers that may be seen today."""
    contacts = catalogue().contacts.values()
    return frozenset(one.number for one in contacts if one.shown(NIGHT.date()))


@cache
def faults(text_id: str, locale: str, args: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """What is wrong with one text, in words."""
    sent = html(text_id, locale, args)
    seen = plain(sent)
    found = []
    if catalogue().page_of(text_id, locale):
        seen = seen.removesuffix(plain(html("utter_unreviewed", locale, ()))).rstrip()
    if not seen.strip() or len(seen) > BUBBLE or len(sent) > TELEGRAM:
        found.append(f"{len(seen)} characters")
    found += [f"it says {phrase!r}" for phrase in forbidden(seen)]
    for number in _NUMBER.findall(_DATES.sub("", seen)):
        digits = " ".join(number.split())
        if sum(map(str.isdigit, digits)) >= 3 and digits not in shown_numbers():
            found.append(f"the number {digits} isn't one that may be shown")
    if "{" in seen or "}" in seen or "utter_" in seen:
        found.append("something that isn't filled in")
    return tuple(found)


def look(effects: Iterable[Effect], after: Conversation) -> None:
    """Fails on anything that a person should never be shown."""
    for effect in effects:
        if not isinstance(effect, Utter):
            continue
        assert faults(effect.text_id, effect.locale, effect.args) == (), effect
        for choice in effect.choices:
            label = catalogue().label(LIBRARY, choice, effect.locale)
            assert 0 < len(label) <= LABEL, (effect.text_id, label)
        if after.watched:
            preview = plain(html(effect.text_id, effect.locale, effect.args))[:PREVIEW]
            assert not NAMES_IT.search(preview), (effect.text_id, effect.locale, preview)

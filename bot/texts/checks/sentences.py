"""One text: it is there, it can be read, it fits the screen, Telegram takes it."""

import re
from collections.abc import Iterator

from bot.errors import ContentError
from bot.telegram.html import parse
from bot.telegram.refusals import ApiError
from bot.telegram.text import utf16_length
from bot.texts.checks.local_text import EXAMPLE, LocalText
from bot.texts.findings import Finding

BUBBLE = 600
LONGEST = {
    "utter_notice": 500,
    "utter_stay_silent": 60,
    "utter_received": 60,
    "utter_privacy_brief": 200,
}
"""Characters that a person sees. A bubble fills a small screen; the rest is shorter for a reason
that stands above it in its file."""

TELEGRAM = 4096
"""Bot API, sendMessage: `text` has 1-4096 characters after entities parsing."""

WORDS = 15
"""Words of a sentence: plain language for somebody who reads in a hurry (domain.md, R12)."""

_SENTENCE = re.compile(r"(?<=[.!?…])[»”\"]?\s+|\n+")
_WORD = re.compile(r"\w[\w‘’'ʼ-]*")


def check(local: LocalText) -> Iterator[Finding]:
    """Faults in one text in one locale."""
    file, line = local.where
    try:
        shown = local.shown
        html = local.catalogue.html(local.text_id, local.locale, EXAMPLE)
    except KeyError as error:
        name = str(error).strip("'")
        yield Finding(
            file,
            line,
            f"{local.text_id} names ${name}, which doesn't exist",
            "The names of phone numbers stand in contacts.yml; correct the name",
        )
        return
    except ContentError as error:
        what = error.detail.split(": ", 1)[-1]
        yield Finding(file, line, what, "Write it, or correct its name")
        return
    if local.catalogue.locales[local.locale].derived_from and not local.own:
        yield from _telegram(local, html)
        return  # its length and its sentences are those of the text that it is made from
    limit = LONGEST.get(local.text_id, BUBBLE)
    if len(shown) > limit:
        yield Finding(
            file,
            line,
            f"{local.text_id} has {len(shown)} characters; at most {limit} fit",
            "Shorten it, or move a part of it below `## more`",
        )
    if "{" in shown or "}" in shown:
        yield Finding(
            file,
            line,
            f"{local.text_id} shows a brace",
            "A variable is written like { $phone_112 }: a small name that stands in contacts.yml",
        )
    yield from _long_sentences(local, shown)
    yield from _telegram(local, html)


def split(shown: str) -> list[str]:
    """The sentences of a text."""
    return _SENTENCE.split(shown)


def _long_sentences(local: LocalText, shown: str) -> Iterator[Finding]:
    file, line = local.where
    for sentence in split(shown):
        words = words_of(sentence)
        if words > WORDS:
            yield Finding(
                file,
                line,
                f"{local.text_id} has a sentence of {words} words, “{_begin(sentence)}…”; "
                f"at most {WORDS} are easy to read",
                "Make two sentences of it",
            )


def words_of(shown: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(shown))


def _begin(sentence: str) -> str:
    return " ".join(sentence.split()[:4])


def _telegram(local: LocalText, html: str) -> Iterator[Finding]:
    """Parsed by the sandbox's own reading of the Bot API, which refuses what Telegram refuses."""
    file, line = local.where
    try:
        text = parse(html).text
    except ApiError:
        yield Finding(
            file,
            line,
            f"{local.text_id} has bold or other marks that Telegram refuses",
            "Open and close **bold** within one line",
        )
        return
    if not text.strip() or utf16_length(text) > TELEGRAM:
        yield Finding(
            file,
            line,
            f"{local.text_id} has {utf16_length(text)} characters; Telegram takes 1 to {TELEGRAM}",
            "Write it, or shorten it",
        )

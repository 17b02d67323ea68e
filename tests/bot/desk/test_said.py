"""Every string that a person can make is shown as inert text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.constants import MessageLimit

from bot.desk.row_batches import WaitingRow, batched, pieces
from bot.desk.said import INVISIBLE, block, inert
from bot.store.rows import DeskKind, DeskRow
from bot.telegram.text import Formatted, check_entities, clean
from bot.texts.voices import voices
from sandbox.detect import detect

EN = voices().all["en"]

HOSTILE = [
    "/release",
    "/mute@sandbox_desk_bot 24h",
    "@supervisor https://example.org/a?b=c#d t.me/evil tg://user?id=7 mailto:a@example.org",
    "</pre><a href='tg://user?id=7'>x</a> ``` *b* _i_ [x](https://example.org) ||s||",
    "\u202e/esaeler\u202c \u2066x\u2069",
    "+7 701 000 11 22 $KZT #tag a@example.org",
    "🌍🏳️‍🌈👩‍👩‍👧 /claim",
    "\u0301\u0301/close",
]
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
PIECES = st.one_of(
    st.sampled_from([*HOSTILE, *BIDI, "\n", "\r", "\0", "\x85", "\u2028", " ", "\u3164", "\ud800"]),
    st.text(max_size=8),
)
MESSAGES = st.lists(PIECES, min_size=1, max_size=12).map("".join)


def arrives(words: str) -> Formatted:
    """What Telegram makes of a message of the desk's with these words."""
    return detect(clean(check_entities(words, block(words))))


def is_inert(shown: Formatted) -> bool:
    whole = len(shown.text.encode("utf-16-le")) // 2
    spans = [(one.type, one.offset, one.length) for one in shown.entities]
    return spans == [("pre", 0, whole)] and bool(shown.text) and not set(BIDI) & set(shown.text)


@given(st.lists(MESSAGES, min_size=1, max_size=4))
def test_nothing_of_a_persons_words_can_be_tapped_or_turned(messages: list[str]) -> None:
    rows = [WaitingRow(b"", DeskRow(DeskKind.SAID), one) for one in messages]

    shown = [one.text for one in batched(EN, rows)] + [one.text for one in pieces(messages)]

    assert all(is_inert(arrives(text)) for text in shown)


@pytest.mark.parametrize("words", HOSTILE)
def test_without_the_block_it_could_be(words: str) -> None:
    """The control: the sandbox's Telegram would find something in nearly all of them."""
    found = detect(clean(Formatted(words))).entities
    assert found or "pre>" in words or set(BIDI) & set(words)
    assert is_inert(arrives(inert(words)))


@given(st.text("abc әңғ12,!?", min_size=1).filter(str.strip))
def test_plain_words_stay_as_they_are(words: str) -> None:
    assert inert(words) == words.strip()


@pytest.mark.parametrize("nothing", ["\u202e\u202c", "\u3164", "\u200b\u2060", "\u2800 \n"])
def test_what_can_not_be_seen_is_shown_as_a_sign(nothing: str) -> None:
    assert inert(nothing) == INVISIBLE


@given(st.text(min_size=1, max_size=MessageLimit.MAX_TEXT_LENGTH))
def test_no_message_grows_by_it(words: str) -> None:
    assert len(inert(words)) <= len(words)

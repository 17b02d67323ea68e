"""Messages that come in pieces ("меня" / "заперли") are understood with those right before.

Nothing waits for more: each piece is answered as it comes. The next one, if it comes within
`SECONDS`, is read as one text with the pieces before it, once. What was heard clearly isn't read
again: danger, a joke taken back and whatever an answer of one word says end what is remembered.

The pieces stay in this process's memory alone, for seconds, and are lost when it ends or when
another process takes the next message: then that one is read by itself, as all were before.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from flows.events import Parse

SECONDS = 10.0
MOST_WORDS = 3
"""Of a piece; a longer message says something by itself."""

MOST_LETTERS = 40
MOST_PIECES = 4
CLEAR = 0.6
"""From here on danger that the model hears in pieces is an alarm."""

MOST_CHATS = 1000
"""Chats whose pieces are remembered at a time, 1 MB at most; of more, the oldest are forgotten."""


@dataclass
class _Pieces:
    """Pieces of one chat. `key`: the conversation's data key, None before the first turn."""

    until: float
    key: bytes | None = field(repr=False)
    texts: dict[str, None] = field(default_factory=dict, repr=False)


class RecentMessages:
    """Remembers messages of the last seconds that came in pieces. `clock` gives monotonic
    seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._chats: dict[str, _Pieces] = {}

    def joined(self, conversation: str, key: bytes | None, text: str) -> str:
        """A piece with those before it; itself if there are none. An erasure in between, known by
        the key, forgets them."""
        pieces = self._chats.get(conversation)
        if pieces is None:
            return text
        if pieces.until <= self._clock() or pieces.key not in {None, key}:
            self.forget(conversation)
            return text
        return " ".join([*(piece for piece in pieces.texts if piece != text), text])

    def remember(self, conversation: str, key: bytes | None, text: str) -> None:
        """Keep a piece for the next message."""
        pieces = self._chats.pop(conversation, None)
        now = self._clock()
        if pieces is None or pieces.until <= now or pieces.key not in {None, key}:
            pieces = _Pieces(now, key)
        pieces.key, pieces.until = key, now + SECONDS
        pieces.texts[text] = None
        while len(pieces.texts) > MOST_PIECES:
            del pieces.texts[next(iter(pieces.texts))]
        self._chats[conversation] = pieces  # the latest are last
        self._drop(now)

    def forget(self, conversation: str) -> None:
        """Drop what is remembered of a conversation."""
        self._chats.pop(conversation, None)

    def _drop(self, now: float) -> None:
        """The oldest, which stand first: those whose time is over, and what is too much."""
        for name in list(self._chats):
            if len(self._chats) <= MOST_CHATS and self._chats[name].until > now:
                break
            del self._chats[name]


def is_piece(text: str) -> bool:
    """Whether a text may be a piece of a message."""
    return len(text) <= MOST_LETTERS and 0 < len(text.split()) <= MOST_WORDS


def is_faint(parse: Parse) -> bool:
    """Whether pieces together are an alarm that the model raises faintly and alone: few words
    without a whole ("me", "well then") are a fragment of a cry and of anything else. Then the last
    one is read by itself, so that a cry of one word is heard as it is without the others."""
    return parse.urgent and parse.urgency_score < CLEAR

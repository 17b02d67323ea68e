"""A flood goes to the model as one text every few seconds: the messages of one chat, joined.

A flood is answered nothing (flows/flood.py), so it needs no reading by the model but for what
no flood may swallow: danger above all, a wish for a person, for erasure, for another language. The
keywords hear that in each message, in its own turn, at once. What only the model would hear, also
where it is spread over several messages, waits here for a few seconds.

It waits in this process's memory alone, and is forgotten when it is read. A crash loses it (and
doesn't repeat it, as elsewhere: docs/decisions/0005): its updates have been confirmed, for if they
were not, nobody behind them would be heard (0025). Lost is the model's reading of the last seconds
of one flood, never what keywords heard.

A chat that doesn't flood pays two comparisons of its state (`flows.engine.activity.is_flooding`),
one that does a hash of the message and a look-up here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from flows.clocks import ROOM_FOR_ONE_MORE_AFTER
from nlu.keywords.matching.normalise import MAX_CHARACTERS

SECONDS = ROOM_FOR_ONE_MORE_AFTER.total_seconds()
"""Between the first message that is held back and the reading: whoever floods writes much faster,
and danger waits no longer."""

MOST_CHATS = 1000
"""Chats that may flood at a time, 8 MB at most; of more, each message goes to the model."""


@dataclass
class Held:
    """Messages of one chat that wait for the model; `due` by the monotonic clock.

    `key`: the conversation's data key, by which an erasure in between is known; `watched`: whether
    somebody may have been looking when it began. A line that is repeated is held once.
    """

    due: float
    key: bytes = field(repr=False)
    watched: bool
    lines: dict[str, None] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The lines as one text, the latest if they are more than one message may have."""
        return "\n".join(self.lines)[-MAX_CHARACTERS:]

    def add(self, line: str) -> None:
        """Hold one more line; room is made by dropping the first."""
        self.lines[line] = None
        while sum(map(len, self.lines)) > MAX_CHARACTERS and len(self.lines) > 1:
            del self.lines[next(iter(self.lines))]


class Batching:
    """Texts that wait to be read together. `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._held: dict[str, Held] = {}

    def hold(self, conversation: str, text: str, key: bytes, *, watched: bool) -> bool:
        """Keep a text for later. False if there is no room: then it is to be read now."""
        held = self._held.get(conversation)
        if held is None or held.key != key:
            if len(self._held) >= MOST_CHATS:
                return False
            held = self._held[conversation] = Held(self._clock() + SECONDS, key, watched)
        held.add(text)
        return True

    def take_due(self) -> dict[str, Held]:
        """Take out and return the texts that are to be read now, by conversation."""
        now = self._clock()
        due = [name for name, held in self._held.items() if held.due <= now]
        return {name: self._held.pop(name) for name in due}

    def put_back(self, conversation: str, held: Held) -> None:
        """Hold a text that couldn't be read; with what came since it is due at once."""
        since = self._held.get(conversation)
        for line in since.lines if since and since.key == held.key else ():
            held.add(line)
        self._held[conversation] = held

    def forget(self, conversation: str) -> None:
        """Drop what is held of a conversation."""
        self._held.pop(conversation, None)

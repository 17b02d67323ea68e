"""What is about to happen, happens or has been asked: drafts, happenings, presses of buttons."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.telegram.text import Entity
from sandbox.model import AnyChat, Json, Keyboard, Message, Topic, User


@dataclass(frozen=True, slots=True)
class Draft:
    """A message that has passed every check and waits to be posted."""

    kind: str = "text"
    text: str = ""
    entities: tuple[Entity, ...] = ()
    body: Json = field(default_factory=dict)
    keyboard: Keyboard | None = None
    topic: Topic | None = None
    reply_to: int | None = None
    silent: bool = False
    preview: bool = True
    protected: bool = False
    origin: Json | None = None


@dataclass(slots=True, eq=False, repr=False)
class Press:
    """A pressed inline button and, once the bot has answered, its answer."""

    id: str
    bot_id: int
    user: User
    message: Message
    data: str
    at: float
    answer: Json | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that a client sees: new, edited, deleted, pinned, typing, topic,
    topic_deleted, answer (to a pressed button), blocked, member."""

    kind: str
    chat: AnyChat
    message: Message | None = None
    topic: Topic | None = None
    detail: Json | None = None


Listener = Callable[[Happening], None]

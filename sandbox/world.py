"""The sandbox's Telegram: who and what exists, and what follows from each event.

Everything here is synchronous, so an event and all its consequences (messages, updates for the
bots, notes to those who watch) are one step that no other call can see half done.
"""

import itertools
from collections.abc import Callable

from bot.telegram.text import Formatted
from sandbox.bots import Bot
from sandbox.clock import SandboxClock
from sandbox.faults import Faults
from sandbox.happenings import Draft, Happening, Listener, Press
from sandbox.limits import FloodControl
from sandbox.model import (
    AnyChat,
    GroupChat,
    Json,
    Keyboard,
    Message,
    PrivateChat,
    Sight,
    Topic,
    User,
)
from sandbox.queue import UpdateQueue
from sandbox.render import message_api
from sandbox.settings import SandboxSettings

_FIRST_PERSON = 7_000_001
_FIRST_UPDATE = 100_001


class World:
    """Users, bots, chats; and the rules of who hears of what."""

    def __init__(self, settings: SandboxSettings) -> None:
        self.clock: SandboxClock = settings.clock
        self.flood = FloodControl(settings.flood_limits(), settings.clock)
        self.faults = Faults()
        self.users: dict[int, User] = {}
        self.bots: dict[int, Bot] = {}
        self.private: dict[tuple[int, int], PrivateChat] = {}
        self.groups: dict[int, GroupChat] = {}
        self.presses: dict[str, Press] = {}
        self.listeners: list[Listener] = []
        self.on_webhook: Callable[[Bot], None] = lambda _bot: None
        self._user_ids = itertools.count(_FIRST_PERSON)
        self._press_ids = itertools.count(4_000_000_000_000_001)
        self._serials = itertools.count(1)

    # who exists

    def add_user(self, first_name: str, username: str | None, language: str | None) -> User:
        """A new human with an account."""
        user = User(
            next(self._user_ids), first_name, username=username, language_code=language or None
        )
        self.users[user.id] = user
        return user

    def add_bot(self, role: str, token: str) -> Bot:
        """A new bot; its id is the number in its token."""
        user = User(int(token.partition(":")[0]), role.capitalize(), True, f"{role}_sandbox_bot")
        bot = Bot(role, user, token, UpdateQueue(self.clock, _FIRST_UPDATE))
        self.users[user.id] = user
        self.bots[user.id] = bot
        return bot

    def next_press_id(self) -> str:
        """The id of the next press of a button."""
        return str(next(self._press_ids))

    def private_chat(self, person: User, bot: Bot) -> PrivateChat:
        """The chat of `person` and `bot`, opened or not."""
        chat = self.private.get((bot.id, person.id))
        if chat is None:
            key = f"{person.id}:{bot.role}"
            chat = PrivateChat(key, person.id, person=person, bot_id=bot.id)
            self.private[bot.id, person.id] = chat
        return chat

    # messages

    def post(self, chat: AnyChat, sender: User, draft: Draft) -> Message:
        """Put a checked message into `chat`; the bots that may see it get an update."""
        message = Message(
            chat=chat,
            id=chat.next_id,
            date=self.clock.now(),
            sender=sender,
            kind=draft.kind,
            text=draft.text,
            entities=draft.entities,
            body=draft.body,
            keyboard=draft.keyboard,
            topic=draft.topic,
            reply_to=draft.reply_to,
            silent=draft.silent,
            preview=draft.preview,
            protected=draft.protected,
            origin=draft.origin,
        )
        chat.next_id += 1
        chat.messages[message.id] = message
        if draft.topic is not None:
            draft.topic.messages[message.id] = message
        self._saw(message, edited=False)
        self._tell("message", message)
        self.happen("new", chat, message)
        return message

    def service(
        self, chat: AnyChat, sender: User, body: Json, topic: Topic | None = None
    ) -> Message:
        """A message that tells of an event, such as "topic closed"."""
        return self.post(chat, sender, Draft(kind="service", body=body, topic=topic))

    def edit(
        self,
        message: Message,
        formatted: Formatted,
        keyboard: Keyboard | None,
        by: User,
        *,
        preview: bool = True,
    ) -> None:
        """Change a message; the bots that may see it get an update if a human changed it."""
        message.preview = preview
        message.text, message.entities = formatted.text, formatted.entities
        message.keyboard = keyboard
        message.edited = self.clock.now()
        self._saw(message, edited=True)
        if not by.is_bot:
            self._tell("edited_message", message)
        self.happen("edited", message.chat, message)

    def delete(self, message: Message) -> None:
        """Take a message out of its chat, for everyone; nobody gets an update of that."""
        chat = message.chat
        chat.messages.pop(message.id, None)
        chat.pinned.pop(message.id, None)
        if message.topic is not None:
            message.topic.messages.pop(message.id, None)
        message.text, message.entities, message.keyboard = "", (), None
        message.body = {}
        self.happen("deleted", chat, message)

    def _saw(self, message: Message, *, edited: bool) -> None:
        if message.sender.is_bot and not message.is_service:
            topic = message.topic.id if message.topic is not None else 0
            message.chat.sights.setdefault(topic, []).append(
                Sight(next(self._serials), message, message.text, message.keyboard, edited)
            )

    def _tell(self, kind: str, message: Message) -> None:
        if message.sender.is_bot:
            return  # Telegram: bots don't see the messages of bots, their own included
        payload: Json | None = None
        for bot in self.bots_of(message.chat):
            if self._may_see(bot, message):
                payload = payload or message_api(message)
                bot.queue.push(kind, payload)

    def bots_of(self, chat: AnyChat) -> list[Bot]:
        """The bots that take part in `chat`."""
        if isinstance(chat, PrivateChat):
            return [self.bots[chat.bot_id]]
        return [
            self.bots[member.user.id]
            for member in chat.members.values()
            if member.user.is_bot and member.is_present
        ]

    def _may_see(self, bot: Bot, message: Message) -> bool:
        """Telegram's privacy mode: in a group where a bot isn't an administrator it sees only
        commands, answers to itself, mentions of itself and events."""
        chat = message.chat
        if isinstance(chat, PrivateChat) or chat.member(bot.user).is_admin or message.is_service:
            return True
        replied = chat.messages.get(message.reply_to or 0)
        return (
            message.text.startswith("/")
            or (replied is not None and replied.sender is bot.user)
            or f"@{bot.user.username}" in message.text
        )

    # who watches

    def happen(
        self,
        kind: str,
        chat: AnyChat,
        message: Message | None = None,
        detail: Json | None = None,
        topic: Topic | None = None,
    ) -> None:
        """Tell everyone who watches `chat`."""
        chat.changes.notify()
        if self.listeners:
            happening = Happening(kind, chat, message, topic, detail)
            for listener in self.listeners:
                listener(happening)

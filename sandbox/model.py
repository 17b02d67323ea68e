"""What exists in the sandbox's Telegram: users, chats, topics, messages. State, no rules."""

from dataclasses import dataclass, field

from bot.telegram.text import Entity
from sandbox.changes import Changes

Json = dict[str, object]
Keyboard = list[list[Json]]


@dataclass(slots=True, eq=False, repr=False)
class User:
    """A person, an operator or a bot, as other users see it."""

    id: int
    first_name: str
    is_bot: bool = False
    username: str | None = None
    language_code: str | None = None
    deactivated: bool = False

    def api(self) -> Json:
        """The user as bots see them (Bot API, User)."""
        answer: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            answer["username"] = self.username
        if self.language_code:
            answer["language_code"] = self.language_code
        return answer


@dataclass(slots=True, eq=False, repr=False)
class Member:
    """Somebody in a group; `status` as in the Bot API's ChatMember, `rights` an admin's.
    `is_inside`: of somebody restricted, whether they are in the group."""

    user: User
    status: str = "member"
    rights: frozenset[str] = frozenset()
    is_inside: bool = True

    def may(self, right: str) -> bool:
        """Whether a right such as `can_manage_topics` is theirs."""
        return self.status == "creator" or (self.is_admin and right in self.rights)

    @property
    def is_admin(self) -> bool:
        """Whether they administer the group."""
        return self.status in ("administrator", "creator")

    @property
    def is_present(self) -> bool:
        """Whether they are in the group."""
        return self.status not in ("left", "kicked") and self.is_inside


@dataclass(slots=True, eq=False, repr=False)
class Message:
    """A message of a chat. `body` holds the fields of its kind, as the Bot API names them."""

    chat: "AnyChat"
    id: int
    date: float
    sender: User
    kind: str = "text"
    text: str = ""
    entities: tuple[Entity, ...] = ()
    body: Json = field(default_factory=dict)
    keyboard: Keyboard | None = None
    topic: "Topic | None" = None
    reply_to: int | None = None
    edited: float | None = None
    silent: bool = False
    preview: bool = True
    protected: bool = False
    origin: Json | None = None

    @property
    def is_service(self) -> bool:
        """Whether it tells of an event ("topic created") and isn't anybody's words."""
        return self.kind == "service"

    @property
    def is_deleted(self) -> bool:
        """Whether it is gone from its chat."""
        return self.id not in self.chat.messages


@dataclass(frozen=True, slots=True)
class Sight:
    """A bot's message as it looked when it was sent or edited; `serial` orders them."""

    serial: int
    message: Message
    text: str
    keyboard: Keyboard | None
    edited: bool


@dataclass(slots=True, eq=False, repr=False)
class Chat:
    """A chat of any kind. `key` names it on the people's side; `id` as bots address it.

    `sights` holds, by topic (0: none), what the chat's bots showed, for those who wait for it;
    `toasts` the answers to pressed buttons, with the id of the user who saw them.
    """

    key: str
    id: int
    messages: dict[int, Message] = field(default_factory=dict)
    next_id: int = 1
    pinned: dict[int, None] = field(default_factory=dict)
    sights: dict[int, list[Sight]] = field(default_factory=dict)
    typing: int = 0
    toasts: list[tuple[int, str]] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)


@dataclass(slots=True, eq=False, repr=False)
class PrivateChat(Chat):
    """A person and a bot. For the bot it exists once the person has `opened` it."""

    person: User = field(kw_only=True)
    bot_id: int = field(kw_only=True)
    opened: bool = False
    blocked: bool = False
    reply_keyboard: list[list[str]] = field(default_factory=list)

    def api(self) -> Json:
        """The chat as bots see it (Bot API, Chat)."""
        answer: Json = {"id": self.id, "type": "private", "first_name": self.person.first_name}
        if self.person.username:
            answer["username"] = self.person.username
        return answer


@dataclass(slots=True, eq=False, repr=False)
class Topic:
    """A forum topic; its id is that of the service message that opened it."""

    id: int
    name: str
    icon_color: int
    icon_custom_emoji_id: str | None = None
    closed: bool = False
    messages: dict[int, Message] = field(default_factory=dict)


@dataclass(slots=True, eq=False, repr=False)
class GroupChat(Chat):
    """A basic group (`is_supergroup` False) or a supergroup, with topics if `is_forum`.

    `username`: of a public group; `members_invite`: whether every member may add others;
    `protected`: whether nothing may be forwarded or saved.
    """

    title: str = field(kw_only=True)
    is_supergroup: bool = True
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    upgraded_to: int | None = None
    username: str | None = None
    members_invite: bool = False
    protected: bool = True

    def api(self) -> Json:
        """The group as bots see it (Bot API, Chat)."""
        answer: Json = {
            "id": self.id,
            "type": "supergroup" if self.is_supergroup else "group",
            "title": self.title,
        }
        if self.is_forum:
            answer["is_forum"] = True
        if self.username:
            answer["username"] = self.username
        return answer

    def member(self, user: User) -> Member:
        """The user's membership; "left" if there was never one."""
        return self.members.get(user.id) or Member(user, "left")


AnyChat = PrivateChat | GroupChat

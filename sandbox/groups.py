"""A group: who is in it, and what happens to it."""

from bot.telegram.text import Formatted, clean
from sandbox.bots import Bot
from sandbox.detect import detect
from sandbox.errors import ClientError
from sandbox.happenings import Draft
from sandbox.membership import set_member
from sandbox.model import GroupChat, Member, User
from sandbox.shown import Shown
from sandbox.viewer import Viewer
from sandbox.world import World

_MIGRATED = 900_000_000


class Group:
    """A group from outside. `owner` is its creator, who is also the one who acts by default."""

    def __init__(self, world: World, chat: GroupChat, owner: User) -> None:
        self.world = world
        self.chat = chat
        self.owner = owner

    @property
    def id(self) -> int:
        """Telegram's id of the group as it is now."""
        return self.chat.id

    @property
    def messages(self) -> list[Shown]:
        """Messages that the group shows, without the notes of events."""
        return [Shown.of(each) for each in self.chat.messages.values() if not each.is_service]

    def _bot(self, bot: Bot | str) -> Bot:
        """That bot, or the one with that role. ValueError if there is none."""
        if isinstance(bot, Bot):
            return bot
        found = [each for each in self.world.bots.values() if each.role == bot]
        if not found:
            raise ValueError(f"there is no bot {bot}")
        return found[0]

    def join(self, user: User, status: str = "member") -> None:
        """A human comes in, by a link. ClientError if they were put out."""
        if self.chat.member(user).is_present:
            return
        if self.chat.member(user).status == "kicked":
            raise ClientError("whoever was put out can't join again")
        set_member(self.world, self.chat, Member(user, status), self.owner)

    def add_bot(
        self, bot: Bot | str, by: Viewer | None = None, rights: frozenset[str] = frozenset()
    ) -> None:
        """Somebody adds a bot: as an administrator if there are `rights`.

        The bot gets my_chat_member and the service message.
        """
        actor = by.user if by is not None else self.owner
        status = "administrator" if rights else "member"
        set_member(self.world, self.chat, Member(self._bot(bot).user, status, rights), actor)
        self.world.service(self.chat, actor, {"new_chat_members": [self._bot(bot).user.api()]})

    def remove_bot(self, bot: Bot | str, by: Viewer | None = None) -> None:
        """Somebody throws a bot out; it gets my_chat_member."""
        actor = by.user if by is not None else self.owner
        set_member(self.world, self.chat, Member(self._bot(bot).user, "kicked"), actor)
        self.world.service(self.chat, actor, {"left_chat_member": self._bot(bot).user.api()})

    def put_out(self, who: Viewer, by: Viewer | None = None) -> None:
        """An administrator puts a human out for good; administrators' bots hear of it."""
        actor = by.user if by is not None else self.owner
        set_member(self.world, self.chat, Member(who.user, "kicked"), actor)
        self.world.service(self.chat, actor, {"left_chat_member": who.user.api()})

    def promote(self, who: Viewer, rights: frozenset[str] = frozenset()) -> None:
        """The owner makes a human an administrator."""
        set_member(self.world, self.chat, Member(who.user, "administrator", rights), self.owner)

    def set_rights(self, bot: Bot | str, rights: frozenset[str]) -> None:
        """Change a bot's rights as an administrator; without any it is a member."""
        status = "administrator" if rights else "member"
        set_member(self.world, self.chat, Member(self._bot(bot).user, status, rights), self.owner)

    async def say(self, who: Viewer, text: str) -> Shown:
        """A human who is in the group, or joins by this, writes a message."""
        self.join(who.user)
        formatted = detect(clean(Formatted(text)))
        if not formatted.text:
            raise ClientError("an empty message can't be sent")
        draft = Draft(text=formatted.text, entities=formatted.entities)
        return Shown.of(self.world.post(self.chat, who.user, draft))

    def migrate(self) -> int:
        """The group becomes a supergroup with a new id, which is returned.

        Calls with the old id get 400 with `migrate_to_chat_id`; its members, topics and
        messages move along. (In Telegram only basic groups migrate; here any may, so that a
        test can move the operators' group.)
        """
        old = self.chat
        new = GroupChat(
            old.key,
            -1_000_000_000_000 - _MIGRATED - (abs(old.id) % 1_000_000),
            title=old.title,
            next_id=old.next_id + 1,
            is_supergroup=True,
            is_forum=old.is_forum,
            members=dict(old.members),
            topics=old.topics,
        )
        self.world.groups[new.id] = new
        self.world.service(old, self.owner, {"migrate_to_chat_id": new.id})
        old.upgraded_to = new.id
        old.topics = {}
        self.chat = new
        self.world.service(new, self.owner, {"migrate_from_chat_id": old.id})
        self.world.happen("member", new)
        return new.id

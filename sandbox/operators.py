"""An operator: a member of the operators' group, who sees all its topics."""

from sandbox import forum
from sandbox.errors import ClientError
from sandbox.groups import Group
from sandbox.happenings import Press
from sandbox.membership import set_member
from sandbox.model import GroupChat, Member, Message, Topic, User
from sandbox.people import Person
from sandbox.presses import press
from sandbox.shown import Shown, ShownTopic
from sandbox.viewer import TIMEOUT, Viewer, message_id
from sandbox.world import World

Where = ShownTopic | int | str


class Operator(Viewer):
    """The operator's side of the group. All actions take effect at once.

    `private` is the operator's own chat with the desk bot.
    """

    def __init__(self, world: World, key: str, user: User, desk: Group, private: Person) -> None:
        self.desk = desk
        self.private = private
        super().__init__(world, key, user, desk.chat)

    def at(self, desk: Group) -> "Operator":
        """This human in another of the operators' groups, which they join by this."""
        desk.join(self.user)
        return Operator(self.world, self.key, self.user, desk, self.private)

    @property
    def chat(self) -> GroupChat:
        """The operators' group, also after it has migrated."""
        return self.desk.chat

    @property
    def toasts(self) -> list[str]:
        """The texts of the bot's answers to this operator's presses, oldest first."""
        return [text for user_id, text in self.chat.toasts if user_id == self.user.id]

    @property
    def topics(self) -> list[ShownTopic]:
        """The group's topics without General, in the order of their creation."""
        return [ShownTopic(topic) for topic in self.chat.topics.values()]

    @property
    def general(self) -> list[Shown]:
        """Messages that General shows."""
        return [shown for shown in self.messages if shown.topic is None]

    def topic(self, where: Where) -> ShownTopic:
        """A topic by its id, its name or a part of its name. ClientError if there is none."""
        return ShownTopic(self._topic(where))

    def _topic(self, where: Where) -> Topic:
        topics = self.chat.topics
        number = where.id if isinstance(where, ShownTopic) else where
        if isinstance(number, int):
            found = topics.get(number)
        else:
            same = [topic for topic in topics.values() if topic.name == number]
            like = [topic for topic in topics.values() if number in topic.name]
            found = next(iter([*same, *like]), None)
        if found is None:
            raise ClientError("there is no such topic")
        return found

    def _check_open(self) -> None:
        if not self.chat.member(self.user).is_present:
            raise ClientError("the operator is not in the group")

    def _writable(self, where: Where | None) -> Topic | None:
        if where is None:
            return None
        topic = self._topic(where)
        if topic.closed and not self.chat.member(self.user).is_admin:
            raise ClientError("the topic is closed")
        return topic

    async def say(self, text: str, reply_to: Shown | int | None = None) -> Shown:
        """Write a message into General."""
        return self._say(text, None, reply_to)

    async def say_in(self, topic: Where, text: str, reply_to: Shown | int | None = None) -> Shown:
        """Write into a topic. ClientError if it is closed and the operator no administrator."""
        return self._say(text, self._writable(topic), reply_to)

    async def send(self, kind: str, topic: Where | None = None, caption: str = "") -> Shown:
        """Send a message of any of `kinds.KINDS`, into General without a `topic`."""
        return self._send(kind, self._writable(topic), caption)

    async def press(self, button: str | int | None = None) -> Press:
        """Press a button in the newest message of the whole group that has it."""
        return self._press(list(self.chat.messages.values()), button)

    async def press_in(self, where: Shown | Where, button: str | int | None = None) -> Press:
        """Press a button of a message, or of the newest message in a topic that has it."""
        if isinstance(where, Shown):
            if where.deleted:
                raise ClientError("that message is not there any more")
            return self._press([where.message], button)
        return self._press(list(self._topic(where).messages.values()), button)

    async def forge_callback(self, data: str, message: Shown) -> Press:
        """Send callback data that no button of `message` offered."""
        self._check_open()
        return press(self.world, self.user, message.message, data)

    async def expect(
        self,
        *,
        contains: str | None = None,
        matches: str | None = None,
        with_button: str | None = None,
        topic: Where | None = None,
        timeout: float = TIMEOUT,
    ) -> Shown:
        """The first unseen message or edit of a bot that fits, in any topic or that one.

        It and all before it in its topic count as seen. Raises Unmet after `timeout` seconds.
        """
        only = None if topic is None else self._topic(topic).id

        def topics() -> list[int]:
            return list(self.chat.sights) if only is None else [only]

        return await self._expect(topics, contains, matches, with_button, timeout)

    async def expect_card(
        self,
        *,
        contains: str | None = None,
        with_button: str = "",
        topic: Where | None = None,
        timeout: float = TIMEOUT,
    ) -> Shown:
        """Wait for a message with buttons, such as a ticket or a claim, under the conditions of
        `expect`."""
        return await self.expect(
            contains=contains, with_button=with_button, topic=topic, timeout=timeout
        )

    async def expect_topic(self, name: str = "", timeout: float = TIMEOUT) -> ShownTopic:
        """The newest topic whose name has `name` in it, as soon as there is one."""

        def find() -> ShownTopic | None:
            like = [topic for topic in self.chat.topics.values() if name in topic.name]
            return ShownTopic(like[-1]) if like else None

        return await self._first(find, timeout, f"a topic named {name!r}")

    async def open_topic(self, name: str) -> ShownTopic:
        """Open a topic by hand."""
        self._check_open()
        return ShownTopic(forum.open_topic(self.world, self.chat, self.user, name))

    async def close_topic(self, topic: Where) -> None:
        """Close a topic by hand."""
        forum.set_closed(self.world, self.chat, self.user, self._topic(topic), True)

    async def reopen_topic(self, topic: Where) -> None:
        """Reopen a topic by hand."""
        forum.set_closed(self.world, self.chat, self.user, self._topic(topic), False)

    async def delete_topic(self, topic: Where) -> None:
        """Delete a topic with its messages; the bots don't hear of it."""
        forum.delete_topic(self.world, self.chat, self._topic(topic))

    async def delete_any(self, message: Shown | int) -> None:
        """Delete anybody's message, as an administrator can; the bots don't hear of it."""
        found: Message | None = self.chat.messages.get(message_id(message) or 0)
        if found is None:
            raise ClientError("that message is not there any more")
        self.world.delete(found)

    def join(self) -> None:
        """Join the group by its link. ClientError for whoever was put out."""
        self.desk.join(self.user)

    @property
    def is_present(self) -> bool:
        """Whether they are in the group."""
        return self.chat.member(self.user).is_present

    def leave(self) -> None:
        """Leave the operators' group."""
        set_member(self.world, self.chat, Member(self.user, "left"), self.user)

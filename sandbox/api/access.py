"""Which chat, message or topic a call means, and whether the bot may touch it."""

from dataclasses import dataclass

from bot.telegram.refusals import ApiError, bad_request, forbidden
from sandbox.api.params import Params
from sandbox.bots import Bot
from sandbox.model import AnyChat, GroupChat, Member, Message, PrivateChat, Topic
from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method by a bot."""

    world: World
    bot: Bot
    params: Params

    def chat(self, name: str = "chat_id") -> AnyChat:
        """The chat that parameter `name` means, if the bot has anything to do with it."""
        if name not in self.params:
            raise bad_request(f"{name} is empty")
        return self.chat_by_id(self.params.integer(name))

    def chat_by_id(self, chat_id: int) -> AnyChat:
        """The chat with that id, if the bot has anything to do with it.

        ApiError 400 if not, with `migrate_to_chat_id` if it is a supergroup now; 403 if the bot
        isn't in it or the person never wrote to it.
        """
        group = self.world.groups.get(chat_id)
        if group is not None:
            return self._group(group)
        chat = self.world.private.get((self.bot.id, chat_id))
        if chat is not None and chat.opened:
            return chat
        user = self.world.users.get(chat_id)
        if user is not None and user.is_bot:
            raise forbidden("bots can't send messages to bots")
        if user is not None and self._has_met(user.id):
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request("chat not found")

    def _group(self, group: GroupChat) -> GroupChat:
        member = group.members.get(self.bot.id)
        if member is None:
            raise bad_request("chat not found")
        if group.upgraded_to is not None:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=group.upgraded_to,
            )
        kind = "supergroup" if group.is_supergroup else "group"
        if member.status == "kicked":
            raise forbidden(f"bot was kicked from the {kind} chat")
        if not member.is_present:
            raise forbidden(f"bot is not a member of the {kind} chat")
        return group

    def _has_met(self, user_id: int) -> bool:
        return any(
            self.bot.id in group.members and user_id in group.members
            for group in self.world.groups.values()
        )

    def writable(self) -> AnyChat:
        """The chat of `chat_id`, if the bot may write to it; ApiError 403 if not."""
        chat = self.chat()
        if isinstance(chat, PrivateChat):
            if chat.person.deactivated:
                raise forbidden("user is deactivated")
            if chat.blocked:
                raise forbidden("bot was blocked by the user")
        return chat

    def topic(self, chat: AnyChat) -> Topic | None:
        """The topic of `message_thread_id`; None stands for a chat without topics and for
        General, which bots address by leaving the parameter out."""
        thread = self.params.integer("message_thread_id")
        if thread == 0:
            return None
        topic = chat.topics.get(thread) if isinstance(chat, GroupChat) else None
        if topic is None:
            raise bad_request("message thread not found")
        return topic

    def message(self, chat: AnyChat, what: str, name: str = "message_id") -> Message:
        """The message of `message_id`; `what` names it in the refusal."""
        message = chat.messages.get(self.params.integer(name))
        if message is None:
            raise bad_request(f"message to {what} not found")
        return message

    def member(self, group: GroupChat) -> Member:
        """The bot's own membership."""
        return group.member(self.bot.user)

    def charge(self, chat: AnyChat) -> None:
        """Count the call for flood control; ApiError 429 if it is one too many."""
        self.world.flood.charge(self.bot.id, chat)

"""What a bot may learn of a chat and its members."""

from bot.telegram.refusals import bad_request
from sandbox.api.access import Call
from sandbox.membership import set_member
from sandbox.model import GroupChat, Member, PrivateChat, User
from sandbox.render import full_chat_api, member_api


def get_chat(call: Call) -> object:
    """getChat."""
    return full_chat_api(call.chat())


def _user(call: Call) -> User:
    user = call.world.users.get(call.params.integer("user_id"))
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return user


def get_chat_member(call: Call) -> object:
    """getChatMember."""
    chat, user = call.chat(), _user(call)
    if isinstance(chat, PrivateChat):
        if user not in (chat.person, call.bot.user):
            raise bad_request("PARTICIPANT_ID_INVALID")
        return member_api(Member(user))
    return member_api(chat.member(user))


def get_chat_administrators(call: Call) -> object:
    """getChatAdministrators: those who aren't bots."""
    chat = call.chat()
    if not isinstance(chat, GroupChat):
        raise bad_request("there are no administrators in the private chat")
    members = chat.members.values()
    return [member_api(each) for each in members if each.is_admin and not each.user.is_bot]


def leave_chat(call: Call) -> object:
    """leaveChat."""
    chat = call.chat()
    if not isinstance(chat, GroupChat):
        raise bad_request("chat is a private chat")
    user = call.bot.user
    call.world.service(chat, user, {"left_chat_member": user.api()})
    set_member(call.world, chat, Member(user, "left"), user)
    return True

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


def get_chat_member_count(call: Call) -> object:
    """getChatMemberCount: everybody who is in it, bots included."""
    chat = call.chat()
    if isinstance(chat, PrivateChat):
        return 2
    return sum(each.is_present for each in chat.members.values())


def ban_chat_member(call: Call) -> object:
    """banChatMember: out of the group, and not in again until somebody lifts it."""
    group, member = _restrictable(call)
    if member.status != "kicked":
        was_in = member.is_present
        set_member(call.world, group, Member(member.user, "kicked"), call.bot.user)
        if was_in:
            call.world.service(group, call.bot.user, {"left_chat_member": member.user.api()})
    return True


def unban_chat_member(call: Call) -> object:
    """unbanChatMember: they may join again; without `only_if_banned` whoever is in is put out."""
    group, member = _restrictable(call)
    if member.status == "kicked" or not call.params.flag("only_if_banned"):
        set_member(call.world, group, Member(member.user, "left"), call.bot.user)
    return True


def restrict_chat_member(call: Call) -> object:
    """restrictChatMember: they stay in, and may do what `permissions` grant."""
    group, member = _restrictable(call)
    granted = call.params.mapping("permissions")
    if granted and all(granted.values()):
        restricted = Member(member.user, "member" if member.is_present else "left")
    else:
        restricted = Member(member.user, "restricted", is_inside=member.is_present)
    set_member(call.world, group, restricted, call.bot.user)
    return True


def _restrictable(call: Call) -> tuple[GroupChat, Member]:
    chat, user = call.chat(), _user(call)
    if not isinstance(chat, GroupChat):
        raise bad_request("chat is a private chat")
    if not chat.is_supergroup:
        raise bad_request("method is available for supergroup chats only")
    if not call.member(chat).may("can_restrict_members"):
        raise bad_request("not enough rights to restrict/unrestrict chat member")
    member = chat.member(user)
    if member.status == "creator":
        raise bad_request("can't remove chat owner")
    if member.is_admin:
        raise bad_request("user is an administrator of the chat")
    return chat, member


def leave_chat(call: Call) -> object:
    """leaveChat."""
    chat = call.chat()
    if not isinstance(chat, GroupChat):
        raise bad_request("chat is a private chat")
    user = call.bot.user
    call.world.service(chat, user, {"left_chat_member": user.api()})
    set_member(call.world, chat, Member(user, "left"), user)
    return True

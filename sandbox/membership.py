"""Who is in which chat, and which bot hears of a change (Bot API, ChatMemberUpdated)."""

from sandbox.model import GroupChat, Member, PrivateChat, User
from sandbox.render import member_update
from sandbox.world import World


def set_blocked(world: World, chat: PrivateChat, blocked: bool) -> None:
    """The person blocks the bot or takes that back; the bot gets my_chat_member."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    bot = world.bots[chat.bot_id]
    states = [Member(bot.user, "member"), Member(bot.user, "kicked")]
    old, new = states if blocked else reversed(states)
    now = world.clock.now()
    bot.queue.push("my_chat_member", member_update(chat, chat.person.api(), now, old, new))
    world.happen("blocked", chat)


def set_member(world: World, group: GroupChat, new: Member, by: User) -> None:
    """Change somebody's membership; bots get my_chat_member or, if admins, chat_member."""
    old = group.member(new.user)
    group.members[new.user.id] = new
    update = member_update(group, by.api(), world.clock.now(), old, new)
    subject = world.bots.get(new.user.id)
    if subject is not None:
        subject.queue.push("my_chat_member", update)
    for bot in world.bots_of(group):
        if bot is not subject and group.member(bot.user).is_admin:
            bot.queue.push("chat_member", update)
    world.happen("member", group)

"""Who may be written to: blocked, gone, groups, members, migration."""

import aiogram
import pytest
import telegram
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat

from sandbox import ClientError, Person, Sandbox
from sandbox.settings import DESK_RIGHTS


async def test_blocking(intake: aiogram.Bot, person: Person) -> None:
    person.block()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await intake.send_message(person.chat_id, "x")
    with pytest.raises(ClientError):
        await person.say("x")
    await person.start()
    await intake.send_message(person.chat_id, "x")
    blocked, unblocked, start = await intake.get_updates()
    assert blocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert unblocked.my_chat_member is not None
    assert unblocked.my_chat_member.old_chat_member.status == "kicked"
    assert unblocked.my_chat_member.new_chat_member.status == "member"
    assert start.message is not None
    assert start.message.text == "/start"


async def test_blocking_twice_is_one_event(intake: aiogram.Bot, person: Person) -> None:
    person.block()
    person.block()
    assert len(await intake.get_updates()) == 1


async def test_deactivated(intake: aiogram.Bot, person: Person) -> None:
    person.deactivate()
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await intake.send_message(person.chat_id, "x")
    with pytest.raises(ClientError):
        await person.say("x")


async def test_bots_are_not_written_to(intake: aiogram.Bot, sandbox: Sandbox) -> None:
    with pytest.raises(TelegramForbiddenError, match="bots can't send messages to bots"):
        await intake.send_message(sandbox.bot("desk").id, "x")


async def test_an_operator_who_never_started_the_bot(desk: telegram.Bot, sandbox: Sandbox) -> None:
    operator = sandbox.operator("o1")
    with pytest.raises(telegram.error.Forbidden, match="can't initiate conversation"):
        await desk.send_message(operator.user_id, "x")
    await operator.private.start()
    await desk.send_message(operator.user_id, "x")
    assert (await operator.private.expect()).text == "x"


async def test_added_to_a_group_and_thrown_out(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox
) -> None:
    group, bot = sandbox.group("g", title="Some group"), sandbox.bot("intake")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await intake.send_message(group.id, "x")
    group.add_bot(bot, by=person)
    await intake.send_message(group.id, "x")
    group.remove_bot(bot, by=person)
    with pytest.raises(TelegramForbiddenError, match="bot was kicked from the group chat"):
        await intake.send_message(group.id, "x")
    added, note, removed = await intake.get_updates()
    assert added.my_chat_member is not None
    assert added.my_chat_member.new_chat_member.status == "member"
    assert added.my_chat_member.from_user.id == person.user_id
    assert note.message is not None
    assert note.message.new_chat_members is not None
    assert removed.my_chat_member is not None
    assert removed.my_chat_member.new_chat_member.status == "kicked"


async def test_leaving_a_group(intake: aiogram.Bot, sandbox: Sandbox) -> None:
    group = sandbox.group("g", supergroup=True)
    group.add_bot("intake")
    assert await intake.leave_chat(group.id)
    with pytest.raises(TelegramForbiddenError, match="not a member of the supergroup chat"):
        await intake.send_message(group.id, "x")


async def test_privacy_mode(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    group = sandbox.group("g")
    group.add_bot("intake")
    sandbox.bot("intake").queue.clear()
    await group.say(person, "among ourselves")
    await group.say(person, "/help")
    await group.say(person, "@intake_sandbox_bot hello")
    updates = await intake.get_updates()
    assert [update.message and update.message.text for update in updates] == [
        "/help",
        "@intake_sandbox_bot hello",
    ]


async def test_migration(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    group = sandbox.group("g")
    group.add_bot("intake")
    sandbox.bot("intake").queue.clear()
    old = group.id
    new = group.migrate()
    with pytest.raises(TelegramMigrateToChat) as moved:
        await intake.send_message(old, "x")
    assert (moved.value.migrate_to_chat_id, group.id) == (new, new)
    await intake.send_message(new, "x")
    away, here = await intake.get_updates()
    assert away.message is not None
    assert (away.message.chat.id, away.message.migrate_to_chat_id) == (old, new)
    assert here.message is not None
    assert (here.message.chat.id, here.message.migrate_from_chat_id) == (new, old)


async def test_desk_migration(desk: telegram.Bot, sandbox: Sandbox) -> None:
    operator = sandbox.operator("o1")
    made = await desk.create_forum_topic(sandbox.desk.id, "T")
    new = sandbox.desk.migrate()
    with pytest.raises(telegram.error.ChatMigrated) as moved:
        await desk.send_message(sandbox.settings.desk_chat, "x")
    assert moved.value.new_chat_id == new
    await desk.send_message(new, "here", message_thread_id=made.message_thread_id)
    assert (await operator.expect()).text == "here"


async def test_get_chat(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    chat = await intake.get_chat(person.chat_id)
    assert (chat.type, chat.first_name) == ("private", "Person")


async def test_members(desk: telegram.Bot, sandbox: Sandbox) -> None:
    operator, admin = sandbox.operator("o1"), sandbox.operator("o2", admin=True)
    chat = sandbox.desk.id
    statuses = {
        user_id: (await desk.get_chat_member(chat, user_id)).status
        for user_id in (operator.user_id, admin.user_id, desk.id, sandbox.bot("intake").id)
    }
    assert list(statuses.values()) == ["member", "administrator", "administrator", "left"]
    own = await desk.get_chat_member(chat, desk.id)
    assert isinstance(own, telegram.ChatMemberAdministrator)
    assert (own.can_manage_topics, own.can_delete_messages) == (True, True)
    admins = await desk.get_chat_administrators(chat)
    assert {member.user.id for member in admins} == {admin.user_id}
    assert desk.id not in {member.user.id for member in admins}
    operator.leave()
    assert (await desk.get_chat_member(chat, operator.user_id)).status == "left"
    with pytest.raises(ClientError):
        await operator.say("x")
    with pytest.raises(telegram.error.BadRequest, match=r"(?i)participant_id_invalid"):
        await desk.get_chat_member(chat, 1)


async def test_who_may_be_put_out_and_come_back(desk: telegram.Bot, sandbox: Sandbox) -> None:
    operator, admin = sandbox.operator("o1"), sandbox.operator("o2", admin=True)
    chat = sandbox.desk.id
    assert await desk.get_chat_member_count(chat) == 3
    assert await desk.ban_chat_member(chat, operator.user_id)
    assert (await desk.get_chat_member_count(chat), operator.is_present) == (2, False)
    with pytest.raises(ClientError):
        operator.join()
    assert await desk.unban_chat_member(chat, operator.user_id, only_if_banned=True)
    operator.join()
    assert await desk.unban_chat_member(chat, operator.user_id, only_if_banned=True)
    assert operator.is_present
    with pytest.raises(telegram.error.BadRequest, match="administrator"):
        await desk.ban_chat_member(chat, admin.user_id)


async def test_a_restricted_member_is_in_the_group_or_not(
    desk: telegram.Bot, sandbox: Sandbox
) -> None:
    operator, chat = sandbox.operator("o1"), sandbox.desk.id
    nothing = telegram.ChatPermissions.no_permissions()
    assert await desk.restrict_chat_member(chat, operator.user_id, nothing)
    found = await desk.get_chat_member(chat, operator.user_id)
    assert isinstance(found, telegram.ChatMemberRestricted)
    assert (found.is_member, found.can_send_messages) == (True, False)
    operator.leave()
    await desk.restrict_chat_member(chat, operator.user_id, nothing)
    found = await desk.get_chat_member(chat, operator.user_id)
    assert isinstance(found, telegram.ChatMemberRestricted)
    assert (found.is_member, operator.is_present) == (False, False)


async def test_the_owner_makes_one_an_administrator(desk: telegram.Bot, sandbox: Sandbox) -> None:
    operator, chat = sandbox.operator("o1"), sandbox.desk.id
    sandbox.desk.promote(operator, frozenset({"can_delete_messages"}))
    found = await desk.get_chat_member(chat, operator.user_id)
    assert isinstance(found, telegram.ChatMemberAdministrator)
    assert (found.can_delete_messages, found.can_restrict_members) == (True, False)


async def test_a_right_to_ban_is_needed(desk: telegram.Bot, sandbox: Sandbox) -> None:
    operator = sandbox.operator("o1")
    sandbox.desk.set_rights("desk", DESK_RIGHTS - {"can_restrict_members"})
    with pytest.raises(telegram.error.BadRequest, match=r"[Nn]ot enough rights"):
        await desk.ban_chat_member(sandbox.desk.id, operator.user_id)


async def test_what_a_groups_settings_say(desk: telegram.Bot, sandbox: Sandbox) -> None:
    shut = await desk.get_chat(sandbox.desk.id)
    chat = sandbox.desk.chat
    chat.username, chat.members_invite, chat.protected = "open_group", True, False
    wide = await desk.get_chat(sandbox.desk.id)
    assert shut.permissions is not None
    assert wide.permissions is not None
    assert (shut.username, shut.has_protected_content) == (None, True)
    assert not shut.permissions.can_invite_users
    assert (wide.username, wide.has_protected_content) == ("open_group", None)
    assert wide.permissions.can_invite_users


async def test_chat_member_only_on_request(desk: telegram.Bot, sandbox: Sandbox) -> None:
    sandbox.operator("o1")
    assert await desk.get_updates(allowed_updates=["chat_member"]) == ()
    sandbox.operator("o2")
    [update] = await desk.get_updates()
    assert update.chat_member is not None
    assert update.chat_member.new_chat_member.status == "member"

"""Whether the operators' groups are shut: settings, rights and who is in them, looked at regularly.

Joins are reported at once (`bot.desk.door`); this finds who came while nobody looked, and what was
changed by hand. Each fault is an alarm, with a text that says how it is mended.
"""

from collections.abc import AsyncIterator, Iterator

from telegram import Bot, ChatFullInfo, ChatMemberAdministrator
from telegram.error import BadRequest, Forbidden

from bot.desk.door import Door, is_present
from bot.desk.group import DeskGroups
from bot.store.staff.alarms import Alarm, Alarms
from bot.store.staff.roster import Roster

LOOK_SECONDS = 600.0


class GroupCheck:
    """Looks at every group."""

    def __init__(
        self,
        bot: Bot,
        groups: DeskGroups,
        roster: Roster,
        alarms: Alarms,
        door: Door,
    ) -> None:
        self._bot = bot
        self._own_id = int(bot.token.partition(":")[0])
        self._groups = groups
        self._roster = roster
        self._alarms = alarms
        self._door = door

    async def look(self) -> None:
        """Once. Raises `StoreUnavailable` and what the Bot API raises."""
        for group in self._groups:
            try:
                found = [alarm async for alarm in self._faults(group.id)]
            except (BadRequest, Forbidden):
                continue  # we aren't in it: `desk_chat_unreachable` says so
            for alarm in dict.fromkeys(found):
                await self._alarms.ring(alarm)

    async def _faults(self, chat: int) -> AsyncIterator[Alarm]:
        for alarm in settings_faults(await self._bot.get_chat(chat)):
            yield alarm
        own = await self._bot.get_chat_member(chat, self._own_id)
        if not (isinstance(own, ChatMemberAdministrator) and own.can_restrict_members):
            yield Alarm.NO_RIGHT
        for admin in await self._bot.get_chat_administrators(chat):
            if admin.user.id != self._own_id and not await self._door.belongs(admin.user.id):
                yield Alarm.STRANGE_ADMIN
        if await self._bot.get_chat_member_count(chat) > await self._expected(chat):
            yield Alarm.CROWD

    async def _expected(self, chat: int) -> int:
        """How many may be in a group: this bot, and the operators who are. One whose number isn't
        known yet counts as being in it."""
        count = 1
        for operator in await self._roster.all():
            telegram_id = await self._roster.telegram_id(operator)
            if telegram_id:
                count += await self._is_in(chat, telegram_id)
            else:
                count += bool(operator.account)
        return count

    async def _is_in(self, chat: int, telegram_id: int) -> bool:
        try:
            return is_present(await self._bot.get_chat_member(chat, telegram_id))
        except BadRequest:  # an account that is gone
            return False


def settings_faults(chat: ChatFullInfo) -> Iterator[Alarm]:
    """Alarms for what is open in a group's settings (Bot API, ChatFullInfo)."""
    if chat.username or chat.active_usernames:
        yield Alarm.PUBLIC
    if chat.permissions is not None and chat.permissions.can_invite_users:
        yield Alarm.MEMBERS_INVITE
    if not chat.has_protected_content:
        yield Alarm.NOT_PROTECTED

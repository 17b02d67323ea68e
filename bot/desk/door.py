"""The door of the operators' groups: who isn't enrolled is put out as soon as they are seen.

Whoever is in a group reads every ticket in it, and one who stays silent would never be noticed. So
the bot needs the right to ban (`can_restrict_members`). Whom Telegram doesn't let it ban, an
administrator or everybody where the right is missing, is an alarm for people.
"""

import logging

from telegram import Bot, ChatMember, ChatMemberUpdated
from telegram.error import BadRequest, Forbidden

from bot.desk.group import DeskGroups
from bot.desk.notifier import Notification, Notifier
from bot.helpline.staff import Staff
from bot.store.staff.alarms import Alarm, Alarms
from bot.store.staff.expulsions import Expulsions
from bot.store.staff.roster import Roster
from bot.texts.voices import Voice

logger = logging.getLogger(__name__)

LOOK_SECONDS = 3.0


class Door:
    """Lets operators in, puts others out."""

    def __init__(
        self,
        bot: Bot,
        groups: DeskGroups,
        staff: Staff,
        roster: Roster,
        expulsions: Expulsions,
        alarms: Alarms,
        notifier: Notifier,
        voice: Voice,
    ) -> None:
        self._bot = bot
        self._own_id = int(bot.token.partition(":")[0])
        self._groups = groups
        self._staff = staff
        self._roster = roster
        self._expulsions = expulsions
        self._alarms = alarms
        self._notifier = notifier
        self._voice = voice

    async def changed(self, change: ChatMemberUpdated) -> None:
        """Somebody's membership has changed (Bot API, ChatMemberUpdated). Raises
        `StoreUnavailable`, `Conflict` and what the Bot API raises."""
        user = change.new_chat_member.user
        if self._groups.find(change.chat.id) is None or user.id == self._own_id:
            return
        if is_present(change.new_chat_member):
            if not await self.belongs(user.id):
                await self.put_out(change.chat.id, user.id)
        elif change.new_chat_member.status == ChatMember.BANNED:
            await self._was_put_out(user.id)
        else:
            await self._staff.left(user.id)

    async def put_out(self, chat: int, telegram_id: int) -> None:
        """Hold off somebody who isn't enrolled, and say so, once a day for each."""
        out = await self._ban(chat, telegram_id)
        if not out:
            await self._alarms.ring(Alarm.NOT_PUT_OUT)
        if await self._roster.first_seen(self._staff.by_telegram.account_of(telegram_id)):
            words = self._voice("stranger-put-out" if out else "stranger")
            self._notifier.notify(Notification(self._groups.main.id, words, silent=False))

    async def let_in(self, telegram_id: int) -> None:
        """Somebody was enrolled: they may join. Raises what the Bot API raises, but where the bot
        has no right to it: then an administrator has to."""
        for group in self._groups:
            try:
                await self._bot.unban_chat_member(group.id, telegram_id, only_if_banned=True)
            except (BadRequest, Forbidden) as error:
                logger.warning("not_unbanned", extra={"kind": type(error).__name__})

    async def clear(self) -> None:
        """Put those out who were taken off the roster. Raises `StoreUnavailable` and what the Bot
        API raises: who is left waits for the next look."""
        for raw, telegram_id in await self._expulsions.waiting():
            if not await self.belongs(telegram_id):
                outs = [await self._ban(group.id, telegram_id) for group in self._groups]
                if not all(outs):
                    await self._alarms.ring(Alarm.NOT_PUT_OUT)
                    continue
            await self._expulsions.done(raw)

    async def _was_put_out(self, telegram_id: int) -> None:
        """By an administrator of the group, or by us: who is still an operator is suspended."""
        name = await self._staff.put_out(telegram_id)
        if name:
            words = self._voice("operator-suspended", name=name)
            self._notifier.notify(Notification(self._groups.main.id, words, silent=False))

    async def belongs(self, telegram_id: int) -> bool:
        """Whether somebody may be in the groups."""
        operator = await self._staff.operator(telegram_id)
        return operator is not None and not operator.suspended

    async def _ban(self, chat: int, telegram_id: int) -> bool:
        """Whether they are out now."""
        try:
            await self._bot.ban_chat_member(chat, telegram_id)
        except (BadRequest, Forbidden) as error:
            words = str(error).lower()
            if "participant_id_invalid" in words or "user not found" in words:
                return True  # an account that Telegram doesn't know is in no group
            logger.error("not_put_out", extra={"kind": type(error).__name__})
            return False
        return True


def is_present(member: ChatMember) -> bool:
    """Whether they are in the group (Bot API, ChatMember; ChatMemberRestricted: is_member)."""
    if member.status in {ChatMember.LEFT, ChatMember.BANNED}:
        return False
    return bool(getattr(member, "is_member", True))

"""Calls for alarms, in the first group: each once a day, aloud; the board shows them while they
stand (`bot.desk.queue_monitor`)."""

from telegram import Bot

from bot.desk.budget import Lane
from bot.desk.group import DeskGroups
from bot.desk.sending import send
from bot.store.staff.alarms import Alarm, Alarms
from bot.texts.voices import Voice

LOOK_SECONDS = 3.0


class AlarmCalls:
    """Calls the operators for alarms that stand."""

    def __init__(self, bot: Bot, groups: DeskGroups, alarms: Alarms, voice: Voice) -> None:
        self._bot = bot
        self._groups = groups
        self._alarms = alarms
        self._voice = voice

    async def look(self) -> None:
        """Call for those that nobody was called for. Raises `StoreUnavailable`, `Later` and what
        the Bot API raises: the call is made at the next look."""
        for alarm in await self._alarms.standing():
            if await self._alarms.first_told(alarm):
                await self._call(alarm)

    async def _call(self, alarm: Alarm) -> None:
        main = self._groups.main
        await main.budget.take(Lane.TALK)
        try:
            async with self._groups.following(main):
                await send(self._bot, main.id, line(self._voice, alarm))
        except BaseException:
            await self._alarms.not_told(alarm)
            raise


def line(voice: Voice, alarm: Alarm) -> str:
    """An alarm as operators read it."""
    return f"🚨 {voice(f'alarm-{alarm.value}')}"

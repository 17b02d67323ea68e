"""What takes two supervisors: shown in the first group, with a button for another of them."""

import logging
from contextlib import suppress

from telegram import CallbackQuery
from telegram.error import TelegramError

from bot.desk import keyboards
from bot.desk.door import Door
from bot.desk.group import DeskGroups
from bot.desk.notifier import Notification, Notifier
from bot.helpline.four_eyes import Asked, DoneAct, FourEyes
from bot.helpline.staff import Staff
from bot.message import Wording, wording
from bot.store.staff.proposals import Proposal
from bot.texts.voices import Voices
from bot.tickets.operator import Operator

logger = logging.getLogger(__name__)


class ProposalCalls:
    """Asks for agreement, and tells what came of it."""

    def __init__(
        self,
        four_eyes: FourEyes,
        staff: Staff,
        door: Door,
        groups: DeskGroups,
        notifier: Notifier,
        voices: Voices,
    ) -> None:
        self._four_eyes = four_eyes
        self._staff = staff
        self._door = door
        self._groups = groups
        self._notifier = notifier
        self._voices = voices

    async def ask(self, proposal: Proposal, by: Operator) -> Wording:
        """Do an act at once, or call for another supervisor where it takes two; returns the answer
        to the one who asked. Raises `NotAllowed`."""
        came = await self._four_eyes.ask(proposal, by)
        if isinstance(came, DoneAct):
            await self._let_in(came)
            return came.told
        self._call(came, by)
        return wording("office-asked", token=came.token)

    async def agree(self, query: CallbackQuery, token: str, second: Operator) -> None:
        """Another supervisor presses. Raises `NotAllowed`."""
        done = await self._four_eyes.agree(token, second)
        await self._let_in(done)
        chat = await self._staff.telegram_id(done.asked)
        if chat:  # a code among others is for whoever asked alone
            words = self._voices.of(done.asked.languages).say(done.told)
            self._notifier.notify(Notification(chat, words))
        agreed = self._voices.own("proposal-agreed", name=second.name, asked=done.asked.name)
        with suppress(TelegramError):
            await query.edit_message_text(agreed)

    def _call(self, asked: Asked, by: Operator) -> None:
        voice = self._voices.own
        words = voice("proposal", name=by.name, what=asked.what)
        keyboard = keyboards.agree(voice, asked.token)
        main = self._groups.main.id
        self._notifier.notify(Notification(main, words, keyboard=keyboard, silent=False))

    async def _let_in(self, done: DoneAct) -> None:
        if not done.restored:
            return
        try:
            await self._door.let_in(done.restored)
        except TelegramError as error:
            logger.warning("not_let_in", extra={"kind": type(error).__name__})

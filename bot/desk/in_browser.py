"""What the bot says where the desk is in a browser: nothing about tickets is taken in Telegram.

What is about the staff still is: who may be in the group, codes and shifts privately, agreements of
two supervisors, blocks that they look at.
"""

from telegram import CallbackQuery, Message

from bot.desk import topic_message
from bot.desk.answer import answer
from bot.desk.keyboards import AGREE, LIFT
from bot.desk.menu import ABOUT_STAFF
from bot.desk.notifier import Notification, Notifier
from bot.message import wording
from bot.texts.voices import Voices
from bot.tickets.operator import Operator


class InBrowser:
    """Sends whoever works on a ticket to the console. `origin`: its address."""

    def __init__(self, notifier: Notifier, voices: Voices, origin: str) -> None:
        self._notifier = notifier
        self._voices = voices
        self._words = wording("office-in-browser", address=origin)

    async def took_press(self, query: CallbackQuery) -> bool:
        """Answer a press, unless it is a supervisor's about the staff."""
        if (query.data or "").startswith((AGREE, LIFT)):
            return False
        await answer(query, self._voices.own.say(self._words), alert=True)
        return True

    def took_message(self, message: Message, operator: Operator) -> bool:
        """Answer a message, unless it is a command about the staff. The group is answered nothing:
        what was written there was for colleagues."""
        if message.chat.id < 0:
            return True
        said = topic_message.read(message.text or "")
        if isinstance(said, topic_message.Command) and said.word in ABOUT_STAFF:
            return False
        words = self._voices.of(operator.languages).say(self._words)
        self._notifier.notify(Notification(message.chat.id, words))
        return True

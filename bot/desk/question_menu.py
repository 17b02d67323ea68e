"""`/ask` in a claimed ticket's topic: the question deck as a menu, groups first, then questions.

Two presses send a question. A menu says nothing of anybody, so it stays where it stands: the next
question of the same group takes one press.
"""

from collections.abc import Sequence

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.desk.budget import Lane
from bot.desk.group import DeskGroups
from bot.desk.notifier import Notification, Notifier, attempt
from bot.errors import NotAllowed
from bot.texts.asking import asked
from bot.texts.catalogue import Catalogue
from bot.texts.current import LivePublication
from bot.texts.deck import GROUP_PREFIX, Group
from bot.texts.voices import Voice
from bot.tickets.ticket import Action

QUESTION = "ask:"
"""Callback data of a button that sends a question, before its id."""

_GROUP = "deck:"
"""Callback data of a button that shows a group, before its id; of the way back without one."""

_A_ROW = 5


class QuestionMenu:
    """Shows the deck in the language of whoever asks for it."""

    def __init__(self, groups: DeskGroups, notifier: Notifier, live: LivePublication) -> None:
        self._groups = groups
        self._notifier = notifier
        self._live = live

    def show(self, message: Message, voice: Voice) -> None:
        """All groups, below the command. Raises `NotAllowed` if there is no deck."""
        catalogue = self._live.current.catalogue
        if not catalogue.deck.groups:
            raise NotAllowed("refused-no-question")
        self._notifier.notify(
            Notification(
                message.chat.id,
                voice("ask-groups"),
                message.message_thread_id,
                _group_buttons(catalogue, voice),
            )
        )

    async def turn(self, query: CallbackQuery, voice: Voice) -> None:
        """Show the group that was pressed, or all of them. Raises `NotAllowed` for one that the
        deck hasn't got any more."""
        catalogue, message = self._live.current.catalogue, query.message
        wanted = (query.data or "").removeprefix(_GROUP)
        if message is None:
            return
        text, keyboard = voice("ask-groups"), _group_buttons(catalogue, voice)
        if wanted:
            group = catalogue.deck.group(wanted)
            if group is None:
                raise NotAllowed("refused-no-question")
            text, keyboard = _listed(catalogue, group, voice), _question_buttons(group, voice)
        desk = self._groups.find(message.chat.id)
        if desk is not None:
            await desk.budget.take(Lane.TALK)
        await attempt(lambda: query.edit_message_text(text, reply_markup=keyboard))


def is_turn(data: str) -> bool:
    """Whether callback data only turns the menu's pages."""
    return data.startswith(_GROUP)


def question(data: str) -> str | None:
    """The id of the question that callback data sends."""
    return data.removeprefix(QUESTION) if data.startswith(QUESTION) else None


def _group_buttons(catalogue: Catalogue, voice: Voice) -> InlineKeyboardMarkup:
    buttons = [
        InlineKeyboardButton(
            catalogue.plain(f"{GROUP_PREFIX}{one.id}", voice.locale),
            callback_data=f"{_GROUP}{one.id}",
        )
        for one in catalogue.deck.groups
    ]
    return InlineKeyboardMarkup(_rows(buttons, 2))


def _listed(catalogue: Catalogue, group: Group, voice: Voice) -> str:
    """The questions, each with the number of its button and the name for `/ask`."""
    lines = [
        f"{number}. {asked(catalogue, one.id, voice.locale)}  /{Action.ASK} {one.id}"
        for number, one in enumerate(group.questions, 1)
    ]
    name = catalogue.plain(f"{GROUP_PREFIX}{group.id}", voice.locale)
    return "\n".join([name, "", *lines])


def _question_buttons(group: Group, voice: Voice) -> InlineKeyboardMarkup:
    numbers = [
        InlineKeyboardButton(str(number), callback_data=f"{QUESTION}{one.id}")
        for number, one in enumerate(group.questions, 1)
    ]
    back = InlineKeyboardButton(voice("button-ask-groups"), callback_data=_GROUP)
    return InlineKeyboardMarkup([*_rows(numbers, _A_ROW), [back]])


def _rows(
    buttons: Sequence[InlineKeyboardButton], width: int
) -> list[Sequence[InlineKeyboardButton]]:
    return [buttons[at : at + width] for at in range(0, len(buttons), width)]

"""A person who types a button's words means the button."""

from bot.texts.publication import Publication
from flows.conversation import Conversation
from flows.engine import erasing
from flows.events import ChoiceMade
from flows.status import Status


def typed_choice(live: Publication, text: str, conversation: Conversation) -> ChoiceMade | None:
    """The button of the open question whose label was typed, in any case; None if none was. While
    a human has the conversation only the question before erasing is open."""
    top = conversation.top
    human = conversation.status is Status.HUMAN and not erasing.is_asked(conversation)
    if top is None or human:
        return None
    words = text.strip().casefold()
    for choice in live.library.offered.get((top.flow, top.step), ()):
        label = live.catalogue.label(live.library, choice, conversation.locale)
        if label.casefold() == words:
            return ChoiceMade(choice.id, label)
    return None

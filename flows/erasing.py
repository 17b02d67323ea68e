"""When a yes erases: only as the answer to the question that is open.

Erasure can't be undone, so a button from long ago, and a "yes" that is meant for an operator, ask
again instead. A stranger has nothing to lose: the second tap on the button is answered like the
first.
"""

from flows.conversation import Conversation
from flows.events import Event, OperatorCorrected, OperatorSentText, OperatorUttered
from flows.model import Choice
from flows.named import ERASE_FLOW
from flows.status import Status
from flows.walk import Walk

CONFIRMED = "yes"


def is_asked(conversation: Conversation) -> bool:
    """Whether the open question is the one before erasing."""
    return conversation.top is not None and conversation.top.flow == ERASE_FLOW


def forget_question(walk: Walk, event: Event) -> None:
    """Once an operator has said something, a typed "yes" is for the operator."""
    if isinstance(event, OperatorUttered | OperatorSentText | OperatorCorrected):
        drop_question(walk)


def drop_question(walk: Walk) -> None:
    """The question isn't open any more; its buttons ask again."""
    if is_asked(walk.conversation):
        walk.leave()


def must_ask_again(walk: Walk, choice: Choice, *, current: bool) -> bool:
    """Whether a button that erases is older than the question that is open."""
    erases = choice.flow == ERASE_FLOW and choice.value == CONFIRMED
    return erases and not current and not _is_stranger(walk.conversation)


def ask(walk: Walk) -> None:
    """The plain question, on top of what is open."""
    if walk.status is Status.HUMAN:
        walk.start(ERASE_FLOW)
    else:
        walk.interrupt(ERASE_FLOW)


def _is_stranger(conversation: Conversation) -> bool:
    """Nothing is kept of them but that they pressed a button."""
    known = conversation.locale is not None or conversation.noticed or conversation.watched
    return conversation.status is Status.BOT and not known and not conversation.frames

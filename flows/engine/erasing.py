"""When a yes erases: only as the answer to the question that is last on the screen.

Erasure can't be undone, and it takes an open call for help with it. So the question lapses after
`flows.clocks.ERASURE_LAPSES_AFTER`, and at once when the person says something else or is shown
something else; and a sentence in which a yes is heard is no answer, only a plain yes or the button.
What comes too late asks again. A stranger has nothing to lose: the second tap on the button is
answered like the first.
"""

from datetime import timedelta

from flows.builtin import ERASE_FLOW
from flows.clocks import ERASURE_LAPSES_AFTER
from flows.conversation import Conversation
from flows.effects import Correct, RelayToPerson, SendText, Utter
from flows.engine.walk import Walk
from flows.events import Parse, Source
from flows.format.model import Choice, CollectStep
from flows.status import Status

CONFIRMED = "yes"

REFUSALS = frozenset({"deny", "cancel"})
"""Intents of a no."""

ANSWER_CONFIDENCE = 0.5
"""Of a yes or no that answers a question."""


def is_asked(conversation: Conversation) -> bool:
    """Whether the open question is the one before erasing."""
    return conversation.top is not None and conversation.top.flow == ERASE_FLOW


def is_refused(conversation: Conversation, parse: Parse) -> bool:
    """Whether the words are a no to it."""
    return is_asked(conversation) and parse.intent in REFUSALS


def in_time(pause: timedelta | None) -> bool:
    """Whether an answer still counts. `pause`: since the person's last act, which the question
    followed at once: any other act would have ended it."""
    return pause is not None and pause <= ERASURE_LAPSES_AFTER


def lapse(walk: Walk, parse: Parse, pause: timedelta | None) -> bool:
    """The open question ends here unless these words answer it in time. Returns whether they are a
    yes that doesn't count, too late or within a sentence: then it is asked again."""
    if not is_asked(walk.conversation):
        return False
    in_words = parse.answer == CONFIRMED  # "yes, erase"
    agrees = in_words or (parse.intent == "affirm" and parse.confidence >= ANSWER_CONFIDENCE)
    # nothing but a yes; the model hears it in sentences
    plain = in_words or parse.source is Source.KEYWORDS
    refuses = parse.intent in REFUSALS
    if refuses or (agrees and plain and in_time(pause)):
        return False
    drop_question(walk)
    return agrees and (plain or in_time(pause))


def end_hidden_question(walk: Walk, before: Conversation) -> None:
    """A question from an earlier turn ends when this turn has put something else on the screen."""
    shown = [one for one in walk.effects if isinstance(one, _SHOWN)]
    if not (shown and is_asked(before) and is_asked(walk.conversation)):
        return
    last = shown[-1]
    if not (isinstance(last, Utter) and any(one.flow == ERASE_FLOW for one in last.choices)):
        drop_question(walk)


_SHOWN = (Utter, RelayToPerson, SendText, Correct)


def drop_question(walk: Walk) -> None:
    """The question isn't open any more; its buttons ask again. What was open below it is open
    again, if it is a question; what would only have gone on after a no is dropped."""
    if is_asked(walk.conversation):
        walk.leave()
        while (current := walk.current_step()) and not isinstance(current[1], CollectStep):
            walk.leave()


def must_ask_again(walk: Walk, choice: Choice, *, current: bool, pause: timedelta | None) -> bool:
    """Whether a button that erases is older than the question that is open, or than its time."""
    erases = choice.flow == ERASE_FLOW and choice.value == CONFIRMED
    valid = current and in_time(pause)
    return erases and not valid and not _is_stranger(walk.conversation)


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

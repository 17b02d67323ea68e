"""The emergency number stays near: whoever tells of danger is never answered without it for long.

What answers a cry while one waits may be a small question, or the short form of a page ("he beats
me when I bring too little money" asks about wages as well). The number stands beside it then.
"""

from flows.builtin import MEDICAL_TOPIC
from flows.effects import Utter
from flows.engine import known
from flows.engine.walk import Walk
from flows.engine.whose_danger import is_with_officials, kind, thinks_of_dying
from flows.events import Parse
from flows.signals import Signal
from flows.status import Status

NUMBER = "utter_call_if_you_can"

SAY_IT = frozenset(
    {
        NUMBER,
        "utter_emergency",
        "utter_emergency_medical",
        "utter_emergency_minor",
        "utter_emergency_self_harm",
        "utter_danger_escaped",
        "utter_danger_hurt",
        "utter_danger_locked",
        "utter_danger_moved",
        "utter_danger_other",
        "utter_danger_other_person",
        "utter_danger_window",
        "utter_documents_taken_brief",
        "utter_family_threat_brief",
        "utter_low_battery",
        "utter_medical_help_brief",
        "utter_nobody_answered",
        "utter_nobody_free",
        "utter_police_brief",
        "utter_still_nobody",
        "utter_wait_afraid",
        "utter_wait_birth",
        "utter_wait_bleeding",
        "utter_wait_border",
        "utter_wait_burn",
        "utter_wait_call",
        "utter_wait_cannot_call",
        "utter_wait_cold",
        "utter_wait_follow",
        "utter_wait_legal",
        "utter_wait_means",
        "utter_wait_meeting",
        "utter_wait_pregnant",
        "utter_wait_signs",
        "utter_wait_smoke",
        "utter_wait_swallowed",
        "utter_wait_tell_adult",
        "utter_wait_thirst",
        "utter_wait_unconscious",
        "utter_wait_unnamed",
        "utter_write_shortly",
    }
)
"""The texts of an emergency that name 112 or 103 of Kazakhstan."""

TOLD_EACH_TIME_FROM = 0.7
"""From here on what the model hears of danger is told the number again, whatever was said before:
it may have begun this minute."""

_DANGER = frozenset({Signal.HELD, Signal.MOVED, Signal.AT_BORDER, Signal.HURT})
"""Facts that are danger, however calmly they are told."""


def keep_near(walk: Walk, parse: Parse) -> None:
    """Say the number beside an answer to danger that doesn't; to words that may mean less, unless
    the last turn said it: such words are all that is written where somebody is ill ("will I go
    blind?"), but for a topic that they name. Not where somebody else may read it, nor to who thinks
    of dying, whose texts say it where it is due; nor where it is no help: with officials, or in
    another country."""
    ill = kind(walk) == MEDICAL_TOPIC and parse.intent not in parse.named
    told = parse.urgent or parse.danger_in_words or ill or bool(parse.signals & _DANGER)
    sure = parse.danger_in_words or (parse.urgent and parse.urgency_score >= TOLD_EACH_TIME_FROM)
    if not told or (walk.before.said_number and not sure) or not _is_due(walk):
        return
    said = [one.text_id for one in walk.effects if isinstance(one, Utter)]
    if not said or is_said(walk):
        return
    if isinstance(walk.effects[-1], Utter):
        walk.before_question(lambda: walk.say(NUMBER))
    else:
        walk.say(NUMBER)


def is_said(walk: Walk) -> bool:
    """Whether a text of this turn names the number."""
    return any(isinstance(one, Utter) and one.text_id in SAY_IT for one in walk.effects)


def _is_due(walk: Walk) -> bool:
    """Whether whoever waits can be told the number at all, and it may help them."""
    conversation = walk.conversation
    if walk.status is not Status.QUEUED or not conversation.in_danger or conversation.hushed:
        return False
    if known.is_read(conversation) or known.is_told(conversation, Signal.ABROAD):
        return False
    return not (thinks_of_dying(walk) or is_with_officials(walk))

"""Words about somebody else's danger, by whoever has told that it is somebody else's.

What is a dispute about money anywhere else is danger there, and a question is no sign that somebody
comes to the writer.
"""

from dataclasses import replace

from flows.events import FULL_SCORE, Parse
from flows.signals import Signal
from nlu.context.asking import asks
from nlu.context.situation import Situation
from nlu.keywords.matching.normalise import words

_HELPING = "ask_helping_someone"

FEW_WORDS, WORDS_OF_A_QUESTION = 2, 5
"""So few words ("to pay"), and so few that ask ("shall we pay it or not?"), tell of nobody who
demands money: a fee is asked about so as well."""


def of_another(parse: Parse, text: str, situation: Situation) -> Parse:
    """The reading as it is where it is told, or was, that it is about another person.

    Money for a release alarms, whatever the model makes of it. Whoever asks in an emergency whether
    another comes back isn't taken for somebody who is looked at; what alarms in it stays.
    """
    if not _is_about_another(parse, situation):
        return parse
    if parse.watched and situation.in_emergency and asks(text, parse.locale):
        return replace(parse, watched=False)
    if situation.in_emergency or Signal.RANSOM not in parse.signals:
        return parse
    if len(words(text)) <= (WORDS_OF_A_QUESTION if asks(text, parse.locale) else FEW_WORDS):
        return parse
    return replace(parse, urgent=True, urgency_score=FULL_SCORE)


def _is_about_another(parse: Parse, situation: Situation) -> bool:
    """Whether this message or an earlier one tells so, or the page for helpers was read."""
    if situation.about_other or Signal.THIRD_PARTY in parse.signals:
        return True
    return situation.topic == _HELPING or _HELPING in situation.earlier

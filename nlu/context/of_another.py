"""Words about somebody else's danger, by whoever has told that it is somebody else's.

What is a dispute about money anywhere else is danger there. Who is held by a relative, or with
one, is no witness: they'd be told not to step in, and not be asked whether it is safe to write.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from flows.events import FULL_SCORE, Parse
from flows.follow_ups import FollowUp
from flows.signals import Signal
from nlu.context.asking import asks
from nlu.context.situation import Situation
from nlu.keywords.first_person import speaks
from nlu.keywords.matching.normalise import Word, words

_HELPING = "ask_helping_someone"

FEW_WORDS, WORDS_OF_A_QUESTION = 2, 5
"""So few words ("to pay"), and so few that ask ("shall we pay it or not?"), tell of nobody who
demands money: a fee is asked about so as well."""

_ENDED = {word.text for word in words("мені бізді meni mani bizni мени бизди маро моро")}
"""The writer, as the one to whom something is done, in languages that end "mine" in one way."""

_ME = _ENDED | {word.text for word in words("меня нас me us")}
"""Such words of all languages."""

_AND = {word.text for word in words("и and және жана va ва")}
_WITH = re.compile(r"bilan|menen|birge|birga|..+[aeiou]men")
"""In skeletons: "with" in Uzbek and Kyrgyz, "together", the Kazakh ending of "with my brother"."""

_SAYS = {
    word.text
    for word in words(
        "деп деді дейді жазды айтты деди дейт айтты deb dedi deydi deyapti yozdi yozibdi aytdi "
        "гуфт мега мегӯяд мегуяд навишт"
    )
}
"""Before or after what a relative writes of themselves: "my brother says: get me out"."""


def of_another(parse: Parse, text: str, situation: Situation) -> Parse:
    """The reading as it is where it is told, or was, that it is about another person.

    Money for a release alarms, whatever the model makes of it. In an emergency whoever asks what
    comes of it if they are wrong is answered by the page for helpers, which says it.
    """
    if _tells_of_the_writer(words(text)):
        guessed = None if parse.guessed is Signal.THIRD_PARTY else parse.guessed
        parse = replace(parse, signals=parse.signals - {Signal.THIRD_PARTY}, guessed=guessed)
    if not _is_about_another(parse, situation):
        return parse
    if situation.about_other and situation.in_emergency and _asks_whether_punished(parse):
        return replace(parse, intent=_HELPING, confidence=1.0, named=parse.named | {_HELPING})
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


def _tells_of_the_writer(said: Sequence[Word]) -> bool:
    """Whether what is done is done to the writer as well: "my brother has locked me in" where the
    relative is told by an ending, "my brother and me", "us with my brother"."""
    says = any(word.text in _SAYS for word in said)
    for one, other in pairwise(said):
        if one.clause != other.clause:
            continue
        if other.text in _ENDED and not says and _is_mine(one.text):
            return True
        if {one.text, other.text} & _ME and {one.text, other.text} & _AND:
            return True
        if one.text in _ME and _WITH.fullmatch(other.text):
            return True
    return False


def _is_mine(word: str) -> bool:
    """Whether a skeleton may be a relative of the writer's in Turkic or Tajik: "my brother"."""
    return speaks(word, "kk") or speaks(word, "tg")


def _asks_whether_punished(parse: Parse) -> bool:
    """Whether it is asked, and nothing else told, what comes of it for whoever reports."""
    return FollowUp.PUNISHED in parse.kinds and not (parse.signals or parse.urgent)

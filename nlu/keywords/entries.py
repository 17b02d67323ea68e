"""What a lexicon consists of: phrases, and what finding one means."""

from dataclasses import dataclass
from enum import Enum

from flows.follow_ups import FollowUp
from flows.signals import Signal
from nlu.keywords.matching.phrases import Phrase


class Use(Enum):
    """What finding a phrase means."""

    DANGER = "danger"
    WATCHED = "watched"
    ASKED = "asked"
    SHORT = "short"
    TOPIC = "topic"
    NOT_BEFORE = "not before"
    NOT_AFTER = "not after"
    NOT_DANGER = "not danger"
    IDIOM = "idiom"
    PAST = "past"
    NOW = "now"
    WRITTEN = "written"
    NEAR = "near"
    KNOWN = "known"
    FILLER = "filler"
    SIGNAL = "signal"
    CUE = "cue"
    CALM = "calm"
    FOLLOW_UP = "follow up"


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase and what it means. `alone`: only where it is the whole message.

    `intent` is empty for guards; `wanted` is the locale that a phrase of `language` asks for;
    `locale` is the file that it stands in; `watched`: it also says that somebody looks on;
    `signal`: what it tells of the situation. `sure`: danger whatever the model makes of the whole.
    `frame` and `group`: what a cue or a sign of calm belongs to (`nlu.keywords.together`).
    `follow_up`: how it goes on with what was said.
    """

    phrase: Phrase
    use: Use
    locale: str
    intent: str = ""
    alone: bool = False
    watched: bool = False
    wanted: str | None = None
    signal: Signal | None = None
    sure: bool = False
    frame: str = ""
    group: str = ""
    follow_up: FollowUp | None = None

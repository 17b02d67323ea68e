"""Two things in one message: both are answered, the more urgent first."""

import re

from flows.builtin import MENU_FLOW
from flows.corrections import corrects
from flows.engine import following
from flows.engine.walk import Walk
from flows.events import Parse
from flows.follow_ups import FollowUp
from flows.format.model import CollectStep

LEAST_WORDS = 4
"""A shorter message is about one thing."""

_POLICE = "police"
_NAMES_POLICE = re.compile(
    r"\b(?:полиц|милиц|милис|полис|мент|police|polits|milits|milis)", re.IGNORECASE
)

URGENT_FIRST = (
    "detained",
    "medical_help",
    "sexual_exploitation",
    "family_threat",
    "shelter",
    "documents_taken",
    "debt_bondage",
    "immigration_status",
    "unpaid_wages",
)
"""Pages whose matter can get worse by tomorrow; of others the one that was heard first is first."""

_JOINS = re.compile(
    r"[,;\n?]|\.\s|\b(?:и|а|еще|ещё|также|плюс|and|also|plus|but|және|әрі|мен|пен|тағы|va|hamda|yana|"
    r"ва|ҳамда|яна|жана|дагы|инчунин|боз)\b",
    re.IGNORECASE,
)


def pages(walk: Walk, parse: Parse, flow: str, text: str) -> tuple[str, ...]:
    """The pages that a message asks for, in the order in which they are said; `flow` alone unless
    its words name another one."""
    heard = (walk.library.triggers.get(intent, ("", 0.0))[0] for intent in parse.topics)
    others = [one for one in dict.fromkeys(heard) if one and one != flow]
    two = (
        len(text.split()) >= LEAST_WORDS
        and _JOINS.search(text.strip().partition(" ")[2]) is not None
        and not corrects(text)
    )
    named = {walk.library.triggers[one][0] for one in parse.named if one in walk.library.triggers}
    others = [one for one in others if one in named and walk.library.flows[one].is_page]
    answered = FollowUp.PUNISHED in parse.kinds and following.says_of_punishment(walk, flow)
    if answered and not _NAMES_POLICE.search(text):
        others = [one for one in others if one != _POLICE]  # "will they jail me?" is answered there
    if not others or not two or not walk.library.flows[flow].is_page or flow == MENU_FLOW:
        return (flow,)
    both = (flow, others[0])
    return tuple(sorted(both, key=_rank))


def say_first(walk: Walk, flow: str, parse: Parse) -> None:
    """The first of two pages, without buttons: the second one's stand under it."""
    walk.introduce(flow)
    found = walk.library.flows[flow]
    asked = following.begins_at(walk, flow, parse)
    step = found.step(asked) if asked else found.steps[0]
    if isinstance(step, CollectStep):
        walk.say(step.utter)


def _rank(flow: str) -> int:
    return URGENT_FIRST.index(flow) if flow in URGENT_FIRST else len(URGENT_FIRST)

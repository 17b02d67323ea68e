"""Messages that go on with the page that is open (`flows.follow_ups`), or want a dialogue.

The table of the flows (`follow_ups`) says which page answers; without an entry the page itself
does: the half of it that wasn't said last.
"""

from flows.builtin import CHILD_TOPIC, MINORS_FLOW
from flows.engine import known, suggesting
from flows.engine.walk import Walk
from flows.engine.whose_danger import kind as kind_of_danger
from flows.engine.whose_danger import thinks_of_dying
from flows.events import Parse
from flows.follow_ups import FollowUp
from flows.format.model import CollectStep
from flows.signals import QUESTIONS
from flows.status import Status

TELL_ADULT = "utter_wait_tell_adult"
DETAIL = "utter_detail"
NO_MORE = "utter_no_more"
THANKS = "utter_thanks"

_NAMED_WITH_A_PAGE = (FollowUp.CHILD_NEXT, FollowUp.PUNISHED, FollowUp.PENALTY, FollowUp.HOW_LONG)
"""Kinds of follow-up that choose the half of a page which the same message names."""

LATELY = 2
"""So many of the last texts are on the screen still."""


def answer(walk: Walk, parse: Parse) -> bool:
    """Answer a follow-up. Returns whether the message was one."""
    page, kind = walk.open_page(), parse.follow_up
    if answer_child(walk, parse):
        walk.set(misunderstood=0)
        return True
    if kind is None:
        return False
    if begun := walk.library.begun.get(kind):
        walk.set(misunderstood=0)
        walk.interrupt(begun)
        return True
    if not page:
        return False
    if kind is FollowUp.DETAIL and parse.unread:
        return False  # without the model nobody knows whether it was only told or asked
    walk.set(misunderstood=0)
    if kind in {FollowUp.UNDERSTOOD, FollowUp.YES, FollowUp.NO}:
        walk.say(THANKS)
    elif kind is FollowUp.DETAIL:
        _take_detail(walk, page, parse)
    elif kind is FollowUp.GO_ON and walk.resume():
        pass
    else:
        page = _with_an_answer(walk, page, kind)
        flow, step = _target(walk, page, kind)
        lately = _text(walk, flow, step) in walk.conversation.said[-LATELY:]
        if lately and kind not in walk.library.flows[page].follow_ups:
            walk.say(NO_MORE)
        if kind is FollowUp.OTHER:
            walk.suggested = suggesting.beside_page(walk, page, parse)
        walk.interrupt(flow, step)
    return True


def begins_at(walk: Walk, flow: str, parse: Parse) -> str:
    """The step of a page that answers a short question which names it and asks how long ("how long
    can they hold me?"), whether they are punished themselves, or what fine or ban there is, where
    the page's own table says so; "" for its beginning."""
    asked = (kind for kind in _NAMED_WITH_A_PAGE if kind in parse.kinds)
    own = (_own_step(walk, flow, kind) for kind in asked)
    return next((step for step in own if step is not None), "")


def answer_child(walk: Walk, parse: Parse) -> bool:
    """Answer a child who asks whether parents are told, or a children's home takes them, by the
    half of the page that says it: who can read the chat isn't what they fear. And in danger one who
    asks whether to tell a teacher, an aunt. Nothing of it where somebody else may read it, nor the
    first to who thinks of dying. Returns whether it was answered."""
    read = known.is_read(walk.conversation) or walk.conversation.may_be_read
    child = walk.conversation.child or kind_of_danger(walk) == CHILD_TOPIC
    told = parse.urgent or bool(parse.signals - QUESTIONS)  # "tell my mother that I loved her"
    if read or not child or told:
        return False
    if FollowUp.TELL_ADULT in parse.kinds and walk.conversation.in_danger:
        walk.say(TELL_ADULT)
        return True
    asked = FollowUp.CHILD_NEXT in parse.kinds and not thinks_of_dying(walk)
    step = _own_step(walk, MINORS_FLOW, FollowUp.CHILD_NEXT) if asked else None
    if step is None:
        return False
    if walk.status is Status.QUEUED:
        walk.say(_text(walk, MINORS_FLOW, step), walk.library.offered[MINORS_FLOW, step])
    else:
        walk.interrupt(MINORS_FLOW, step)
    return True


def says_of_punishment(walk: Walk, flow: str) -> bool:
    """Whether the page itself says what is known of whether they are punished themselves."""
    return _own_step(walk, flow, FollowUp.PUNISHED) is not None


def _own_step(walk: Walk, flow: str, kind: FollowUp) -> str | None:
    """The step by which a page's own table answers a follow-up, "" for its first; None where
    another page answers, or nothing is said of it."""
    page, step = walk.library.flows[flow].follow_ups.get(kind, ("", ""))
    return step if page == flow else None


def answer_briefly(walk: Walk, parse: Parse) -> bool:
    """Answer a follow-up in an emergency: text and buttons, and no question is opened. Returns
    whether the message was one."""
    page, kind = walk.open_page(), parse.follow_up
    if kind is None or not page or walk.conversation.may_be_read:
        return False
    if not walk.conversation.said or walk.conversation.said[-1] not in walk.library.pages:
        return False  # something else has been said since
    if kind in {FollowUp.UNDERSTOOD, FollowUp.YES, FollowUp.NO, FollowUp.DETAIL}:
        return False
    flow, step = _target(walk, _with_an_answer(walk, page, kind), kind)
    walk.say(_text(walk, flow, step), walk.library.offered[flow, step])
    return True


def _take_detail(walk: Walk, page: str, parse: Parse) -> None:
    """Answer a detail that was told and not asked by one honest line, with the button of a topic
    that may be meant after all and the open page's own buttons."""
    first = walk.library.flows[page].steps[0]
    possible = suggesting.beside_page(walk, page, parse)
    walk.say(DETAIL, (*possible, *walk.library.offered[page, first.id]))


def _with_an_answer(walk: Walk, page: str, kind: FollowUp) -> str:
    """The open page, or the one that was said right before it, of two things in one message, where
    the table has an answer of that one's alone: "for how long?" after a shelter and a job offer."""
    if not walk.before.said_two:
        return page
    known = walk.library.pages
    lately = [known[one][0] for one in walk.before.said[-LATELY:] if one in known]
    if len(lately) < LATELY or lately[-1] != page:
        return page
    other, own = (walk.library.flows[one] for one in lately)
    return other.id if kind in other.follow_ups and kind not in own.follow_ups else page


def _target(walk: Walk, page: str, kind: FollowUp) -> tuple[str, str]:
    """The page and the step that answer. What the table names is said again, though it was said
    last: there the answer stands. Else the half of the page that wasn't said last."""
    named = _with_step(walk, walk.library.flows[page].follow_ups.get(kind))
    if named is not None:
        return named
    more = _half(walk, page, first=False)
    said_last = walk.conversation.said[-1:] == (_text(walk, page, more),)
    return page, _half(walk, page, first=True) if said_last else more


def _with_step(walk: Walk, target: tuple[str, str] | None) -> tuple[str, str] | None:
    """A page of the table and its step: the first, if none is named."""
    if target is None or target[1]:
        return target
    return target[0], walk.library.flows[target[0]].steps[0].id


def _half(walk: Walk, page: str, *, first: bool) -> str:
    """The first step of a page, or the one with what more there is to read."""
    asked = [one.id for one in walk.library.flows[page].steps if isinstance(one, CollectStep)]
    return asked[0] if first else asked[-1]


def _text(walk: Walk, flow: str, step: str) -> str:
    found = walk.library.flows[flow].step(step)
    return found.utter if isinstance(found, CollectStep) else ""

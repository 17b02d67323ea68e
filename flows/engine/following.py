"""Messages that go on with the page that is open (`flows.follow_ups`).

The table of the flows (`follow_ups`) says which page answers; without an entry the page itself
does: the half of it that wasn't said last.
"""

from flows.engine.walk import Walk
from flows.events import Parse
from flows.follow_ups import FollowUp
from flows.format.model import CollectStep

DETAIL = "utter_detail"
NO_MORE = "utter_no_more"
THANKS = "utter_thanks"

LATELY = 2
"""So many of the last texts are on the screen still."""


def answer(walk: Walk, parse: Parse) -> bool:
    """Answer a follow-up. Returns whether the message was one."""
    page, kind = walk.open_page(), parse.follow_up
    if kind is None or not page:
        return False
    if kind is FollowUp.DETAIL and parse.unread:
        return False  # without the model nobody knows whether it was only told or asked
    walk.set(misunderstood=0)
    if kind in {FollowUp.UNDERSTOOD, FollowUp.YES, FollowUp.NO}:
        walk.say(THANKS)
    elif kind is FollowUp.DETAIL:
        _take_detail(walk, page)
    elif kind is FollowUp.GO_ON and walk.resume():
        pass
    else:
        page = _with_an_answer(walk, page, kind)
        flow, step = _target(walk, page, kind)
        named = walk.library.flows[page].follow_ups.get(kind)
        lately = _text(walk, flow, step) in walk.conversation.said[-LATELY:]
        if lately and (flow, step) != _with_step(walk, named):
            walk.say(NO_MORE)
        walk.interrupt(flow, step)
    return True


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


def _take_detail(walk: Walk, page: str) -> None:
    """What was told is no question: an honest line, and the page's own buttons."""
    first = walk.library.flows[page].steps[0]
    walk.say(DETAIL, walk.library.offered[page, first.id])


def _with_an_answer(walk: Walk, page: str, kind: FollowUp) -> str:
    """The open page, or the one that was said right before it, of two things in one message, where
    the table has an answer of that one's alone: "for how long?" after a shelter and a job offer."""
    before, last = ([""] * LATELY + list(walk.before.said))[-LATELY:]
    other = walk.library.pages.get(before, ("",))[0]
    if not other or walk.library.pages.get(last, ("",))[0] != page:
        return page
    flows = walk.library.flows
    alone = kind in flows[other].follow_ups and kind not in flows[page].follow_ups
    return other if alone else page


def _target(walk: Walk, page: str, kind: FollowUp) -> tuple[str, str]:
    """The page and the step that answer. What the table names is said again, though it was said
    last: there the answer stands. Else the half of the page that wasn't said last."""
    own = walk.library.flows[page]
    named = _with_step(walk, own.follow_ups.get(kind))
    flow, step = named or (page, _half(walk, page, first=False))
    if named is None and walk.conversation.said[-1:] == (_text(walk, flow, step),):
        first = walk.library.flows[flow].steps[0].id == step
        step = _half(walk, flow, first=not first)
    return flow, step


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

"""Buttons of other topics, where the model isn't sure which one is meant.

Two pages may look alike to it: the other one is then a button away. They are the menus' own
buttons, so they lead where they always did, and count for as long as those do. None is shown while
a human is looked for or somebody else may read it.
"""

from collections.abc import Iterable

from flows.builtin import EMERGENCY_FLOW, MENU_FLOW
from flows.engine import known
from flows.engine.walk import Walk
from flows.events import Parse
from flows.format.model import Choice
from flows.status import Status

MOST = 3
MOST_BESIDE_A_PAGE = 1
"""A page has buttons of its own."""

WHICH_TOPIC = "utter_ask_which_topic"

SURELY_SOMETHING_ELSE = 0.8
"""From here on the model surely hears that it is about none of our topics."""


def beside_page(walk: Walk, flow: str, parse: Parse) -> tuple[Choice, ...]:
    """The button of the likeliest topic but the page's own, or for danger where the model holds
    that possible; none beside a flow that isn't a page."""
    if not walk.library.flows[flow].is_page:
        return ()
    return _buttons(walk, parse, said=flow)[:MOST_BESIDE_A_PAGE]


def ask(walk: Walk, parse: Parse) -> bool:
    """Ask which topic is meant, with buttons. Returns whether any is possible."""
    something_else = parse.intent == "out_of_scope" and parse.confidence >= SURELY_SOMETHING_ELSE
    possible = () if something_else else _buttons(walk, parse, said="")
    if possible:
        walk.say(WHICH_TOPIC, (*possible, *_ways(walk, [MENU_FLOW])))
    return bool(possible)


def _buttons(walk: Walk, parse: Parse, *, said: str) -> tuple[Choice, ...]:
    """The buttons of the topics that the model holds possible, but for the page that is said and
    what its own buttons lead to; the one for danger comes first."""
    if walk.status is not Status.BOT or known.is_read(walk.conversation):
        return ()
    flows, triggers = walk.library.flows, walk.library.triggers
    heard = [triggers[one][0] for one in parse.suggested if one in triggers]
    urgent = [EMERGENCY_FLOW for one in heard if flows[one].is_urgent][:1]
    has = _leads_from(walk, said)
    topics = [one for one in heard if not flows[one].is_urgent and one not in has]
    return _ways(walk, [*urgent, *topics[:MOST]])


def _leads_from(walk: Walk, page: str) -> frozenset[str | None]:
    """A page and the flows that its first buttons lead to."""
    if not page:
        return frozenset()
    offered = walk.library.offered[page, walk.library.flows[page].steps[0].id]
    return frozenset({page, *(walk.leads_to(choice) for choice in offered)})


def _ways(walk: Walk, flows: Iterable[str]) -> tuple[Choice, ...]:
    """For each flow the button of a menu that leads to it, where there is one."""
    menus = [one for one in walk.library.choices.values() if _is_of_menu(walk, one)]
    ways = {walk.leads_to(one): one for one in reversed(menus)}
    return tuple(ways[one] for one in flows if one in ways)


def _is_of_menu(walk: Walk, choice: Choice) -> bool:
    flow = walk.library.flows[choice.flow]
    return flow.evergreen and not flow.is_page

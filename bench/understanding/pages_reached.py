"""How far the page is that a message was written for: said, behind one button, or not there.

Each message is the first of a conversation, in the locale it was written in, and is given to the
real core.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import Enum

from bench.understanding.answers import Answer
from bench.understanding.measures.shares import Share, calm
from bench.understanding.tables import table
from flows.conversation import Conversation
from flows.effects import Utter
from flows.engine.advance import advance
from flows.engine.walk import Walk
from flows.events import UserUttered
from flows.format.load import load
from flows.format.model import Library

_NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Reached(Enum):
    """Where the page was found."""

    SAID = "said"
    BEHIND_A_BUTTON = "behind one button"
    NOWHERE = "neither"


def reached(library: Library, answer: Answer, page: str) -> Reached:
    """Where the flow `page` is after the message."""
    conversation = Conversation(locale=answer.locale, noticed=True)
    event = UserUttered(answer.message.text, answer.parse)
    turn = advance(library, conversation, event, _NOW)
    said = [one for one in turn.effects if isinstance(one, Utter)]
    if any(library.pages.get(one.text_id, ("", ""))[0] == page for one in said):
        return Reached.SAID
    walk = Walk(library, turn.conversation, _NOW)
    shown = {walk.leads_to(choice) for one in said for choice in one.choices}
    return Reached.BEHIND_A_BUTTON if page in shown else Reached.NOWHERE


def section(answers: Sequence[Answer]) -> str:
    """The table of the report, over the calm messages of a topic that has a page."""
    library = load()
    flows = [flow for flow in library.flows.values() if flow.is_page]
    pages = {trigger.intent: flow.id for flow in flows for trigger in flow.triggers}
    asked = [one for one in calm(answers) if one.message.intent in pages]
    found = [reached(library, one, pages[one.message.intent]) for one in asked]
    cells = [str(Share(found.count(where), len(found))) for where in Reached]
    told = (
        "Calm messages about a topic that has a page, each as the first of a conversation. Where"
        " the model isn't sure, topics that may be meant are buttons"
        " ([0058](decisions/0058-topics-that-may-be-meant.md))."
    )
    head = ["messages", *(where.value for where in Reached)]
    return f"{told}\n\n{table(head, [[str(len(found)), *cells]])}"

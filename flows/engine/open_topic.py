"""Which page is open: the one that the person was shown last, for as long as it can be meant."""

from datetime import datetime

from flows.clocks import QUESTION_LAPSES_AFTER
from flows.conversation import OPEN, Conversation
from flows.format.model import Library


def open_page(library: Library, conversation: Conversation, now: datetime) -> str:
    """The flow of the page; "" for none. It ends with an hour of silence, and where another
    question than a page's is open that has nothing to do with it."""
    heard = conversation.heard_at
    if heard is None or now - heard >= QUESTION_LAPSES_AFTER:
        return ""
    if conversation.top is not None and conversation.status not in OPEN:
        flow = library.flows.get(conversation.top.flow)
        return flow.id if flow is not None and flow.is_page else ""
    return _last_said(library, conversation)


def intent_of(library: Library, page: str) -> str:
    """The intent that a page's topic is heard by; "" for no page."""
    return library.flows[page].triggers[0].intent if page else ""


def earlier_topics(library: Library, conversation: Conversation) -> frozenset[str]:
    """The intents of all pages that were shown lately: somebody may come back to one."""
    pages = {library.pages[text_id][0] for text_id in conversation.said if text_id in library.pages}
    return frozenset(intent_of(library, page) for page in pages)


def _last_said(library: Library, conversation: Conversation) -> str:
    said = (library.pages.get(text_id) for text_id in reversed(conversation.said))
    return next((page[0] for page in said if page is not None), "")

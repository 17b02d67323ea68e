"""What an operator sends of ours by its name, as details of the act."""

from bot.errors import NotAllowed
from bot.texts.catalogue import Catalogue
from bot.texts.replies import ready
from bot.tickets.ticket import Details


def text(catalogue: Catalogue, name: str) -> Details:
    """The details of `Action.SAY`. Raises `NotAllowed` if there is no such text."""
    found = ready(catalogue).get(name.casefold())
    if found is None:
        raise NotAllowed("refused-no-text")
    return Details(text_ids=found.text_ids)


def question(catalogue: Catalogue, question_id: str, ref: str) -> Details:
    """The details of `Action.ASK`; `ref` names the message that asks. Raises `NotAllowed` if the
    deck has no such question."""
    if catalogue.deck.question(question_id) is None:
        raise NotAllowed("refused-no-question")
    return Details(question=question_id, ref=ref)

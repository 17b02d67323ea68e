"""Rows of the question deck: a question on its way to the person, an answer on its way to the desk.

What somebody answered is as private as their words: it is sealed like them, as ids, and becomes
words where an operator reads it.
"""

from bot.store.rows import Change, PersonRow
from bot.texts import asking
from bot.texts.deck import PREFIX
from bot.texts.publication import Publication
from flows.effects import AskQuestion, RelayAnswer
from flows.signals import Answer

_MARK = "\x1e"
"""Before an answer among the words of a person who waits. Whoever types it shows no more than a
question with one of its own answers."""


def question(live: Publication, effect: AskQuestion) -> PersonRow:
    """A question with its buttons. Raises `ContentError`."""
    catalogue, locale = live.catalogue, effect.locale
    html = catalogue.html(f"{PREFIX}{effect.question}", locale)
    found = catalogue.deck.question(effect.question)
    offered = asking.buttons(catalogue, found, locale, effect.ref) if found else ()
    return PersonRow(
        html, offered, effect.silent, ref=effect.ref, text_id=effect.question, chosen=True
    )


def mark(live: Publication, effect: RelayAnswer) -> PersonRow:
    """The question as it is to stand in the person's chat from now on. Raises `ContentError`."""
    text = asking.marked(live.catalogue, effect.answer, effect.locale)
    return PersonRow(text, ref=effect.answer.ref, change=Change.ANSWERED)


def written(answer: Answer) -> str:
    """An answer as a row or a line of the transcript holds it."""
    return f"{_MARK}{answer.question}:{answer.answer}"


def read(words: str) -> Answer | None:
    """The answer that `written` wrote; None for words of a person's."""
    question_id, parted, answer_id = words.removeprefix(_MARK).partition(":")
    return Answer(question_id, answer_id) if parted and words.startswith(_MARK) else None

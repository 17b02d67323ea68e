"""A question of the deck in somebody's language: for the person, and for operators."""

from bot.errors import ContentError
from bot.texts.catalogue import Catalogue
from bot.texts.deck import PREFIX, Question, label_id
from flows.signals import Answer

CHOSEN = "✓"
_DATA = "d"
"""How callback data of a button below a question begins."""


def asked(catalogue: Catalogue, question_id: str, locale: str) -> str:
    """A question. Raises `ContentError` if there is none."""
    return catalogue.plain(f"{PREFIX}{question_id}", locale)


def asked_if_known(catalogue: Catalogue, question_id: str, locale: str) -> str:
    """The question, or "" where no text has it any more: a row may be older than the texts."""
    try:
        return asked(catalogue, question_id, locale)
    except ContentError:
        return ""


def label(catalogue: Catalogue, answer_id: str, locale: str) -> str:
    """The words on a button. Raises `ContentError` if there are none."""
    return catalogue.plain(label_id(answer_id), locale)


def phrase(catalogue: Catalogue, answer: Answer, locale: str) -> str:
    """A question and its answer in one line; their ids where no text has them any more."""
    try:
        said = label(catalogue, answer.answer, locale)
        return f"{asked(catalogue, answer.question, locale)} → {said}"
    except ContentError:
        return f"{answer.question} → {answer.answer}"


def marked(catalogue: Catalogue, answer: Answer, locale: str) -> str:
    """A question with its answer, as the person keeps it. Raises `ContentError`."""
    said = label(catalogue, answer.answer, locale)
    return f"{asked(catalogue, answer.question, locale)}\n{CHOSEN} {said}"


def buttons(
    catalogue: Catalogue, question: Question, locale: str, ref: str
) -> tuple[tuple[str, str], ...]:
    """The buttons of a question: (words, callback data). The data holds ids alone, in 64 bytes at
    most (Bot API, InlineKeyboardButton). Raises `ContentError`."""
    return tuple(
        (label(catalogue, one, locale), ":".join((_DATA, question.id, one, ref)))
        for one in question.offered
    )


def is_answer(data: str) -> bool:
    """Whether callback data comes from below a question of a deck, be it of today's or not."""
    return data.startswith(f"{_DATA}:")


def read_answer(catalogue: Catalogue, data: str) -> Answer | None:
    """The answer that was pressed; None for a question or an answer that the deck hasn't got."""
    match data.split(":"):
        case [_, question_id, answer_id, ref]:
            question = catalogue.deck.question(question_id)
            if question is not None and answer_id in question.offered:
                return Answer(question_id, answer_id, ref)
    return None

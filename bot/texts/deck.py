"""The question deck, `content/deck/deck.yml`: short questions with answers to press.

An operator sends one in the person's language and reads the answer in their own, so two people
without a common language can talk. The words stand in `content/LOCALE/deck.ftl`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.texts.tree import Folder
from bot.texts.yaml import Document, read_yaml
from flows.signals import SKIP, WRITE

FILE = "deck.yml"
PREFIX = "deck_"
GROUP_PREFIX = "deck_group_"
ANSWER_PREFIX = "deck_answer_"
ADDED = (SKIP, WRITE)
"""Answers that the program adds to every question."""

_GROUP_ID = re.compile(r"[a-z_]{2,20}")
_QUESTION_ID = re.compile(r"[a-z0-9_]{2,24}")
_ANSWER_ID = re.compile(r"[a-z0-9_]{2,20}")
_TAKEN = re.compile(r"answer_.*|group_.*|skip|write")
_FEWEST, _MOST = 2, 6


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the deck. `answers`: the ids of its own, in the order of the buttons."""

    id: str
    answers: tuple[str, ...]

    @property
    def offered(self) -> tuple[str, ...]:
        """The ids of all its buttons."""
        return (*self.answers, *ADDED)


@dataclass(frozen=True, slots=True)
class Group:
    """Questions about one thing, in the order in which they are offered."""

    id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """All groups in order; empty where a tree has no deck."""

    groups: tuple[Group, ...] = ()
    _questions: dict[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found = {one.id: one for group in self.groups for one in group.questions}
        object.__setattr__(self, "_questions", found)

    def question(self, question_id: str) -> Question | None:
        """A question by its id."""
        return self._questions.get(question_id)

    def group(self, group_id: str) -> Group | None:
        """A group by its id."""
        return next((one for one in self.groups if one.id == group_id), None)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(self._questions.values())

    def texts(self) -> Iterator[str]:
        """The ids of the texts that every locale needs."""
        if self.groups:
            yield from (f"{PREFIX}{one}" for one in ADDED)
        yield from (f"{PREFIX}{one.id}" for one in self.questions)
        yield from self.labels()

    def labels(self) -> Iterator[str]:
        """The ids of the texts on the buttons, but for those that the program adds."""
        answers = (answer for one in self.questions for answer in one.answers)
        yield from dict.fromkeys(f"{ANSWER_PREFIX}{answer}" for answer in answers)

    def group_names(self) -> Iterator[str]:
        """The ids of the texts that only the languages of the desk need."""
        yield from (f"{GROUP_PREFIX}{group.id}" for group in self.groups)


def label_id(answer: str) -> str:
    """The id of the text on an answer's button."""
    return f"{PREFIX}{answer}" if answer in ADDED else f"{ANSWER_PREFIX}{answer}"


NO_DECK = Deck()


def read_deck(content: Folder) -> Deck:
    """Read the deck; empty without its file. Raises `ContentError` with file:line."""
    folder = content / "deck"
    if not any(folder.glob(FILE)):
        return NO_DECK
    document = read_yaml(folder / FILE)
    document.known(document.root, {"groups"})
    seen: set[str] = set()
    groups = []
    for node in document.nodes(document.root, "groups"):
        document.known(node, {"id", "questions"})
        group_id = _id(document, node, _GROUP_ID, seen, "group ")
        questions = [_question(document, one, seen) for one in document.nodes(node, "questions")]
        groups.append(Group(group_id, tuple(questions)))
    return Deck(tuple(groups))


def _question(document: Document, node: object, seen: set[str]) -> Question:
    document.known(node, {"id", "answers"})
    question_id = _id(document, node, _QUESTION_ID, seen, "")
    if _TAKEN.fullmatch(question_id):
        fault = f"the id {question_id!r} is taken by answers or groups; call the question otherwise"
        raise document.fault(node, fault, "id")
    answers = document.words(node, "answers")
    if not _FEWEST <= len(answers) <= _MOST:
        fault = f"{question_id} has {len(answers)} answers; {_FEWEST} to {_MOST} fit the screen"
        raise document.fault(node, fault, "answers")
    for answer in answers:
        if not _ANSWER_ID.fullmatch(answer) or answer in ADDED:
            fault = (
                f"{answer!r} can't be the id of an answer; write 2 to 20 small Latin letters, "
                f"digits or _, and leave out {SKIP} and {WRITE}, which every question has"
            )
            raise document.fault(node, fault, "answers")
    if len(set(answers)) < len(answers):
        raise document.fault(node, f"{question_id} has an answer twice; take one out", "answers")
    return Question(question_id, answers)


def _id(document: Document, node: object, pattern: re.Pattern[str], seen: set[str], of: str) -> str:
    found = document.word(node, "id")
    if not pattern.fullmatch(found):
        fault = f"{found!r} can't be an id here; it has to match {pattern.pattern}"
        raise document.fault(node, fault, "id")
    if f"{of}{found}" in seen:
        raise document.fault(node, f"{of}{found} exists twice; give one another id", "id")
    seen.add(f"{of}{found}")
    return found

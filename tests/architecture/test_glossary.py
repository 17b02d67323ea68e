"""README's glossary and the code speak the same words.

The last word of a public class is a term of the glossary, or stands below with a reason. A class
that gets a word of its own is either one that the glossary lacks or one that has a term already.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("flows", "bot/tickets", "bot/helpline", "bot/store", "bot/privacy")
CODE = ("flows", "nlu", "bot", "bench")

REASONS = {
    "an event is named by what happened, as Rasa's UserUttered": """
        answered asked blocked claimed closed corrected deleted exited inbound left lifted made
        ordered out pressed prioritised released requeued returned sent snoozed started
        transferred tried unblocked
        unsupported uttered back wrote""",
    "an effect is named by what is to be done": "correct question reprioritise utter",
    "Rasa CALM's, and what its files are made of": """
        branch document library mapping sequence trigger type and equals filled not or fault
        error""",
    "a kind, a number or a plan of a term that the name begins with": """
        action after answer author change day health kind level plan scope source target""",
    "the engine's walk through a flow, by its layers": "walk speaking stepping ticketing",
    "a use case is named by what it does": "hearing waking batching held",
    "the column of the retention table": "leads",
    "who reads or writes the term that the name begins with": "reader writer",
    "a plural that isn't formed by an s alone": "people deliveries",
    "Redis's own: each of its servers, and the memory that it may use": "server memory",
    "the noun of erase": "erasure erasures",
    "the end of a term with a hyphen: follow-up": "up",
    "redis-py's: its client under its own name, extended; its errors as a block for `with`": """
        redis errors""",
}
"""The last words that are no term, by the reason why."""


def terms() -> list[str]:
    """The glossary's words, in order."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = readme.partition("\n## Words\n")[2].partition("\n## ")[0].splitlines()
    cells = [row.split("|")[1].strip() for row in rows if row.startswith("| ")][1:]
    return [word for cell in cells for word in cell.split(", ") if not cell.startswith("---")]


def last_words() -> Iterator[tuple[str, str]]:
    """Each public class with the last word of its name, singular as the glossary has it."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    words = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", node.name)
                    yield f"{path.relative_to(ROOT)}:{node.name}", words[-1].lower()


@cache
def code() -> str:
    """All code in lower case, with compound names taken apart."""
    files = (path for room in CODE for path in sorted((ROOT / room).rglob("*.py")))
    text = "\n".join(one.read_text(encoding="utf-8") for one in files if ".venv" not in one.parts)
    text = text.replace(".partition(", "").replace(".rpartition(", "")
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", text).lower()


def is_used(term: str) -> bool:
    """Whether the term, or its plural, occurs in the code as a word of its own."""
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]", term))
    return re.search(rf"\b{words}(?:s|es|d|ed|ing|ping)?\b", code()) is not None


def excused() -> list[str]:
    """The words of `REASONS`."""
    return [word for words in REASONS.values() for word in words.split()]


def is_term(word: str) -> bool:
    """Whether a class's last word is a term, in the singular or in the plural."""
    known = {part for term in terms() for part in (term, term.split()[0], term.split()[-1])}
    return any(one in known for one in (word, word.removesuffix("s"), word.removesuffix("es")))


def test_every_public_class_ends_in_a_term_or_has_a_reason() -> None:
    coined = [name for name, word in last_words() if not is_term(word) and word not in excused()]

    assert coined == [], "add the term to README's glossary, or take the term that is there"


def test_no_reason_is_left_over() -> None:
    words = {word for _, word in last_words()}

    assert [word for word in excused() if word not in words or is_term(word)] == []
    assert len(excused()) == len(set(excused()))


def test_no_term_is_there_twice() -> None:
    assert len(terms()) == len(set(terms()))


@pytest.mark.slow
def test_no_term_is_unused() -> None:
    assert [term for term in terms() if not is_used(term)] == []


@pytest.mark.slow
def test_a_coined_word_would_be_noticed() -> None:
    """The control."""
    assert not is_term("mouth")
    assert "mouth" not in excused()
    assert not is_used("quux")

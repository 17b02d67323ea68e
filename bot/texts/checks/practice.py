"""Practice dialogues: they can be read, and are said as people say things."""

from collections.abc import Iterator

from bot.errors import ContentError
from bot.texts.deck import read_deck
from bot.texts.findings import Finding, unreadable
from bot.texts.practice.reading import FOLDER, read_scripts
from bot.texts.practice.signs import FILE, read_signs
from bot.texts.tree import Folder

WORDS = 30
"""Of one message: people write short, and in a hurry."""


def check(content: Folder) -> Iterator[Finding]:
    """Faults in the dialogues for practice; none where there are no dialogues."""
    if not any((content / FOLDER).glob("*.yml")):
        return
    try:
        scripts = read_scripts(content)
        signs = read_signs(content)
    except ContentError as error:
        yield unreadable(error)
        return
    for script in scripts:
        file = f"content/{FOLDER}/{script.id}.yml"
        for name, spoken in script.words.items():
            for locale, text in spoken.items():
                count = len(text.split())
                if count > WORDS:
                    what = f"{name} has {count} words in {locale}, and people write at most {WORDS}"
                    yield Finding(file, 1, what, "Make two messages of it")
    known = {one.id for one in read_deck(content).questions}
    for question, topic in signs.questions.items():
        if question not in known:
            what = f"the deck has no question {question!r}, which {topic} names"
            yield Finding(f"content/{FOLDER}/{FILE}", 1, what, "See deck/deck.yml")

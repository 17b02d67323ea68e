"""Writes nlu/keywords/common_words/: the words that messages without vowels are read by.

Of each locale's training messages the words that stand there at least `LEAST_OFTEN` times, the most
common first; of words that leave the same without their vowels the most common one alone.
"""

from collections import Counter
from collections.abc import Iterator

from bench.understanding.messages import DATA, read
from nlu.intents import LOCALES
from nlu.keywords.vowels import FOLDER, WORD, bare

LEAST_OFTEN = 3


def lines(locale: str) -> Iterator[str]:
    """The lines of a locale's file."""
    counted: Counter[str] = Counter()
    for message in read(DATA / locale):
        counted.update(WORD.findall(message.text.lower()))
    seen: set[str] = set()
    for word, often in sorted(counted.items(), key=lambda one: (-one[1], one[0])):
        left = bare(word)
        if often >= LEAST_OFTEN and left and left not in seen:
            seen.add(left)
            yield f"{left} {word}\n"


def stale() -> list[str]:
    """The locales whose file isn't what today's training messages give."""
    return [locale for locale in LOCALES if _written(locale) != "".join(lines(locale))]


def _written(locale: str) -> str:
    file = FOLDER / f"{locale}.txt"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def main() -> None:
    """Writes the files."""
    FOLDER.mkdir(exist_ok=True)
    for locale in LOCALES:
        (FOLDER / f"{locale}.txt").write_text("".join(lines(locale)), encoding="utf-8")


if __name__ == "__main__":
    main()

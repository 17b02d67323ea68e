"""Texts that a search for slow input is made of, and what reading one costs beside a usual text."""

import gc
from collections.abc import Callable, Sequence
from time import process_time

from hypothesis import HealthCheck, Phase, settings, target
from hypothesis import strategies as st

from nlu.keywords.matching.normalise import MAX_CHARACTERS

SENTENCE = "нас заперли и не выпускают он бьет меня каждый вечер сказал убьет если "
USUAL = (SENTENCE * 3)[: MAX_CHARACTERS // 20]

BOUND = 150
"""A text twenty times as long may take so many times as long as the usual one: some times its
share, as words that are all different, or letters that stand for eighteen, take longer than others.
What took square time took thousands of times as long."""

LETTERS = "abcdeghijkostuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяёқғңөұүһәіўҳҷӣӯşçıəß"
FOLDED = [
    *"cdghkstzieaшщчцжх",
    "sh",
    "ch",
    "sch",
    "shch",
    "kh",
    "gh",
    "zh",
    "dzh",
    "dj",
    "ts",
    "ie",
]
"""What becomes something shorter beside its neighbours, which may make way for more."""

MARKS = [*map(chr, range(0x300, 0x370)), "\u0f73", "\u0489", "\u3099", "\u200d", "\ufe0f"]
WIDE = ["ﷺ", "ﷻ", "ﬃ", "㌀", "㍿", "\u0344", "ﾞ", "ΐ", "ᾷ", "İ", "ǰ", "½", "ﾡ", "각", "🆘", "👍"]
SIGNS = [*" \n.,!?;:()«»-–—/*@_'`’…\"\t", " - ", ". ", "/menu ", "@a"]
FIGURES = ["1", "12", "5.12", "05/12/2026", " 5 12 ", "2026-12-05", "1.1.", "٣", "²"]

FAST = settings(
    phases=[Phase.explicit, Phase.generate, Phase.target],  # an example is read as it is
    suppress_health_check=list(HealthCheck),
)
"""How searches run: nothing is made smaller, since each try takes its time."""


def texts(words: Sequence[str], phrases: Sequence[str]) -> st.SearchStrategy[str]:
    """Longest messages of everything that may be written. `words` and `phrases`: of a lexicon."""
    kinds = [*map(st.sampled_from, (LETTERS, FOLDED, MARKS, WIDE, SIGNS, FIGURES))]
    kinds += [st.sampled_from(words), st.sampled_from(phrases), st.characters()]
    return rows(st.one_of(kinds), 4)


def rows(pieces: st.SearchStrategy[str], most: int = 2) -> st.SearchStrategy[str]:
    """Longest messages: a beginning, then up to two rows of a piece again and again, the same or
    with other letters put in, then an end; each of up to `most` smaller pieces."""
    some = st.lists(pieces, max_size=most).map("".join)
    piece = st.lists(pieces, min_size=1, max_size=most).map("".join)
    row = st.tuples(piece, st.booleans())
    return st.builds(_built, some, st.lists(row, min_size=1, max_size=2), some)


def _built(begin: str, rows: Sequence[tuple[str, bool]], end: str) -> str:
    share = (MAX_CHARACTERS - len(begin) - len(end)) // len(rows)
    return begin + "".join(_filled(piece, share, varied=varied) for piece, varied in rows) + end


def _filled(piece: str, length: int, *, varied: bool) -> str:
    count = length // len(piece) + 1
    pieces = (_varied(piece, one) if varied else piece for one in range(count))
    return "".join(pieces)[:length]


def _varied(piece: str, number: int) -> str:
    """The piece with two letters in it that change from one to the next."""
    place = 1 + number % max(1, len(piece) - 1)
    letters = LETTERS[number % len(LETTERS)] + LETTERS[number // len(LETTERS) % len(LETTERS)]
    return piece[:place] + letters + piece[place:]


def seconds(act: Callable[[], object], runs: int = 5) -> float:
    """The processor's, and the least of several runs: so free of what else the machine does."""
    least = float("inf")
    for _ in range(runs):
        start = process_time()
        act()
        least = min(least, process_time() - start)
    return least


def costs(read: Callable[[str], object], text: str, bound: float = BOUND) -> float:
    """How many times as long a text takes as the usual one; measured better before it is called
    slow, which is from `bound` on."""
    ratio = seconds(lambda: read(text), 1) / _usual(read)
    if ratio >= bound:
        gc.collect()
        _known.pop(read)
        ratio = seconds(lambda: read(text), 4) / _usual(read)
    return ratio


def searched(read: Callable[[str], object], text: str, bound: float = BOUND) -> float:
    """As `costs`; Hypothesis goes on searching where it was high."""
    ratio = costs(read, text, bound)
    target(ratio)
    return ratio


_known: dict[Callable[[str], object], float] = {}


def _usual(read: Callable[[str], object]) -> float:
    if read not in _known:
        _known[read] = seconds(lambda: read(USUAL), 20)
    return _known[read]

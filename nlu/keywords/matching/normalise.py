"""Any writing of a word → one plain Latin skeleton, so that one lexicon entry catches them all.

People write Russian in Latin letters, Kazakh without its own letters, Uzbek in two scripts and
with five kinds of apostrophe. `normalise` folds all of that the same way for the message and for
the lexicon: `заперли`, `ЗАПЕРЛИИИ` and `zaperli` become `zaperli`. The skeleton is for matching
only; nobody is ever shown one.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import product

MAX_CHARACTERS = 4096
"""Telegram's longest message (Bot API, sendMessage: 1-4096 characters)."""

MAX_VARIANTS = 16
"""How many writings one word of a lexicon may stand for."""

MAX_MARKS = 4
"""Combining marks in a row that are read: no language here has more, and putting many in their
canonical order takes time by the square of their number."""

MAX_LETTERS = 100
"""Letters in a row that are read as one word: none is longer, and each round of folding may make
way for another one in the same word."""

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh",
    "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
    "ў": "o", "ҳ": "h", "ҷ": "zh", "ӣ": "i", "ӯ": "u", "ї": "i", "є": "ie",
}  # fmt: skip
_LATIN = {"ş": "sh", "ç": "ch", "ı": "i", "ə": "a", "x": "h", "w": "v", "y": "i", "q": "k"}
_LETTERS = {ord(letter): plain for letter, plain in (_CYRILLIC | _LATIN).items()}
_KEYBOARD = re.compile(f"[ -~\n{re.escape(''.join(_CYRILLIC) + ''.join(_CYRILLIC).upper())}]*")
"""Texts of letters that stand for themselves: most there are, and all of a lexicon but a few."""
_APOSTROPHES = dict.fromkeys(map(ord, "ʻʼ‘’`´ʹ′ˈ＇‛"), "'")
_SIGNS = {ord("🆘"): " sos ", ord("👍"): " ok ", ord("👌"): " ok "}

_DIGRAPHS = {
    "shch": "sh", "sch": "sh", "kh": "h", "gh": "g", "dzh": "j", "zh": "j", "dj": "j", "ts": "c",
}  # fmt: skip
_DIGRAPH = re.compile("|".join((r"sh?(?:ch){2,}", *sorted(_DIGRAPHS, key=len, reverse=True))))
"""A row of `ch` after `sh` or `sch` falls at once, as it would one by one, a round for each."""
_GLIDE = re.compile(r"(?<=[^\W\d_])i(?=[aeo])|(?<![^\W\d_])i(?=e)")
_RUN = re.compile(r"([^\W\d_])\1+")
_LONG = re.compile(rf"([^\W\d_]{{{MAX_LETTERS}}})[^\W\d_]+")
_FOUR = re.compile(r"(?<![\w])4(?=[aeiouvkt]\w)")
_STOP = re.compile(r"[.!?;\n\r…]+")
_PAUSE = re.compile(r"\s[-–—]+\s|[,:()«»\"“”]")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_PIECE = re.compile(r"[^\W\d_]+|\d+|[.,]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a message: its skeleton, and which sentence and clause it stands in."""

    text: str
    sentence: int = 0
    clause: int = 0


def normalise(text: str) -> str:
    """The skeleton of a text: plain words, `.` between sentences, `,` between clauses.

    Never raises; idempotent. Reads at most `MAX_CHARACTERS` characters.
    """
    text = _plain(text[:MAX_CHARACTERS])
    text = _PAUSE.sub(" , ", _STOP.sub(" . ", text)).replace("'", "").translate(_LETTERS)
    if not text.isascii():
        text = _without(unicodedata.normalize("NFD", text), {"Mn"}).translate(_LETTERS)
    text = _fold(_FOUR.sub("ch", text))
    return " ".join(_PIECE.findall(text))


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    found: list[Word] = []
    sentence = clause = 0
    for piece in normalise(text).split():
        if piece == ".":
            sentence, clause = sentence + 1, clause + 1
        elif piece == ",":
            clause += 1
        else:
            found.append(Word(piece, sentence, clause))
    return found


def variants(word: str) -> tuple[str, ...]:
    """The skeletons that a word of a lexicon stands for; empty when it isn't exactly one word.

    Uzbek `ў`/`o'` is often typed `у`, `ё` is `yo` in Uzbek and `e` in Russian, Tajik `ҷ` is often
    typed `ч`, `ӯ` is `o` in Latin letters. A message can't tell, so the lexicon's side holds both.
    """
    plain = _plain(word)
    if plain in _SHORT:
        return _SHORT[plain]
    pieces = re.split(r"(o'|ў|ё|yo|ҷ|ӯ|ө)", plain)
    choices = [_ALTERNATIVES.get(piece, (piece,)) for piece in pieces]
    found: dict[str, None] = {}
    for choice in product(*choices):
        skeleton = normalise("".join(choice)).split()
        if len(skeleton) != 1 or not _TOKEN.fullmatch(skeleton[0]):
            return ()
        found[skeleton[0]] = None
        if len(found) == MAX_VARIANTS:
            break
    return tuple(one for one in found if one not in _ORDINARY or one == normalise(plain))


_SHORT = {"bilan": ("bilan", "bn", "blan")}
"""Words that are written shorter as a rule: Uzbek "with"."""

_ORDINARY = frozenset({"turup"})
"""Words of every day that another one might be written as: Kyrgyz "туруп" stands or waits, and
"төрөп" gives birth."""

_ALTERNATIVES = {
    "o'": ("o", "u"), "ў": ("o", "u"), "ё": ("e", "yo"), "yo": ("yo", "e"), "ҷ": ("ж", "ч"),
    "ӯ": ("у", "о"), "ө": ("о", "у"),
}  # fmt: skip


def _plain(text: str) -> str:
    """One case, one kind of apostrophe, nothing invisible."""
    if text.isascii() or _KEYBOARD.fullmatch(text):
        return text.casefold().replace("`", "'")
    text = _composed(text.translate(_SIGNS))[: 2 * MAX_CHARACTERS]
    text = _without(text, {"Cf", "Cs", "Co", "Cn"})
    return unicodedata.normalize("NFC", text.casefold()).translate(_APOSTROPHES)


def _composed(text: str) -> str:
    """The text in NFKC, with at most `MAX_MARKS` combining marks in a row."""
    text = text.translate({ord(c): unicodedata.normalize("NFKD", c) for c in set(text)})
    marks = "".join(c for c in set(text) if unicodedata.combining(c))
    if marks:
        text = re.sub(f"([{marks}]{{{MAX_MARKS}}})[{marks}]+", r"\1", text)
    return unicodedata.normalize("NFC", text)


def _without(text: str, categories: set[str]) -> str:
    """The text without the characters of some Unicode categories."""
    return text.translate(
        {ord(c): None for c in set(text) if unicodedata.category(c) in categories}
    )


def _fold(text: str) -> str:
    """Until nothing changes, as one folding can make way for another; each one shortens.

    Linear: a word is folded by itself, has at most `MAX_LETTERS`, and is done in a few rounds.
    """
    text = _LONG.sub(r"\1", _RUN.sub(r"\1", text))
    while True:
        folded = _DIGRAPH.sub(lambda found: _DIGRAPHS.get(found[0], "sh"), text)
        folded = _GLIDE.sub("", folded)
        if folded == text:
            return text
        text = _RUN.sub(r"\1", folded)

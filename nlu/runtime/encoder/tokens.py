"""The encoder's tokenizer, which the engine keeps to itself: unigram pieces, best path wins.

No piece goes beyond a word, so each word has a best path of its own.
"""

from __future__ import annotations

from nlu.runtime.encoder.weights import Vocabulary

PREFIX = "query: "
_MARK = "\u2581"  # SentencePiece writes a space as this
_UNKNOWN_PENALTY = 10.0  # SentencePiece's own


class Tokenizer:
    """Turns text into numbers of pieces, with the two that frame each text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._numbers: dict[str, int] = {}
        for number, piece in enumerate(vocabulary.pieces):
            if piece and number != vocabulary.unknown:
                self._numbers.setdefault(piece.decode("utf-8", "replace"), number)
        self._longest = max(len(piece) for piece in self._numbers)
        self._scores = vocabulary.scores.tolist()
        self._unknown_score = float(vocabulary.scores.min()) - _UNKNOWN_PENALTY

    def encode(self, text: str) -> list[int]:
        """The numbers that the engine would feed for a query."""
        words = self._normal(PREFIX + text).split(_MARK)[1:]
        pieces = [piece for word in words for piece in self._best_path(_MARK + word)]
        return [self._vocabulary.first, *pieces, self._vocabulary.last]

    def _normal(self, text: str) -> str:
        rules = self._vocabulary.normal
        out = "".join("".join(map(chr, rules[ord(c)])) if ord(c) in rules else c for c in text)
        while "  " in out:
            out = out.replace("  ", " ")
        return (out if out.startswith(" ") else " " + out).replace(" ", _MARK)

    def _best_path(self, text: str) -> list[int]:
        size = len(text)
        best = [0.0] + [float("-inf")] * size
        taken = [(0, 0)] * (size + 1)
        for start in range(size):
            here = best[start]
            unknown = here + self._unknown_score
            if unknown > best[start + 1]:
                best[start + 1], taken[start + 1] = unknown, (start, self._vocabulary.unknown)
            for end in range(start + 1, min(size, start + self._longest) + 1):
                number = self._numbers.get(text[start:end])
                if number is not None and here + self._scores[number] > best[end]:
                    best[end], taken[end] = here + self._scores[number], (start, number)
        path: list[int] = []
        place = size
        while place > 0:
            place, number = taken[place]
            path.append(number)
        return path[::-1]

"""Which of the helpline's locales a message is written in, by its n-grams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from nlu.runtime.heads.linear import Rounded
from nlu.runtime.learnt import Learnt
from nlu.runtime.reading.text import letters
from nlu.runtime.spelling.rows import Sparse

LITTLE_WORDS = 2


@dataclass(frozen=True)
class LocaleHead:
    """`sure`: the least confidence of an answer, of up to `LITTLE_WORDS` words `sure_of_little`,
    since they may be borrowed or a name; `letters`: the least that one needs."""

    names: tuple[str, ...]
    head: Rounded
    sure: float
    sure_of_little: float
    letters: int

    @classmethod
    def of(cls, settings: dict[str, Any], learnt: Learnt) -> LocaleHead:
        """By the settings of the pipeline and what was learnt."""
        asked = settings["sure"], settings["sure_of_little"], settings["letters"]
        return cls(tuple(learnt.values["names"]), Rounded.of(learnt.arrays, "weights"), *asked)

    def learnt(self) -> Learnt:
        """The head as it is stored; `of` reverses it."""
        return Learnt({"names": list(self.names)}, self.head.arrays("weights"))

    def answer(self, text: str, ngrams: Sparse) -> dict[str, Any]:
        """{"name", "confidence"}; the name is None when it can't tell."""
        chances = np.exp(self.head.log_probabilities(ngrams)[0])
        best = int(chances.argmax())
        confidence = float(chances[best])
        least = self.sure_of_little if len(text.split()) <= LITTLE_WORDS else self.sure
        told = letters(text) >= self.letters and confidence >= least
        return {"name": self.names[best] if told else None, "confidence": round(confidence, 4)}

"""What somebody in danger tells or asks beside it, where no phrase of the lexicon knows the words.

A head of its own, on messages written for it: "her aunt here, what has she told you", "dogs, a
lamp is coming nearer". Which signals there are: `nlu.intents.HEARD_SIGNALS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from nlu.runtime.heads.linear import Dense, Rounded, TwoHeads
from nlu.runtime.heads.meaning import Read
from nlu.runtime.learnt import Learnt

NONE = "none"
"""The class of messages that tell none of the signals."""


@dataclass(frozen=True)
class SignalHead:
    """Heads over the signals and `NONE`."""

    heads: TwoHeads

    @classmethod
    def of(cls, settings: dict[str, Any], learnt: Learnt) -> SignalHead:
        """From what was learnt; the settings only matter to learning."""
        del settings
        values, arrays = learnt.values, learnt.arrays
        meaning, spelling = Dense.of(arrays, "meaning"), Rounded.of(arrays, "spelling")
        mixed = values["mix"], values["heat"]
        return cls(TwoHeads(tuple(values["classes"]), meaning, spelling, *mixed))

    def learnt(self) -> Learnt:
        """The head as it is stored; `of` reverses it."""
        heads = self.heads
        values = {"classes": list(heads.classes), "mix": heads.mix, "heat": heads.heat}
        arrays = {**heads.meaning.arrays("meaning"), **heads.spelling.arrays("spelling")}
        return Learnt(values, arrays)

    def answer(self, read: Read) -> dict[str, Any]:
        """{"name", "confidence"}: the likeliest signal of the whole message and its chance; the
        name is None where none is likelier."""
        whole = read.whole
        chances = np.exp(self.heads.log_probabilities(whole.embedding, whole.ngrams)[0])
        likeliest = int(np.argmax(chances))
        name = self.heads.classes[likeliest]
        told = {"name": None if name == NONE else name}
        return {**told, "confidence": round(float(chances[likeliest]), 6)}

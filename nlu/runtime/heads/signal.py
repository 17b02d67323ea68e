"""A head over signals: facts and questions of somebody in danger, such as that somebody comes.

It learns from messages written for it: "her aunt here, what has she told you", "dogs, a
lamp is coming nearer". Which signals there are: `nlu.intents.HEARD_SIGNALS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from nlu.runtime.heads.linear import TwoHeads
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
        return cls(TwoHeads.of(learnt))

    def learnt(self) -> Learnt:
        """The head as it is stored; `of` reverses it."""
        return self.heads.learnt()

    def answer(self, read: Read) -> dict[str, Any]:
        """{"name", "confidence"}: the likeliest signal of the whole message and its chance; the
        name is None where none is likelier."""
        whole = read.whole
        chances = np.exp(self.heads.log_probabilities(whole.embedding, whole.ngrams)[0])
        likeliest = int(np.argmax(chances))
        name = self.heads.classes[likeliest]
        told = {"name": None if name == NONE else name}
        return {**told, "confidence": round(float(chances[likeliest]), 6)}

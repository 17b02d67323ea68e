"""What the person wants: one of the intents, with calibrated confidences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nlu.runtime.heads.linear import TwoHeads, log_odds
from nlu.runtime.heads.meaning import Read, Seen
from nlu.runtime.learnt import Learnt

Odds = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Intents:
    """`ranking`: the likeliest first, as Rasa's own classifiers tell it. The others: log-odds of an
    emergency among the intents, one a window or sentence that was read."""

    ranking: list[dict[str, Any]]
    of_windows: Odds
    of_sentences: Odds | None


@dataclass(frozen=True)
class IntentHead:
    """Heads over the intents; which of those are `emergencies`; the `length` of the ranking."""

    heads: TwoHeads
    emergencies: tuple[str, ...]
    length: int

    @classmethod
    def of(cls, settings: dict[str, Any], learnt: Learnt) -> IntentHead:
        """By the settings of the pipeline and what was learnt."""
        emergencies = tuple(learnt.values["emergencies"])
        return cls(TwoHeads.of(learnt), emergencies, settings["ranking_length"])

    def learnt(self) -> Learnt:
        """The head as it is stored; `of` reverses it."""
        heads = self.heads.learnt()
        return Learnt({**heads.values, "emergencies": list(self.emergencies)}, heads.arrays)

    def answer(self, read: Read) -> Intents:
        """The intent of the whole message, and how alarming its parts are by their intents."""
        of_windows = self._log(read.windows)
        of_whole = of_windows if len(of_windows) == 1 else self._log(read.whole)
        chances = np.exp(of_whole[0])
        ranking = [
            {"name": self.heads.classes[i], "confidence": round(float(chances[i]), 6)}
            for i in np.argsort(-chances, kind="stable")[: self.length]
        ]
        parts = read.sentences
        of_parts = None if parts is None else self.emergency(self._log(parts))
        return Intents(ranking, self.emergency(of_windows), of_parts)

    def emergency(self, log_probabilities: npt.NDArray[Any]) -> Odds:
        """Log-odds of an emergency, one a row."""
        chosen = np.array([name in self.emergencies for name in self.heads.classes])
        return log_odds(log_probabilities, chosen)

    def _log(self, seen: Seen) -> npt.NDArray[Any]:
        return self.heads.log_probabilities(seen.embedding, seen.ngrams)

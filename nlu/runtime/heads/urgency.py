"""Should a human be alerted at once? A score of its own, whatever the intent is.

How likely the message is to be one of the four emergencies is one opinion of three in it, beside
the heads that learnt urgency itself: where they disagree, most false alarms are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nlu.runtime.heads.intent import Intents
from nlu.runtime.heads.linear import Alarm, Dense, Rounded
from nlu.runtime.heads.meaning import Read
from nlu.runtime.learnt import Learnt

CURVE = "curve"


@dataclass(frozen=True)
class UrgencyHead:
    """The alarm, its threshold in each locale, the score from which one sentence is enough
    (`sure`), and the development set's curve over all locales: for each of 99 thresholds itself,
    recall and share of false alarms."""

    alarm: Alarm
    thresholds: dict[str, float]
    sure: float
    curve: npt.NDArray[np.float64]

    @classmethod
    def of(cls, settings: dict[str, Any], learnt: Learnt) -> UrgencyHead:
        """From what was learnt; the settings only matter to learning."""
        del settings
        values, arrays = learnt.values, learnt.arrays
        meaning, spelling = Dense.of(arrays, "meaning"), Rounded.of(arrays, "spelling")
        alarm = Alarm(meaning, spelling, np.array(values["shares"], np.float64))
        return cls(alarm, dict(values["thresholds"]), values["sure"], arrays[CURVE])

    def learnt(self) -> Learnt:
        """The head as it is stored; `of` reverses it."""
        alarm = self.alarm
        values = {"thresholds": self.thresholds, "sure": self.sure, "shares": alarm.shares.tolist()}
        arrays = {**alarm.meaning.arrays("meaning"), **alarm.spelling.arrays("spelling")}
        return Learnt(values, {**arrays, CURVE: self.curve})

    def answer(self, read: Read, intents: Intents, locale: str | None) -> dict[str, Any]:
        """{"score", "urgent"}: the score of the most urgent window, 0 to 1, or of a sentence that
        is surely urgent by itself. The threshold is the locale's, and the lowest of all where it
        can't be told."""
        windows = read.windows
        score = self.alarm.scores(windows.embedding, windows.ngrams, intents.of_windows).max()
        score = float(max(score, self._loudest(read, intents)))
        lowest = min(self.thresholds.values())
        least = lowest if locale is None else self.thresholds.get(locale, lowest)
        return {"score": round(score, 6), "urgent": bool(score >= least)}

    def _loudest(self, read: Read, intents: Intents) -> float:
        """The score of the loudest sentence, if it is sure; else 0: of what is only suspicious by
        itself, the sentences around it may tell otherwise (a film, the past)."""
        parts = read.sentences
        if parts is None or intents.of_sentences is None:
            return 0.0
        score = self.alarm.scores(parts.embedding, parts.ngrams, intents.of_sentences).max()
        return float(score) if score >= self.sure else 0.0

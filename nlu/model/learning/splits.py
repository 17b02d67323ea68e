"""Which messages are learnt from, and which only settle what can't be learnt from those.

What the heads say of messages they have learnt by heart is surer than what they say of new
ones. So calibration and the alarm's threshold come from the development set, written apart.
"""

from __future__ import annotations

from rasa.shared.nlu.constants import METADATA
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

DEVELOPMENT: str = "development"
"""Key of a message's metadata: true in the development set."""

SIGNAL: str = "signal"
"""Key of a message's metadata: the signal that it tells, where it was written for that; else ""."""


def learnt_from(training_data: TrainingData) -> list[Message]:
    """The training messages and their variants, which have an intent."""
    found = (m for m in training_data.training_examples if not m.get(METADATA)[DEVELOPMENT])
    return [m for m in found if not m.get(METADATA)[SIGNAL]]


def telling(training_data: TrainingData) -> list[Message]:
    """The messages that were written for the signals: they have no intent. Raises `ValueError` when
    there are none."""
    found = [m for m in training_data.training_examples if m.get(METADATA)[SIGNAL]]
    if not found:
        raise ValueError("there are no messages of signals: see signals/ in README.md")
    return found


def settled_on(training_data: TrainingData) -> list[Message]:
    """The development set. Raises `ValueError` when there is none."""
    found = [m for m in training_data.training_examples if m.get(METADATA)[DEVELOPMENT]]
    if not found:
        raise ValueError("there is no development set: see development/ in README.md")
    return found

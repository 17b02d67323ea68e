"""From Rasa's messages, with their features, to rows for the heads."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from rasa.shared.nlu.constants import INTENT, METADATA
from rasa.shared.nlu.training_data.message import Message

from components.ngram_featurizer import ngrams_of
from components.sentence_featurizer import sentence_embedding
from learning.fitting import Rows
from learning.splits import SIGNAL


def gather(messages: list[Message], label: Callable[[Message], str]) -> Rows:
    """Embedding, n-grams and label of training messages, one row a message."""
    known = [message.get(METADATA) for message in messages]
    return Rows(
        embedding=np.vstack([sentence_embedding(message) for message in messages]),
        ngrams=ngrams_of(messages),
        labels=np.array([label(message) for message in messages]),
        locale=np.array([one["locale"] for one in known]),
    )


def intent_of(message: Message) -> str:
    """The intent of a training message."""
    return str(message.get(INTENT))


def urgency_of(message: Message) -> str:
    """ "yes" where a human must be alerted at once, else "no"."""
    return "yes" if message.get(METADATA)["urgent"] else "no"


def signal_of(message: Message) -> str:
    """The signal of a message that was written for that."""
    return str(message.get(METADATA)[SIGNAL])

"""From Rasa's messages, with their features, to rows for the heads."""

from __future__ import annotations

import numpy as np
from rasa.shared.nlu.constants import INTENT, METADATA
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import vstack

from components.ngram_featurizer import sentence_ngrams
from components.sentence_featurizer import sentence_embedding
from learning.fitting import Rows


def gather(messages: list[Message], label: str, variant_weight: float) -> Rows:
    """Rows whose label is the intent, or whether the message is urgent ("no", "yes")."""
    known = [message.get(METADATA) for message in messages]
    if label == INTENT:
        labels = np.array([message.get(INTENT) for message in messages])
    else:
        labels = np.array(["yes" if one[label] else "no" for one in known])
    return Rows(
        embedding=np.vstack([sentence_embedding(message) for message in messages]),
        ngrams=vstack([sentence_ngrams(message) for message in messages]).tocsr(),
        labels=labels,
        locale=np.array([one["locale"] for one in known]),
        weight=np.array([variant_weight if one["kind"] else 1.0 for one in known]),
    )

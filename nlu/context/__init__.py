"""A message's meaning at this point of a conversation: a ranking after the context-free reading.

Pure and quick: words, what is open, and the reading; no model is asked a second time. A server of
Rasa's knows nothing of it.
"""

from nlu.context.ranking import in_context
from nlu.context.situation import Button, Situation

__all__ = ["Button", "Situation", "in_context"]

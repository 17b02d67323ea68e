"""The parts of the Rasa pipeline: locale, sentence features, intent, urgency.

Nothing here imports TensorFlow or Rasa's recipes, so that serving starts in seconds; the
classes are made known to Rasa's recipe in `registered.py`, which only training imports.
"""

import repository  # noqa: F401 - nlu.runtime lies outside this folder

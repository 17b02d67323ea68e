"""How the heads learn from Rasa's messages. Only training and measuring import it."""

import repository  # noqa: F401 - nlu.runtime lies outside this folder

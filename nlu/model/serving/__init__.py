"""A trained model through Rasa's loader and graph runner, without what parsing doesn't use."""

import repository  # noqa: F401 - nlu.runtime lies outside this folder

"""The sentence encoder as training has it: its graph, what was adapted, a cache of vectors."""

import repository  # noqa: F401 - nlu.runtime lies outside this folder

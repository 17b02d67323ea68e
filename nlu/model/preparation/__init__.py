"""From the YAML files in data/ to what the pipeline trains on."""

import repository  # noqa: F401 - nlu.runtime lies outside this folder

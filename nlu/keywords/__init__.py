"""The local recogniser: the lexicon's phrases, found in a message without network or model."""

from nlu.keywords.spotting import SURE, TOPIC_CONFIDENCE, Keywords, Spotted, as_parse

__all__ = ["SURE", "TOPIC_CONFIDENCE", "Keywords", "Spotted", "as_parse"]

"""Words of every language that answer, thank and greet."""

from nlu.keywords.matching.normalise import words

SMALL = frozenset({"thank", "goodbye", "greet", "affirm", "deny", "cancel", "out_of_scope"})
BEGINNINGS = {
    "yes": {word.text for word in words("да yes yeah yep иә ия ha ҳа ха ооба бале оре")},
    "no": {word.text for word in words("нет no nope жоқ жок yo'q йўқ")},
}
"""Without the Tajik no, which begins most Russian sentences that deny something."""

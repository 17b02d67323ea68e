"""Words of every language that answer, thank and greet."""

from nlu.intents import SMALL_TALK
from nlu.keywords.matching.normalise import words

SMALL = SMALL_TALK | {"out_of_scope"}
"""Intents that name no topic."""

BEGINNINGS = {
    "yes": {word.text for word in words("да yes yeah yep иә ия ha ҳа ха ооба бале оре")},
    "no": {word.text for word in words("нет no nope жоқ жок yo'q yoq yuq yok йўқ йук йоқ йок")},
}
"""Without the Tajik no, which begins most Russian sentences that deny something."""

THANKS = {
    word.text
    for word in words(
        "спасибо спасиба спс благодарю thanks thank thx ty tnx рахмет рақмет rahmet raxmet рахмат "
        "раҳмат rahmat raxmat рахматт рахмати раҳмати ташаккур ташаккури сипос jazakallah bless "
        "blessed"
    )
}
"""Said at the end of a talk, or at the beginning of its last message."""

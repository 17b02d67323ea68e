"""Which sentences of a message are an account: news, history, learning, told of other people.

"The rebels dragged the archbishop from the altar" has every word of a cry. What tells it from one:
a word that only such writing uses (`written` in the lexicon: the defendant, in 1944, the garrison),
and nowhere in the message a person who speaks of themselves, of what goes on now, or for help
(`near`, and the endings of `first_person`). Both are asked for: "they pushed a girl into a white
van" has no "I" either, and a witness writes it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from nlu.keywords.entries import Entry, Use
from nlu.keywords.first_person import kindred, speaks
from nlu.keywords.matching.finder import Found
from nlu.keywords.matching.normalise import Word

LENGTH = 6
"""How many words a sentence needs to be an account: news isn't told in fewer."""


def accounts(
    said: Sequence[Word], found: Iterable[tuple[Entry, Found]], locale: str
) -> frozenset[int]:
    """The sentences that are an account in the language of a locale.

    Only signs of that language count: with letters folded, the Russian tsar is the English car.
    """
    language = kindred(locale)
    signs = [(e.use, match.start) for e, match in found if kindred(e.locale) == language]
    written = {said[place].sentence for use, place in signs if use is Use.WRITTEN}
    if not written or any(use is Use.NEAR for use, _ in signs):
        return frozenset()
    if any(speaks(word.text, locale) for word in said):
        return frozenset()
    length = Counter(word.sentence for word in said)
    return frozenset(sentence for sentence in written if length[sentence] >= LENGTH)

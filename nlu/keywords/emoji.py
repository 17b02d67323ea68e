"""Messages of nothing but emoji.

A weapon, blood, a chain or an ambulance, with nothing beside it but fear or a plea, is taken for a
call: whoever sends only that to a helpline may not be able to write. Tears, a broken heart and
joined hands (please, or thanks) aren't: they say that somebody is unhappy, not that they are in
danger, and are answered as what isn't understood is, with the way to a human. The model has read
too few of them to be asked. Some tell of the situation, beside a call or without one: a finger on
the lips means silence. 🆘, 👍 and 👌 are words (`matching.normalise`).
"""

import unicodedata

from flows.signals import Signal

_CALLS = frozenset("🔪🗡🔫🩸⛓🚨🚑🚓🚔🆘")
_TOLD = {
    Signal.BLEEDING: frozenset("🩸"),
    Signal.HURT: frozenset("🚑🤕🤒🤢🤮🏥"),
    Signal.COLD: frozenset("🥶"),
    Signal.HELD: frozenset("🔒⛓"),
    Signal.LATER: frozenset("🤫🤐🙊"),
}
"""What such a message tells of the situation."""

_BESIDE = frozenset("😭😢😥😰😨😱😖😣🥺😔🙏❗‼❕⚠🤕💔🏠🚪🔒👊")
_NOTHING = frozenset({"Mn", "Sk", "Cf", "Zs", "Cc", "Po"})
"""Variation selectors, skin colours, joiners, space, dots and exclamation marks."""


def is_only_emoji(text: str) -> bool:
    """Whether a message has an emoji, and no letter or figure."""
    return any(unicodedata.category(sign) == "So" for sign in text) and not any(
        map(str.isalnum, text)
    )


def calls(text: str) -> bool:
    """Whether a message of nothing but emoji is a call for help."""
    signs = {sign for sign in text if unicodedata.category(sign) not in _NOTHING} - {"‼", "❗"}
    return bool(signs & _CALLS) and signs <= _CALLS | _BESIDE


def emoji_signals(text: str) -> frozenset[Signal]:
    """The signals in a message of nothing but emoji."""
    return frozenset(signal for signal, signs in _TOLD.items() if signs & set(text))

"""Messages of several sentences, made of the test set's by rule: people seldom write only one.

A cry that is heard alone may be drowned by what stands beside it, and calm sentences may add up to
an alarm.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bench.understanding.messages import Message

SEED = 7

Pick = Callable[[], str]

CRIES: Mapping[str, Callable[[str, Pick], str]] = {
    "then a calm sentence": lambda cry, calm: f"{cry}. {calm()}",
    "after a calm sentence": lambda cry, calm: f"{calm()}. {cry}",
    "between two": lambda cry, calm: f"{calm()}. {cry}. {calm()}",
    "without a full stop": lambda cry, calm: f"{calm()} {cry}",
}
"""What stands beside a cry."""

CALM: Mapping[str, Callable[[str, Pick], str]] = {
    "two calm sentences": lambda one, calm: f"{one}. {calm()}",
    "three": lambda one, calm: f"{one}. {calm()}. {calm()}",
}


def beside(sets: Mapping[str, Sequence[Message]]) -> dict[str, dict[str, list[Message]]]:
    """By what stands beside, then by locale: each cry of the set, or each message about nothing."""
    made: dict[str, dict[str, list[Message]]] = {}
    for chosen, joins in ((_cries, CRIES), (_nothing, CALM)):
        for name, join in joins.items():
            made[name] = {
                locale: _joined(chosen(messages), _picker(locale, messages), join)
                for locale, messages in sets.items()
            }
    return made


def _joined(
    messages: Sequence[Message], calm: Pick, join: Callable[[str, Pick], str]
) -> list[Message]:
    return [replace(one, text=join(one.text, calm), hard=False) for one in messages]


def _cries(messages: Sequence[Message]) -> list[Message]:
    return [one for one in messages if one.urgent]


def _picker(locale: str, messages: Sequence[Message]) -> Pick:
    chance = random.Random(f"{SEED} {locale}")  # noqa: S311 - nothing secret
    texts = [one.text for one in _nothing(messages)]
    return lambda: chance.choice(texts)


def _nothing(messages: Sequence[Message]) -> list[Message]:
    """About nothing that the helpline knows, and not alarming."""
    return [
        one for one in messages if one.intent == "out_of_scope" and not (one.urgent or one.hard)
    ]

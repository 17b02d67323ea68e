"""Reads `lexicon/signals/LOCALE.yml`: what people in danger say beside a cry for help.

A file has a list of phrases for each signal (`flows.signals`): `anywhere` in a message, or `alone`,
where it is the whole message. Phrases are written as in the lexicon; `groups` stand at the top.
"""

from collections.abc import Mapping
from typing import ClassVar

from yaml.nodes import Node

from flows.signals import Signal
from nlu.keywords.entries import Use
from nlu.keywords.lexicon_reader import WHERE, Reader

FOLDER = "signals"


class SignalReader(Reader):
    """Reads one file; collects its faults instead of stopping at the first."""

    SECTIONS: ClassVar[Mapping[str, Use]] = {
        "groups": Use.FILLER,
        **dict.fromkeys(Signal, Use.SIGNAL),
    }

    def section(self, name: str, node: Node) -> None:
        """The phrases of one signal."""
        for where, items in self.choices(node, name, WHERE):
            self.add(items, name, Use.SIGNAL, alone=where == "alone", signal=Signal(name))

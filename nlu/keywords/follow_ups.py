"""Reads `lexicon/follow_ups/LOCALE.yml`: half sentences that go on with what was said before.

A file has a list of phrases for each kind (`flows.follow_ups`): `anywhere` in a short message, or
`alone`, where it is the whole message. Phrases are written as in the lexicon; `groups` stand at the
top. None of them means anything by itself: `nlu.context` looks at what is open.
"""

from collections.abc import Mapping
from typing import ClassVar

from yaml.nodes import Node

from flows.follow_ups import FollowUp
from nlu.keywords.entries import Use
from nlu.keywords.lexicon_reader import WHERE, Reader

FOLDER = "follow_ups"


class FollowUpReader(Reader):
    """Reads one file; collects its faults instead of stopping at the first."""

    SECTIONS: ClassVar[Mapping[str, Use]] = {
        "groups": Use.FILLER,
        **dict.fromkeys(set(FollowUp) - {FollowUp.OTHER}, Use.FOLLOW_UP),
    }

    def section(self, name: str, node: Node) -> None:
        """The phrases of one kind."""
        for where, items in self.choices(node, name, WHERE):
            self.add(items, name, Use.FOLLOW_UP, alone=where == "alone", follow_up=FollowUp(name))

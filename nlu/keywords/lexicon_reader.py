"""Reads one file of the lexicon, strictly: nothing is guessed and no key is ignored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from flows.follow_ups import FollowUp
from flows.format.yaml12 import YamlFault, compose
from flows.signals import Signal
from nlu.intents import EMERGENCIES, INTENTS, LOCALES, NAMED_OUTRIGHT
from nlu.keywords.entries import Entry, Use
from nlu.keywords.matching.phrases import PhraseError, read, skeletons

ASKED = {
    "person": "ask_human",
    "erase": "delete_my_data",
    "battery": "low_battery",
    "unwatched": "not_watched",
}
SHORT = ("affirm", "deny", "cancel", "greet", "thank", "goodbye")


_SECTIONS: Mapping[str, Use] = {
    "groups": Use.FILLER,
    "danger": Use.DANGER,
    "watched": Use.WATCHED,
    "person": Use.ASKED,
    "erase": Use.ASKED,
    "battery": Use.ASKED,
    "unwatched": Use.ASKED,
    "language": Use.ASKED,
    "short": Use.SHORT,
    "pages": Use.ASKED,
    "topics": Use.TOPIC,
    "negations": Use.NOT_BEFORE,
    "not_danger": Use.NOT_DANGER,
    "idioms": Use.IDIOM,
    "past": Use.PAST,
    "general": Use.PAST,
    "now": Use.NOW,
    "written": Use.WRITTEN,
    "near": Use.NEAR,
    "known": Use.KNOWN,
    "filler": Use.FILLER,
    "together": Use.CUE,
    "calm": Use.CALM,
}


@dataclass
class Reader:
    """Reads one file; collects its faults instead of stopping at the first.

    `entries` are what could be read; `faults` are lines of `file:line: message`.
    """

    file: str
    text: str
    entries: list[Entry] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    groups: dict[str, frozenset[str]] = field(default_factory=dict)
    forms: dict[object, int] = field(default_factory=dict)

    SECTIONS: ClassVar[Mapping[str, Use]] = _SECTIONS

    def __post_init__(self) -> None:
        self.locale = self.file.removesuffix(".yml")
        try:
            root = compose(self.text)
        except YamlFault as fault:
            problem = f"not readable as YAML: {fault.problem}"
            if fault.character:
                problem = "holds a character that YAML doesn't allow"
            self.faults.append(f"{self.file}:{fault.line}: {problem}")
            return
        if self.locale not in LOCALES:
            self.fault(None, f"the file is named after a locale: {', '.join(LOCALES)}")
        sections = dict(self.mapping(root, "the file"))
        for name, node in sections.items():
            if name not in self.SECTIONS:
                self.fault(node, f"there is no section {name!r}; {_known(self.SECTIONS)}")
        if "groups" in sections:
            self.read_groups(sections["groups"])
        for name, node in sections.items():
            if name in self.SECTIONS and name != "groups":
                self.section(name, node)

    def fault(self, node: Node | None, message: str) -> None:
        line = node.start_mark.line + 1 if node is not None else 1
        self.faults.append(f"{self.file}:{line}: {message}")

    # -- nodes --------------------------------------------------------------------------------

    def mapping(self, node: Node | None, what: str) -> Iterator[tuple[str, Node]]:
        """Keys and values; a duplicate key or an empty mapping is a fault."""
        if not isinstance(node, MappingNode) or not node.value:
            self.fault(node, f"{what} needs keys with something under them")
            return
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                self.fault(key, f"{key.value!r} stands twice in {what}")
                continue
            seen.add(key.value)
            yield key.value, value

    def choices(self, node: Node, what: str, allowed: Sequence[str]) -> Iterator[tuple[str, Node]]:
        """Like `mapping`, for keys out of a known few."""
        for key, value in self.mapping(node, what):
            if key in allowed:
                yield key, value
            else:
                self.fault(value, f"{what} has no {key!r}; {_known(allowed)}")

    def lines(self, node: Node, what: str) -> Iterator[ScalarNode]:
        """The entries of a list."""
        if not isinstance(node, SequenceNode) or not node.value:
            self.fault(node, f"{what} needs a list of phrases, each after `- `")
            return
        for item in node.value:
            if isinstance(item, ScalarNode) and item.value.strip():
                yield item
            else:
                self.fault(item, f"{what}: a phrase is plain words; put it in quotes if need be")

    # -- sections -----------------------------------------------------------------------------

    def read_groups(self, node: Node) -> None:
        for name, words in self.mapping(node, "groups"):
            found: set[str] = set()
            for item in self.lines(words, f"group {name!r}"):
                for word in item.value.split():
                    try:
                        found |= skeletons(word)
                    except PhraseError as error:
                        self.fault(item, str(error))
            self.groups[name] = frozenset(found)

    def section(self, name: str, node: Node) -> None:
        if name == "danger":
            for kind, lists in self.choices(node, name, EMERGENCIES):
                for where, items in self.choices(lists, kind, (*WHERE, "watched", "sure")):
                    self.add(
                        items,
                        f"{kind} {where}",
                        Use.DANGER,
                        intent=kind,
                        alone=where == "alone",
                        watched=where == "watched",
                        sure=where == "sure",
                    )
        elif name == "together":
            for kind, groups in self.choices(node, name, EMERGENCIES):
                for group, items in self.mapping(groups, f"{name} {kind}"):
                    self.add(items, f"{kind} {group}", Use.CUE, intent=kind, group=group)
        elif name == "calm":
            for frame, groups in self.mapping(node, name):
                for group, items in self.mapping(groups, f"{name} {frame}"):
                    self.add(items, f"{frame} {group}", Use.CALM, frame=frame, group=group)
        elif name == "watched":
            for where, items in self.choices(node, name, WHERE):
                self.add(items, f"{name} {where}", Use.WATCHED, alone=where == "alone")
        elif name in ASKED:
            for where, items in self.choices(node, name, WHERE):
                self.add(items, name, Use.ASKED, intent=ASKED[name], alone=where == "alone")
        elif name == "language":
            for wanted, lists in self.choices(node, name, (*LOCALES, "any")):
                for where, items in self.choices(lists, f"language {wanted}", WHERE):
                    self.add(
                        items,
                        f"language {wanted}",
                        Use.ASKED,
                        intent="change_language",
                        alone=where == "alone",
                        wanted=None if wanted == "any" else wanted,
                    )
        elif name == "short":
            for intent, items in self.choices(node, name, SHORT):
                self.add(items, intent, Use.SHORT, intent=intent, alone=True)
        elif name == "pages":
            for intent, items in self.choices(node, name, NAMED_OUTRIGHT):
                self.add(items, intent, Use.ASKED, intent=intent)
        elif name == "topics":
            for intent, items in self.choices(node, name, _TOPICS):
                self.add(items, intent, Use.TOPIC, intent=intent)
        elif name == "negations":
            for where, items in self.choices(node, name, ("before", "after")):
                self.add(items, name, Use.NOT_BEFORE if where == "before" else Use.NOT_AFTER)
        else:
            self.add(node, name, self.SECTIONS[name], alone=name == "filler")

    def add(
        self,
        node: Node,
        what: str,
        use: Use,
        *,
        intent: str = "",
        alone: bool = False,
        watched: bool = False,
        wanted: str | None = None,
        signal: Signal | None = None,
        sure: bool = False,
        frame: str = "",
        group: str = "",
        follow_up: FollowUp | None = None,
    ) -> None:
        for item in self.lines(node, what):
            try:
                phrase = read(item.value, item.start_mark.line + 1, self.groups)
            except PhraseError as error:
                self.fault(item, str(error))
                continue
            if alone and len(phrase.parts) > 1:
                self.fault(item, "`+` has no use in a phrase that is the whole message")
                continue
            form = (phrase.form, use, alone, signal, frame, group, follow_up)
            if form in self.forms:
                self.fault(item, f"{item.value!r} already stands in line {self.forms[form]}")
                continue
            self.forms[form] = phrase.line
            self.entries.append(
                Entry(
                    phrase,
                    use,
                    self.locale,
                    intent,
                    alone,
                    watched,
                    wanted,
                    signal,
                    sure,
                    frame,
                    group,
                    follow_up,
                )
            )


WHERE = ("anywhere", "alone")
_TOPICS = tuple(sorted(INTENTS - {*EMERGENCIES, *ASKED.values(), "change_language"} - {*SHORT[:3]}))


def _known(names: Sequence[str] | Mapping[str, Use]) -> str:
    return f"it may be: {', '.join(names)}"

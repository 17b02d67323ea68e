"""What a change of a text reaches: at which steps it is said, whether in danger, which translations
lag behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.studio.entries import Entry
from bot.studio.snapshot import Snapshot
from bot.texts import pages
from bot.texts.catalogue import SAID, Catalogue
from bot.texts.replies import replies
from flows.format.model import (
    ActionStep,
    CallStep,
    CollectStep,
    Flow,
    HandoverStep,
    Library,
    LinkStep,
)
from flows.lint.texts import ENGINE_TEXTS
from flows.urgency import Urgency


@dataclass(frozen=True, slots=True)
class Place:
    """A step that says or asks a text. `text_id`: which one, where others take it in."""

    flow: str
    step: str
    text_id: str
    asked: bool
    emergency: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """`places`: steps of flows; `taken_in`: texts that hold it; `by_program`: said between the
    flows, or below pages; `reply`: the name by which operators send it; `stale`: the locales whose
    text was compared with the one from before, or will have been."""

    places: tuple[Place, ...]
    taken_in: tuple[str, ...]
    by_program: bool
    reply: str
    in_deck: bool
    stale: tuple[str, ...]

    @property
    def flows(self) -> int:
        """In how many flows it is said."""
        return len({one.flow for one in self.places})

    @property
    def emergency(self) -> bool:
        """Whether somebody in danger may read it."""
        return any(one.emergency for one in self.places)


def reach_of(snapshot: Snapshot, entry: Entry) -> Reach:
    """Where a text is said, itself and in others."""
    catalogue, library = snapshot.catalogue, snapshot.library
    taken_in = tuple(dict.fromkeys(_taken_in(catalogue, entry)))
    ids = (*entry.ids, *taken_in)
    is_source = entry.locale == catalogue.locales.source
    return Reach(
        places=tuple(_places(library, ids, entry.name)),
        taken_in=taken_in,
        by_program=any(one in ENGINE_TEXTS or one in Catalogue.SAID for one in ids),
        reply=entry.name.removeprefix("reply_") if entry.name in replies(catalogue) else "",
        in_deck=entry.name.startswith("deck_"),
        stale=tuple(_followers(catalogue, entry)) if is_source else (),
    )


def in_danger(library: Library) -> frozenset[str]:
    """The flows that call a human to an emergency, and those that they lead to."""
    open_ends = [one.id for one in library.flows.values() if _calls_for_help(one)]
    found: set[str] = set()
    while open_ends:
        flow_id = open_ends.pop()
        if flow_id in found or flow_id not in library.flows:
            continue
        found.add(flow_id)
        for step in library.flows[flow_id].steps:
            if isinstance(step, LinkStep | CallStep):
                open_ends.append(step.flow)
    return frozenset(found)


def _calls_for_help(flow: Flow) -> bool:
    return any(
        isinstance(step, HandoverStep) and step.urgency is Urgency.EMERGENCY for step in flow.steps
    )


def _places(library: Library, ids: tuple[str, ...], name: str) -> Iterator[Place]:
    dangerous = in_danger(library)
    for flow in library.flows.values():
        danger = flow.id in dangerous
        if flow.brief in ids:
            yield Place(flow.id, "", str(flow.brief), asked=False, emergency=True)
        for step in flow.steps:
            match step:
                case ActionStep(step_id, action, _) if action in ids:
                    yield Place(flow.id, step_id, action, asked=False, emergency=danger)
                case CollectStep(step_id, slot, utter) if utter in ids or name == f"slot-{slot}":
                    yield Place(flow.id, step_id, utter, asked=True, emergency=danger)
                case _:
                    pass


def _taken_in(catalogue: Catalogue, entry: Entry) -> Iterator[str]:
    source = catalogue.texts[catalogue.locales.source]
    for name, held in source.sentences.named.items():
        if entry.name in held:
            yield name
    if entry.name.startswith(SAID):
        for text_id, page in source.bubbles.items():
            if entry.name in pages.variables(page.bubbles[text_id]):
                yield text_id


def _followers(catalogue: Catalogue, entry: Entry) -> Iterator[str]:
    for locale in catalogue.locales.all:
        if locale.derived_from or locale.id == entry.locale:
            continue
        texts = catalogue.texts[locale.id]
        if entry.name in texts.pages or entry.name in texts.sentences.places:
            yield locale.id

"""What an operator may send ready-made: canned replies (`replies.ftl`) and reviewed pages."""

from dataclasses import dataclass

from bot.texts.catalogue import Catalogue

PREFIX = "reply_"


@dataclass(frozen=True, slots=True)
class Ready:
    """Something that `/say NAME` sends: one text or, for a page, its bubbles in order."""

    name: str
    text_ids: tuple[str, ...]


def replies(catalogue: Catalogue) -> list[str]:
    """The ids of the canned replies, as the source language has them."""
    source = catalogue.texts[catalogue.locales.source]
    return sorted(one for one in source.sentences.places if one.startswith(PREFIX))


def ready(catalogue: Catalogue) -> dict[str, Ready]:
    """Everything that can be sent, by the name that an operator types.

    A page's first bubble alone is sent; what follows it (`/say NAME_more`) is asked for apart, so
    that nobody in danger gets a wall of text.
    """
    source = catalogue.texts[catalogue.locales.source]
    names = {one.removeprefix(PREFIX): (one,) for one in replies(catalogue)}
    names |= {one.removeprefix("utter_"): (one,) for one in source.bubbles}
    return {name: Ready(name, ids) for name, ids in sorted(names.items())}

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


def find(catalogue: Catalogue, words: str, locale: str) -> list[tuple[Ready, str]]:
    """Those whose name or text in `locale` holds all the words; with the text."""
    wanted = words.casefold().split()
    found = []
    for one in ready(catalogue).values():
        text = catalogue.plain(one.text_ids[0], locale)
        if all(word in f"{one.name} {text}".casefold() for word in wanted):
            found.append((one, text))
    return found

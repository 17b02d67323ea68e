"""What a turn may take of the memory that is left (`bot.store.memory`).

Of what a person does, the fuller the store the less is taken: calls for help, erasures and the
quick exit always. What operators do and what time brings is always taken: it mostly ends something.
"""

from dataclasses import replace

from bot.store import Changes, LoadedConversation
from bot.store.conversations import revisions
from bot.store.memory import Level
from bot.store.rows import PersonRow
from bot.texts.publication import Publication
from flows.builtin import FALLBACK_LOCALE
from flows.conversation import Turn
from flows.effects import Erase, OpenTicket, WipeChat
from flows.engine import erasing
from flows.status import Status

NO_ROOM = "utter_no_room"


class NoRoomError(Exception):
    """The turn isn't written, and nobody is told: there is no room for it."""


def check(level: Level, read: LoadedConversation, turn: Turn) -> None:
    """Raises `NoRoomError` for a person's turn that isn't taken at this level."""
    if level < Level.NOBODY_NEW or _is_urgent(turn):
        return
    is_new = read.revision == revisions.STRANGER
    if is_new or level is Level.RESERVED or not turn.effects:
        raise NoRoomError


def is_refused(level: Level, turn: Turn) -> bool:
    """Whether the turn opens a request for which there is no room; the person is told so."""
    opens = any(isinstance(effect, OpenTicket) for effect in turn.effects)
    return level >= Level.NOBODY_NEW and opens and not turn.conversation.in_emergency


def told_so(read: LoadedConversation, live: Publication) -> Changes:
    """A turn that changes nothing but says that nobody can be called now."""
    before = read.conversation
    html = live.catalogue.html(NO_ROOM, before.locale or FALLBACK_LOCALE)
    return Changes(before, read.ticket, to_person=[PersonRow(html, text_id=NO_ROOM)])


def trimmed(level: Level, turn: Turn, changes: Changes) -> Changes:
    """Without what is not kept at this level."""
    if level is Level.ALL or turn.conversation.in_emergency:
        return changes
    return replace(changes, transcript=())


def _is_urgent(turn: Turn) -> bool:
    """An emergency, a talk with an operator, an erasure and its question, an exit: always taken."""
    state = turn.conversation
    ends = any(isinstance(effect, Erase | WipeChat) for effect in turn.effects)
    return state.in_emergency or state.status is Status.HUMAN or ends or erasing.is_asked(state)

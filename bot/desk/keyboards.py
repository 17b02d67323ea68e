"""The buttons below the desk's messages."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.desk import card as cards
from bot.texts.voices import Voice
from bot.tickets.ticket import Action, Ticket
from flows.status import Status

CLAIM = "claim:"
"""Callback data of a call's button: it claims a ticket by its code name."""

AGREE = "agree:"
"""Callback data of a second supervisor's button, before the proposal's token."""

LIFT = "lift:"
"""Callback data of the button that lifts a block, before its token."""


def card(voice: Voice, status: Status) -> InlineKeyboardMarkup | None:
    """The buttons of a card: what can be done, then the ways to close, once it is claimed: a press
    must not end what nobody has read."""
    acts = [
        InlineKeyboardButton(voice(f"button-{action.value}"), callback_data=action.value)
        for action in cards.OFFERED.get(status, ())
    ]
    if not acts:
        return None
    if status is not Status.HUMAN:
        return InlineKeyboardMarkup([acts])
    closings = [
        InlineKeyboardButton(label, callback_data=f"{cards.CLOSE}{outcome.value}")
        for outcome, label in cards.closings(voice).items()
    ]
    pairs = [closings[at : at + 2] for at in range(0, len(closings), 2)]
    return InlineKeyboardMarkup([acts, *pairs])


def call(voice: Voice, tickets: Sequence[Ticket]) -> InlineKeyboardMarkup | None:
    """A button to claim for each ticket that a call names; None where it names none."""
    rows = [
        [
            InlineKeyboardButton(
                voice("button-claim-named", name=ticket.name), callback_data=f"{CLAIM}{ticket.name}"
            )
        ]
        for ticket in tickets
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def stub(voice: Voice) -> InlineKeyboardMarkup:
    """The button of a stub."""
    button = InlineKeyboardButton(voice("button-close"), callback_data=Action.CLOSE.value)
    return InlineKeyboardMarkup([[button]])


def agree(voice: Voice, token: str) -> InlineKeyboardMarkup:
    """The button of what takes two supervisors."""
    button = InlineKeyboardButton(voice("button-agree"), callback_data=f"{AGREE}{token}")
    return InlineKeyboardMarkup([[button]])


def lift(voice: Voice, token: str) -> InlineKeyboardMarkup:
    """The button of a block that a supervisor looks at."""
    button = InlineKeyboardButton(voice("button-lift"), callback_data=f"{LIFT}{token}")
    return InlineKeyboardMarkup([[button]])

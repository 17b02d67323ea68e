"""Telegram says that the person blocked the bot: operators hear of it, whatever comes between."""

import pytest

from bot.errors import Conflict
from bot.helpline import turns
from bot.tickets.ticket import Action
from flows.effects import Notice
from tests.kit.helpline import Helpline


async def waiting(helpline: Helpline) -> list[str]:
    """What still waits for the person, left where it is."""
    found = await helpline.parts.store.outbox.for_person(helpline.conversation(1))
    return [row.text for _, row in found]


async def written_to(helpline: Helpline) -> None:
    """An operator has written to somebody who has gone."""
    heron = await helpline.admits(11, "Heron")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)
    await helpline.to_person(1)
    await helpline.acts(Action.REPLY, heron, 1, "Вы здесь?")


async def test_operators_are_told_and_nothing_waits_any_more(helpline: Helpline) -> None:
    await written_to(helpline)

    await helpline.parts.helpline.undeliverable(helpline.conversation(1))

    assert Notice.PERSON_LEFT in (await helpline.ticket(1)).notices
    assert await waiting(helpline) == []


async def test_what_could_not_be_told_is_told_by_the_next_try(
    helpline: Helpline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits is what makes delivery try again, so it stays until operators know."""
    await written_to(helpline)
    with monkeypatch.context() as patched:
        patched.setattr(turns, "MAX_ATTEMPTS", 0)  # others write to it without end
        with pytest.raises(Conflict):
            await helpline.parts.helpline.undeliverable(helpline.conversation(1))
    assert Notice.PERSON_LEFT not in (await helpline.ticket(1)).notices
    assert await waiting(helpline) == ["Вы здесь?"]

    await helpline.parts.helpline.undeliverable(helpline.conversation(1))

    assert Notice.PERSON_LEFT in (await helpline.ticket(1)).notices
    assert await waiting(helpline) == []

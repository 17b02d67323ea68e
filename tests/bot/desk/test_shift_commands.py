"""In Telegram, too: what is left at the end of a shift, and a desk that is closed for now."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.clock import SettableClock
from bot.desk.profile_commands import ProfileCommands
from bot.desk.supervisor_commands import SupervisorCommands
from bot.errors import NotAllowed
from bot.texts.voices import voices
from bot.tickets.operator import Role
from bot.tickets.ticket import Action
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, open_helpline

UNUSED: Any = None
SPOKEN = voices("en")


@pytest.fixture
async def helpline() -> AsyncIterator[Helpline]:
    async with open_helpline(SettableClock(NOW)) as built:
        yield built


async def test_off_names_the_tickets_that_are_left(helpline: Helpline) -> None:
    use = helpline.parts.helpline
    profile = ProfileCommands(use.staff, helpline.parts.live, SPOKEN, UNUSED, UNUSED, use.sheets)
    heron = await helpline.admits(11, "Heron")
    assert "Still yours" not in await profile.off(heron, "", "")
    await helpline.asks(1)
    await helpline.acts(Action.CLAIM, heron, 1)

    said = await profile.off(heron, "", "")

    assert f"Still yours: {(await helpline.ticket(1)).name}." in said
    assert (await helpline.ticket(1)).assignee == heron.id, "as it always was"


@pytest.mark.parametrize("time", ["30m", "2h"])
async def test_a_supervisor_closes_the_desk_for_now(helpline: Helpline, time: str) -> None:
    store, use = helpline.parts.store, helpline.parts.helpline
    commands = SupervisorCommands(
        use.staff, store.audit, helpline.clock, SPOKEN, UNUSED, use.closures
    )
    osprey = await helpline.admits(12, "Osprey", Role.SUPERVISOR)

    said = await commands.closed(osprey, time, "")

    assert said.id == "office-closed-for-now"
    assert await use.closures.now() is not None
    assert (await commands.closed(osprey, "off", "")).id == "office-open-again"
    assert await use.closures.now() is None
    for wrong in ("", "soon", "13h"):
        with pytest.raises(NotAllowed):
            await commands.closed(osprey, wrong, "")

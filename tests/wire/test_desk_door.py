"""The door of the operators' group, on the wire: who isn't enrolled doesn't stay in it unnoticed.

Until then somebody who joined and stayed silent read every ticket, and nobody was told.
"""

import re

import aiohttp
import pytest

from bot.desk.alarm_calls import line as alarm_line
from bot.store.staff.alarms import Alarm
from bot.tickets.operator import Role
from sandbox.errors import ClientError
from sandbox.operators import Operator
from tests.kit.wire import EN, Line, arrive, claimed, running

PATIENCE = 60.0


async def stranger_joins(line: Line, *, admin: bool = False) -> Operator:
    """Somebody who isn't enrolled, while the desk listens."""
    await line.sandbox.polled("desk")
    return line.sandbox.operator("o9", admin=admin)


async def test_a_silent_stranger_is_put_out_at_once_and_reported(line: Line) -> None:
    heron = line.sandbox.operator("o1")
    stranger = await stranger_joins(line)

    told = await heron.expect(contains=EN("stranger-put-out"))

    assert not told.silent
    assert not stranger.is_present
    with pytest.raises(ClientError, match="put out"):
        stranger.join()


async def test_whoever_is_enrolled_first_may_join(line: Line) -> None:
    heron, newcomer = line.sandbox.operator("o1"), await stranger_joins(line)
    await heron.expect(contains=EN("stranger-put-out"))
    code = (await line.parts.helpline.staff.invitations.make(Role.OPERATOR)).code
    await newcomer.private.say(f"/enrol {code} Swift")
    await newcomer.private.expect(contains="Welcome, Swift")

    newcomer.join()
    await line.sandbox.bot("desk").queue.drained(PATIENCE)

    assert newcomer.is_present


async def test_an_administrator_who_is_a_stranger_is_an_alarm(line: Line) -> None:
    heron = line.sandbox.operator("o1")
    boss = await stranger_joins(line, admin=True)

    await heron.expect(contains=EN("stranger"))
    words = alarm_line(EN, Alarm.NOT_PUT_OUT)
    call = await heron.expect(matches=rf"^{re.escape(words)}$")  # and not the board

    assert not call.silent
    assert boss.is_present, "Telegram doesn't let a bot put an administrator out"


async def test_who_is_taken_off_the_roster_is_put_out_of_the_group(line: Line) -> None:
    robin = line.sandbox.operator("o4")
    await line.parts.helpline.staff.remove("Robin")  # as by a command on the server
    await robin.until(lambda: not robin.is_present)


async def test_who_was_put_out_of_the_group_may_do_nothing_until_restored(line: Line) -> None:
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    robin = line.sandbox.operator("o4")
    await arrive(person)
    await claimed(person, robin)

    line.sandbox.desk.put_out(robin)
    await heron.expect(contains=EN("operator-suspended", name="Robin"))
    await person.expect(contains="Ваша просьба снова ждёт")
    await robin.private.say("/next")
    await robin.private.expect(contains=EN("refused-suspended"))
    await robin.private.say("/on")
    await robin.private.expect(contains=EN("refused-suspended"))

    await heron.private.say("/restore Robin")
    await heron.private.expect(contains=EN("office-restored", name="Robin"))
    robin.join()
    await robin.private.say("/on")
    await robin.private.expect(contains=EN("office-on", name="Robin"))


async def test_a_second_poller_of_either_bot_is_called_for() -> None:
    async with running() as line:
        heron = line.sandbox.operator("o1")
        settings = line.sandbox.settings
        for role, token, alarm in (
            ("intake", settings.intake_token, Alarm.INTAKE_POLLER),
            ("desk", settings.desk_token, Alarm.DESK_POLLER),
        ):
            await line.sandbox.polled(role)
            async with aiohttp.ClientSession() as thief:
                await thief.get(f"{line.sandbox.url}/bot{token}/getUpdates")
            await heron.expect(contains=alarm_line(EN, alarm))

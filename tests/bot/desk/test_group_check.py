"""The groups' settings, rights and members, looked at against the sandbox's Telegram."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import pytest

from bot.clock import SettableClock
from bot.desk.budget import Budget
from bot.desk.door import Door
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.group_check import GroupCheck
from bot.desk.notifier import Notifier
from bot.desk.process import make_bot
from bot.store.staff.alarms import Alarm
from bot.texts.voices import voices
from sandbox import Sandbox, SandboxSettings, serve
from sandbox.demo_staff import enrol
from sandbox.settings import DESK_RIGHTS
from tests.kit.constants import NOW
from tests.kit.helpline import open_helpline


@dataclass
class Watched:
    """A group of four operators, and what looks at it."""

    sandbox: Sandbox
    check: GroupCheck
    standing: Callable[[], object]

    async def finds(self) -> list[Alarm]:
        await self.check.look()
        return await self.standing()  # type: ignore[misc,no-any-return]


@pytest.fixture
async def watched() -> AsyncIterator[Watched]:
    settings = SandboxSettings(limits=False)
    async with open_helpline(SettableClock(NOW)) as helpline, serve(settings) as sandbox:
        store, clock, staff = helpline.parts.store, helpline.clock, helpline.parts.helpline.staff
        await enrol(sandbox, staff)
        bot = make_bot(settings.desk_token, sandbox.url)
        group = DeskGroup(settings.desk_chat, Budget(0, clock.monotonic))
        groups = DeskGroups([group], store.queue, store.topics, store.presence)
        notifier = Notifier(bot, groups)
        door = Door(
            bot,
            groups,
            staff,
            store.roster,
            store.expulsions,
            store.alarms,
            notifier,
            voices("en").own,
        )
        check = GroupCheck(bot, groups, store.roster, store.alarms, door)
        yield Watched(sandbox, check, store.alarms.standing)
        await bot.request.shutdown()


async def test_a_group_that_is_shut_rings_nothing(watched: Watched) -> None:
    assert await watched.finds() == []


async def test_settings_that_are_open(watched: Watched) -> None:
    chat = watched.sandbox.desk.chat
    chat.username, chat.members_invite, chat.protected = "helpline_desk", True, False

    assert await watched.finds() == [Alarm.PUBLIC, Alarm.MEMBERS_INVITE, Alarm.NOT_PROTECTED]


async def test_one_more_than_the_roster(watched: Watched) -> None:
    """Somebody came in while nobody looked."""
    watched.sandbox.operator("o9")

    assert await watched.finds() == [Alarm.CROWD]


async def test_an_operator_who_left_leaves_no_room_for_a_stranger(watched: Watched) -> None:
    watched.sandbox.operator("o4").leave()
    watched.sandbox.operator("o9")

    assert await watched.finds() == [Alarm.CROWD]


async def test_an_administrator_who_is_not_enrolled(watched: Watched) -> None:
    watched.sandbox.operator("o9", admin=True)

    assert await watched.finds() == [Alarm.CROWD, Alarm.STRANGE_ADMIN]


async def test_the_right_to_ban_is_missing(watched: Watched) -> None:
    watched.sandbox.desk.set_rights("desk", DESK_RIGHTS - {"can_restrict_members"})

    assert await watched.finds() == [Alarm.NO_RIGHT]

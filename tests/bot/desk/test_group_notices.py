"""Rows that belong to no topic: shown again rather than lost, and listed once."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from telegram import Bot
from telegram.error import TimedOut

from bot.clock import SettableClock
from bot.desk.budget import Budget
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.group_notices import GroupNotices
from bot.desk.keyboards import LIFT
from bot.store.rows import DeskKind, DeskRow
from bot.store.staff.board import Board
from bot.texts.voices import voices
from tests.kit.constants import NOW
from tests.kit.helpline import open_helpline

SHE = "she"
BLOCKED = DeskRow(DeskKind.MUTED, "Heron\nAmber-417\n29.11 18:00")


@dataclass
class Unsure:
    """Takes the place of a bot: every message stands in the group, and no answer comes back."""

    tokens: list[str] = field(default_factory=list)
    base_url: str = "telegram"

    @property
    def request(self) -> "Unsure":
        return self

    async def call(self, _: str, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        [[button]] = asked["reply_markup"]["inline_keyboard"]
        self.tokens.append(button["callback_data"].removeprefix(LIFT))
        raise TimedOut


@dataclass
class Group:
    """The group's notices, and what supervisors have to look at."""

    notices: GroupNotices
    telegram: Unsure
    board: Board

    async def shows(self, row: DeskRow) -> str:
        """Try to show it, which fails as far as anybody knows; the token of its button."""
        with pytest.raises(TimedOut):
            await self.notices.show(SHE, row)
        return self.telegram.tokens[-1]


@pytest.fixture
async def group() -> AsyncIterator[Group]:
    telegram, nobody = Unsure(), cast("Any", None)
    async with open_helpline(SettableClock(NOW)) as helpline:
        store = helpline.parts.store
        own = DeskGroup(-100, Budget(0, helpline.clock.monotonic))
        groups = DeskGroups([own], store.queue, store.topics, store.presence)
        kept = store.audit, store.conversations, store.board
        bot = cast("Bot", telegram)
        notices = GroupNotices(bot, groups, *kept, voices("en").own, nobody)
        yield Group(notices, telegram, store.board)


async def test_a_block_that_is_shown_again_is_listed_once_with_one_token(group: Group) -> None:
    first, again = await group.shows(BLOCKED), await group.shows(BLOCKED)
    assert first == again
    assert [one.token for one in await group.board.reviews()] == [first]
    assert await group.board.reviewed(first) == SHE


async def test_two_blocks_that_read_the_same_are_two(group: Group) -> None:
    another = DeskRow(BLOCKED.kind, BLOCKED.detail)
    assert await group.shows(BLOCKED) != await group.shows(another)
    assert len(await group.board.reviews()) == 2


async def test_a_block_that_was_lifted_is_not_listed_by_a_late_repeat(group: Group) -> None:
    token = await group.shows(BLOCKED)
    await group.board.lift(SHE, token, NOW)
    await group.shows(BLOCKED)
    assert await group.board.reviews() == []
    assert await group.board.reviewed(token) is None


async def test_nor_is_one_that_was_let_stand_which_can_still_be_lifted(group: Group) -> None:
    token = await group.shows(BLOCKED)
    await group.board.decided(token)
    await group.shows(BLOCKED)
    assert await group.board.reviews() == []
    assert await group.board.reviewed(token) == SHE

"""Rows for the desk that belong to no topic: audit entries, alerts, blocks to be looked at."""

from telegram import Bot

from bot.desk import card, keyboards
from bot.desk.alerts import Alerts
from bot.desk.budget import Lane
from bot.desk.group import DeskGroups
from bot.desk.sending import send
from bot.store.conversations.conversations import Conversations
from bot.store.rows import DeskKind, DeskRow
from bot.store.staff.audit import Audit
from bot.store.staff.board import BlockReview, Board
from bot.texts.voices import Voice
from flows.effects import AlertLevel
from flows.status import Status


class GroupNotices:
    """Shows a row where it belongs; a row that comes again is shown again rather than lost."""

    def __init__(
        self,
        bot: Bot,
        groups: DeskGroups,
        audit: Audit,
        conversations: Conversations,
        board: Board,
        voice: Voice,
        alerts: Alerts,
    ) -> None:
        self._bot = bot
        self._groups = groups
        self._audit = audit
        self._conversations = conversations
        self._board = board
        self._voice = voice
        self._alerts = alerts

    async def show(self, conversation: str, row: DeskRow) -> bool:
        """Show it; False for a row of the topic's. Raises `Later` and what the Bot API raises."""
        match row.kind:
            case DeskKind.AUDIT:
                await self._audit.append(row.sealed)
            case DeskKind.MUTED:
                await self._ask_for_review(conversation, row)
            case DeskKind.ALERT:
                await self._alert(conversation, AlertLevel(row.detail))
            case _:
                return False
        return True

    async def _alert(self, conversation: str, level: AlertLevel) -> None:
        read = await self._conversations.load(conversation)
        if read.ticket is not None and read.conversation.status is Status.QUEUED:
            await self._alerts.send(level, conversation, read.ticket)

    async def _ask_for_review(self, conversation: str, row: DeskRow) -> None:
        """Supervisors look at every block. However often it is shown, it is listed once."""
        block = BlockReview(*[*row.detail.split("\n"), "?", "?"][:3])
        token = await self._board.review(conversation, block, row.id)
        main = self._groups.main
        await main.budget.take(Lane.TALK)
        async with self._groups.following(main):
            await send(
                self._bot,
                main.id,
                card.block_review(self._voice, block),
                keyboard=keyboards.lift(self._voice, token),
                silent=True,
            )

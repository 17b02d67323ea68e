"""The use case of reviews: supervisors look at every block, and lift it or let it stand."""

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.helpline.staff_audit import StaffAudit
from bot.store.staff.board import BlockReview, Board
from bot.tickets.operator import DeskAction, Operator
from bot.tickets.permissions import check_desk

KEEP = "keep-block"
"""The audit's word for a block that was let stand."""


class BlockReviews:
    """Lists and decides. A review is named by its token."""

    def __init__(self, board: Board, audit: StaffAudit, clock: Clock) -> None:
        self._board = board
        self._audit = audit
        self._clock = clock

    async def waiting(self, operator: Operator) -> list[BlockReview]:
        """Blocks that nobody has decided on yet, the latest first. Raises `NotAllowed`,
        `StoreUnavailable`."""
        check_desk(DeskAction.LIFT, operator)
        return await self._board.reviews()

    async def lift(self, operator: Operator, token: str) -> None:
        """End a block: the person is heard again. Raises `NotAllowed`, `StoreUnavailable`."""
        check_desk(DeskAction.LIFT, operator)
        conversation = await self._board.reviewed(token)
        if conversation is None:
            raise NotAllowed("refused-mute-over")
        await self._audit.note(operator, DeskAction.LIFT.value)
        await self._board.lift(conversation, token, self._clock.now())

    async def keep(self, operator: Operator, token: str) -> None:
        """Let a block stand until it ends by itself. Until then it can still be lifted where it was
        shown in the group. Raises `NotAllowed`, `StoreUnavailable`."""
        check_desk(DeskAction.LIFT, operator)
        found = await self._board.reviews()
        review = next((one for one in found if one.token == token), None)
        if review is None:
            raise NotAllowed("refused-mute-over")
        await self._audit.note(operator, KEEP, ticket=review.ticket)
        await self._board.decided(token)

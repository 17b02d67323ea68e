"""Empties chats in time, before Telegram's wall of 48 hours.

What is due lies in Redis, so a restart forgets nothing. After an outage of Telegram the chat with
the oldest message comes first. What could not be deleted in time is counted in the log and among
the metrics, also while Telegram is still away: at the wall the store forgets it. If intake itself
was away for so long, only the chat is left to count, since nobody knows the numbers any more.
"""

import logging

from bot.clock import Clock
from bot.intake.message_deletion import MessageDeletion
from bot.privacy import chat_deletion
from bot.store.chats.deletion_index import DeletionIndex
from bot.store.chats.people import People
from bot.store.conversations.conversations import Conversations
from bot.store.outbox.leases import Leases
from bot.store.rows import Audience
from bot.telemetry.metrics import CHATS_LAPSED
from flows.status import Status

logger = logging.getLogger(__name__)

LOOK_SECONDS = 10.0


class ChatCleaner:
    """Deletes messages of the person's chat in time, as a background job."""

    def __init__(
        self,
        deletions: DeletionIndex,
        people: People,
        leases: Leases,
        conversations: Conversations,
        deletion: MessageDeletion,
        clock: Clock,
    ) -> None:
        self._deletions = deletions
        self._people = people
        self._leases = leases
        self._conversations = conversations
        self._deletion = deletion
        self._clock = clock

    async def wipe(self) -> None:
        """Delete what is due by now. Raises `Later` when Telegram wants a pause."""
        now = self._clock.now().timestamp()
        due = await self._deletions.due(now)
        oldest = [await self._oldest(entry.conversation, now) for entry in due]
        ordered = sorted(zip(oldest, due, strict=True))
        for at, entry in ordered:
            if now - at >= chat_deletion.given_up().total_seconds():
                await self._deletion.given_up(entry.conversation, now)
        for _, entry in ordered:
            await self._chat(entry.conversation, entry.score)

    async def _oldest(self, conversation: str, now: float) -> float:
        found = await self._people.messages(conversation, most=1)
        return min((message.at for _, message in found), default=now)

    async def _chat(self, conversation: str, seen: float) -> None:
        async with self._leases.take(conversation, Audience.PERSON) as lease:
            if lease is None:
                return  # it is being sent to right now: the next look finds it again
            now = self._clock.now().timestamp()
            read = await self._conversations.load(conversation)
            held = read.conversation.status in {Status.QUEUED, Status.HUMAN}
            chat = await self._people.plan(conversation)
            if chat is None:
                if seen + chat_deletion.lapsed().total_seconds() <= now:
                    logger.warning("chat_lapsed")
                    CHATS_LAPSED.inc()
                await self._deletions.drop(conversation, read)
                return
            again = await self._deletion.due(conversation, chat, now, held=held)
            if again is None:
                await self._deletions.end(conversation, read)
                return
            if held:  # the operator's part may end before
                again = min(again, now + chat_deletion.OPEN_LOOK.total_seconds())
            await self._deletions.look_again(conversation, read, again)

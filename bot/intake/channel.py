"""Sends the outbox of a person to their chat, and finishes erasures there."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)

from bot.clock import Clock
from bot.helpline import Helpline
from bot.intake.answers import Keyboard, Send, Sent
from bot.intake.errors import later
from bot.intake.message_deletion import MessageDeletion
from bot.privacy.chat_deletion import Author, ChatMessage
from bot.store.chats.people import People
from bot.store.chats.sent_messages import SentMessages
from bot.store.conversations.conversations import Conversations
from bot.store.keyring.held import DataKey
from bot.store.names import is_stub
from bot.store.outbox.lease import Lease
from bot.store.outbox.outbox import Outbox
from bot.store.rows import Audience, Change, PersonRow
from bot.store.tickets.stubs import Stubs
from bot.telemetry.metrics import Stage, timed
from bot.texts.current import LivePublication

logger = logging.getLogger(__name__)

MOST_GUESSED = 500
"""Numbers that are tried after a sending that broke off: five calls."""

WIDE_LABEL = 14
"""Labels up to this long stand two in a row."""


@dataclass(slots=True)
class ChatDelivery:
    """Sending to one chat that is under way.

    `known`: the last message of ours whose number is known, if a sending broke off after it.
    `emptied`: the chat was emptied just now. `open`: the store still takes something to be under
    delivery. `address`: the key of what leads to the chat, where it came with the lease.
    """

    chat: int
    conversation: str
    known: int | None = None
    emptied: bool = False
    open: bool = True
    address: DataKey | None = field(default=None, repr=False)


class PersonChannel:
    """Sends outboxes' rows to persons' chats, and finishes erasures there."""

    def __init__(
        self,
        bot: Bot,
        people: People,
        outbox: Outbox,
        conversations: Conversations,
        sent_messages: SentMessages,
        stubs: Stubs,
        helpline: Helpline,
        live: LivePublication,
        clock: Clock,
        deletion: MessageDeletion,
    ) -> None:
        self._bot = bot
        self._people = people
        self._outbox = outbox
        self._conversations = conversations
        self._sent_messages = sent_messages
        self._stubs = stubs
        self._helpline = helpline
        self._live = live
        self._clock = clock
        self._deletion = deletion

    async def deliver(self, conversation: str, lease: Lease) -> None:
        """Send all that waits, oldest first. Raises `Later`."""
        written = lease.written
        if written is not None:
            delivery = ChatDelivery(written.chat, conversation, address=written.address)
            await self._send_all(conversation, delivery, written.rows, lease)
            return
        work = await self._people.tasks(conversation)
        chat, locale, wiping = work.chat, work.erase_in, work.wipe
        if chat is None and (wiping or locale is not None):
            plan = await self._people.plan(conversation)  # it outlives the address
            chat = plan.chat if plan else None
        if chat is None:
            await self._drop(conversation, erasing=locale is not None)
            return
        # A stub's one message, too, belongs to the chat that it is deleted from.
        delivery = ChatDelivery(chat, await self._helpline.conversation_of(chat))
        if locale is not None or wiping:
            await self._begin(delivery)
            delivery.emptied = True
            if locale is not None:
                await self._erase(conversation, delivery, locale, work.erased_text)
            else:
                await self._deletion.everything(conversation, chat, self._now)
                await self._people.wiped(conversation)
            rows = await self._outbox.for_person(conversation)
        else:
            waiting = self._outbox.for_person(conversation)
            rows, _ = await asyncio.gather(waiting, self._begin(delivery))
        await self._send_all(conversation, delivery, rows, lease)
        if is_stub(conversation):
            await self._stubs.sent(conversation)

    async def _send_all(
        self,
        conversation: str,
        delivery: ChatDelivery,
        rows: Sequence[tuple[bytes, PersonRow]],
        lease: Lease,
    ) -> None:
        for n, (raw, row) in enumerate(rows):
            last = n == len(rows) - 1
            if row.change is not Change.SEND:
                await self._correct(conversation, delivery.chat, row)
                await self._outbox.sent(conversation, Audience.PERSON, raw)
                continue
            message = await self._send(delivery, row)
            if message is None:
                await self._unreachable(conversation)  # the others can't arrive either
                break
            await self._arrived(
                conversation, delivery, (raw, row), message, lease if last else None
            )
        if delivery.open:
            await self._people.end(delivery.conversation)

    async def _begin(self, delivery: ChatDelivery) -> None:
        if await self._people.begin(delivery.conversation):
            found = await self._people.messages(delivery.conversation, -MOST_GUESSED)
            # The person may have written after what was lost; ours are sent one after the other.
            own = [one.number for _, one in found if one.author is not Author.PERSON]
            own = own or [min((one.number for _, one in found), default=0)]
            delivery.known = max(own) or None

    async def _drop(self, conversation: str, *, erasing: bool) -> None:
        """Nobody knows the chat any more: nothing can be sent or deleted there."""
        await self._outbox.drop(conversation)
        await self._people.wiped(conversation)
        if erasing:
            await self._conversations.shred(conversation)
            await self._people.erased(conversation)

    async def _unreachable(self, conversation: str) -> None:
        """The person blocked the bot, or the chat is gone: operators are told once."""
        if is_stub(conversation):
            await self._outbox.drop(conversation)
            await self._stubs.sent(conversation)
        else:
            await self._helpline.undeliverable(conversation)

    @property
    def _now(self) -> float:
        return self._clock.now().timestamp()

    async def _send(self, delivery: ChatDelivery, row: PersonRow) -> Sent | None:
        """Send a message. None: nothing can be sent to this chat."""
        try:
            return await self._message(delivery.chat, row)
        except TelegramForbiddenError:
            return None
        except TelegramRetryAfter as error:  # it was refused, so it stands nowhere
            if delivery.known is None:
                await self._people.end(delivery.conversation)
            raise later(error) from None
        except TelegramBadRequest:
            # Our own markup can't be at fault (`check` sees to it): the chat no longer exists.
            logger.warning("message_refused")
            return None
        except TelegramAPIError as error:
            raise later(error) from None

    async def _arrived(
        self,
        conversation: str,
        delivery: ChatDelivery,
        waited: tuple[bytes, PersonRow],
        message: Sent,
        lease: Lease | None,
    ) -> None:
        """Remember a message's number before its row is taken out. `lease`: given back with the
        last one."""
        raw, row = waited
        author = Author.OPERATOR if row.operator else Author.BOT
        sent = ChatMessage(message.message_id, author, float(message.date))
        await self._repeated(delivery, message)
        if row.ref:
            await self._people.relay(delivery.conversation, row.ref, message.message_id)
        if is_stub(conversation):
            await self._sent_messages.remember(delivery.conversation, delivery.chat, sent)
            await self._outbox.sent(conversation, Audience.PERSON, raw)
            return
        last = lease is not None
        await self._sent_messages.sent(
            conversation, delivery.chat, sent, raw, address=delivery.address, last=last, lease=lease
        )
        delivery.open = not last

    async def _repeated(self, delivery: ChatDelivery, repeat: Sent) -> None:
        """An earlier sending broke off, and this one repeats it: the first copy is to be deleted
        with the rest of the chat. Not at once, or what the person wrote in between would vanish
        under their eyes. Of a wide gap its end is taken: the copy came just before the repeat."""
        if delivery.known is None:
            return
        first = max(delivery.known + 1, repeat.message_id - MOST_GUESSED)
        gap = range(first, repeat.message_id)
        delivery.known = None
        if not gap:
            return
        if delivery.emptied:
            await self._deletion.guessed(delivery.chat, gap)
        else:
            lost = ChatMessage(first, Author.OPERATOR, float(repeat.date), len(gap))
            await self._sent_messages.remember(delivery.conversation, delivery.chat, lost)

    async def _correct(self, conversation: str, chat: int, row: PersonRow) -> None:
        """Change or delete a message that was sent (Bot API, deleteMessage: within 48 h). Rows
        keep their order, so the message went before its correction. A repeat does no harm."""
        number = await self._people.relayed(conversation, row.ref)
        try:
            if row.change is Change.ANSWERED:
                await self._mark_answered(chat, number, row)
            elif number is None:
                await self._helpline.not_corrected(conversation)
            elif row.change is Change.UNSEND:
                await self._bot.delete_message(chat, number)
            else:
                await self._bot.edit_message_text(
                    row.text,
                    chat_id=chat,
                    message_id=number,
                    parse_mode=None,
                )
        except TelegramBadRequest as error:
            if "not modified" not in error.message:
                await self._helpline.not_corrected(conversation)
        except TelegramForbiddenError:
            await self._helpline.not_corrected(conversation)
        except TelegramAPIError as error:
            raise later(error) from None

    async def _mark_answered(self, chat: int, number: int | None, row: PersonRow) -> None:
        """The answer takes the place of a question's buttons (Bot API, editMessageText). Where that
        fails they stay, and do no harm: the answer itself has reached the ticket."""
        if number is None:
            return
        try:
            await self._bot.edit_message_text(
                row.text, chat_id=chat, message_id=number, parse_mode=None
            )
        except (TelegramBadRequest, TelegramForbiddenError):
            logger.info("answer_not_marked")

    @timed(Stage.SEND)
    async def _message(self, chat: int, row: PersonRow) -> Sent:
        return await self._bot(
            Send(
                chat_id=chat,
                text=row.text,
                parse_mode=None if row.operator else ParseMode.HTML.value,
                disable_notification=row.silent,
                reply_markup=keyboard(row.buttons),
            )
        )

    async def _erase(
        self, conversation: str, delivery: ChatDelivery, locale: str, text_id: str
    ) -> None:
        """The key went first, with the turn that asked for it (`Conversations.shred`). Now the
        messages, then the last word. After a crash it begins again: deleting twice does no harm,
        and to say "deleted" twice is better than never."""
        await self._conversations.shred(conversation)
        await self._deletion.everything(conversation, delivery.chat, self._now, erasing=True)
        words = self._live.current.catalogue.html(text_id, locale)
        last = PersonRow(words, silent=True)
        await self._send_last(delivery, last)
        await self._people.erased(conversation)

    async def _send_last(self, delivery: ChatDelivery, row: PersonRow) -> None:
        try:
            message = await self._message(delivery.chat, row)
            await self._repeated(delivery, message)
        except (TelegramForbiddenError, TelegramBadRequest):
            logger.info("last_word_refused")
        except TelegramAPIError as error:
            raise later(error) from None


def keyboard(buttons: tuple[tuple[str, str], ...]) -> Keyboard | None:
    """Buttons under a message: short ones two in a row, so that a small screen shows them all."""
    if not buttons:
        return None
    rows: list[list[dict[str, str]]] = []
    for label, choice_id in buttons:
        button = {"text": label, "callback_data": choice_id}
        last = rows[-1] if rows else []
        if len(last) == 1 and len(last[0]["text"]) <= WIDE_LABEL and len(label) <= WIDE_LABEL:
            last.append(button)
        else:
            rows.append([button])
    return {"inline_keyboard": rows}

"""A conversation without Telegram: what either side is sent, as plain data. For `helpline talk`."""

from datetime import timedelta
from functools import partial
from typing import Any, TypeAlias

from bot.clock import SettableClock
from bot.compose import Parts
from bot.desk import card
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline import inputs
from bot.helpline.inputs import Inbound, Input
from bot.privacy.pseudonyms import Pseudonyms
from bot.store import Changes
from bot.store.rows import Audience, DeskKind
from bot.texts.asking import phrase
from bot.texts.catalogue import plain
from bot.texts.voices import TERMINAL, voices
from bot.tickets.operator import Role
from bot.tickets.ticket import Action, Details, Outcome, TargetKind, TransferTarget
from flows.conversation import Conversation
from flows.engine.walk import open_question
from flows.events import Unsupported

Line: TypeAlias = dict[str, Any]

ADDRESS = 1
OPERATOR = 2

VOICE = voices().all[TERMINAL]
"""Whoever works on the program reads it in English."""

_ACTS = {
    "/claim": Action.CLAIM,
    "/release": Action.RELEASE,
    "/requeue": Action.REQUEUE,
    "/close": Action.CLOSE,
    "/mute": Action.BLOCK,
    "/transfer": Action.TRANSFER,
    "/snooze": Action.SNOOZE,
}
_UNTIL = {Action.BLOCK: timedelta(hours=1), Action.SNOOZE: timedelta(minutes=15)}
"""For how long, where an operator here can't say it."""

_STEP, _LATER_STEP, _LATER = 30.0, 600.0, 3600.0
"""Seconds by which time goes on while a talk waits, in its first hour and afterwards."""

_WANTED = TransferTarget(TargetKind.LANGUAGE, "kk")
"""For whom a ticket that is handed over here waits: there is nobody else to name."""


class Talk:
    """One person and one operator. Every act returns the lines that it led to, in order."""

    def __init__(self, parts: Parts, clock: SettableClock, names: Pseudonyms) -> None:
        self._parts = parts
        self._clock = clock
        self._helpline = parts.helpline
        self._store = parts.store
        self._conversation = names.person(ADDRESS)
        self._turn = 0
        self._buttons: tuple[tuple[str, str], ...] = ()
        self._seen: list[tuple[str, str]] = []
        self._ticket: dict[str, str] = {}

    async def speak(self, locale: str) -> None:
        """Let the person's language be known, one of ours."""
        read = await self._store.conversations.load(self._conversation)
        changes = Changes(Conversation(locale=locale), None)
        await self._store.conversations.commit(self._conversation, read, changes)

    async def text(self, text: str) -> list[Line]:
        """The person writes; `/start` is Telegram's Start button."""
        commands: dict[str, Input] = {"/start": inputs.Started(), "/exit": inputs.Exited()}
        return await self._hear(commands.get(text, inputs.Wrote(text)))

    async def press(self, button: str | int) -> list[Line]:
        """The person presses a button: its label, or its number as shown (from 1).

        A number means the last message with buttons, a label the newest button that reads so:
        a chat can be scrolled back. Raises `ValueError` if there is none.
        """
        for number, (_, choice_id) in enumerate(self._buttons, 1):
            if button in {number, str(number)}:
                return await self.press_choice(choice_id)
        for label, choice_id in reversed(self._seen):
            if button == label:
                return await self.press_choice(choice_id)
        labels = ", ".join(label for label, _ in self._buttons) or "none"
        raise ValueError(f"there is no such button; shown are: {labels}")

    async def press_choice(self, choice_id: str) -> list[Line]:
        """The person's Telegram sends this button's id, whether it was ever shown or not."""
        return await self._hear(inputs.Pressed(choice_id))

    def was_shown(self, choice_id: str) -> bool:
        """Whether the person can see this button somewhere in the chat."""
        return choice_id in {seen for _, seen in self._seen}

    async def send(self, kind: Unsupported) -> list[Line]:
        """The person sends a picture, a voice message, …"""
        return await self._hear(inputs.SentUnsupported(kind))

    async def operator(self, text: str) -> list[Line]:
        """The operator writes or acts. Raises `NotAllowed`, `NoSuchTicket`."""
        self._turn += 1
        staff = self._helpline.staff
        operator = await staff.operator(OPERATOR)
        if operator is None:
            operator = await staff.by_telegram.admit(OPERATOR, "Heron", Role.SUPERVISOR)
        action = _ACTS.get(text, Action.REPLY)
        if action is Action.REPLY and text.startswith("/"):
            raise NotAllowed("refused-talk-command", commands=", ".join(_ACTS))
        details = Details(
            outcome=Outcome.OTHER if action is Action.CLOSE else None,
            until=self._clock.now() + _UNTIL[action] if action in _UNTIL else None,
            wanted=_WANTED if action is Action.TRANSFER else None,
        )
        try:
            await self._helpline.act(action, operator, self._conversation, text, details=details)
        except NoSuchTicket:
            raise NotAllowed(NoSuchTicket.told_operator.id) from None
        return await self._sent()

    async def wait(self, seconds: float) -> list[Line]:
        """Let time pass; what is due happens when it is due, give or take `_STEP`, or `_LATER_STEP`
        once `_LATER` has passed: what is due by then is hours apart."""
        self._turn += 1
        lines: list[Line] = []
        began = self._clock.now().timestamp()
        while (passed := self._clock.now().timestamp() - began) < seconds:
            step = _STEP if passed < _LATER else _LATER_STEP
            self._clock.advance(min(seconds - passed, step))
            await self._helpline.wake()
            await self._helpline.read_held()
            lines += await self._sent()
        return lines

    async def state(self) -> Line:
        """Where the conversation stands. `pending`: the text of the question that is open."""
        read = await self._store.conversations.load(self._conversation)
        return {
            "turn": self._turn,
            "status": read.conversation.status.value,
            "locale": read.conversation.locale,
            "pending": open_question(self._parts.library, read.conversation),
        }

    async def urgency(self) -> str | None:
        """The open ticket's urgency; None if no ticket is open."""
        read = await self._store.conversations.load(self._conversation)
        return read.ticket.urgency.word if read.ticket else None

    async def _hear(self, given: Input) -> list[Line]:
        self._turn += 1
        await self._helpline.hear(Inbound(self._turn, ADDRESS, given, self._turn))
        return await self._sent()

    async def _sent(self) -> list[Line]:
        """Drain both outboxes, operators' first: a human is called before anything is said."""
        return [*await self._to_operators(), *await self._to_person()]

    async def _to_person(self) -> list[Line]:
        lines: list[Line] = []
        await self._store.people.wiped(self._conversation)  # there is no chat to empty
        for raw, row in await self._store.outbox.for_person(self._conversation):
            await self._store.outbox.sent(self._conversation, Audience.PERSON, raw)
            text = row.text if row.operator else plain(row.text)
            labels = [label for label, _ in row.buttons]
            if row.buttons:
                self._buttons = row.buttons
                others = [one for one in self._seen if one not in row.buttons]
                self._seen = [*others, *row.buttons]
            lines.append(_bubble(text, row.text_id, labels, silent=row.silent))
        tasks = await self._store.people.tasks(self._conversation)
        if tasks.erase_in is not None:
            await self._store.conversations.shred(self._conversation)
            found = await self._store.people.messages(self._conversation)
            await self._store.people.forget(self._conversation, [raw for raw, _ in found])
            await self._store.people.erased(self._conversation)
            self._buttons, self._seen = (), []
            text = self._parts.catalogue.plain(tasks.erased_text, tasks.erase_in)
            lines.append(_bubble(text, tasks.erased_text, [], silent=True))
        return lines

    async def _to_operators(self) -> list[Line]:
        rows = await self._store.outbox.for_desk(self._conversation)
        if not rows:
            return []
        read = await self._store.conversations.load(self._conversation)
        before = dict(self._ticket)
        if read.ticket:
            self._ticket = {
                "ticket": read.ticket.name,
                "urgency": read.ticket.urgency.word,
                "topic": read.ticket.topic,
                "locale": read.ticket.locale,
            }
        texts: list[str] = []
        for raw, row, words in rows:
            await self._store.outbox.sent(self._conversation, Audience.DESK, raw)
            match row.kind:
                case DeskKind.OPENED if read.ticket:
                    now = self._clock.now()
                    told = card.reminders(
                        self._parts.catalogue, read.conversation.said, VOICE.locale
                    )
                    answered = partial(phrase, self._parts.catalogue, locale=VOICE.locale)
                    texts.append(
                        card.card(VOICE, read.ticket, read.conversation, now, told, answered)
                    )
                case DeskKind.CHANGED if read.ticket and before != self._ticket:
                    texts.append(f"now {read.ticket.urgency.word}, {read.ticket.locale}")
                case DeskKind.CLAIMED:
                    said = await self._store.outbox.transcript(self._conversation)
                    await self._store.outbox.shown(self._conversation, len(said))
                    texts += said
                case DeskKind.CLOSED:
                    texts.append(f"closed {row.detail}".strip())
                case _:
                    texts.append(card.line(VOICE, row.kind, row.detail, words))
        return [{"to": "operators", **self._ticket, "text": text} for text in texts if text]


def _bubble(text: str, text_id: str, buttons: list[str], *, silent: bool) -> Line:
    """One message to the person. `ids`: the texts of the catalogue that it shows."""
    ids = [text_id] if text_id else []
    return {"to": "person", "text": text, "ids": ids, "buttons": buttons, "silent": silent}

"""What operators write to the desk bot privately, or in the group outside of tickets."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeAlias

from telegram import Message

from bot import cards
from bot.compose import Parts
from bot.desk import board, commands, lines
from bot.desk.board import Rounds
from bot.desk.mouth import Mouth, Saying
from bot.desk.topic import Topics
from bot.errors import NoSuchTicket, NotAllowed
from bot.health import preferred
from bot.hours import KAZAKHSTAN
from bot.operators import DeskAction, Operator, Role, checked_capacity, described
from bot.permissions import check_desk
from bot.texts.replies import find
from bot.texts.voices import Voice, Voices
from bot.tickets import Ticket
from bot.wording import Wording, wording
from flows.conversation import Conversation
from flows.events import TimerKind

Obey: TypeAlias = Callable[[Operator, str, str], Awaitable[Wording | str]]

FOUND = 8
"""Texts that a search shows."""

LISTED = 30
"""Audit entries in one answer (a message takes 4,096 characters)."""


class Office:
    """Translates into use cases; every answer is one message to whoever asked."""

    def __init__(
        self, parts: Parts, rounds: Rounds, topics: Topics, mouth: Mouth, voices: Voices
    ) -> None:
        self._staff = parts.helpline.staff
        self._store = parts.store
        self._clock = parts.clock
        self._live = parts.live
        self._rounds = rounds
        self._topics = topics
        self._mouth = mouth
        self._voices = voices
        self._public: Mapping[str, Obey] = {
            "on": self._on,
            "off": self._off,
            "next": self._next,
            "mine": self._mine,
            "claim": self._claim,
            "health": self._health,
            "find": self._find,
            "name": self._name,
            "languages": self._languages,
            "topics": self._serves,
            "capacity": self._capacity,
        }
        self._private: Mapping[str, Obey] = {
            "operators": self._operators,
            "invite": self._invite,
            "remove": self._remove,
            "role": self._role,
            "audit": self._audit,
        }

    @property
    def words(self) -> frozenset[str]:
        """The commands that also work in a ticket's topic."""
        return frozenset(self._public) - {"claim"}

    async def message(self, message: Message, operator: Operator | None, mark: str) -> None:
        """Words outside of tickets. Raises `StoreUnavailable`, `Conflict`."""
        private = message.chat.id > 0
        said = lines.read(message.text or "")
        voice = self._voice(operator)
        if not isinstance(said, lines.Command):
            if private:
                self._answer(message, voice("office-help" if operator else "office-welcome"))
            return
        try:
            answer = await self._obey(said, message, operator, mark, private=private)
        except (NotAllowed, NoSuchTicket) as refused:
            answer = refused.told_operator
        if answer:
            self._answer(message, answer if isinstance(answer, str) else voice.say(answer))

    async def _obey(
        self,
        said: lines.Command,
        message: Message,
        operator: Operator | None,
        mark: str,
        *,
        private: bool,
    ) -> Wording | str:
        if private and said.word == "enrol" and message.from_user is not None:
            return await self._enrol(message.from_user.id, said.rest)
        if operator is None:
            return wording("office-welcome") if private else ""
        if said.word in self._public:
            return await self._public[said.word](operator, said.rest, mark)
        if said.word in self._private:
            if not private:
                raise NotAllowed("refused-privately")
            return await self._private[said.word](operator, said.rest, mark)
        return wording("office-help") if private else ""

    def _voice(self, operator: Operator | None) -> Voice:
        return self._voices.of(operator.languages if operator else ())

    def _answer(self, message: Message, text: str) -> None:
        self._mouth.say(Saying(message.chat.id, text, message.message_thread_id))

    # -- everybody -----------------------------------------------------------------------------

    async def _enrol(self, telegram_id: int, rest: str) -> str:
        code, _, name = rest.partition(" ")
        if not code or not name:
            raise NotAllowed("refused-enrol-how")
        operator = await self._staff.enrol(telegram_id, code, name.strip())
        voice, role = self._voice(operator), wording(f"role-{operator.role.value}")
        welcome = voice("office-enrolled", name=operator.name, role=role)
        return f"{welcome}\n{voice('office-help')}"

    async def _on(self, operator: Operator, _: str, __: str) -> Wording:
        await self._staff.set_shift(operator, on=True)
        return wording("office-on", name=operator.name)

    async def _off(self, operator: Operator, _: str, __: str) -> Wording:
        await self._staff.set_shift(operator, on=False)
        return wording("office-off", name=operator.name)

    async def _next(self, operator: Operator, _: str, mark: str) -> Wording:
        ticket = preferred((await self._rounds.health()).waiting, operator)
        if ticket is None:
            return wording("office-nobody-waits")
        await self._topics.claim(ticket.name, operator, mark)
        return wording("office-yours", name=ticket.name)

    async def _claim(self, operator: Operator, rest: str, mark: str) -> Wording:
        await self._topics.claim(rest, operator, mark)
        return wording("office-yours", name=rest)

    async def _mine(self, operator: Operator, _: str, __: str) -> Wording | str:
        voice = self._voice(operator)
        found = await self._store.conversations.tickets(await self._store.indexes.waiting())
        own = [one for one, ticket in found.items() if ticket.assignee == operator.id]
        shown = [(await self._store.conversations.load(one), found[one]) for one in own]
        told = [_mine_line(voice, read.conversation, ticket) for read, ticket in shown]
        return "\n".join(told) or wording("office-mine-none")

    async def _health(self, operator: Operator, _: str, __: str) -> str:
        check_desk(DeskAction.HEALTH, operator)
        voice, now = self._voice(operator), self._clock.now()
        told = [board.text(voice, await self._rounds.health())]
        hours = self._live.current.hours
        opening = None if hours.is_open(now) else hours.next_opening(now)
        if opening is not None:
            told.append(voice("health-closed", opening=f"{opening:%d.%m %H:%M}"))
        reason = hours.reason(now)
        return "\n".join([*told, voice("health-exceptional", reason=reason)] if reason else told)

    async def _find(self, operator: Operator, rest: str, _: str) -> Wording | str:
        check_desk(DeskAction.FIND, operator)
        catalogue = self._live.current.catalogue
        locale = operator.languages[0] if operator.languages else self._voices.own.locale
        found = find(catalogue, rest, locale)
        if not found:
            return wording("office-none-found")
        shown = [f"/say {one.name}\n{text[:120]}" for one, text in found[:FOUND]]
        if len(found) > FOUND:
            shown.append(self._voice(operator)("office-more-found", count=len(found) - FOUND))
        return "\n\n".join(shown)

    async def _name(self, operator: Operator, rest: str, _: str) -> Wording:
        return wording("office-name", name=(await self._staff.change(operator, name=rest)).name)

    async def _languages(self, operator: Operator, rest: str, _: str) -> str:
        known = [locale.id for locale in self._live.current.catalogue.locales.all]
        chosen = self._chosen(rest, known)
        if not chosen or not set(chosen) <= set(known):
            raise NotAllowed("refused-languages", known=", ".join(known))
        changed = await self._staff.change(operator, languages=chosen)
        return self._voice(changed)("office-languages", languages=", ".join(chosen))

    def _chosen(self, rest: str, known: Sequence[str]) -> tuple[str, ...]:
        """Topics or languages, as commands or as cards name them."""
        meant = commands.meant(self._voices, known, known)
        said = rest.replace(",", " ").split()
        return tuple(dict.fromkeys(meant.get(one.casefold(), one) for one in said))

    async def _serves(self, operator: Operator, rest: str, _: str) -> Wording:
        known = self._topics.known_topics
        chosen = self._chosen(rest, known)
        if not set(chosen) <= set(known):
            raise NotAllowed("refused-topics", known=", ".join(known))
        await self._staff.change(operator, topics=chosen)
        return wording("office-topics", topics=", ".join(chosen) or wording("office-all-topics"))

    async def _capacity(self, operator: Operator, rest: str, _: str) -> Wording:
        changed = await self._staff.change(operator, capacity=checked_capacity(rest))
        return wording("office-capacity", capacity=changed.capacity)

    # -- supervisors ---------------------------------------------------------------------------

    async def _operators(self, operator: Operator, _: str, __: str) -> str:
        voice = self._voice(operator)
        return "\n".join(voice.say(described(one)) for one in await self._staff.all(operator))

    async def _invite(self, operator: Operator, rest: str, _: str) -> Wording:
        role = _role(rest) if rest else Role.OPERATOR
        code = await self._staff.invite(role, operator)
        return wording("office-invite", role=wording(f"role-{role.value}"), code=code)

    async def _remove(self, operator: Operator, rest: str, _: str) -> Wording:
        count = await self._staff.remove(rest, operator)
        return wording("office-removed", name=rest, count=count)

    async def _role(self, operator: Operator, rest: str, _: str) -> Wording:
        name, _sep, role = rest.partition(" ")
        changed = await self._staff.set_role(name, _role(role), operator)
        role_word = wording(f"role-{changed.role.value}")
        return wording("office-role", name=changed.name, role=role_word)

    async def _audit(self, operator: Operator, rest: str, _: str) -> Wording | str:
        check_desk(DeskAction.AUDIT, operator)
        if not rest:
            raise NotAllowed("refused-audit-how")
        found = await self._store.audit.about(rest, self._clock.now())
        listed = [
            f"{one.at.astimezone(KAZAKHSTAN):%d.%m %H:%M} {one.operator}: {one.action} "
            f"{one.ticket} {one.detail}".rstrip()
            for one in found[:LISTED]
        ]
        return "\n".join(listed) or wording("office-audit-empty")


def _mine_line(voice: Voice, conversation: Conversation, ticket: Ticket) -> str:
    """One of an operator's tickets, and whether the person waits for them."""
    owed = [one.due for one in conversation.timers if one.kind is TimerKind.OPERATOR_SILENT]
    since = wording("office-mine-answered")
    if owed:
        since = wording("office-mine-owed", time=cards.clock(owed[0]))
    mark = cards.MARKS[ticket.urgency]
    return voice("office-mine", mark=mark, name=ticket.name, language=ticket.locale, since=since)


def _role(word: str) -> Role:
    try:
        return Role(word.strip().casefold())
    except ValueError:
        raise NotAllowed("refused-role") from None

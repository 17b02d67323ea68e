"""What operators write to the desk bot privately, or in the group outside of tickets."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Message

from bot.compose import Parts
from bot.desk import board, lines
from bot.desk.board import Rounds
from bot.desk.mouth import Mouth, Saying
from bot.desk.topic import Topics
from bot.errors import NoSuchTicket, NotAllowed
from bot.health import preferred
from bot.hours import KAZAKHSTAN
from bot.operators import DeskAction, Operator, Role, checked_capacity, described
from bot.permissions import check_desk
from bot.texts.replies import find

WELCOME = (
    "This bot is for the operators of a helpline. With a code from a supervisor: /enrol CODE NAME, "
    "where NAME is a code name that you choose, such as Heron."
)
HELP = (
    "On and off shift: /on, /off. About you: /name, /languages, /topics, /capacity. "
    "Take the first ticket that suits you: /next. Look up texts to send: /find. "
    "The queue: /health. For supervisors: /operators, /invite, /role, /remove, /audit."
)
FOUND = 8
"""Texts that a search shows."""

LISTED = 30
"""Audit entries in one answer (a message takes 4,096 characters)."""


class Office:
    """Translates into use cases; every answer is one message to whoever asked."""

    def __init__(self, parts: Parts, rounds: Rounds, topics: Topics, mouth: Mouth) -> None:
        self._staff = parts.helpline.staff
        self._store = parts.store
        self._clock = parts.clock
        self._live = parts.live
        self._rounds = rounds
        self._topics = topics
        self._mouth = mouth
        self._public: Mapping[str, Callable[[Operator, str, str], Awaitable[str]]] = {
            "on": self._on,
            "off": self._off,
            "next": self._next,
            "claim": self._claim,
            "health": self._health,
            "find": self._find,
            "name": self._name,
            "languages": self._languages,
            "topics": self._serves,
            "capacity": self._capacity,
        }
        self._private: Mapping[str, Callable[[Operator, str, str], Awaitable[str]]] = {
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
        if not isinstance(said, lines.Command):
            if private:
                self._answer(message, HELP if operator else WELCOME)
            return
        try:
            answer = await self._obey(said, message, operator, mark, private=private)
        except (NotAllowed, NoSuchTicket) as refused:
            answer = refused.told_operator
        if answer:
            self._answer(message, answer)

    async def _obey(
        self,
        said: lines.Command,
        message: Message,
        operator: Operator | None,
        mark: str,
        *,
        private: bool,
    ) -> str:
        if private and said.word == "enrol" and message.from_user is not None:
            return await self._enrol(message.from_user.id, said.rest)
        if operator is None:
            return WELCOME if private else ""
        if said.word in self._public:
            return await self._public[said.word](operator, said.rest, mark)
        if said.word in self._private:
            if not private:
                raise NotAllowed("Write that to me privately: here everyone reads it.")
            return await self._private[said.word](operator, said.rest, mark)
        return HELP if private else ""

    def _answer(self, message: Message, text: str) -> None:
        self._mouth.say(Saying(message.chat.id, text, message.message_thread_id))

    # -- everybody -----------------------------------------------------------------------------

    async def _enrol(self, telegram_id: int, rest: str) -> str:
        code, _, name = rest.partition(" ")
        if not code or not name:
            raise NotAllowed("Write /enrol CODE NAME, where NAME is a code name that you choose.")
        operator = await self._staff.enrol(telegram_id, code, name.strip())
        return f"Welcome, {operator.name} ({operator.role.value}). You are on shift. {HELP}"

    async def _on(self, operator: Operator, _: str, __: str) -> str:
        await self._staff.set_shift(operator, on=True)
        return f"{operator.name} is on shift."

    async def _off(self, operator: Operator, _: str, __: str) -> str:
        await self._staff.set_shift(operator, on=False)
        return f"{operator.name} is off shift. Tickets stay yours until you give them back."

    async def _next(self, operator: Operator, _: str, mark: str) -> str:
        ticket = preferred((await self._rounds.health()).waiting, operator)
        if ticket is None:
            return "Nobody waits."
        await self._topics.claim(ticket.name, operator, mark)
        return f"{ticket.name} is yours: its topic is coming up."

    async def _claim(self, operator: Operator, rest: str, mark: str) -> str:
        await self._topics.claim(rest, operator, mark)
        return f"{rest} is yours: its topic is coming up."

    async def _health(self, operator: Operator, _: str, __: str) -> str:
        check_desk(DeskAction.HEALTH, operator)
        now = self._clock.now()
        lines_ = [board.text(await self._rounds.health())]
        hours = self._live.current.hours
        opening = None if hours.is_open(now) else hours.next_opening(now)
        if opening is not None:
            lines_.append(f"outside the hours; next opening {opening:%d.%m %H:%M}")
        reason = hours.reason(now)
        return "\n".join([*lines_, f"today is exceptional: {reason}"] if reason else lines_)

    async def _find(self, operator: Operator, rest: str, _: str) -> str:
        check_desk(DeskAction.FIND, operator)
        catalogue = self._live.current.catalogue
        locale = operator.languages[0] if operator.languages else catalogue.locales.source
        found = find(catalogue, rest, locale)
        if not found:
            return "No text has these words."
        shown = [f"/say {one.name}\n{text[:120]}" for one, text in found[:FOUND]]
        if len(found) > FOUND:
            shown.append(f"and {len(found) - FOUND} more: use more words")
        return "\n\n".join(shown)

    async def _name(self, operator: Operator, rest: str, _: str) -> str:
        return f"You are {(await self._staff.change(operator, name=rest)).name} now."

    async def _languages(self, operator: Operator, rest: str, _: str) -> str:
        known = [locale.id for locale in self._live.current.catalogue.locales.all]
        chosen = tuple(dict.fromkeys(rest.replace(",", " ").split()))
        if not chosen or not set(chosen) <= set(known):
            raise NotAllowed(f"Write your languages, the best first, out of: {', '.join(known)}.")
        await self._staff.change(operator, languages=chosen)
        return f"Your languages: {', '.join(chosen)}."

    async def _serves(self, operator: Operator, rest: str, _: str) -> str:
        chosen = tuple(dict.fromkeys(rest.replace(",", " ").split()))
        if not set(chosen) <= set(self._topics.known_topics):
            known = ", ".join(self._topics.known_topics)
            raise NotAllowed(f"Write the topics that you know, out of: {known}.")
        await self._staff.change(operator, topics=chosen)
        return f"Your topics: {', '.join(chosen) or 'all'}."

    async def _capacity(self, operator: Operator, rest: str, _: str) -> str:
        changed = await self._staff.change(operator, capacity=checked_capacity(rest))
        return f"At most {changed.capacity} tickets at once; emergencies come on top."

    # -- supervisors ---------------------------------------------------------------------------

    async def _operators(self, operator: Operator, _: str, __: str) -> str:
        return "\n".join(described(one) for one in await self._staff.all(operator))

    async def _invite(self, operator: Operator, rest: str, _: str) -> str:
        role = _role(rest) if rest else Role.OPERATOR
        code = await self._staff.invite(role, operator)
        return (
            f"For one {role.value}, once, within 24 hours, privately to this bot:\n"
            f"/enrol {code} NAME"
        )

    async def _remove(self, operator: Operator, rest: str, _: str) -> str:
        count = await self._staff.remove(rest, operator)
        return f"{rest} may do nothing any more; {count} tickets wait again."

    async def _role(self, operator: Operator, rest: str, _: str) -> str:
        name, _sep, role = rest.partition(" ")
        changed = await self._staff.set_role(name, _role(role), operator)
        return f"{changed.name} is {changed.role.value} now."

    async def _audit(self, operator: Operator, rest: str, _: str) -> str:
        check_desk(DeskAction.AUDIT, operator)
        if not rest:
            raise NotAllowed("Write /audit and a code name, a ticket's or an operator's.")
        found = await self._store.audit.about(rest, self._clock.now())
        listed = [
            f"{one.at.astimezone(KAZAKHSTAN):%d.%m %H:%M} {one.operator}: {one.action} "
            f"{one.ticket} {one.detail}".rstrip()
            for one in found[:LISTED]
        ]
        return "\n".join(listed) or "Nothing in the last seven days."


def _role(word: str) -> Role:
    try:
        return Role(word.strip().casefold())
    except ValueError:
        raise NotAllowed("The role is operator or supervisor.") from None

"""Commands about the operator who gives them: shift, name, and which tickets they take."""

import logging
from collections.abc import Sequence

from telegram.error import TelegramError

from bot.desk import commands
from bot.desk.door import Door
from bot.desk.secret_messages import SecretMessages
from bot.errors import NotAllowed
from bot.helpline.hand_over_sheets import HandOverSheets
from bot.helpline.staff import Staff
from bot.message import Wording, wording
from bot.texts.current import LivePublication
from bot.texts.voices import Voices
from bot.tickets.operator import Operator, checked_capacity

logger = logging.getLogger(__name__)


class ProfileCommands:
    """Commands about the operator's own profile, a method for each. A method is given the operator,
    the words after the command, and the update's mark."""

    def __init__(
        self,
        staff: Staff,
        live: LivePublication,
        voices: Voices,
        door: Door,
        secrets: SecretMessages,
        sheets: HandOverSheets,
    ) -> None:
        self._staff = staff
        self._live = live
        self._voices = voices
        self._door = door
        self._secrets = secrets
        self._sheets = sheets

    async def enrol(self, telegram_id: int, rest: str) -> str:
        """Take somebody in who was invited: `code name`. Raises `NotAllowed`."""
        code, _, name = rest.partition(" ")
        if not code or not name:
            raise NotAllowed("refused-enrol-how")
        operator = await self._staff.by_telegram.enrol(telegram_id, code, name.strip())
        try:
            await self._door.let_in(telegram_id)
            await self._show_secret(operator, telegram_id)
        except TelegramError as error:  # `/on` shows the secret
            logger.warning("newcomer_not_told", extra={"kind": type(error).__name__})
        voice, role = self._voices.of(operator.languages), wording(f"role-{operator.role.value}")
        welcome = voice("office-enrolled", name=operator.name, role=role)
        return f"{welcome}\n{voice('office-help')}"

    async def on(self, operator: Operator, rest: str, _: str) -> Wording | str:
        """Begin a shift: `code`. Raises `NotAllowed`."""
        chat = await self._staff.telegram_id(operator)
        if not rest and await self._show_secret(operator, chat):
            return ""
        opened = await self._staff.shifts.open(operator, rest)
        if opened.message and not await self._secrets.delete(chat, opened.message):
            return wording("office-on-delete", name=operator.name)
        return wording("office-on", name=operator.name)

    async def _show_secret(self, operator: Operator, chat: int) -> bool:
        return await self._secrets.show(operator, chat, self._voices.of(operator.languages))

    async def off(self, operator: Operator, _: str, __: str) -> str:
        """End a shift; the tickets that are still the operator's are named."""
        await self._staff.shifts.close(operator)
        voice = self._voices.of(operator.languages)
        said = voice("office-off", name=operator.name)
        held = await self._sheets.held(operator)
        names = ", ".join(ticket.name for ticket in held.values())
        return f"{said}\n{voice('office-off-held', names=names)}" if names else said

    async def name(self, operator: Operator, rest: str, _: str) -> Wording:
        """Take another code name. Raises `NotAllowed`."""
        return wording("office-name", name=(await self._staff.change(operator, name=rest)).name)

    async def languages(self, operator: Operator, rest: str, _: str) -> str:
        """Say which languages one answers in. Raises `NotAllowed` for others than ours."""
        known = [locale.id for locale in self._live.current.catalogue.locales.all]
        chosen = self._chosen(rest, known)
        if not chosen or not set(chosen) <= set(known):
            raise NotAllowed("refused-languages", known=", ".join(known))
        changed = await self._staff.change(operator, languages=chosen)
        return self._voices.of(changed.languages)("office-languages", languages=", ".join(chosen))

    async def serves(self, operator: Operator, rest: str, _: str) -> Wording:
        """Say which topics one takes; none named means all. Raises `NotAllowed`."""
        known = commands.known_topics(self._live.current.library)
        chosen = self._chosen(rest, known)
        if not set(chosen) <= set(known):
            raise NotAllowed("refused-topics", known=", ".join(known))
        await self._staff.change(operator, topics=chosen)
        return wording("office-topics", topics=", ".join(chosen) or wording("office-all-topics"))

    async def capacity(self, operator: Operator, rest: str, _: str) -> Wording:
        """Say how many tickets one takes at once. Raises `NotAllowed`."""
        changed = await self._staff.change(operator, capacity=checked_capacity(rest))
        return wording("office-capacity", capacity=changed.capacity)

    def _chosen(self, rest: str, known: Sequence[str]) -> tuple[str, ...]:
        """Topics or languages, as commands or as cards name them."""
        synonyms = commands.synonyms(self._voices, known, known)
        said = rest.replace(",", " ").split()
        return tuple(dict.fromkeys(synonyms.get(one.casefold(), one) for one in said))

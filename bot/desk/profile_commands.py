"""Commands about the operator who gives them: shift, name, and which tickets they take."""

from collections.abc import Sequence

from bot.desk import commands
from bot.errors import NotAllowed
from bot.helpline.staff import Staff
from bot.message import Wording, wording
from bot.texts.current import Live
from bot.texts.voices import Voices
from bot.tickets.operator import Operator, checked_capacity


class ProfileCommands:
    """One method for each command. It is given the operator, the words after the command, and the
    update's mark."""

    def __init__(self, staff: Staff, live: Live, voices: Voices) -> None:
        self._staff = staff
        self._live = live
        self._voices = voices

    async def enrol(self, telegram_id: int, rest: str) -> str:
        """Take somebody in who was invited: `code name`. Raises `NotAllowed`."""
        code, _, name = rest.partition(" ")
        if not code or not name:
            raise NotAllowed("refused-enrol-how")
        operator = await self._staff.enrol(telegram_id, code, name.strip())
        voice, role = self._voices.of(operator.languages), wording(f"role-{operator.role.value}")
        welcome = voice("office-enrolled", name=operator.name, role=role)
        return f"{welcome}\n{voice('office-help')}"

    async def on(self, operator: Operator, _: str, __: str) -> Wording:
        """Begin a shift."""
        await self._staff.set_shift(operator, on=True)
        return wording("office-on", name=operator.name)

    async def off(self, operator: Operator, _: str, __: str) -> Wording:
        """End a shift."""
        await self._staff.set_shift(operator, on=False)
        return wording("office-off", name=operator.name)

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

"""What a test, the demo or the page holds on to: people, operators, groups, bots, clock, faults."""

from sandbox.bots import Bot
from sandbox.clock import SandboxClock
from sandbox.faults import Fault, FaultKind, Faults
from sandbox.groups import Group
from sandbox.model import GroupChat, Member
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.settings import SandboxSettings
from sandbox.viewer import TIMEOUT
from sandbox.world import World


class Handles:
    """The sandbox without its HTTP server."""

    def __init__(self, settings: SandboxSettings) -> None:
        self.settings = settings
        self.world = World(settings)
        self.intake = self.world.add_bot("intake", settings.intake_token)
        self.desk_bot = self.world.add_bot("desk", settings.desk_token)
        self.people: dict[str, Person] = {}
        self.operators: dict[str, Operator] = {}
        self.groups: dict[str, Group] = {}
        self.desk = self._make_desk("desk", settings.desk_chat)

    @property
    def clock(self) -> SandboxClock:
        """The clock of this Telegram."""
        return self.world.clock

    @property
    def faults(self) -> Faults:
        """Faults of the next calls, to be armed and disarmed."""
        return self.world.faults

    def fault(self, kind: FaultKind, method: str | None = None, **more: int | float) -> Fault:
        """Arm a fault; `more` are the other fields of `Fault` (times, code, seconds, ...)."""
        return self.faults.add(Fault(kind, method=method, **more))  # type: ignore[arg-type]

    def bot(self, role: str) -> Bot:
        """The bot "intake" or "desk"."""
        return {"intake": self.intake, "desk": self.desk_bot}[role]

    def person(
        self,
        key: str,
        *,
        first_name: str = "Person",
        language_code: str | None = None,
        username: str | None = None,
        bot: str = "intake",
    ) -> Person:
        """The person with that key; a new one if there is none yet."""
        found = self.people.get(key)
        if found is None:
            user = self.world.add_user(first_name, username, language_code)
            found = self.people[key] = Person(self.world, key, user, self.bot(bot))
        return found

    def operator(
        self,
        key: str,
        *,
        first_name: str | None = None,
        language_code: str | None = None,
        username: str | None = None,
        admin: bool = False,
    ) -> Operator:
        """The operator with that key; a new one joins the group if there is none yet."""
        found = self.operators.get(key)
        if found is None:
            name = first_name or f"Operator {len(self.operators) + 1}"
            user = self.world.add_user(name, username, language_code)
            private = Person(self.world, f"{key}.private", user, self.desk_bot)
            found = self.operators[key] = Operator(self.world, key, user, self.desk, private)
            self.desk.join(user, "administrator" if admin else "member")
        return found

    def group(self, key: str, *, title: str = "Group", supergroup: bool = False) -> Group:
        """The group with that key; a new one, without bots, if there is none yet."""
        found = self.groups.get(key)
        if found is None:
            number = -1_000_000_500_000 if supergroup else -4_000_000
            found = self._make_group(key, number - len(self.groups), title, supergroup)
        return found

    def desk_group(self, key: str) -> Group:
        """Another group of operators, with topics and the desk bot, as the first one is. Whoever
        is to be in it joins by `Operator.at`."""
        found = self.groups.get(key)
        return found or self._make_desk(key, self.settings.desk_chat - len(self.groups))

    def _make_desk(self, key: str, chat_id: int) -> Group:
        group = self._make_group(key, chat_id, self.settings.desk_title, True)
        group.chat.is_forum = True
        group.chat.members.clear()  # whoever made it has left: all who are in it are operators
        rights = self.settings.desk_rights
        status = "administrator" if rights else "member"
        group.chat.members[self.desk_bot.id] = Member(self.desk_bot.user, status, rights)
        return group

    def _make_group(self, key: str, chat_id: int, title: str, supergroup: bool) -> Group:
        owner = self.world.add_user("Owner", None, None)
        chat = GroupChat(f"groups/{key}", chat_id, title=title, is_supergroup=supergroup, next_id=2)
        chat.members[owner.id] = Member(owner, "creator")
        self.world.groups[chat_id] = chat
        group = self.groups[key] = Group(self.world, chat, owner)
        return group

    async def polled(self, role: str, timeout: float = TIMEOUT) -> None:
        """Until that bot waits for updates: it is up. Raises TimeoutError."""
        await self.bot(role).queue.polled(timeout)

    async def drained(self, timeout: float = TIMEOUT) -> None:
        """Until both bots have confirmed every update. Raises TimeoutError."""
        for bot in (self.intake, self.desk_bot):
            await bot.queue.drained(timeout)

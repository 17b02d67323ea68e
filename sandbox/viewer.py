"""One human's view of one chat: reading it, waiting for it, acting in it."""

from collections.abc import Callable
from typing import TypeVar

from bot.telegram.text import Formatted, clean
from sandbox import kinds
from sandbox.detect import detect
from sandbox.errors import ClientError
from sandbox.happenings import Draft, Press
from sandbox.model import AnyChat, Message, Sight, Topic, User
from sandbox.presses import press
from sandbox.shown import Shown, Unmet, find_button, fits, wanted
from sandbox.world import World

T = TypeVar("T")
TIMEOUT = 60.0
"""Seconds of real time that a condition may take. It costs only where a test fails, and a busy
machine may stand still for longer than one would think."""


class Viewer:
    """The common part of a person and an operator: what their chat shows, and how they wait for
    it."""

    def __init__(self, world: World, key: str, user: User, chat: AnyChat) -> None:
        self.world = world
        self.key = key
        self.user = user
        self._chat = chat
        self._seen: dict[int, int] = {}

    @property
    def chat(self) -> AnyChat:
        """The chat that is looked at."""
        return self._chat

    @property
    def user_id(self) -> int:
        """Telegram's id of the human."""
        return self.user.id

    @property
    def chat_id(self) -> int:
        """Telegram's id of the chat."""
        return self.chat.id

    # reading

    @property
    def messages(self) -> list[Shown]:
        """Messages that the chat shows now, oldest first, without the notes of events."""
        return [Shown.of(each) for each in self.chat.messages.values() if not each.is_service]

    @property
    def unseen(self) -> list[Shown]:
        """The bots' messages and edits that no `expect` has passed yet, oldest first."""
        sights = [
            sight
            for topic, all_sights in self.chat.sights.items()
            for sight in all_sights[self._seen.get(topic, 0) :]
            if not sight.message.is_deleted
        ]
        return [Shown.at(sight) for sight in sorted(sights, key=lambda sight: sight.serial)]

    @property
    def typing(self) -> int:
        """How often a bot has shown that it is typing."""
        return self.chat.typing

    def transcript(self) -> str:
        """The chat as text, one message a line; for a failing test to print."""
        return "\n".join(shown.line() for shown in self.messages)

    def see_all(self) -> None:
        """Count everything up to now as seen."""
        self._seen = {topic: len(sights) for topic, sights in self.chat.sights.items()}

    # waiting

    async def until(self, condition: Callable[[], object], timeout: float = TIMEOUT) -> None:
        """Wait until `condition()` holds; asked at each change of the chat. Raises Unmet."""
        await self._first(lambda: condition() or None, timeout, "a condition")

    async def _first(self, find: Callable[[], T | None], timeout: float, what: str) -> T:
        try:
            return await self.chat.changes.first(find, timeout)
        except TimeoutError:
            raise Unmet(
                f"{self.key} waited {timeout:g} s for {what}; the chat shows "
                f"{len(self.messages)} messages, {len(self.unseen)} of a bot unseen"
            ) from None

    async def _expect(
        self,
        topics: Callable[[], list[int]],
        contains: str | None,
        matches: str | None,
        with_button: str | None,
        timeout: float,
    ) -> Shown:
        def find() -> Shown | None:
            best: tuple[Sight, int, int] | None = None
            for topic in topics():
                sights = self.chat.sights.get(topic, ())
                for index in range(self._seen.get(topic, 0), len(sights)):
                    sight = sights[index]
                    if best is not None and best[0].serial < sight.serial:
                        break
                    if sight.message.is_deleted:
                        continue
                    if fits(Shown.at(sight), contains, matches, with_button):
                        best = (sight, topic, index)
                        break
            if best is None:
                return None
            sight, topic, index = best
            self._seen[topic] = index + 1
            return Shown.at(sight)

        return await self._first(find, timeout, wanted(contains, matches, with_button))

    # acting

    def _check_open(self) -> None:
        """Raises ClientError where the client offers no field to write into."""

    def _post(self, draft: Draft) -> Shown:
        self._check_open()
        return Shown.of(self.world.post(self.chat, self.user, draft))

    def _say(self, text: str, topic: Topic | None, reply_to: Shown | int | None) -> Shown:
        formatted = detect(clean(Formatted(text)))
        if not formatted.text:
            raise ClientError("an empty message can't be sent")
        return self._post(
            Draft(
                text=formatted.text,
                entities=formatted.entities,
                topic=topic,
                reply_to=message_id(reply_to),
            )
        )

    def _send(self, kind: str, topic: Topic | None, caption: str = "", phone: str = "") -> Shown:
        formatted = detect(clean(Formatted(caption)))
        body = kinds.body(kind, phone=phone or "+70000000000", name=self.user.first_name)
        return self._post(
            Draft(
                kind=kind,
                text=formatted.text,
                entities=formatted.entities,
                body=body,
                topic=topic,
            )
        )

    def _own(self, message: Shown | int) -> Message:
        found = self.chat.messages.get(message_id(message) or 0)
        if found is None or found.sender is not self.user:
            raise ClientError("that message is not there, or it is somebody else's")
        return found

    async def edit(self, message: Shown | int, text: str) -> Shown:
        """Change one's own message."""
        own = self._own(message)
        self.world.edit(own, detect(clean(Formatted(text))), None, self.user)
        return Shown.of(own)

    async def delete(self, message: Shown | int) -> None:
        """Delete one's own message for everyone; the bots don't hear of it."""
        self.world.delete(self._own(message))

    def _press(self, messages: list[Message], button: str | int | None) -> Press:
        self._check_open()
        message, found = find_button(messages, button)
        return press(self.world, self.user, message, str(found["callback_data"]))


def message_id(message: Shown | int | None) -> int | None:
    """The id of a message that is given as such or by its id."""
    return message.id if isinstance(message, Shown) else message

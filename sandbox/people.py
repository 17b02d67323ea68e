"""A person: somebody with a phone and a private chat with one bot."""

from sandbox.bots import Bot
from sandbox.errors import ClientError
from sandbox.happenings import Press
from sandbox.membership import set_blocked
from sandbox.model import Message, PrivateChat, User
from sandbox.presses import press
from sandbox.shown import Shown
from sandbox.viewer import TIMEOUT, Viewer, message_id
from sandbox.world import World


class Person(Viewer):
    """The person's side of a private chat. All actions take effect at once."""

    def __init__(self, world: World, key: str, user: User, bot: Bot) -> None:
        self.bot = bot
        self._private = world.private_chat(user, bot)
        self._private.key = f"people/{key}"
        super().__init__(world, key, user, self._private)

    @property
    def chat(self) -> PrivateChat:
        """The person's private chat with the bot."""
        return self._private

    @property
    def toasts(self) -> list[str]:
        """The texts of the bot's answers to pressed buttons, oldest first."""
        return [text for _user, text in self.chat.toasts]

    @property
    def blocked(self) -> bool:
        """Whether the person has blocked the bot."""
        return self.chat.blocked

    def _check_open(self) -> None:
        if self.user.deactivated:
            raise ClientError("the account is deactivated")
        if self.chat.blocked:
            raise ClientError("the bot is blocked; start() unblocks it")
        self.chat.opened = True

    async def start(self, payload: str = "") -> Shown:
        """Press START or follow a deep link; "restart" unblocks a blocked bot."""
        self.unblock()
        return self._say(f"/start {payload}".rstrip(), None, None)

    async def say(self, text: str, reply_to: Shown | int | None = None) -> Shown:
        """Write a message to the bot."""
        return self._say(text, None, reply_to)

    async def press(
        self, button: str | int | None = None, message: Shown | int | None = None
    ) -> Press:
        """Press an inline button: by label or index, in the newest message that has it."""
        return self._press(self._candidates(message), button)

    def _candidates(self, message: Shown | int | None) -> list[Message]:
        if message is None:
            return list(self.chat.messages.values())
        found = self.chat.messages.get(message_id(message) or 0)
        if found is None:
            raise ClientError("that message is not there any more")
        return [found]

    @property
    def reply_keyboard(self) -> list[list[str]]:
        """The labels of the keyboard below the chat; `say` one to press it."""
        return self.chat.reply_keyboard

    async def forge_callback(self, data: str, message: Shown | None = None) -> Press:
        """Send callback data that no button offered, as a tampered client can.

        On `message`, which may be deleted, or on the bot's newest one.
        """
        self._check_open()
        target = message.message if message is not None else None
        if target is None:
            sent = [each for each in self.chat.messages.values() if each.sender.is_bot]
            if not sent:
                raise ClientError("there is no message of the bot")
            target = sent[-1]
        return press(self.world, self.user, target, data)

    def block(self) -> None:
        """Block the helpline's bot."""
        self.chat.opened = True
        set_blocked(self.world, self.chat, True)

    def unblock(self) -> None:
        """Unblock the helpline's bot."""
        set_blocked(self.world, self.chat, False)

    def set_language(self, language_code: str | None) -> None:
        """Switch the language of the person's app; the bot sees it with the next message."""
        self.user.language_code = language_code or None

    def deactivate(self) -> None:
        """Delete the person's Telegram account."""
        self.user.deactivated = True
        self.world.happen("blocked", self.chat)

    async def expect(
        self,
        *,
        contains: str | None = None,
        matches: str | None = None,
        with_button: str | None = None,
        timeout: float = TIMEOUT,
    ) -> Shown:
        """The next unseen message or edit of the bot that fits; all before it count as seen.

        `matches` is a regular expression to search for. Raises Unmet after `timeout` seconds.
        """
        return await self._expect(lambda: [0], contains, matches, with_button, timeout)

    async def send_sticker(self) -> Shown:
        """Send the bot a sticker."""
        return self._send("sticker", None)

    async def send_voice(self, caption: str = "") -> Shown:
        """Send a voice message."""
        return self._send("voice", None, caption)

    async def send_photo(self, caption: str = "") -> Shown:
        """Send the bot a photo."""
        return self._send("photo", None, caption)

    async def send_document(self, caption: str = "") -> Shown:
        """Send the bot a file."""
        return self._send("document", None, caption)

    async def send_contact(self, phone: str = "+70000000000") -> Shown:
        """Share a contact with the bot."""
        return self._send("contact", None, phone=phone)

    async def send_location(self) -> Shown:
        """Share a location with the bot."""
        return self._send("location", None)

    async def send(self, kind: str, caption: str = "") -> Shown:
        """Send a message of any of `kinds.KINDS`."""
        return self._send(kind, None, caption)

"""A bot as Telegram keeps it: token, updates, webhook, commands, descriptions."""

from collections import Counter
from dataclasses import dataclass, field

from sandbox.model import Json, User
from sandbox.queue import UpdateQueue


@dataclass(slots=True, eq=False)
class Webhook:
    """Bot API, WebhookInfo and the secret that goes into the header."""

    url: str
    secret: str | None = field(default=None, repr=False)
    max_connections: int = 40
    allowed: list[str] | None = None
    error: str | None = None
    error_at: float = 0.0


@dataclass(slots=True, eq=False)
class Bot:
    """A bot of the sandbox. `calls` counts its calls by method, in lower case."""

    role: str
    user: User
    token: str = field(repr=False)
    queue: UpdateQueue
    webhook: Webhook | None = None
    calls: Counter[str] = field(default_factory=Counter)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    logged_out_until: float = 0.0

    @property
    def id(self) -> int:
        """The bot's user id."""
        return self.user.id

    def description(self, language_code: str = "") -> str:
        """The text that an empty chat shows in that language; the default text where there is
        none."""
        return self.descriptions.get(language_code) or self.descriptions.get("", "")

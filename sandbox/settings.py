"""What a sandbox is started with."""

from dataclasses import dataclass, field

from sandbox.clock import SandboxClock
from sandbox.limits import Limits

DESK_CHAT = -1_001_000_000_001
DESK_RIGHTS = frozenset(
    {
        "can_manage_chat",
        "can_delete_messages",
        "can_invite_users",
        "can_pin_messages",
        "can_manage_topics",
        "can_restrict_members",
    }
)


def token_of(number: int, role: str) -> str:
    """A bot token: Telegram's form is the bot's user id, a colon and a secret."""
    return f"{number}:{role}"


@dataclass(frozen=True, slots=True)
class SandboxSettings:
    """Where the sandbox listens and what it starts with.

    `limits` False switches flood control off; `desk_rights` are the desk bot's rights as an
    administrator of the operators' group, and without any it is an ordinary member; `console_url`:
    where the desk in a browser is, to which the page leads.
    """

    host: str = "127.0.0.1"
    port: int = 0
    intake_token: str = field(default=token_of(1_000_001, "intake"), repr=False)
    desk_token: str = field(default=token_of(1_000_002, "desk"), repr=False)
    desk_chat: int = DESK_CHAT
    desk_title: str = "Helpline desk"
    desk_rights: frozenset[str] = DESK_RIGHTS
    limits: Limits | bool = True
    model_url: str | None = None
    console_url: str | None = None
    clock: SandboxClock = field(default_factory=SandboxClock)

    def flood_limits(self) -> Limits:
        """The limits of flood control that `limits` names."""
        if isinstance(self.limits, Limits):
            return self.limits
        return Limits() if self.limits else Limits.off()

    def __post_init__(self) -> None:
        for name, token in (("intake", self.intake_token), ("desk", self.desk_token)):
            number, colon, rest = token.partition(":")
            if not (number.isascii() and number.isdigit() and colon and rest):
                raise ValueError(f"the {name} token is not of the form digits:secret")
        if self.intake_token.partition(":")[0] == self.desk_token.partition(":")[0]:
            raise ValueError("the intake and the desk token belong to the same bot")
        if self.desk_chat >= 0:
            raise ValueError("the desk chat's id must be negative, as every group's")

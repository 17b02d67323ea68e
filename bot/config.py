"""Settings from the environment, read once. A fault names the variable, never its value."""

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import ConfigError
from bot.privacy.retention import read_lifetimes
from bot.privacy.vault import Keys

TELEGRAM = "https://api.telegram.org"
GROUP_RATE = 20
"""Messages a minute that a group takes from a bot (Bots FAQ, "My bot is hitting limits")."""

PRODUCTION = "production"
STAGES = frozenset({PRODUCTION, "demo"})
"""`demo` shows also the pages that are withheld until their review: whoever reads them there is no
person in need. Without a word it is production, so that forgetting the setting shows too little."""


class DeskMode(StrEnum):
    """Where operators read and answer (docs/decisions/0045)."""

    TELEGRAM = "telegram"
    """In the group's topics alone: no console runs."""
    BROWSER = "browser"
    """In the console alone: the group gets pages without words."""
    BOTH = "both"
    """In either, each ticket where it was claimed."""


LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that a browser reaches without a network."""

SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")
"""Bot API, setWebhook: 1-256 of these characters; fewer than 32 could be guessed."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server of ours listens; port 0 is any free one."""

    host: str
    port: int


CONSOLE_LISTEN = Address("127.0.0.1", 8090)
REVIEW_LISTEN = Address("127.0.0.1", 8091)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Secrets don't show in `repr`."""

    intake_token: str = field(default="", repr=False)
    desk_token: str = field(default="", repr=False)
    desk: DeskMode = DeskMode.BOTH
    desk_chats: tuple[int, ...] = ()
    backup_chat: int = 0
    desk_rate: int = GROUP_RATE
    desk_locale: str = ""
    telegram_api: str = TELEGRAM
    redis_url: str = field(default="", repr=False)
    keyring_url: str = field(default="", repr=False)
    practice_url: str = field(default="", repr=False)
    nlu_url: str = ""
    nlu_token: str = field(default="", repr=False)
    maintenance_url: str = field(default="", repr=False)
    master_key: str = field(default="", repr=False)
    master_key_file: str = field(default="", repr=False)
    sentry_dsn: str = field(default="", repr=False)
    lifetimes: str = ""
    stage: str = PRODUCTION
    internal_listen: Address | None = None
    webhook_listen: Address | None = None
    webhook_cert: str = ""
    webhook_key: str = field(default="", repr=False)
    webhook_url: str = ""
    webhook_secret: str = field(default="", repr=False)
    console_listen: Address = CONSOLE_LISTEN
    console_origin: str = ""
    review_listen: Address = REVIEW_LISTEN
    review_origin: str = ""
    publishers: str = ""
    content_tree: str = ""
    unsigned_texts: bool = False
    """Texts are shown that nobody has signed. No variable sets it: the demo does, for the Telegram
    that it has started itself."""

    @property
    def production(self) -> bool:
        """Whether people in need may be reading."""
        return self.stage == PRODUCTION

    @property
    def keys(self) -> Keys:
        """The keys of this process. Raises `ConfigError`."""
        return Keys.read(self.master_key)


VARIABLES: Mapping[str, str] = {
    "HELPLINE_INTAKE_TOKEN": "intake_token",
    "HELPLINE_DESK_TOKEN": "desk_token",
    "HELPLINE_DESK": "desk",
    "HELPLINE_DESK_CHAT": "desk_chats",
    "HELPLINE_BACKUP_CHAT": "backup_chat",
    "HELPLINE_DESK_RATE": "desk_rate",
    "HELPLINE_DESK_LOCALE": "desk_locale",
    "HELPLINE_TELEGRAM_API": "telegram_api",
    "HELPLINE_REDIS_URL": "redis_url",
    "HELPLINE_KEYRING_URL": "keyring_url",
    "HELPLINE_PRACTICE_URL": "practice_url",
    "HELPLINE_NLU_URL": "nlu_url",
    "HELPLINE_NLU_TOKEN": "nlu_token",
    "HELPLINE_MAINTENANCE_URL": "maintenance_url",
    "HELPLINE_MASTER_KEY": "master_key",
    "HELPLINE_MASTER_KEY_FILE": "master_key_file",
    "SENTRY_DSN": "sentry_dsn",
    "HELPLINE_STAGE": "stage",
    "HELPLINE_INTERNAL_LISTEN": "internal_listen",
    "HELPLINE_WEBHOOK_LISTEN": "webhook_listen",
    "HELPLINE_WEBHOOK_CERT": "webhook_cert",
    "HELPLINE_WEBHOOK_KEY": "webhook_key",
    "HELPLINE_WEBHOOK_URL": "webhook_url",
    "HELPLINE_WEBHOOK_SECRET": "webhook_secret",
    "HELPLINE_CONSOLE_LISTEN": "console_listen",
    "HELPLINE_CONSOLE_ORIGIN": "console_origin",
    "HELPLINE_REVIEW_LISTEN": "review_listen",
    "HELPLINE_REVIEW_ORIGIN": "review_origin",
    "HELPLINE_LIFETIMES": "lifetimes",
    "HELPLINE_PUBLISHERS": "publishers",
    "HELPLINE_CONTENT": "content_tree",
}
"""Every environment variable that the helpline reads → the setting."""

_LISTENS = (
    "HELPLINE_INTERNAL_LISTEN",
    "HELPLINE_WEBHOOK_LISTEN",
    "HELPLINE_CONSOLE_LISTEN",
    "HELPLINE_REVIEW_LISTEN",
)

_STORE = ("HELPLINE_REDIS_URL", "HELPLINE_MASTER_KEY")
_COMMON = (*_STORE, "HELPLINE_KEYRING_URL")
NEEDED: Mapping[str, tuple[str, ...]] = {
    "intake": ("HELPLINE_INTAKE_TOKEN", *_COMMON),
    "desk": ("HELPLINE_DESK_TOKEN", "HELPLINE_DESK_CHAT", *_COMMON),
    "console": ("HELPLINE_CONSOLE_ORIGIN", *_COMMON),
    "texts publish": ("HELPLINE_REDIS_URL",),
    "erase": _COMMON,
    "rotate-key": _COMMON,
    "report": _COMMON,
}
"""Variables without which a process refuses to start."""

_OR_FILE = {"HELPLINE_MASTER_KEY": "HELPLINE_MASTER_KEY_FILE (or HELPLINE_MASTER_KEY)"}


def read_desk_locale(environment: Mapping[str, str] | None = None) -> str:
    """The operators' language alone, for commands that have no business with tokens and keys."""
    given = os.environ if environment is None else environment
    return given.get("HELPLINE_DESK_LOCALE", "").strip()


def read(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the environment, once: a master key that is in it as a value is taken out, so that no
    process which this one starts has it too. Raises `ConfigError` for a malformed value."""
    given = os.environ if environment is None else environment
    found = {name: given[name].strip() for name in VARIABLES if given.get(name, "").strip()}
    if environment is None:
        os.environ.pop("HELPLINE_MASTER_KEY", None)
    for name in ("HELPLINE_TELEGRAM_API", "HELPLINE_NLU_URL", "HELPLINE_WEBHOOK_URL"):
        if name in found:
            found[name] = _http(name, found[name])
    values: dict[str, str | int | tuple[int, ...] | Address | DeskMode] = {
        VARIABLES[name]: value for name, value in found.items()
    }
    if "HELPLINE_DESK_CHAT" in found:
        values["desk_chats"] = _numbers("HELPLINE_DESK_CHAT", found["HELPLINE_DESK_CHAT"])
    if "HELPLINE_DESK" in found:
        values["desk"] = _mode("HELPLINE_DESK", found["HELPLINE_DESK"])
    if "HELPLINE_BACKUP_CHAT" in found:
        values["backup_chat"] = _number("HELPLINE_BACKUP_CHAT", found["HELPLINE_BACKUP_CHAT"])
    if "HELPLINE_DESK_RATE" in found:
        values["desk_rate"] = _rate("HELPLINE_DESK_RATE", found["HELPLINE_DESK_RATE"])
    if found.get("HELPLINE_STAGE", PRODUCTION) not in STAGES:
        raise ConfigError(f"HELPLINE_STAGE is one of: {', '.join(sorted(STAGES))}")
    for name in ("HELPLINE_CONSOLE_ORIGIN", "HELPLINE_REVIEW_ORIGIN"):
        if name in found:
            values[VARIABLES[name]] = _origin(name, found)
    _check_apart(str(values.get("console_origin", "")), str(values.get("review_origin", "")))
    for name in _LISTENS:
        if name in found:
            values[VARIABLES[name]] = _address(name, found[name])
    secret = found.get("HELPLINE_WEBHOOK_SECRET", "")
    if secret and not SECRET.fullmatch(secret):
        raise ConfigError("HELPLINE_WEBHOOK_SECRET must be 32 to 256 of A-Z a-z 0-9 _ -")
    if "HELPLINE_WEBHOOK_LISTEN" in found and not secret:
        raise ConfigError(
            "HELPLINE_WEBHOOK_LISTEN needs HELPLINE_WEBHOOK_SECRET: without it anybody could "
            "speak in a person's name"
        )
    if "HELPLINE_LIFETIMES" in found:
        read_lifetimes(found["HELPLINE_LIFETIMES"])
    if "HELPLINE_MASTER_KEY_FILE" in found:
        if "HELPLINE_MASTER_KEY" in found:
            raise ConfigError("set HELPLINE_MASTER_KEY_FILE or HELPLINE_MASTER_KEY, not both")
        values["master_key"] = _contents(
            "HELPLINE_MASTER_KEY_FILE", found["HELPLINE_MASTER_KEY_FILE"]
        )
        Keys.read(str(values["master_key"]))
    elif "HELPLINE_MASTER_KEY" in found:
        Keys.read(found["HELPLINE_MASTER_KEY"])
    return Settings(**values)  # type: ignore[arg-type]


def require(settings: Settings, process: str) -> None:
    """Raises `ConfigError` that names everything which is missing for a process."""
    missing = [name for name in NEEDED[process] if not getattr(settings, VARIABLES[name])]
    if missing:
        names = ", ".join(_OR_FILE.get(name, name) for name in missing)
        raise ConfigError(f"{process} can't start: set {names} (see README, settings)")
    _check_mode(settings, process)
    check_encrypted(settings)


def _check_mode(settings: Settings, process: str) -> None:
    """Nobody may believe that they are at the desk where the setting says it is elsewhere."""
    if process == "console" and settings.desk is DeskMode.TELEGRAM:
        raise ConfigError("console can't start: HELPLINE_DESK says that the desk is in Telegram")
    if process == "desk" and settings.desk is DeskMode.BROWSER and not settings.console_origin:
        raise ConfigError(
            "desk can't start: set HELPLINE_CONSOLE_ORIGIN, to which its pages lead "
            "(HELPLINE_DESK=browser)"
        )


_BY_HTTP = ("HELPLINE_NLU_URL", "HELPLINE_WEBHOOK_URL", "HELPLINE_TELEGRAM_API")


def check_encrypted(settings: Settings) -> None:
    """In production nothing of a person's leaves the machine in clear. Raises `ConfigError` that
    names the setting (Redis's addresses: `bot.compose`)."""
    if bool(settings.webhook_cert) != bool(settings.webhook_key):
        raise ConfigError("HELPLINE_WEBHOOK_CERT and HELPLINE_WEBHOOK_KEY belong together")
    if not settings.production:
        return
    for name in _BY_HTTP:
        parts = urlsplit(getattr(settings, VARIABLES[name]))
        if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
            raise ConfigError(
                f"{name}: in production plain http goes to this machine alone (127.0.0.1), "
                "and https beyond it (deploy/README.md, on the wire)"
            )
    if not is_loopback(settings.review_listen.host):
        raise ConfigError(
            "HELPLINE_REVIEW_LISTEN: in production reviews are served on loopback, and a proxy "
            "with TLS beside it (deploy/README.md, reviews)"
        )
    if not is_loopback(settings.console_listen.host):
        raise ConfigError(
            "HELPLINE_CONSOLE_LISTEN: in production the console listens on loopback, and a proxy "
            "with TLS beside it (deploy/README.md, the desk in a browser)"
        )
    address = settings.webhook_listen
    if address is not None and not settings.webhook_cert and not is_loopback(address.host):
        raise ConfigError(
            "HELPLINE_WEBHOOK_LISTEN: in production only TLS comes from beyond this machine: "
            "set HELPLINE_WEBHOOK_CERT and HELPLINE_WEBHOOK_KEY (deploy/README.md, on the wire)"
        )


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, so that what goes there crosses no network."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _contents(name: str, path: str) -> str:
    """What a file of the deployment holds: a secret that is in no process's environment."""
    try:
        return Path(path).read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise ConfigError(f"{name}: the file can't be read ({type(error).__name__})") from None


def _http(name: str, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ConfigError(f"{name} must be an address such as http://127.0.0.1:8081")
    return value.rstrip("/")


def _origin(name: str, found: Mapping[str, str]) -> str:
    parts = urlsplit(found[name])
    bare = not (parts.path.rstrip("/") or parts.query or parts.fragment or parts.username)
    if parts.hostname and _is_in_figures(parts.hostname):
        raise ConfigError(
            f"{name}: browsers make no passkeys for an address in figures: name the host, such as "
            "https://desk.example.org; on this machine http://localhost:8090"
        )
    plain = parts.scheme == "http" and parts.hostname in LOOPBACK
    if not bare or not parts.hostname or not (plain or parts.scheme == "https"):
        raise ConfigError(
            f"{name} must be the public address without a path, such as "
            "https://desk.example.org; without TLS only http://localhost:8090"
        )
    return f"{parts.scheme}://{parts.netloc}".lower()


def _check_apart(desk: str, reviews: str) -> None:
    """A browser sends a host's cookies to all of its ports: reviews have a host of their own. On
    this machine, for trying, a port is enough."""
    here, there = urlsplit(desk), urlsplit(reviews)
    both_here = {here.hostname, there.hostname} <= LOOPBACK and here.netloc != there.netloc
    if reviews and here.hostname == there.hostname and not both_here:
        raise ConfigError(
            "HELPLINE_REVIEW_ORIGIN must be another host than HELPLINE_CONSOLE_ORIGIN: whoever "
            "reviews a text has no business at the desk"
        )


def _is_in_figures(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit()
    return True


def _address(name: str, value: str) -> Address:
    parts = urlsplit(f"//{value}")
    try:
        port = parts.port
    except ValueError:
        port = None
    if not parts.hostname or port is None or parts.path or parts.username is not None:
        raise ConfigError(f"{name} must be an address such as 127.0.0.1:9100")
    return Address(parts.hostname, port)


def _number(name: str, value: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise ConfigError(f"{name} must be the group's number, such as -1001234567890") from None


def _numbers(name: str, value: str) -> tuple[int, ...]:
    chats = tuple(_number(name, one.strip()) for one in value.split(","))
    if len(set(chats)) < len(chats):
        raise ConfigError(f"{name} names a group twice")
    return chats


def _mode(name: str, value: str) -> DeskMode:
    try:
        return DeskMode(value)
    except ValueError:
        raise ConfigError(f"{name} is one of: {', '.join(DeskMode)}") from None


def _rate(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and (int(value) == 0 or 6 <= int(value) <= 1000)):
        raise ConfigError(f"{name} must be messages a minute from 6 to 1000, or 0 for no limit")
    return int(value)

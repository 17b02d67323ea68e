"""Telegram's limits and the flood control that answers 429 (Bots FAQ, "hitting limits")."""

from collections import deque
from dataclasses import dataclass, replace

from bot.telegram.refusals import too_many
from sandbox.clock import SandboxClock
from sandbox.model import Chat, PrivateChat

TEXT_CHARACTERS = 4096
CAPTION_CHARACTERS = 1024
CALLBACK_BYTES = 64
DELETE_SECONDS = 48 * 3600
TOPIC_NAME_CHARACTERS = 128


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of flood control. Sends, edits, copies and new topics count; answers to buttons,
    deletions and typing do not."""

    enabled: bool = True
    private_per_second: float = 1.0
    private_burst: int = 5
    group_per_minute: int = 20
    bot_per_second: int = 30
    callback_seconds: float = 900.0
    webhook_backoff_seconds: float = 1.0

    @classmethod
    def off(cls) -> "Limits":
        """No flood control: for benchmarks and for tests of something else."""
        return cls(enabled=False)

    def scaled(self, factor: float) -> "Limits":
        """All rates times `factor`: 10 lets ten times as much through."""
        return replace(
            self,
            private_per_second=self.private_per_second * factor,
            private_burst=max(1, round(self.private_burst * factor)),
            group_per_minute=max(1, round(self.group_per_minute * factor)),
            bot_per_second=max(1, round(self.bot_per_second * factor)),
        )


class _Window:
    """At most `count` events in any `seconds`."""

    __slots__ = ("count", "seconds", "stamps")

    def __init__(self, count: int, seconds: float) -> None:
        self.count = count
        self.seconds = seconds
        self.stamps: deque[float] = deque()

    def wait(self, now: float) -> float:
        while self.stamps and self.stamps[0] <= now - self.seconds:
            self.stamps.popleft()
        if len(self.stamps) < self.count:
            return 0.0
        return self.stamps[0] + self.seconds - now

    def take(self, now: float) -> None:
        self.stamps.append(now)


class _Bucket:
    """`rate` events a second on average, `burst` at once."""

    __slots__ = ("at", "burst", "level", "rate")

    def __init__(self, rate: float, burst: int, now: float) -> None:
        self.rate = rate
        self.burst = burst
        self.level = float(burst)
        self.at = now

    def wait(self, now: float) -> float:
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate

    def take(self, _now: float) -> None:
        self.level -= 1


class FloodControl:
    """Charges each outgoing call of a bot to its chat and to the bot."""

    def __init__(self, limits: Limits, clock: SandboxClock) -> None:
        self.limits = limits
        self._clock = clock
        self._chats: dict[tuple[int, str], _Bucket | _Window] = {}
        self._bots: dict[int, _Window] = {}

    def charge(self, bot_id: int, chat: Chat) -> None:
        """Count one call; ApiError 429 with `retry_after` when it is one too many."""
        limits = self.limits
        if not limits.enabled:
            return
        now = self._clock.now()
        key = (bot_id, chat.key)
        per_chat = self._chats.get(key)
        if per_chat is None:
            per_chat = self._chats[key] = (
                _Bucket(limits.private_per_second, limits.private_burst, now)
                if isinstance(chat, PrivateChat)
                else _Window(limits.group_per_minute, 60.0)
            )
        per_bot = self._bots.get(bot_id)
        if per_bot is None:
            per_bot = self._bots[bot_id] = _Window(limits.bot_per_second, 1.0)
        wait = max(per_chat.wait(now), per_bot.wait(now))
        if wait > 0:
            raise too_many(wait)
        per_chat.take(now)
        per_bot.take(now)

"""Somebody else's use of a token makes a noise."""

from dataclasses import dataclass, field

import pytest

from bot.clock import SettableClock
from bot.config import Address, Settings
from bot.store.staff.alarms import STANDS_SECONDS, Alarm
from bot.telegram.polling import Poller, UpdateSource
from bot.telegram.token_watch import TokenWatch
from tests.bot.telegram.test_polling import NoNetwork, Telegram
from tests.kit.constants import NOW
from tests.kit.helpline import open_helpline

POLLS = Settings()
LISTENS = Settings(webhook_listen=Address("127.0.0.1", 8443))
KNOWS_ITSELF = Settings(
    webhook_listen=Address("127.0.0.1", 8443), webhook_url="https://example.org"
)


@dataclass(frozen=True)
class Info:
    url: str


@dataclass
class Rung:
    """Keeps which alarms were rung."""

    rung: list[Alarm] = field(default_factory=list)

    async def ring(self, alarm: Alarm) -> None:
        self.rung.append(alarm)


@pytest.mark.parametrize(
    ("settings", "url", "foreign"),
    [
        (POLLS, "", False),
        (POLLS, "https://example.net/x", True),
        (KNOWS_ITSELF, "https://example.org/intake", False),
        (KNOWS_ITSELF, "https://example.net/intake", True),
        (KNOWS_ITSELF, "", True),
        (LISTENS, "https://example.org/intake", False),
        (LISTENS, "", True),
    ],
)
async def test_a_webhook_that_is_not_ours(settings: Settings, url: str, *, foreign: bool) -> None:
    alarms = Rung()

    async def ask() -> Info:
        return Info(url)

    await TokenWatch("intake", settings, alarms, ask).look()  # type: ignore[arg-type]

    assert alarms.rung == [Alarm.INTAKE_WEBHOOK] * foreign


class Elsewhere(NoNetwork):
    """409."""


async def test_a_poll_that_another_ended() -> None:
    telegram = Telegram(fetches=[NoNetwork(), Elsewhere()])
    ended = []

    async def conflict() -> None:
        ended.append(1)

    source = UpdateSource(
        telegram.fetch,
        telegram.handle,
        lambda _: 1,
        telegram.judge,
        lambda error: isinstance(error, Elsewhere),
    )
    with pytest.raises(Exception, match="token was refused"):
        await Poller(source, telegram.sleep, conflict).run()

    assert ended == [1]


async def test_an_alarm_stands_for_a_while_and_is_called_for_once_a_day() -> None:
    clock = SettableClock(NOW)
    async with open_helpline(clock) as helpline:
        alarms = helpline.parts.store.alarms
        await alarms.ring(Alarm.CROWD)

        assert await alarms.standing() == [Alarm.CROWD]
        assert [await alarms.first_told(Alarm.CROWD) for _ in range(2)] == [True, False]
        clock.advance(STANDS_SECONDS + 1)
        assert await alarms.standing() == []

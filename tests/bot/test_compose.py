"""A helpline isn't built without two servers: one for the store, one for the keys."""

from dataclasses import replace

import pytest

from bot import config
from bot.clock import SettableClock
from bot.compose import Needs, parts
from bot.config import DeskMode, Settings
from bot.errors import ConfigError
from bot.privacy.vault import Keys
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline, fresh_parts

STORE = "rediss://user:canary@store.example:6379/0"


@pytest.mark.parametrize("bot", ["intake", "desk", "erase", "rotate-key", "report"])
def test_what_needs_the_keyring_says_so_before_it_starts(bot: str) -> None:
    with pytest.raises(ConfigError, match="HELPLINE_KEYRING_URL"):
        config.require(Settings(redis_url=STORE, master_key=Keys.new_master()), bot)


@pytest.mark.parametrize(
    ("keyring", "words"),
    [
        ("", "the data keys need a Redis of their own that never writes to disk"),
        (STORE, "must name another server than HELPLINE_REDIS_URL"),
        (
            "rediss://other:canary@store.example/1",
            "must name another server than HELPLINE_REDIS_URL",
        ),
        ("canary", "HELPLINE_KEYRING_URL must be an address"),
    ],
)
async def test_keys_never_lie_beside_what_they_seal(keyring: str, words: str) -> None:
    settings = Settings(redis_url=STORE, keyring_url=keyring, master_key=Keys.new_master())
    with pytest.raises(ConfigError, match=words) as caught:
        async with parts(settings, needs=Needs.STORE):
            pass
    assert "canary" not in str(caught.value)


SAFE = ("rediss://u:canary@store.example:6379/0", "rediss+sentinel://u:canary@a.example/helpline/0")


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("redis_url", "redis://u:canary@store.example:6379/0"),
        ("redis_url", "redis+cluster://u:canary@127.0.0.1,10.0.0.3"),
        ("keyring_url", "redis+sentinel://u:canary@10.0.0.2/helpline/0"),
        ("maintenance_url", f"{SAFE[0]} redis://u:canary@10.0.0.2/0"),
    ],
)
async def test_production_comes_to_redis_beyond_this_machine_by_tls_alone(
    name: str, address: str
) -> None:
    safe = Settings(redis_url=SAFE[0], keyring_url=SAFE[1], master_key=Keys.new_master())
    settings = replace(safe, **{name: address})  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match=f"HELPLINE_{name.upper()}: .*TLS") as caught:
        async with parts(settings, needs=Needs.STORE):
            pass
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("mode", DeskMode)
async def test_what_is_said_is_kept_only_where_a_console_can_show_it(mode: DeskMode) -> None:
    async with fresh_parts(clock=SettableClock(NOW), desk=mode) as built:
        helpline = Helpline(built, SettableClock(NOW), await built.store.people_key.names())
        await helpline.asks(1)

        kept = (await built.store.log.read(helpline.conversation(1))).lines

    assert bool(kept) is (mode is not DeskMode.TELEGRAM)


async def test_by_tls_or_on_this_machine_nothing_is_refused() -> None:
    for store in (SAFE[0], "redis://127.0.0.1:6379/0", "unix:///run/redis.sock"):
        settings = Settings(
            redis_url=store, keyring_url=SAFE[1], master_key=Keys.new_master(), stage="production"
        )
        async with parts(settings, needs=Needs.STORE) as built:
            assert built.settings is settings

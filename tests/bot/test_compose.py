"""A helpline isn't built without two servers: one for the store, one for the keys."""

import pytest

from bot import config
from bot.compose import Needs, parts
from bot.config import Settings
from bot.errors import ConfigError
from bot.privacy.vault import Keys

STORE = "redis://user:canary@store.example:6379/0"


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
            "redis://other:canary@store.example/1",
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

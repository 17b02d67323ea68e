"""Only a bot of the demo shows what nobody has signed, and only beside the demo's own Telegram."""

from dataclasses import fields

import pytest

from bot import config
from bot.config import VARIABLES, Settings
from bot.errors import ConfigError
from sandbox.demo_bot import settings_of


def test_beside_a_telegram_on_this_machine() -> None:
    given = {"HELPLINE_TELEGRAM_API": "http://127.0.0.1:8080"}
    assert settings_of(given).unsigned_texts
    assert not config.read(given).unsigned_texts


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"HELPLINE_TELEGRAM_API": "https://api.telegram.org"},
        {"HELPLINE_TELEGRAM_API": "http://127.0.0.1.example.org"},
        {"HELPLINE_TELEGRAM_API": "http://10.0.0.1:8081"},
        {"HELPLINE_STAGE": "demo"},
    ],
    ids=str,
)
def test_beside_no_other(given: dict[str, str]) -> None:
    with pytest.raises(ConfigError, match="a demo's bot"):
        settings_of(given)


def test_no_variable_sets_it() -> None:
    assert "unsigned_texts" in {one.name for one in fields(Settings)}
    assert "unsigned_texts" not in VARIABLES.values()

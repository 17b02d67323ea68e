"""Settings: read from the environment, refused by name and never by value."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from bot import config
from bot.config import NEEDED, TELEGRAM, VARIABLES, Address, DeskMode, Settings
from bot.errors import ConfigError
from bot.privacy.vault import Keys

CANARY = "canary7531"
ORIGIN = "https://desk.example.org"


def full() -> dict[str, str]:
    return {
        "HELPLINE_INTAKE_TOKEN": "1:a",
        "HELPLINE_DESK_TOKEN": "2:b",
        "HELPLINE_DESK_CHAT": "-1001234567890, -1001234567891",
        "HELPLINE_DESK_LOCALE": "kk",
        "HELPLINE_TELEGRAM_API": "http://127.0.0.1:8081/",
        "HELPLINE_REDIS_URL": "redis://127.0.0.1:6379/0",
        "HELPLINE_KEYRING_URL": "redis://127.0.0.1:6379/1",
        "HELPLINE_NLU_URL": "http://127.0.0.1:5005",
        "HELPLINE_NLU_TOKEN": "token",
        "HELPLINE_MAINTENANCE_URL": "redis://127.0.0.1:6379/0",
        "HELPLINE_MASTER_KEY": Keys.new_master(),
        "HELPLINE_INTERNAL_LISTEN": "127.0.0.1:9100",
        "HELPLINE_WEBHOOK_LISTEN": "[::1]:8443",
        "HELPLINE_WEBHOOK_CERT": "/run/tls/tls.crt",
        "HELPLINE_WEBHOOK_KEY": "/run/tls/tls.key",
        "HELPLINE_WEBHOOK_URL": "https://bots.example.org",
        "HELPLINE_WEBHOOK_SECRET": "s3cret_-" * 4,
        "SENTRY_DSN": "https://key@example.org/1",
        "HELPLINE_STAGE": "demo",
        "HELPLINE_LIFETIMES": "conversation=12h",
        "HELPLINE_PUBLISHERS": "/etc/helpline/publishers.toml",
        "HELPLINE_BACKUP_CHAT": "-1009876543210",
        "HELPLINE_DESK_RATE": "0",
        "HELPLINE_DESK": "browser",
        "HELPLINE_CONSOLE_LISTEN": "127.0.0.1:8090",
        "HELPLINE_CONTENT": "/content",
        "HELPLINE_PRACTICE_URL": "redis://127.0.0.1:6379/1",
        "HELPLINE_CONSOLE_ORIGIN": ORIGIN,
        "HELPLINE_REVIEW_LISTEN": "127.0.0.1:8092",
        "HELPLINE_REVIEW_ORIGIN": "https://review.example.org",
    }


NUMBERS = {
    "HELPLINE_DESK_CHAT",
    "HELPLINE_BACKUP_CHAT",
    "HELPLINE_METRICS_PORT",
    "HELPLINE_DESK_RATE",
}


def test_an_empty_environment_has_defaults() -> None:
    assert config.read({}) == Settings()
    assert config.read({}).telegram_api == TELEGRAM


def test_every_variable_is_read() -> None:
    given = full()
    settings = config.read(given)
    assert set(given) == set(VARIABLES) - {"HELPLINE_MASTER_KEY_FILE"}  # one of the two
    assert settings.desk_chats == (-1001234567890, -1001234567891)
    assert settings.telegram_api == "http://127.0.0.1:8081"
    assert settings.internal_listen == Address("127.0.0.1", 9100)
    assert settings.webhook_listen == Address("::1", 8443)
    assert settings.console_listen == Address("127.0.0.1", 8090)
    assert settings.review_listen == Address("127.0.0.1", 8092)
    assert settings.desk is DeskMode.BROWSER
    for variable, name in VARIABLES.items():
        if type(getattr(settings, name)) is str and variable != "HELPLINE_TELEGRAM_API":
            assert getattr(settings, name) == given.get(variable, "")


def test_a_master_key_that_came_as_a_value_stays_in_no_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nor do processes that are started from here get it."""
    key = Keys.new_master()
    monkeypatch.setenv("HELPLINE_MASTER_KEY", key)
    assert config.read().master_key == key
    inherited = subprocess.run(["env"], capture_output=True, text=True, check=True).stdout
    assert "HELPLINE_MASTER_KEY" not in os.environ
    assert key not in inherited


def test_the_master_key_comes_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(f"{Keys.new_master()}\n", encoding="ascii")
    settings = config.read({"HELPLINE_MASTER_KEY_FILE": str(file)})
    assert settings.master_key == file.read_text().strip()
    assert "master-key" not in repr(settings)
    with pytest.raises(ConfigError, match="not both"):
        config.read(
            {"HELPLINE_MASTER_KEY_FILE": str(file), "HELPLINE_MASTER_KEY": settings.master_key}
        )


@pytest.mark.parametrize("contents", [None, b"canary7531", "ключ".encode()])
def test_a_file_without_a_key_is_refused_by_the_name_of_its_variable(
    tmp_path: Path, contents: bytes | None
) -> None:
    file = tmp_path / CANARY
    if contents is not None:
        file.write_bytes(contents)
    with pytest.raises(ConfigError, match="HELPLINE_MASTER_KEY") as caught:
        config.read({"HELPLINE_MASTER_KEY_FILE": str(file)})
    assert CANARY not in str(caught.value)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("HELPLINE_BACKUP_CHAT", "here"),
        ("HELPLINE_DESK_RATE", "5"),
        ("HELPLINE_DESK_RATE", "-1"),
        ("HELPLINE_DESK_RATE", "many"),
    ],
)
def test_a_malformed_number_is_refused_by_name(variable: str, value: str) -> None:
    with pytest.raises(ConfigError, match=variable):
        config.read({variable: value})


def test_blanks_are_nothing() -> None:
    assert config.read(dict.fromkeys(VARIABLES, "  ")) == Settings()
    assert config.read({"HELPLINE_INTAKE_TOKEN": " 1:a\n"}).intake_token == "1:a"


def test_the_desk_is_in_both_places_unless_somebody_says_otherwise() -> None:
    assert config.read({}).desk is DeskMode.BOTH
    assert config.read({"HELPLINE_DESK": "telegram"}).desk is DeskMode.TELEGRAM
    with pytest.raises(ConfigError, match="HELPLINE_DESK is one of: telegram, browser, both"):
        config.read({"HELPLINE_DESK": "web"})


@pytest.mark.parametrize(
    ("process", "mode", "origin"),
    [("console", DeskMode.TELEGRAM, "https://desk.example.org"), ("desk", DeskMode.BROWSER, "")],
)
def test_a_process_starts_only_where_the_desk_is(process: str, mode: DeskMode, origin: str) -> None:
    settings = Settings(
        desk_token="1:a",
        desk_chats=(-100,),
        redis_url="redis://127.0.0.1:6379/0",
        keyring_url="redis://127.0.0.1:6380/0",
        master_key=Keys.new_master(),
        console_origin=origin,
        desk=mode,
    )
    with pytest.raises(ConfigError, match=f"{process} can't start"):
        config.require(settings, process)
    config.require(replace(settings, desk=DeskMode.BOTH, console_origin=ORIGIN), process)


def test_it_is_production_unless_somebody_says_otherwise() -> None:
    assert config.read({}).production
    assert config.read({"HELPLINE_STAGE": "production"}).production
    assert not config.read({"HELPLINE_STAGE": "demo"}).production
    with pytest.raises(ConfigError, match="HELPLINE_STAGE is one of: demo, production"):
        config.read({"HELPLINE_STAGE": "Demo!"})


def test_other_variables_are_left_alone() -> None:
    assert config.read({"HOME": "/home/x", "HELPLINE_OTHER": "1"}) == Settings()


def test_the_environment_of_the_process_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HELPLINE_DESK_CHAT", "-5")
    assert config.read() == Settings(desk_chats=(-5,))


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("HELPLINE_DESK_CHAT", CANARY),
        ("HELPLINE_TELEGRAM_API", CANARY),
        ("HELPLINE_TELEGRAM_API", f"ftp://{CANARY}"),
        ("HELPLINE_NLU_URL", f"http:///{CANARY}"),
        ("HELPLINE_MASTER_KEY", CANARY),
        ("HELPLINE_MASTER_KEY", f"desk:{CANARY}"),
        ("HELPLINE_INTERNAL_LISTEN", CANARY),
        ("HELPLINE_INTERNAL_LISTEN", f"{CANARY}:99999"),
        ("HELPLINE_INTERNAL_LISTEN", f"http://{CANARY}:1"),
        ("HELPLINE_WEBHOOK_URL", CANARY),
        ("HELPLINE_WEBHOOK_SECRET", CANARY),
        ("HELPLINE_WEBHOOK_SECRET", f"{CANARY} {CANARY} {CANARY} {CANARY}"),
    ],
)
def test_a_malformed_value_is_refused_by_its_name(variable: str, value: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config.read({variable: value})
    assert variable in caught.value.detail
    assert CANARY not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__


def test_a_webhook_without_a_secret_is_no_start() -> None:
    with pytest.raises(ConfigError, match="HELPLINE_WEBHOOK_SECRET"):
        config.read({"HELPLINE_WEBHOOK_LISTEN": "0.0.0.0:8443"})


def test_secrets_do_not_show() -> None:
    secrets = ("TOKEN", "KEY", "REDIS", "DSN", "SECRET")
    given = {name: value for name, value in full().items() if any(one in name for one in secrets)}
    shown = repr(config.read(given))
    for value in given.values():
        assert value not in shown


@pytest.mark.parametrize("process", NEEDED)
def test_a_process_starts_with_what_it_needs(process: str) -> None:
    given = {name: value for name, value in full().items() if name in NEEDED[process]}
    config.require(config.read(given), process)


@pytest.mark.parametrize(
    ("process", "variable"), [(process, name) for process in NEEDED for name in NEEDED[process]]
)
def test_a_process_names_what_it_misses(process: str, variable: str) -> None:
    given = {name: value for name, value in full().items() if name != variable}
    with pytest.raises(ConfigError, match=f"^{process} can't start: set .*{variable}"):
        config.require(config.read(given), process)


def test_everything_that_is_missing_is_said_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        config.require(Settings(), "desk")
    assert all(name in caught.value.detail for name in NEEDED["desk"])


def test_each_process_needs_its_own_token_only() -> None:
    assert "HELPLINE_DESK_TOKEN" not in NEEDED["intake"]
    assert "HELPLINE_INTAKE_TOKEN" not in NEEDED["desk"]


def test_the_keys_of_a_process() -> None:
    settings = config.read(full())
    assert settings.keys.get("address")
    with pytest.raises(ConfigError, match="HELPLINE_MASTER_KEY"):
        _ = Settings().keys


# -- on the wire -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("HELPLINE_NLU_URL", "http://model:5005"),
        ("HELPLINE_NLU_URL", "http://10.0.0.7:5005"),
        ("HELPLINE_NLU_URL", "http://127.0.0.1.example.org"),
        ("HELPLINE_WEBHOOK_URL", "http://bots.example.org"),
        ("HELPLINE_TELEGRAM_API", "http://telegram:8081"),
    ],
)
def test_production_speaks_plain_http_to_this_machine_alone(variable: str, value: str) -> None:
    given = {**full(), "HELPLINE_STAGE": "production", variable: value}
    with pytest.raises(ConfigError, match=f"^{variable}: .*https") as caught:
        config.require(config.read(given), "intake")
    assert value not in str(caught.value)
    config.require(config.read({**given, "HELPLINE_STAGE": "demo"}), "intake")
    config.require(config.read({**given, variable: value.replace("http:", "https:")}), "intake")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.9.9.9"])
def test_loopback_is_no_network(host: str) -> None:
    given = {"HELPLINE_NLU_URL": f"http://{host}:5005", "HELPLINE_STAGE": "production"}
    config.require(config.read({**full(), **given}), "intake")


def test_production_takes_updates_from_beyond_this_machine_by_tls_alone() -> None:
    given = {**full(), "HELPLINE_STAGE": "production", "HELPLINE_WEBHOOK_LISTEN": "0.0.0.0:8443"}
    config.require(config.read(given), "intake")
    clear = {name: value for name, value in given.items() if name[-5:] not in {"_CERT", "K_KEY"}}
    with pytest.raises(ConfigError, match="HELPLINE_WEBHOOK_CERT"):
        config.require(config.read(clear), "intake")
    with pytest.raises(ConfigError, match="belong together"):
        config.require(config.read({**clear, "HELPLINE_WEBHOOK_CERT": "x"}), "intake")

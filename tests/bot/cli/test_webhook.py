"""`helpline webhook`: tells Telegram where to bring updates, and shows no secret."""

import pytest

from bot import config
from bot.cli.webhook import act
from bot.errors import ConfigError
from sandbox import serve
from tests.kit.command import helpline

pytestmark = pytest.mark.process


SECRET = "s3cret_-" * 4


async def test_set_show_delete() -> None:
    async with serve() as sandbox:
        environment = {
            "HELPLINE_TELEGRAM_API": sandbox.url,
            "HELPLINE_INTAKE_TOKEN": sandbox.settings.intake_token,
            "HELPLINE_DESK_TOKEN": sandbox.settings.desk_token,
            "HELPLINE_WEBHOOK_URL": "http://127.0.0.1:9/bots/",
            "HELPLINE_WEBHOOK_SECRET": SECRET,
        }
        told = ""
        for bot in ("intake", "desk"):
            done = await helpline("webhook", "set", bot, **environment)
            assert done.status == 0, done.err
            told += done.out + done.err
            hook = sandbox.bot(bot).webhook
            assert hook is not None
            assert (hook.url, hook.secret) == (f"http://127.0.0.1:9/bots/{bot}", SECRET)
            assert "callback_query" in (hook.allowed or [])
        assert "chat_member" in sandbox.bot("desk").queue.allowed
        await sandbox.person("p1").say("waits")
        shown = await helpline("webhook", "show", "intake", **environment)
        assert "updates that wait: 1" in shown.out
        gone = await helpline("webhook", "delete", "intake", **environment)
        assert gone.out.splitlines() == ["no webhook: the process polls", "updates that wait: 1"]
        assert sandbox.bot("intake").webhook is None
        told += shown.out + shown.err + gone.out + gone.err
        for secret in (SECRET, sandbox.settings.intake_token, sandbox.settings.desk_token):
            assert secret not in told


async def test_what_is_missing_is_named() -> None:
    done = await helpline("webhook", "set", "intake", HELPLINE_INTAKE_TOKEN="1:a")
    assert done.status == 2
    assert "HELPLINE_WEBHOOK_URL, HELPLINE_WEBHOOK_SECRET" in done.err


async def test_an_unreachable_telegram_shows_no_token() -> None:
    environment = {
        "HELPLINE_INTAKE_TOKEN": "1:kangaroo",
        "HELPLINE_TELEGRAM_API": "http://127.0.0.1:9",
    }
    done = await helpline("webhook", "show", "intake", **environment)
    assert done.status == 2
    assert "can't be reached" in done.err
    assert "kangaroo" not in done.out + done.err


async def test_no_token_goes_in_clear_beyond_this_machine() -> None:
    settings = config.read(
        {
            "HELPLINE_INTAKE_TOKEN": "1:kangaroo",
            "HELPLINE_TELEGRAM_API": "http://telegram.invalid",
        }
    )
    with pytest.raises(ConfigError, match=r"^HELPLINE_TELEGRAM_API: .*https"):
        await act(settings, "show", "intake")


async def test_a_refusal_is_told() -> None:
    async with serve() as sandbox:
        environment = {
            "HELPLINE_TELEGRAM_API": sandbox.url,
            "HELPLINE_INTAKE_TOKEN": "1000001:wrong",
        }
        done = await helpline("webhook", "delete", "intake", **environment)
        assert done.status == 2
        assert "Unauthorized" in done.err
        assert "wrong" not in done.out + done.err

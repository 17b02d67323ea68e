"""`helpline webhook set|delete|show intake|desk`: tells Telegram where to bring updates.

The token comes from the environment and goes into the request alone: it is in no argument of the
process, no message and no log line.
"""

import argparse
import asyncio
from typing import Any

import aiohttp

from bot import config
from bot.config import Settings
from bot.errors import ConfigError
from bot.telemetry import logs

SECONDS = 20.0
CONNECTIONS = 40
"""Bot API, setWebhook: max_connections, 1-100; 40 is Telegram's own default."""

TOKENS = {"intake": "HELPLINE_INTAKE_TOKEN", "desk": "HELPLINE_DESK_TOKEN"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `helpline webhook`."""
    parser.add_argument("act", choices=["set", "delete", "show"])
    parser.add_argument("bot", choices=sorted(TOKENS))


def run(args: argparse.Namespace) -> int:
    """Ask Telegram. Raises `ConfigError`."""
    logs.set_up("webhook")
    print(asyncio.run(act(config.read(), args.act, args.bot)))
    return 0


async def act(settings: Settings, what: str, bot: str) -> str:
    """Set, delete or show the webhook of a bot; returns what to tell. Raises `ConfigError`.

    Updates that wait at Telegram stay there: setting or deleting a webhook drops none.
    """
    _require(settings, what, bot)
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    async with aiohttp.ClientSession(timeout=timeout, trust_env=True) as session:
        if what == "set":
            await _ask(session, settings, bot, "setWebhook", _wanted(settings, bot))
        elif what == "delete":
            await _ask(session, settings, bot, "deleteWebhook", {})
        state = await _ask(session, settings, bot, "getWebhookInfo", {})
    return _told(state)


def _require(settings: Settings, what: str, bot: str) -> None:
    needed = [TOKENS[bot]]
    if what == "set":
        needed += ["HELPLINE_WEBHOOK_URL", "HELPLINE_WEBHOOK_SECRET"]
    missing = [name for name in needed if not getattr(settings, config.VARIABLES[name])]
    if missing:
        raise ConfigError(f"webhook {what}: set {', '.join(missing)} (see README, settings)")
    config.check_encrypted(settings)  # the token, and the webhook's secret, would go in clear


def _wanted(settings: Settings, bot: str) -> dict[str, Any]:
    return {
        "url": f"{settings.webhook_url}/{bot}",
        "secret_token": settings.webhook_secret,
        "max_connections": CONNECTIONS,
        "allowed_updates": _kinds(bot),
        "drop_pending_updates": False,
    }


def _kinds(bot: str) -> list[str]:
    if bot == "intake":
        from bot.intake.updates import ALLOWED  # each loads one bot library only

        return ALLOWED
    from bot.desk.updates import ALLOWED as DESK_ALLOWED  # each loads one bot library only

    return DESK_ALLOWED


async def _ask(
    session: aiohttp.ClientSession,
    settings: Settings,
    bot: str,
    method: str,
    arguments: dict[str, Any],
) -> Any:
    token = getattr(settings, config.VARIABLES[TOKENS[bot]])
    try:
        url = f"{settings.telegram_api}/bot{token}/{method}"
        async with session.post(url, json=arguments, allow_redirects=False) as response:
            answer = await response.json()
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:  # its text holds the token
        raise ConfigError(f"Telegram can't be reached ({type(error).__name__})") from None
    if not isinstance(answer, dict) or not answer.get("ok"):
        reason = answer.get("description", "") if isinstance(answer, dict) else ""
        raise ConfigError(f"Telegram refuses {method}: {reason or 'no reason given'}")
    return answer.get("result")


def _told(state: dict[str, Any]) -> str:
    if not state.get("url"):
        lines = ["no webhook: the process polls"]
    else:
        lines = [f"webhook: {state['url']}"]
    lines.append(f"updates that wait: {state.get('pending_update_count', 0)}")
    if state.get("last_error_message"):
        lines.append(f"last fault: {state['last_error_message']}")
    return "\n".join(lines)

"""getUpdates and webhooks; a bot uses one or the other."""

import re
from collections.abc import Iterable

import msgspec

from bot.telegram.refusals import bad_request, conflict
from sandbox.api.access import Call
from sandbox.bots import Webhook

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_URL = re.compile(r"https?://[^\s/]+(?:/\S*)?")
_LONGEST_POLL = 50
_MOST_UPDATES = 100
_MOST_CONNECTIONS = 100


def _allowed(call: Call) -> list[str] | None:
    raw = call.params.array("allowed_updates")
    return None if raw is None else [str(kind) for kind in raw]


async def get_updates(call: Call) -> object:
    """getUpdates: a long poll of up to 50 s; at most 100 updates, confirmed by the next offset."""
    bot = call.bot
    if bot.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete "
            "the webhook first"
        )
    bot.queue.allow(_allowed(call))
    limit = call.params.integer("limit", _MOST_UPDATES)
    if not 1 <= limit <= _MOST_UPDATES:
        limit = _MOST_UPDATES
    timeout = min(max(call.params.integer("timeout"), 0), _LONGEST_POLL)
    updates = await bot.queue.poll(call.params.integer("offset"), limit, timeout)
    return list(map(msgspec.Raw, updates))


def set_webhook(call: Call) -> object:
    """setWebhook; an empty `url` deletes it. Unlike Telegram it takes plain http."""
    url = call.params.text("url").strip()
    if not url:
        return delete_webhook(call)
    if not _URL.fullmatch(url):
        raise bad_request("bad webhook: invalid webhook URL specified")
    secret = call.params.text("secret_token")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters or is too long")
    bot, allowed = call.bot, _allowed(call)
    _drop_pending(call)
    bot.queue.allow(allowed)
    bot.queue.interrupt("terminated by setWebhook request")
    connections = call.params.integer("max_connections", 40)
    bot.webhook = Webhook(url, secret or None, min(max(connections, 1), _MOST_CONNECTIONS), allowed)
    call.world.on_webhook(bot)
    return True


def delete_webhook(call: Call) -> object:
    """deleteWebhook."""
    _drop_pending(call)
    call.bot.webhook = None
    call.world.on_webhook(call.bot)
    return True


def _drop_pending(call: Call) -> None:
    if call.params.flag("drop_pending_updates"):
        call.bot.queue.clear()


def get_webhook_info(call: Call) -> object:
    """getWebhookInfo."""
    hook = call.bot.webhook
    info: dict[str, object] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.bot.queue),
    }
    if hook is not None:
        info["max_connections"] = hook.max_connections
        info["ip_address"] = "127.0.0.1"
        if hook.error is not None:
            info["last_error_date"] = int(hook.error_at)
            info["last_error_message"] = hook.error
    if call.bot.queue.chosen is not None:
        kinds: Iterable[str] = call.bot.queue.chosen
        info["allowed_updates"] = sorted(kinds)
    return info

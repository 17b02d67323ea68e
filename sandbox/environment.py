"""What the bots and the console need in their environment to run against a sandbox."""

from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers
from sandbox.server import Sandbox

PASSKEYS = "--passkeys"
"""The console's argument for signing in as in production, and not by one click."""


def environments(
    sandbox: Sandbox, servers: Servers, master: str, **more: str
) -> dict[str, dict[str, str]]:
    """A bot's name → its environment. `master`: the master key, of which the desk gets its part
    alone; `more`: variables for both."""
    common = {
        "HELPLINE_TELEGRAM_API": sandbox.url,
        **servers.environment(),
        "HELPLINE_INTAKE_TOKEN": sandbox.settings.intake_token,
        "HELPLINE_DESK_TOKEN": sandbox.settings.desk_token,
        "HELPLINE_DESK_CHAT": str(sandbox.settings.desk_chat),
        **more,
    }
    keys = {"intake": master, "desk": Keys.read(master).for_desk()}
    return {name: {**common, "HELPLINE_MASTER_KEY": key} for name, key in keys.items()}


def console_environment(servers: Servers, master: str, port: int, **more: str) -> dict[str, str]:
    """The console's. It needs no token: it speaks to no Telegram."""
    return {
        **servers.environment(),
        "HELPLINE_PRACTICE_URL": servers.store,
        "HELPLINE_MASTER_KEY": Keys.read(master).for_desk(),
        "HELPLINE_CONSOLE_LISTEN": f"127.0.0.1:{port}",
        "HELPLINE_CONSOLE_ORIGIN": f"http://localhost:{port}",
        **more,
    }

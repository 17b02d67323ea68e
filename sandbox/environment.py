"""What the two bots need in their environment to run against a sandbox as processes."""

from bot.privacy.vault import Keys
from bot.processes.redis_server import Servers
from sandbox.server import Sandbox


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

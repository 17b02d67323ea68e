"""The Lua scripts of the store. A script may stand on others, whose functions it calls."""

from functools import cache
from importlib.resources import files


@cache
def source(*names: str) -> str:
    """The text of these scripts in this order; each may use what stands before it."""
    folder = files("bot.store.scripts")
    return "\n".join(folder.joinpath(f"{name}.lua").read_text(encoding="utf-8") for name in names)

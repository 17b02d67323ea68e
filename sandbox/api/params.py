"""A call's parameters, which may come as query, form or JSON; forms carry objects as JSON text."""

from collections.abc import Mapping

import msgspec

from bot.telegram.refusals import bad_request


class Params:
    """Typed access; a malformed value is refused with 400 as the Bot API words it."""

    __slots__ = ("_raw",)

    def __init__(self, raw: Mapping[str, object]) -> None:
        self._raw = raw

    def __contains__(self, name: str) -> bool:
        return self._raw.get(name) not in (None, "")

    def has(self, name: str) -> bool:
        """Whether `name` was given at all, be it empty."""
        return self._raw.get(name) is not None

    def raw(self, name: str) -> object:
        """The value as it came; None if it wasn't given."""
        return self._raw.get(name)

    def text(self, name: str, default: str = "") -> str:
        """A String; numbers and booleans of a JSON body are written out."""
        value = self._raw.get(name)
        if value is None:
            return default
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str):
            return value
        if isinstance(value, int | float):
            return str(value)
        return msgspec.json.encode(value).decode()

    def integer(self, name: str, default: int = 0) -> int:
        """An Integer; what isn't one counts as 0, as the Bot API counts it."""
        if name not in self:
            return default
        try:
            return int(self.text(name).strip())
        except ValueError:
            return 0

    def number(self, name: str) -> float:
        """A number of a JSON body. ValueError if it isn't one."""
        value = self._raw.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{name} must be a number")
        return float(value)

    def flag(self, name: str) -> bool:
        """A Boolean; the Bot API takes true, yes and 1."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def json(self, name: str) -> object:
        """An object or array; None if it wasn't given."""
        value = self._raw.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return msgspec.json.decode(value)
        except msgspec.DecodeError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def mapping(self, name: str) -> dict[str, object]:
        """An object; empty if it wasn't given."""
        value = self.json(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise bad_request(f"can't parse {name.replace('_', ' ')}: object expected")
        return value

    def array(self, name: str) -> list[object] | None:
        """An array; None if it wasn't given."""
        value = self.json(name)
        if value is None:
            return None
        if not isinstance(value, list):
            raise bad_request(f"can't parse {name.replace('_', ' ')}: expected an Array")
        return value

"""What operators are told, before it has a language. The words are in `content/desk/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Arg: TypeAlias = "str | int | Wording"


@dataclass(frozen=True, slots=True)
class Wording:
    """A text's id, and what the text names; a name may be a text itself."""

    id: str
    args: Mapping[str, Arg] = field(default_factory=dict)


def wording(text_id: str, **args: Arg) -> Wording:
    """A text with what it names."""
    return Wording(text_id, args)

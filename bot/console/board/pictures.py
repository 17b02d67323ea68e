"""Pictures: bars as SVG, made on the server. The same figures stand in a table beneath."""

from collections.abc import Sequence
from dataclasses import dataclass

ROW = 30
WIDTH = 520
LEFT = 170
ROOM = 150
"""Pixels of a bar that is full; what it says stands behind it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a picture, one line high. `share`: of a full bar, more than 1 is drawn as 1; `tone`:
    a class of the style."""

    name: str
    told: str
    share: float
    tone: str

    @property
    def width(self) -> int:
        """In pixels; what isn't nothing can be seen."""
        return max(2, round(ROOM * min(self.share, 1.0))) if self.share > 0 else 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its title, and what is to be known of all of it. `limit`: where a line is
    drawn across, as a share of a full bar."""

    id: str
    title: str
    told: str
    bars: Sequence[Bar]
    limit: float | None = None

    @property
    def height(self) -> int:
        """The picture's height in pixels."""
        return max(1, len(self.bars)) * ROW

    @property
    def limit_at(self) -> int | None:
        """Where the line across is, in pixels."""
        return None if self.limit is None else LEFT + round(ROOM * self.limit)

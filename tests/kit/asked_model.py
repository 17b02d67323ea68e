"""A model that keeps what it was asked, and hears danger where the test says."""

from dataclasses import dataclass, field

from nlu.client import Heard


@dataclass
class AskedModel:
    """Hears danger where all of `words` are in one text, and faintly in the texts `faintly`."""

    words: tuple[str, ...]
    faintly: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)

    async def hear(self, text: str) -> Heard:
        """As the model's server would answer."""
        self.asked.append(text)
        if text in self.faintly:
            return Heard("urgent_danger", 0.5, True, 0.45, None, 0.0)
        danger = all(word in text for word in self.words)
        intent = "urgent_danger" if danger else "out_of_scope"
        return Heard(intent, 0.95, danger, 0.9 if danger else 0.1, None, 0.0)

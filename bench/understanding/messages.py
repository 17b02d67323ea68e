"""Messages written for training or judging, in Rasa's NLU format. They hold no person's words."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.format.yaml12 import load
from nlu.intents import EMERGENCIES

MODEL = Path(__file__).parents[2] / "nlu" / "model"
DATA = MODEL / "data"
"""What the model learns from; a folder a locale."""
DEVELOPMENT = MODEL / "development"
"""What thresholds and calibration are chosen on."""
TESTS = MODEL / "tests"
"""What it is judged by: written apart from the training messages; nothing is chosen on it."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message with what is known about it. `hard`: alarming words without an emergency."""

    text: str
    intent: str
    urgent: bool
    hard: bool


def read(folder: Path, besides: Collection[str] = ()) -> Iterator[Message]:
    """The messages of a locale's folder, with metadata per intent. `besides`: files that are
    passed over, by their names without the ending."""
    files = (file for file in sorted(folder.glob("*.yml")) if file.stem not in besides)
    for file in files:
        for block in load(file.read_text(encoding="utf-8"))["nlu"]:
            flags = block.get("metadata") or {}
            urgent = block["intent"] in EMERGENCIES or bool(flags.get("urgent"))
            for line in block["examples"].splitlines():
                text = line.removeprefix("- ").strip()
                if text:
                    yield Message(text, block["intent"], urgent, bool(flags.get("hard_negative")))

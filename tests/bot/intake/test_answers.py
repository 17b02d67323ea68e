"""aiogram finds the classes of its answers again, instead of building them at each call."""

import gc

from aiogram.methods.base import Response

from bot.intake.answers import Send
from bot.intake.process import ANSWERS, GetRawUpdates


def test_the_classes_are_found_again() -> None:
    for method in (Send, GetRawUpdates):
        gc.collect()
        asked_for = Response.__class_getitem__(method.__returning__)
        assert any(asked_for is one for one in ANSWERS)

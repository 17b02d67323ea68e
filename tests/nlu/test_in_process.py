"""The bundle in this process hears as a model process does."""

from pathlib import Path
from typing import Any

import pytest

from nlu.client import Heard, ModelUnavailable
from nlu.in_process import LocalModel, Unloadable
from tests.nlu.model_server import answer


class Written:
    """A model whose answers are written down; records what it was asked."""

    fingerprint = "of older data"

    def __init__(self, body: Any) -> None:
        self.body = body
        self.asked: list[str] = []

    def parse(self, text: str) -> dict[str, Any]:
        self.asked.append(text)
        found: dict[str, Any] = self.body
        return found


async def test_an_answer_is_read_as_that_of_a_process() -> None:
    model = Written(answer("ask_police", 0.9, urgent=True, score=0.8, locale="kk"))

    told = await LocalModel(model).hear("полиция \ud800керек")

    assert told == Heard("ask_police", 0.9, True, 0.8, "kk", 0.95)
    assert model.asked == ["полиция керек"], "a lone surrogate is dropped, as on the wire"


async def test_nonsense_is_no_answer() -> None:
    with pytest.raises(ModelUnavailable):
        await LocalModel(Written(answer("no_such_intent"))).hear("?")


def test_a_model_of_older_data_is_told() -> None:
    assert not LocalModel(Written({})).is_current()


@pytest.mark.slow
def test_the_one_in_the_repository_is_current() -> None:
    assert LocalModel.load().is_current()


def test_without_a_bundle_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Unloadable, match="make model"):
        LocalModel.load(tmp_path)

"""Understanding at a terminal: what `helpline parse`, `talk` and `evaluate --dialogues` share."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.clock import SystemClock
from bot.config import Settings
from bot.errors import ConfigError
from nlu.client import ModelClient
from nlu.keywords import Keywords
from nlu.keywords.lexicon import load as load_lexicon
from nlu.recogniser import Hears, Recogniser

_OLDER = "the model is older than the training data: `make model` trains it anew"


@asynccontextmanager
async def understanding(settings: Settings, deadline: float) -> AsyncIterator[Recogniser]:
    """A recogniser with a model: the one at HELPLINE_NLU_URL, else the bundle, in this process.
    Raises `ConfigError`."""
    if not settings.nlu_url:
        yield Recogniser(Keywords(load_lexicon()), _in_process())
        return
    client = ModelClient(settings.nlu_url, SystemClock().monotonic, deadline_seconds=deadline)
    async with client:
        yield Recogniser(Keywords(load_lexicon()), client)


def _in_process() -> Hears:
    from nlu.in_process import LocalModel, Unloadable  # NumPy and ONNX Runtime take their time

    try:
        model = LocalModel.load()
    except Unloadable as error:
        raise ConfigError(str(error)) from None
    if not model.is_current():
        print(_OLDER, file=sys.stderr, flush=True)
    return model

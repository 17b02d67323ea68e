"""The model, with its faults counted: `nlu` may import nothing of `bot`, so it is done here."""

from bot.telemetry.metrics import MODEL_FAULTS, Stage, timed
from nlu.client import Heard, ModelUnavailable
from nlu.recogniser import Hears


class Measured:
    """Passes messages on; counts and times what comes back."""

    def __init__(self, model: Hears) -> None:
        self._model = model

    @timed(Stage.UNDERSTAND)
    async def hear(self, text: str) -> Heard:
        """Hear a message as the model does, and count how that ended. Raises `ModelUnavailable`."""
        try:
            return await self._model.hear(text)
        except ModelUnavailable as fault:
            MODEL_FAULTS.labels(fault.reason.value).inc()
            raise

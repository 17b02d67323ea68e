"""Names that several parts share."""

from flows.signals import Signal
from nlu.intents import HEARD_SIGNALS


def test_the_model_tells_signals_that_there_are() -> None:
    assert set(HEARD_SIGNALS) <= {signal.value for signal in Signal}
    assert len(set(HEARD_SIGNALS)) == len(HEARD_SIGNALS)

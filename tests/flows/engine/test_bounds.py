"""No message costs the core more than in proportion to its length; shapes are searched for."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import given, settings

from flows import flood
from flows.conversation import Conversation, Frame
from flows.engine.advance import advance
from flows.engine.dates import read_date
from flows.engine.writer_change import script_of
from flows.events import Parse, UserUttered
from flows.flood import Flood
from flows.format.model import CollectStep, Library, SlotType
from tests.kit.constants import NIGHT
from tests.kit.hostile import BOUND, FAST, searched, texts

pytestmark = pytest.mark.alone

HOSTILE = texts(["заперли", "help"], ["не выпускают", "сколько платят на стройке"])


def _counted(text: str) -> Flood:
    return flood.after(Flood(mark=7, same=2, level=30), text, timedelta(seconds=1))


@pytest.mark.parametrize("read", [script_of, partial(read_date, today=NIGHT.date()), _counted])
@settings(FAST, max_examples=80)
@given(text=HOSTILE)
def test_no_message_is_slow_to_look_at(read: Callable[[str], object], text: str) -> None:
    assert searched(read, text) < BOUND


@settings(FAST, max_examples=80)
@given(text=HOSTILE)
def test_no_message_is_slow_to_answer(library: Library, text: str) -> None:
    """Where a date is asked for, after a pause: everything in the core that looks at the words."""
    flow, step = _asks_for_a_date(library)
    asked = Conversation(
        locale="ru", noticed=True, frames=(Frame(flow, step),), heard_at=NIGHT, script="LATIN"
    )
    later = NIGHT + timedelta(hours=1)

    def answer(text: str) -> object:
        return advance(library, asked, UserUttered(text, Parse()), later)

    assert searched(answer, text) < BOUND


def _asks_for_a_date(library: Library) -> tuple[str, str]:
    return next(
        (flow.id, step.id)
        for flow in library.flows.values()
        for step in flow.steps
        if isinstance(step, CollectStep) and library.slots[step.slot].type is SlotType.DATE
    )

"""A dialogue begins at any of its steps, as an editor tries it."""

from datetime import UTC, datetime

from flows.conversation import Conversation, Frame
from flows.effects import Utter
from flows.engine.advance import advance
from flows.events import StepTried
from flows.format.model import CollectStep, Library

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
KNOWN = Conversation(locale="ru", noticed=True)
DATES = (("counting_date", "2026-11-25"), ("date", "2026-11-25"))


def test_every_question_of_every_flow_can_be_begun_at(library: Library) -> None:
    for flow in library.flows.values():
        for step in flow.steps:
            turn = advance(library, KNOWN, StepTried(flow.id, step.id, DATES), NOW)

            said = [one.text_id for one in turn.effects if isinstance(one, Utter)]
            if isinstance(step, CollectStep):
                assert said, (flow.id, step.id)
                assert turn.conversation.top == Frame(flow.id, step.id)


def test_what_was_open_is_left(library: Library) -> None:
    asked = advance(library, KNOWN, StepTried("can_write", "0_collect"), NOW).conversation

    other = advance(library, asked, StepTried("danger_now", "0_collect"), NOW).conversation

    assert other.frames == (Frame("danger_now", "0_collect"),)

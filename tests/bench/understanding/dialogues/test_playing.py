"""Dialogues are played on the real core, with real servers; the keywords alone understand here."""

from pathlib import Path

import pytest

from bench.understanding.dialogues.names import names
from bench.understanding.dialogues.playing import play
from bench.understanding.dialogues.reading import read_file
from bench.understanding.dialogues.scoring import Played
from nlu.keywords import Keywords
from nlu.keywords.lexicon import load
from nlu.recogniser import Recogniser
from tests.kit.own import library

pytestmark = pytest.mark.process

NAMES = names(library())

CRY = """\
dialogues:
- id: en-cry
  about: A cry, a button, then time, then an operator.
  turns:
  - text: help me he locked me in
    safety: {urgency: emergency, says: '112'}
    then: {topics: emergency, operators: 'urgency: emergency', pending: utter_ask_can_write}
  - press: utter_ask_can_write.yes
    safety: {urgency: emergency}
    then: {ids: utter_go_on_writing}
  - wait: 150
    safety: {urgency: emergency, not_ids: utter_withdrawn}
    then: {ids: utter_nobody_free}
  - operator: /claim
    safety: {status: HUMAN, quiet: true}  # the control: somebody is said to be there
  - press: utter_ask_can_write.no_such
    safety: {ticket: open}
- id: en-next
  about: Nothing is left of the conversation before.
  turns:
  - operator: /claim
    safety: {status: HUMAN}
  - text: /menu
    safety: {status: BOT, ticket: none}
    then: {locale: en}
"""


async def test_each_dialogue_is_a_conversation_of_its_own(tmp_path: Path) -> None:
    cry, after = await _played(tmp_path)

    told = [[one.kind.value for one in turn.failed] for turn in cry.turns]
    assert told == [[], [], [], ["quiet"], ["ticket"]]
    assert [turn.seen.fault for turn in cry.turns[:4]] == [""] * 4
    assert cry.turns[4].seen.fault == "press could not be done"

    first, second = after.turns
    assert first.seen.fault == "operator could not be done"
    assert second.right


async def _played(folder: Path) -> list[Played]:
    file = folder / "en.yml"
    file.write_text(CRY, encoding="utf-8")
    keywords = Recogniser(Keywords(load()), None)
    said: list[str] = []
    return [one async for one in play(read_file(file, NAMES), NAMES, keywords, said.append)]

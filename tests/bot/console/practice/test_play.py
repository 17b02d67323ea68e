"""The interpreter: what a simulated person does, and when. No Redis, no clock but the one given."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.console.practice.play import (
    Began,
    Claimed,
    Ended,
    Happening,
    Leaves,
    OperatorWrote,
    Passed,
    Play,
    Says,
    advance,
)
from bot.texts.practice.script import Opens, Reaction, Script, When
from bot.texts.practice.signs import SAFETY, Heard
from bot.tickets.ticket import Outcome
from flows.urgency import Urgency
from tests.kit.constants import NOW

NAMES = ("call", "near", "safe", "comes", "gone", "where", "really", "bye")
SCRIPT = Script(
    "one",
    {"en": "One"},
    {"en": "Something"},
    Urgency.EMERGENCY,
    Opens.DANGER,
    frozenset({Outcome.REFERRED}),
    ("112",),
    {name: {"en": name} for name in NAMES},
    (
        Reaction(0, When.BEGIN, 0, ("call",)),
        Reaction(1, When.CLAIM, 4, ("near",)),
        Reaction(2, When.PROMISE, 2, ("really",)),
        Reaction(3, When.SAFETY, 2, ("safe",)),
        Reaction(4, When.MESSAGE, 2, ("comes",), read_along=True),
        Reaction(5, When.SILENCE, 40, ("gone",), read_along=False, needs="comes"),
        Reaction(6, When.QUESTION, 2, ("where",), needs="gone"),
        Reaction(7, When.MESSAGE, 2, ("bye",), leaves=True, needs="where"),
    ),
)
PLAIN, ASKS = Heard(), Heard(asks=True, topics=frozenset({"place"}))
SAFE = Heard(asks=True, topics=frozenset({SAFETY}))
PROMISES = Heard(promised=("we promise",))


def at(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


class Played:
    """A play, and everything that the person did."""

    def __init__(self) -> None:
        self.play = Play(SCRIPT, "en", NOW)
        self.did: list[str] = []

    def on(self, happening: Happening, seconds: float) -> list[str]:
        self.play, deeds = advance(self.play, happening, at(seconds))
        done = ["left" if isinstance(one, Leaves) else one.text for one in deeds]
        self.did += done
        return done

    def writes(self, heard: Heard, seconds: float) -> list[str]:
        self.on(OperatorWrote("words", heard), seconds)
        return self.on(Passed(), seconds + 2)


def claimed() -> Played:
    played = Played()
    played.on(Began(), 0)
    played.on(Claimed(), 10)
    played.on(Passed(), 14)
    return played


def test_a_person_calls_at_once_and_answers_a_claim_after_a_while() -> None:
    played = Played()
    assert played.on(Began(), 0) == ["call"]
    assert played.on(Passed(), 5) == []
    assert played.on(Claimed(), 10) == []
    assert played.on(Passed(), 13.9) == []
    assert played.on(Passed(), 14) == ["near"]
    assert played.play.claimed_at == at(10)


def test_the_first_reaction_that_fits_is_played_and_each_only_once() -> None:
    played = claimed()
    assert played.writes(SAFE, 20) == ["safe"]
    assert played.writes(SAFE, 24) == ["comes"], "asked again it is a message like any other"
    assert played.writes(SAFE, 28) == []


def test_a_promise_is_believed_before_anything_else_is_answered() -> None:
    played = claimed()
    both = replace(SAFE, promised=PROMISES.promised)
    assert played.writes(both, 20) == ["really"]
    assert played.writes(both, 24) == ["safe"]


def test_who_falls_silent_comes_back_when_the_operator_has_waited() -> None:
    played = claimed()
    assert played.writes(PLAIN, 20) == ["comes"]
    assert played.writes(ASKS, 40) == [], "while he is there"
    assert played.on(Passed(), 79.9) == []
    assert played.on(Passed(), 80) == ["gone"], "forty seconds after the last word"
    assert played.writes(ASKS, 90) == ["where"]
    assert played.writes(PLAIN, 95) == ["bye", "left"]


def test_lines_tell_who_could_read_along_and_how_often_that_changed() -> None:
    played = claimed()
    played.writes(PLAIN, 20)
    played.writes(ASKS, 30)
    played.on(Passed(), 100)
    lines = [(line.text, line.read_along, line.stretch) for line in played.play.lines]
    assert lines == [
        ("call", False, 0), ("near", False, 0), ("words", False, 0),
        ("comes", True, 1), ("words", True, 1), ("gone", False, 2),
    ]  # fmt: skip


def test_when_it_is_over_nothing_follows() -> None:
    played = claimed()
    played.on(OperatorWrote("words", SAFE), 20)
    assert played.on(Ended(Outcome.REFERRED), 21) == []
    assert played.on(Passed(), 300) == []
    assert (played.play.outcome, played.play.ended_at) == (Outcome.REFERRED, at(21))


HAPPENINGS = st.one_of(
    st.just(Began()),
    st.just(Claimed()),
    st.just(Passed()),
    st.builds(Ended, st.sampled_from([None, *Outcome])),
    st.builds(OperatorWrote, st.just("words"), st.sampled_from([PLAIN, ASKS, SAFE, PROMISES])),
)


@given(st.lists(st.tuples(HAPPENINGS, st.floats(0, 200)), max_size=30))
def test_whatever_happens_each_word_is_said_once_and_nothing_after_the_end(
    happenings: list[tuple[Happening, float]],
) -> None:
    play, now, said = Play(SCRIPT, "en", NOW), 0.0, list[str]()
    for happening, passes in happenings:
        now += passes
        before = play
        play, deeds = advance(play, happening, at(now))
        if before.over:
            assert (play, deeds) == (before, ())
        said += [one.text for one in deeds if isinstance(one, Says)]
        assert all(due > at(now) for due, _ in play.due), "what is due is done"
    assert len(said) == len(set(said))
    assert [line.text for line in play.lines if line.heard is None] == said
    told = {one.say[0]: one.needs for one in SCRIPT.reactions}
    for number, name in enumerate(said):
        assert not told[name] or told[name] in said[:number], "what it needs came before"

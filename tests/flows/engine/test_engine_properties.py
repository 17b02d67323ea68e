"""Any events in any order, with the real flows: what always holds."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from flows.conversation import Conversation
from flows.effects import (
    Effect,
    Erase,
    OpenTicket,
    RelayToOperator,
    RelayToPerson,
    UpdateTicket,
    Utter,
    WipeChat,
    WithdrawTicket,
)
from flows.engine.advance import advance
from flows.events import (
    ChoiceMade,
    Event,
    ExitAsked,
    OperatorBlocked,
    OperatorClaimed,
    OperatorCorrected,
    OperatorDeleted,
    OperatorEvent,
    OperatorPrioritised,
    OperatorReleased,
    OperatorRequeued,
    OperatorSentText,
    OperatorSnoozed,
    OperatorUttered,
    Parse,
    PersonLeft,
    PersonReturned,
    SessionStarted,
    Source,
    TicketClosed,
    TimedOut,
    TimerKind,
    Unsupported,
    UnsupportedSent,
    UserUttered,
)
from flows.format.model import CollectStep, Library
from flows.lint.texts import needed
from flows.signals import RETRACTIONS, SILENCING, Signal
from flows.status import IllegalTransition, Status
from flows.urgency import Urgency
from tests.kit.constants import NIGHT
from tests.kit.own import library

LIBRARY: Library = library()
TEXTS = frozenset(needed(LIBRARY))
LOCALES = LIBRARY.slots["locale"].values
INTENTS = (*LIBRARY.triggers, "affirm", "deny", "never_heard_of")
DANGERS = frozenset(
    intent for intent, (flow, _) in LIBRARY.triggers.items() if LIBRARY.flows[flow].is_emergency
)

TOLD = frozenset(
    flow.id
    for flow in LIBRARY.flows.values()
    if flow.is_emergency or flow.answers or flow.waits_with
)
"""What is told once while a human is looked for; beside them, that nobody has answered."""

MOST_UTTERS = 3
"""A person on a phone isn't shown more at once."""

hints = st.sampled_from([None, "ru", "uz", "kk-KZ", "de", ""])
locales = st.none() | st.sampled_from(LOCALES)
words = st.sampled_from(["", "ok", "1.7.2026", "31.12.9999", "3.1", "0.0.0000", "ү" * 4096])
parses = st.builds(
    Parse,
    intent=st.none() | st.sampled_from(INTENTS),
    confidence=st.sampled_from([0.0, 0.3, 0.5, 1.0]),
    urgent=st.sampled_from([False] * 7 + [True]),
    urgency_score=st.just(0.0),
    locale=locales,
    source=st.sampled_from(Source),
    watched=st.sampled_from([False] * 5 + [True]),
    signals=st.frozensets(st.sampled_from(Signal), max_size=2),
    topics=st.sampled_from([(), ("ask_unpaid_wages",)]),
)
operator_events = st.sampled_from(
    [
        OperatorClaimed(),
        OperatorUttered("hello"),
        OperatorReleased(),
        OperatorRequeued(),
        OperatorCorrected("hullo", "ref"),
        OperatorDeleted("ref"),
        OperatorSentText(("utter_rights",)),
        OperatorPrioritised(Urgency.NORMAL),
        OperatorPrioritised(Urgency.EMERGENCY),
        OperatorSnoozed(NIGHT + timedelta(hours=1)),
        OperatorBlocked(NIGHT + timedelta(hours=24)),
        TicketClosed(),
    ]
)


class AnyDialogue(RuleBasedStateMachine):
    """A person, operators and a clock that do whatever they like."""

    conversation: Conversation
    before: Conversation
    effects: tuple[Effect, ...]

    @initialize()
    def a_stranger(self) -> None:
        self.conversation = self.before = Conversation()
        self.effects = ()
        self.now = NIGHT
        self.seen: list[str] = []

    def happens(self, event: Event) -> None:
        self.before, self.effects = self.conversation, ()
        turn = advance(LIBRARY, self.conversation, event, self.now)
        assert turn == advance(LIBRARY, self.before, event, self.now), "not a function"
        self.conversation, self.effects = turn.conversation, turn.effects
        self.seen = (self.seen + [choice.id for utter in self.utters for choice in utter.choices])[
            -40:
        ]

    def person(self, event: Event) -> None:
        """What holds after anything that the person does."""
        self.happens(event)
        kinds = {type(effect) for effect in self.effects}
        assert RelayToPerson not in kinds
        erased = Erase in kinds
        if self.before.status is Status.HUMAN and not self.asks_for_erasure:
            assert not self.utters
            assert kinds.isdisjoint({OpenTicket, WithdrawTicket, UpdateTicket})
        if self.before.status in {Status.QUEUED, Status.HUMAN} and not erased:
            if self.conversation.status is Status.BOT:
                assert WithdrawTicket in kinds
                assert self.before.urgency is not Urgency.EMERGENCY
            else:
                assert self.conversation.urgency >= self.before.urgency
        if erased:
            assert self.conversation == Conversation()
        if self.before.watched and not self.conversation.watched:
            assert erased or self.says_that_nobody_looks(event)
        assert not (self.before.noticed and not self.conversation.noticed and not erased)

    def says_that_nobody_looks(self, event: Event) -> bool:
        """In so many words, or as the answer to the question about it."""
        top = self.before.top
        asked = top is not None and top.flow == "safety"
        match event:
            case UserUttered(_, parse):
                return parse.intent == "not_watched" or (asked and parse.intent == "deny")
            case ChoiceMade(choice_id):
                choice = LIBRARY.choices[choice_id]
                return asked and (choice.slot, choice.value) == ("seen_by_others", "no")
            case _:
                return False

    @property
    def utters(self) -> list[Utter]:
        return [effect for effect in self.effects if isinstance(effect, Utter)]

    @property
    def asks_for_erasure(self) -> bool:
        top = self.conversation.top
        said = {utter.text_id for utter in self.utters}
        asked = top is not None and top.flow == "erase"
        return asked or said in ({"utter_nothing_erased"}, {"utter_exit"})

    # -- what may happen ----------------------------------------------------------------------

    @rule(hint=hints)
    def start(self, hint: str | None) -> None:
        self.person(SessionStarted(hint))

    @rule(text=words, parse=parses, hint=hints)
    def write(self, text: str, parse: Parse, hint: str | None) -> None:
        heard = LIBRARY.triggers.get(parse.intent or "", ("", 1.0))[1] <= parse.confidence
        self.person(UserUttered(text, parse, hint))
        if self.before.status is Status.HUMAN:
            return
        if parse.urgent or (parse.intent in DANGERS and heard):
            assert self.conversation.status is Status.QUEUED
            assert self.conversation.urgency is Urgency.EMERGENCY
            opened = [effect for effect in self.effects if isinstance(effect, OpenTicket)]
            assert len(opened) == (self.before.status is not Status.QUEUED)
            assert all(ticket.urgency is Urgency.EMERGENCY for ticket in opened)
            assert self.utters or parse.signals & SILENCING
            assert RelayToOperator(text) in self.effects

    @rule(intent=st.sampled_from(["affirm", "deny"]))
    def answer_in_words(self, intent: str) -> None:
        self.person(UserUttered(intent, Parse(intent, 1.0)))

    @rule(number=st.integers(0, 39))
    def press_something_seen(self, number: int) -> None:
        if self.seen:
            self.person(ChoiceMade(self.seen[-1 - number % len(self.seen)], "label"))

    @rule(choice_id=st.sampled_from(sorted(LIBRARY.choices)) | st.just("forged"))
    def press_anything(self, choice_id: str) -> None:
        self.person(ChoiceMade(choice_id, "label"))

    @rule(kind=st.sampled_from(Unsupported), hint=hints)
    def send(self, kind: Unsupported, hint: str | None) -> None:
        self.person(UnsupportedSent(kind, hint))

    @rule()
    def leave_quickly(self) -> None:
        self.person(ExitAsked())
        assert WipeChat() in self.effects
        assert [utter.text_id for utter in self.utters] == ["utter_exit"]
        assert self.conversation.watched

    @rule(event=st.sampled_from([PersonLeft(), PersonReturned()]))
    def leave_or_return(self, event: PersonLeft | PersonReturned) -> None:
        self.person(event)
        assert not self.utters

    @rule(event=operator_events)
    def operate(self, event: OperatorEvent) -> None:
        try:
            self.happens(event)
        except IllegalTransition:
            self.conversation, self.effects = self.before, ()
        if self.before.watched:
            assert not self.utters
        assert all(utter.silent for utter in self.utters)

    @rule(kind=st.sampled_from(TimerKind), minutes=st.integers(0, 20))
    def time_passes(self, kind: TimerKind, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.happens(TimedOut(kind))
        if kind is not TimerKind.OPERATOR_SILENT:
            assert self.conversation.status is self.before.status
        assert all(utter.silent for utter in self.utters)
        assert not (self.before.watched and self.utters)

    @rule(signal=st.sampled_from(sorted(SILENCING)), minutes=st.integers(1, 60))
    def fall_silent_and_wait(self, signal: Signal, minutes: int) -> None:
        """Somebody comes, or it was all a joke: whatever is due afterwards is kept back."""
        self.person(UserUttered("shh", Parse(signals=frozenset({signal}))))
        if self.before.status is not Status.QUEUED or self.conversation.status is Status.BOT:
            return
        if signal in {Signal.LATER, *RETRACTIONS} and not self.conversation.hushed:
            return  # said of a plain request, which nobody need hide
        for timer in self.conversation.timers:
            self.time_passes(timer.kind, minutes)
            assert not self.utters

    # -- what always holds --------------------------------------------------------------------

    @invariant()
    def every_text_is_one_that_the_catalogue_was_asked_for(self) -> None:
        assert {utter.text_id for utter in self.utters} <= TEXTS
        assert {utter.locale for utter in self.utters} <= set(LOCALES)
        assert len(self.utters) <= MOST_UTTERS, [utter.text_id for utter in self.utters]

    @invariant()
    def every_button_leads_somewhere(self) -> None:
        for utter in self.utters:
            assert len({choice.id for choice in utter.choices}) == len(utter.choices)
            for choice in utter.choices:
                assert LIBRARY.choices[choice.id] == choice
                assert len(choice.id.encode()) <= 64
        assert all(not utter.choices for utter in self.utters[:-1]), "only the last text asks"

    @invariant()
    def whoever_is_watched_hears_nothing(self) -> None:
        if self.before.watched and self.conversation.watched:
            assert all(utter.silent for utter in self.utters)

    @invariant()
    def the_notice_comes_before_any_content(self) -> None:
        said = [utter.text_id for utter in self.utters]
        if "utter_notice" in said:
            assert not self.before.noticed
            assert self.conversation.noticed
            assert said.index("utter_notice") == 0 or said[0].startswith("utter_unsupported_")

    @invariant()
    def the_state_stays_small(self) -> None:
        flows = [frame.flow for frame in self.conversation.frames]
        assert len(flows) == len(set(flows)) <= 4
        assert len(self.conversation.told) <= len(TOLD) + 1
        assert len({timer.kind for timer in self.conversation.timers}) == len(
            self.conversation.timers
        )
        assert self.conversation.frames or not self.conversation.slots
        assert set(self.conversation.slots) <= set(LIBRARY.slots)
        assert len(msgspec.msgpack.encode(self.conversation)) < 2000

    @invariant()
    def whoever_is_asked_something_can_answer(self) -> None:
        top = self.conversation.top
        if top is not None:
            assert isinstance(LIBRARY.flows[top.flow].step(top.step), CollectStep)

    @invariant()
    def clocks_run_only_while_somebody_is_waited_for(self) -> None:
        if self.conversation.status in {Status.BOT, Status.CLOSED}:
            assert self.conversation.timers == ()
            assert self.conversation.urgency is Urgency.NORMAL
            assert self.conversation.told == ()
        kinds = {timer.kind for timer in self.conversation.timers}
        if self.conversation.status is Status.HUMAN:
            assert kinds <= {TimerKind.SILENT_AFTER_THREAT, TimerKind.OPERATOR_SILENT}
        else:
            assert TimerKind.OPERATOR_SILENT not in kinds

    @invariant()
    def the_state_survives_being_stored(self) -> None:
        packed = msgspec.msgpack.encode(self.conversation)
        assert msgspec.msgpack.decode(packed, type=Conversation) == self.conversation


TestAnyDialogue = pytest.mark.slow(AnyDialogue.TestCase)
TestAnyDialogue.settings = settings(
    max_examples=150,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

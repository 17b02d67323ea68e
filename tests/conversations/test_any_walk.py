"""Every flow in every language, by every button and by random walks through the real texts."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from flows.builtin import MENU_FLOW
from flows.conversation import Conversation, Frame
from flows.effects import Utter
from flows.engine.advance import advance
from flows.events import (
    ChoiceMade,
    Event,
    OperatorClaimed,
    OperatorReleased,
    OperatorRequeued,
    Parse,
    SessionStarted,
    Source,
    TicketClosed,
    TimedOut,
    Unsupported,
    UnsupportedSent,
    UserUttered,
)
from flows.format.model import CallStep
from flows.status import IllegalTransition, Status
from tests.conversations.script import LIBRARY, LOCALES
from tests.conversations.shown import look
from tests.conversations.stage import recogniser
from tests.kit.constants import NIGHT

INTENTS = (*sorted(LIBRARY.triggers), "affirm", "deny")
MENU = UserUttered("/menu", Parse("greet", 1.0, source=Source.COMMAND))
HUMAN = UserUttered("/operator", Parse("ask_human", 1.0, source=Source.COMMAND))
DANGER = UserUttered("help", Parse("urgent_danger", 1.0, urgent=True))

A_REST = timedelta(minutes=3)
"""Whoever flooded the chat has the menu again after it; a person and danger need no rest."""

MOST_QUESTIONS_BEFORE_THE_MENU = 3
"""The language, who may see the chat, and what to do then."""

CALLED = frozenset(
    step.flow
    for flow in LIBRARY.flows.values()
    for step in flow.steps
    if isinstance(step, CallStep)
)
"""Flows that go back to where they were called from."""

# As people write them; what they mean is left to the real keywords.
SAID = (
    "да", "нет", "yes", "ha", "yo'q", "иә", "жоқ", "ооба", "бале", "оператор", "/delete", "/menu",
    "нас заперли", "bizni qamab qo'yishdi", "салом", "спасибо", "bye", "другой язык", "o'zbekcha",
    "никто не смотрит", "он идет", "телефон садится", "05.12", "31.02", "", "🔥🔥🔥", "ү" * 4096,
)  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
def test_every_button_of_every_question(locale: str) -> None:
    for choice in LIBRARY.choices.values():
        for watched in (False, True):
            asked = Conversation(
                locale=locale,
                noticed=True,
                watched=watched,
                frames=(Frame(choice.flow, choice.step),),
            )
            turn = advance(LIBRARY, asked, ChoiceMade(choice.id, "label"), NIGHT)

            look(turn.effects, turn.conversation)
            assert turn.effects or choice.flow in CALLED, f"{choice} leads to silence"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_intent_in_every_situation(locale: str) -> None:
    known = Conversation(locale=locale, noticed=True)
    waiting = advance(LIBRARY, known, HUMAN, NIGHT).conversation
    danger = advance(LIBRARY, known, DANGER, NIGHT).conversation
    for situation in (Conversation(), known, waiting, danger):
        for intent in INTENTS:
            heard = UserUttered("words", Parse(intent, 1.0, locale=locale, source=Source.MODEL))
            turn = advance(LIBRARY, situation, heard, NIGHT)

            look(turn.effects, turn.conversation)


class AnyWalk(RuleBasedStateMachine):
    """Somebody who presses and writes whatever they like, in any language."""

    @initialize(locale=st.sampled_from(LOCALES), watched=st.booleans(), known=st.booleans())
    def arrives(self, locale: str, watched: bool, known: bool) -> None:
        self.locale = locale
        self.now = NIGHT
        self.conversation = Conversation(watched=watched)
        if known:
            self.conversation = Conversation(locale=locale, noticed=True, watched=watched)
        self.buttons: list[str] = []

    def happens(self, event: Event) -> None:
        turn = advance(LIBRARY, self.conversation, event, self.now)
        self.conversation = turn.conversation
        look(turn.effects, turn.conversation)
        for effect in turn.effects:
            if isinstance(effect, Utter):
                self.buttons += [choice.id for choice in effect.choices]
        self.buttons = self.buttons[-40:]

    @rule()
    def starts(self) -> None:
        self.happens(SessionStarted("uz"))

    @rule(number=st.integers(0, 39))
    def presses(self, number: int) -> None:
        if self.buttons:
            self.happens(ChoiceMade(self.buttons[-1 - number % len(self.buttons)], "label"))

    @rule(text=st.sampled_from(SAID) | st.text(max_size=20))
    def writes(self, text: str) -> None:
        self.happens(UserUttered(text, recogniser().short(text)))

    @rule(intent=st.sampled_from(INTENTS), sure=st.sampled_from([0.2, 1.0]), named=st.booleans())
    def writes_what_the_model_hears(self, intent: str, sure: float, named: bool) -> None:
        locale = self.locale if named else None
        self.happens(UserUttered(intent, Parse(intent, sure, locale=locale, source=Source.MODEL)))

    @rule(locale=st.sampled_from(LOCALES))
    def changes_the_language(self, locale: str) -> None:
        self.locale = locale
        named = Parse("change_language", 1.0, locale=locale, source=Source.KEYWORDS)
        self.happens(UserUttered("in my language", named))

    @rule(kind=st.sampled_from(Unsupported))
    def sends(self, kind: Unsupported) -> None:
        self.happens(UnsupportedSent(kind))

    @rule(minutes=st.integers(1, 40))
    def waits(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        for timer in self.conversation.timers:
            if timer.due <= self.now:
                self.happens(TimedOut(timer.kind))

    @rule(
        event=st.sampled_from(
            [OperatorClaimed(), OperatorReleased(), OperatorRequeued(), TicketClosed()]
        )
    )
    def operates(self, event: Event) -> None:
        try:
            self.happens(event)
        except IllegalTransition:
            return

    # -- no dead end: looked at from every state, without going there ----------------------------

    @invariant()
    def the_menu_can_be_reached(self) -> None:
        if self.conversation.status is Status.HUMAN or self.conversation.in_emergency:
            return
        rested = self.now + A_REST
        ahead = advance(LIBRARY, self.conversation, MENU, rested).conversation
        for _ in range(MOST_QUESTIONS_BEFORE_THE_MENU):
            if ahead.top is None or ahead.top.flow == MENU_FLOW:
                break
            first = next(
                choice
                for choice in LIBRARY.choices.values()
                if (choice.flow, choice.step) == (ahead.top.flow, ahead.top.step)
            )
            ahead = advance(LIBRARY, ahead, ChoiceMade(first.id), rested).conversation

        assert ahead.top is not None
        assert ahead.top.flow == MENU_FLOW, ahead.frames

    @invariant()
    def a_person_can_be_reached(self) -> None:
        ahead = advance(LIBRARY, self.conversation, HUMAN, self.now).conversation
        if self.conversation.locale is None:
            language = next(one for one in LIBRARY.choices.values() if one.slot == "locale")
            ahead = advance(LIBRARY, ahead, ChoiceMade(language.id), self.now).conversation

        assert ahead.status in {Status.QUEUED, Status.HUMAN}

    @invariant()
    def danger_is_heard(self) -> None:
        ahead = advance(LIBRARY, self.conversation, DANGER, self.now)

        assert ahead.conversation.in_emergency or self.conversation.status is Status.HUMAN
        look(ahead.effects, ahead.conversation)

    @invariant()
    def everything_can_be_erased(self) -> None:
        command = UserUttered("/delete", Parse("delete_my_data", 1.0, source=Source.COMMAND))
        asked = advance(LIBRARY, self.conversation, command, self.now).conversation
        yes = next(
            choice
            for choice in LIBRARY.choices.values()
            if (choice.flow, choice.value) == ("erase", "yes")
        )

        assert advance(LIBRARY, asked, ChoiceMade(yes.id), self.now).conversation == Conversation()


TestAnyWalk = pytest.mark.slow(AnyWalk.TestCase)
TestAnyWalk.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

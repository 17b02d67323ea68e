"""A dialogue with the core, told as one would tell it: she writes, she presses, time passes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Self, TypeVar

from flows.conversation import Conversation
from flows.effects import Effect, NotifyOperators, Utter
from flows.engine.advance import advance
from flows.events import (
    ChoiceMade,
    Event,
    OperatorClaimed,
    OperatorPrioritised,
    OperatorReleased,
    OperatorRequeued,
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
from flows.follow_ups import FollowUp
from flows.format.model import Choice, Library
from flows.signals import Signal
from flows.status import Status
from flows.urgency import Urgency
from tests.kit.constants import NIGHT

E = TypeVar("E", bound=Effect)


def _among_signals(guessed: Signal | None) -> set[Signal]:
    """A guess that counts, as `nlu.context` puts it there."""
    return set() if guessed in {None, Signal.STRANGER} else {guessed}


@dataclass
class Dialogue:
    """One person, the bot and the operators. Every method is one turn and returns the dialogue.

    `speaks`: the locale that is heard in what the person writes; None for "can't tell".
    """

    library: Library
    conversation: Conversation = field(default_factory=Conversation)
    now: datetime = NIGHT
    speaks: str | None = "ru"
    effects: tuple[Effect, ...] = ()
    seen: list[Choice] = field(default_factory=list)
    everything: list[Effect] = field(default_factory=list)

    def happens(self, event: Event) -> Self:
        """Any event."""
        turn = advance(self.library, self.conversation, event, self.now)
        self.conversation, self.effects = turn.conversation, turn.effects
        self.everything += turn.effects
        self.seen += [choice for utter in self.of(Utter) for choice in utter.choices]
        return self

    # -- the person ---------------------------------------------------------------------------

    def starts(self, hint: str | None = None) -> Self:
        return self.happens(SessionStarted(hint))

    def writes(
        self,
        text: str,
        intent: str | None = None,
        *,
        confidence: float = 0.9,
        urgent: bool = False,
        watched: bool = False,
        source: Source = Source.MODEL,
        hint: str | None = None,
        signals: Iterable[Signal] = (),
        guessed: Signal | None = None,
        topics: tuple[str, ...] = (),
        follow_up: FollowUp | None = None,
        kinds: Iterable[FollowUp] = (),
        answer: str = "",
        unread: bool = False,
        unexplained: bool = False,
        score: float = 0.9,
        suggested: tuple[str, ...] = (),
    ) -> Self:
        """`guessed`: a signal that the model alone hears, and that counts. `score`: of danger where
        it is urgent; 1.0 is what keywords heard. `suggested`: the intents that are possible."""
        parse = Parse(
            intent=intent,
            confidence=confidence,
            urgent=urgent,
            urgency_score=score if urgent else 0.1,
            locale=self.speaks,
            source=source,
            watched=watched,
            signals=frozenset(signals) | _among_signals(guessed),
            guessed=guessed,
            topics=topics,
            named=frozenset(topics),
            follow_up=follow_up,
            kinds=frozenset(kinds),
            answer=answer,
            unread=unread,
            unexplained=unexplained,
            suggested=suggested,
        )
        return self.happens(UserUttered(text, parse, hint))

    def cries_for_help(self, text: str = "they have locked me in") -> Self:
        return self.writes(text, "urgent_danger", urgent=True)

    def commands(self, intent: str) -> Self:
        """A slash command, such as /delete."""
        return self.writes(f"/{intent}", intent, confidence=1.0, source=Source.COMMAND)

    def presses(self, value: str) -> Self:
        """The newest button with that value that the person can see."""
        choice = next(choice for choice in reversed(self.seen) if choice.value == value)
        return self.presses_button(choice)

    def presses_button(self, choice: Choice) -> Self:
        return self.happens(ChoiceMade(choice.id, label=f"[{choice.value}]"))

    def button(self, flow: str, value: str) -> Choice:
        """A button of a flow, whether it was shown or not."""
        return next(
            choice
            for choice in self.library.choices.values()
            if (choice.flow, choice.value) == (flow, value)
        )

    def sends(self, kind: Unsupported) -> Self:
        return self.happens(UnsupportedSent(kind))

    def blocks_the_bot(self) -> Self:
        return self.happens(PersonLeft())

    def comes_back(self) -> Self:
        return self.happens(PersonReturned())

    # -- operators and time -------------------------------------------------------------------

    def operator_claims(self) -> Self:
        return self.happens(OperatorClaimed())

    def operator_writes(self, text: str) -> Self:
        return self.happens(OperatorUttered(text))

    def operator_releases(self) -> Self:
        return self.happens(OperatorReleased())

    def operator_requeues(self) -> Self:
        return self.happens(OperatorRequeued())

    def prioritised_by_operator(self) -> Self:
        return self.happens(OperatorPrioritised(Urgency.EMERGENCY))

    def operator_closes(self) -> Self:
        return self.happens(TicketClosed())

    def minutes_pass(self, minutes: float) -> Self:
        """Wakes the conversation for every timer on the way; their effects are taken together."""
        until = self.now + timedelta(minutes=minutes)
        effects: list[Effect] = []
        while due := [timer for timer in self.conversation.timers if timer.due <= until]:
            timer = min(due, key=lambda timer: timer.due)
            self.now = timer.due
            self.happens(TimedOut(timer.kind))
            assert timer not in self.conversation.timers, "a timer rings once"
            effects += self.effects
        self.now, self.effects = until, tuple(effects)
        return self

    # -- what came of the last turn -----------------------------------------------------------

    def of(self, kind: type[E]) -> list[E]:
        """The effects of one kind."""
        return [effect for effect in self.effects if isinstance(effect, kind)]

    @property
    def said(self) -> list[str]:
        """The texts that the person was shown, in order."""
        return [utter.text_id for utter in self.of(Utter)]

    @property
    def offered(self) -> list[str]:
        """The values of the buttons under the last text."""
        utters = self.of(Utter)
        return [choice.value for choice in utters[-1].choices] if utters else []

    @property
    def notices(self) -> list[str]:
        """What operators were told."""
        return [effect.notice.value for effect in self.of(NotifyOperators)]

    @property
    def status(self) -> Status:
        return self.conversation.status

    @property
    def timers(self) -> dict[TimerKind, float]:
        """The minutes until each timer is due."""
        return {
            timer.kind: (timer.due - self.now) / timedelta(minutes=1)
            for timer in self.conversation.timers
        }

    # -- where a story may begin --------------------------------------------------------------

    def at_menu(self) -> Self:
        """A person who has pressed through the first contact in Russian."""
        return self.starts().presses("ru").presses("no")

    def waiting(self) -> Self:
        """A person who asked for a human, without danger."""
        return self.at_menu().writes("a person, please", "ask_human")

    def in_danger(self) -> Self:
        """A person whose first message was of danger."""
        return self.cries_for_help()


def says(dialogue: Dialogue, *signals: Signal, text: str = "words") -> Dialogue:
    """The person's words tell these signals and nothing else."""
    return dialogue.writes(text, signals=signals)

"""One turn in the making: the ticket."""

from datetime import datetime

from flows.builtin import FALLBACK_LOCALE
from flows.conversation import OPEN
from flows.effects import (
    Notice,
    NotifyOperators,
    OpenTicket,
    ShowFact,
    UpdateTicket,
    WithdrawTicket,
)
from flows.engine.speaking import Speaking
from flows.events import TimerKind
from flows.signals import QUESTIONS, Answer, Fact, Signal, latest
from flows.status import Change, Status
from flows.urgency import Urgency


class Ticketing(Speaking):
    """The second layer of a `Walk`."""

    def hand_over(self, topic: str, urgency: Urgency) -> None:
        """Open a ticket, or add to the open one. Only an operator lowers an urgency."""
        if self.status is Status.BOT:
            self._open(topic, urgency)
        elif self.status is Status.QUEUED:
            self.raise_urgency(urgency, topic)

    def mark_child(self) -> None:
        """The person is under 18, as they say: on this ticket and on every later one."""
        if not self.conversation.child:
            self.set(child=True)
            self.notify(Notice.CHILD)

    def note(self, signal: Signal, *, inferred: bool) -> None:
        """Put a fact on the card. What was said last isn't put there twice; a button's word takes
        the place of what was only inferred."""
        if signal in QUESTIONS:
            return
        fact, facts = Fact(signal, self.now, inferred), self.conversation.facts
        if facts and facts[-1].signal is signal and (inferred or not facts[-1].inferred):
            return
        self.set(facts=latest((*facts, fact)))
        if self.status in OPEN:
            self.effects.append(ShowFact(fact))

    def note_answer(self, answer: Answer) -> None:
        """Put an answer to a question of the deck on the card; a later one to the same question
        takes its place."""
        before = (
            fact
            for fact in self.conversation.facts
            if fact.answer is None or fact.answer.question != answer.question
        )
        fact = Fact(None, self.now, inferred=False, answer=answer)
        self.set(facts=latest((*before, fact)))
        if self.status is Status.QUEUED:  # whoever has the ticket reads the answer in its topic
            self.effects.append(ShowFact(fact))

    def _open(self, topic: str, urgency: Urgency, *, closed_at: datetime | None = None) -> None:
        self.change(Change.HANDOVER)
        self.set(urgency=urgency, topic=topic, closed_at=None, not_in_danger=False)
        self.set(hushed=False, waiting_since=self.now)
        locale = self.conversation.locale or FALLBACK_LOCALE
        self.effects.append(OpenTicket(topic, urgency, locale, closed_at))
        if self.conversation.child:
            self.notify(Notice.CHILD)
        if self.conversation.watched:
            self.notify(Notice.WATCHED)
        if self.is_blocked:
            self.notify(Notice.BLOCKED_BEFORE)
        self.wait_for_human()

    def reopen(self) -> None:
        """The person goes on with what an operator has closed."""
        closed_at = self.conversation.closed_at
        self._open(self.conversation.topic, Urgency.NORMAL, closed_at=closed_at)
        self.give_notice()
        self.say("utter_reopened")

    @property
    def is_blocked(self) -> bool:
        """Whether an operator has blocked this person, and the time isn't over."""
        until = self.conversation.blocked_until
        return until is not None and self.now < until

    def raise_urgency(self, urgency: Urgency, topic: str | None = None) -> None:
        """Tell the open ticket about a new signal."""
        rises = urgency > self.conversation.urgency
        self.effects.append(UpdateTicket(urgency if rises else None, topic))
        if rises:
            self.set(urgency=urgency, topic=topic or self.conversation.topic)
            self.effects.append(NotifyOperators(Notice.URGENCY_RAISED))
            self.cancel(TimerKind.SNOOZE_OVER)
            self.wait_for_human()

    def withdraw(self) -> None:
        """The person takes the wish for an operator back."""
        if self.status is Status.QUEUED:
            self.change(Change.WITHDRAW)
            self.set(timers=(), urgency=Urgency.NORMAL, told=())
            self.forget_facts()
            self.effects.append(WithdrawTicket())

    def take_danger_back(self) -> None:
        """The person says that they are in no danger. Operators see it; the ticket and its urgency
        stay, since somebody else may have pressed the button. Danger is told anew if it is heard
        again."""
        if self.conversation.in_danger:
            self.set(not_in_danger=True, told=())
            self.notify(Notice.NOT_IN_DANGER)

    def hear_danger_again(self) -> None:
        """Danger after the person said that there is none: operators are called again."""
        if self.conversation.in_emergency and self.conversation.not_in_danger:
            self.notify(Notice.DANGER_AGAIN)
            if self.status is Status.QUEUED:
                self.wait_for_human()
        self.set(not_in_danger=False)

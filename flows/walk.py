"""Walking through steps within one turn: the frames, what is said, tickets and timers."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, assert_never

from flows import conditions
from flows.conversation import OPEN, Conversation, Frame, Timer, WipeAfter
from flows.dates import read_date
from flows.effects import (
    Alert,
    AlertLevel,
    Effect,
    Erase,
    Notice,
    NotifyOperators,
    OpenTicket,
    UpdateTicket,
    Utter,
    WipeChat,
    WithdrawTicket,
)
from flows.errors import FlowError
from flows.events import TimerKind
from flows.model import (
    END,
    ActionStep,
    CallStep,
    Choice,
    CollectStep,
    HandoverStep,
    Library,
    LinkStep,
    NoopStep,
    SetSlotsStep,
    Slot,
    SlotType,
    Step,
)
from flows.status import Change, Status, changed
from flows.urgency import Urgency

FALLBACK_LOCALE = "ru"
"""Spoken until the person's own language is known: most who write here can read it."""

NOBODY_FREE_AFTER = {
    Urgency.EMERGENCY: timedelta(minutes=2),
    Urgency.HIGH: timedelta(minutes=5),
    Urgency.NORMAL: timedelta(minutes=10),
}
"""After this long without an operator the person is told the truth (scenario rule)."""

PUSH_AGAIN_AFTER = timedelta(seconds=60)
CALL_SUPERVISORS_AFTER = timedelta(seconds=180)
"""An emergency that nobody has claimed rings again, then supervisors are called."""

REFLECTION_PERIOD = timedelta(days=30)
STILL_NOBODY_AFTER = timedelta(minutes=10)
SILENT_AFTER = timedelta(minutes=15)
"""An emergency in which the person has written nothing for this long is marked."""

MAX_STEPS = 64
"""More steps than this without a question is a loop; `check` finds it before a person does."""

MOST_SAID = 8
"""So many of the last texts are remembered, for whoever takes the conversation over."""

CHILD_TOPIC = "minor"
"""What somebody under 18 is handed over for; operators are warned, whatever else it is about."""

NOTICE_TEXT = "utter_notice"
EXIT_TEXT = "utter_exit"
ERASE_FLOW = "erase"
EXIT_FLOW = "exit"
MENU_FLOW = "menu"
START_FLOW = "start"
LANGUAGE_FLOW = "language"
CHANGE_LANGUAGE_FLOW = "change_language"
WAITING_FLOW = "waiting"
LANGUAGE_IN_DANGER_FLOW = "language_in_danger"


class Walk:
    """One turn in the making. Lives for one call of `advance` and never leaves it."""

    def __init__(self, library: Library, conversation: Conversation, now: datetime) -> None:
        self.library = library
        self.conversation = conversation
        self.now = now
        self.effects: list[Effect] = []
        self.hint: str | None = None

    # -- the conversation ----------------------------------------------------------------------

    @property
    def status(self) -> Status:
        """Who has the conversation at this point of the turn."""
        return self.conversation.status

    def set(self, **changes: Any) -> None:
        """Replace fields of the frozen conversation."""
        self.conversation = replace(self.conversation, **changes)

    def change(self, change: Change) -> None:
        """Move along the status table. Raises `IllegalTransition`."""
        self.set(status=changed(self.status, change))

    def settle(self) -> None:
        """A human's part is over: no frames, no timers, no urgency."""
        self.set(frames=(), slots={}, timers=(), urgency=Urgency.NORMAL, told=(), misunderstood=0)

    # -- saying --------------------------------------------------------------------------------

    def say(self, text_id: str, choices: tuple[Choice, ...] = ()) -> None:
        """Answer the person. Silent once danger is known or somebody may be looking."""
        silent = self.conversation.watched or self.conversation.in_emergency
        locale = self.conversation.locale or FALLBACK_LOCALE
        self.effects.append(Utter(text_id, locale, choices, silent, self.dates()))
        self.remember_said(text_id)

    def remember_said(self, *text_ids: str) -> None:
        """Operators are shown what the person has been told."""
        said = tuple(one for one in self.conversation.said if one not in text_ids)
        self.set(said=(*said, *text_ids)[-MOST_SAID:])

    def dates(self) -> tuple[tuple[str, str], ...]:
        """The dates that a text may name."""
        return tuple(
            (name, value)
            for name, value in self.conversation.slots.items()
            if (slot := self.library.slots.get(name))  # an update may have removed it
            and slot.type is SlotType.DATE
            and value not in slot.values
        )

    def say_unasked(self, text_id: str) -> None:
        """Say something that the person didn't ask for: silently, and never while watched."""
        if not self.conversation.watched:
            locale = self.conversation.locale or FALLBACK_LOCALE
            self.effects.append(Utter(text_id, locale, (), silent=True))
            self.remember_said(text_id)

    def notify(self, notice: Notice) -> None:
        """Show a notice on the ticket, if there is one."""
        if self.status in OPEN:
            self.effects.append(NotifyOperators(notice))

    def give_notice(self) -> bool:
        """The first message: who this is, what is kept. Once; says whether it was given now."""
        if self.conversation.noticed:
            return False
        self.set(noticed=True)
        self.say(NOTICE_TEXT)
        return True

    def introduce(self, flow: str) -> None:
        """Give the notice before any content but danger, erasure and the choice of language."""
        unannounced = {LANGUAGE_FLOW, ERASE_FLOW, EXIT_FLOW}
        direct = flow in unannounced or self.library.flows[flow].is_emergency
        if not direct and not self.conversation.in_emergency:
            self.give_notice()

    # -- timers --------------------------------------------------------------------------------

    def start_timer(self, kind: TimerKind, after: timedelta) -> None:
        """(Re)start a timer; there is one of a kind."""
        self.cancel(kind)
        self.set(timers=(*self.conversation.timers, Timer(kind, self.now + after)))

    def cancel(self, *kinds: TimerKind) -> None:
        """Stop timers; those that don't run are passed over."""
        kept = tuple(timer for timer in self.conversation.timers if timer.kind not in kinds)
        self.set(timers=kept)

    def wait_for_human(self) -> None:
        """The clocks of a waiting ticket."""
        urgency = self.conversation.urgency
        self.start_timer(TimerKind.NOBODY_FREE, NOBODY_FREE_AFTER[urgency])
        if urgency is Urgency.EMERGENCY:
            self.effects.append(Alert(AlertLevel.SHIFT))
            self.start_timer(TimerKind.PUSH_AGAIN, PUSH_AGAIN_AFTER)
            self.start_timer(TimerKind.CALL_SUPERVISORS, CALL_SUPERVISORS_AFTER)
            self.start_timer(TimerKind.STILL_NOBODY, STILL_NOBODY_AFTER)
            self.watch_silence()

    def watch_silence(self) -> None:
        """Notice when a person in danger stops writing."""
        self.start_timer(TimerKind.SILENT_AFTER_THREAT, SILENT_AFTER)

    # -- tickets -------------------------------------------------------------------------------

    def hand_over(self, topic: str, urgency: Urgency) -> None:
        """Open a ticket, or add to the open one. Only an operator lowers an urgency."""
        if topic == CHILD_TOPIC:
            self.mark_child()
        if self.status is Status.BOT:
            self._open(topic, urgency)
        elif self.status is Status.QUEUED:
            self.raise_urgency(urgency, topic)

    def mark_child(self) -> None:
        """The person is under 18, as they say: on this ticket and on every later one."""
        if not self.conversation.child:
            self.set(child=True)
            self.notify(Notice.CHILD)

    def _open(self, topic: str, urgency: Urgency, *, reopened: bool = False) -> None:
        self.change(Change.HANDOVER)
        self.set(urgency=urgency, topic=topic, closed_at=None)
        locale = self.conversation.locale or FALLBACK_LOCALE
        self.effects.append(OpenTicket(topic, urgency, locale, reopened))
        if self.conversation.child:
            self.notify(Notice.CHILD)
        if self.conversation.watched:
            self.notify(Notice.WATCHED)
        if self.is_muted:
            self.notify(Notice.MUTED_BEFORE)
        self.wait_for_human()

    def reopen(self) -> None:
        """The person goes on with what an operator has closed."""
        self._open(self.conversation.topic, Urgency.NORMAL, reopened=True)
        self.give_notice()
        self.say("utter_reopened")

    @property
    def is_muted(self) -> bool:
        """Whether an operator has muted this person, and the time isn't over."""
        until = self.conversation.muted_until
        return until is not None and self.now < until

    def raise_urgency(self, urgency: Urgency, topic: str | None = None) -> None:
        """Tell the open ticket about a new signal."""
        rises = urgency > self.conversation.urgency
        self.effects.append(UpdateTicket(urgency if rises else None, topic))
        if rises:
            self.set(urgency=urgency, topic=topic or self.conversation.topic)
            self.effects.append(NotifyOperators(Notice.URGENCY_RAISED))
            self.cancel(TimerKind.SLEEP_OVER)
            self.wait_for_human()

    def withdraw(self) -> None:
        """The person takes the wish for an operator back."""
        if self.status is Status.QUEUED:
            self.change(Change.WITHDRAW)
            self.set(timers=(), urgency=Urgency.NORMAL, told=())
            self.effects.append(WithdrawTicket())

    # -- frames --------------------------------------------------------------------------------

    def start(self, flow: str) -> None:
        """Begin a flow in place of all others."""
        self.set(frames=(), slots={})
        self.push(flow)
        self.ask_language_before(flow)
        self.run()

    def interrupt(self, flow: str) -> None:
        """Begin a flow now; the interrupted one goes on afterwards if it is one that resumes."""
        flows = self.library.flows
        kept = tuple(
            frame
            for frame in self.conversation.frames
            if frame.flow != flow and frame.flow in flows and flows[frame.flow].resumes
        )
        self.set(frames=kept, slots=self.conversation.slots if kept else {})
        self.push(flow)
        self.ask_language_before(flow)
        self.run()

    def tell(self, flow: str) -> None:
        """Say a flow's texts and hand over as it says, but leave the open question open."""
        frames, slots = self.conversation.frames, self.conversation.slots
        self.set(frames=())
        self.push(flow)
        for _ in range(MAX_STEPS):
            current = self.current_step()
            if current is None or isinstance(current[1], CollectStep):
                break
            self.do(*current)
        self.set(frames=frames, slots=slots)

    def ask_aside(self, flow: str) -> None:
        """Ask something in between; the open question comes again afterwards."""
        self.push(flow)
        self.run()

    def ask_language_before(self, flow: str) -> None:
        """A language that nobody knows yet is asked for before anything but danger."""
        known = self.conversation.locale is not None
        direct = flow in {LANGUAGE_FLOW, CHANGE_LANGUAGE_FLOW, START_FLOW, ERASE_FLOW, EXIT_FLOW}
        if not known and not direct and not self.library.flows[flow].is_emergency:
            self.push(LANGUAGE_FLOW)

    def push(self, flow: str) -> None:
        """Put a flow on top, at its first step, with none of its own questions answered.

        A flow is never there twice, so the frames stay few however long somebody goes in circles.
        """
        steps = self.library.flows[flow].steps
        asked = {step.slot for step in steps if isinstance(step, CollectStep)}
        slots = {
            name: value for name, value in self.conversation.slots.items() if name not in asked
        }
        others = tuple(frame for frame in self.conversation.frames if frame.flow != flow)
        self.set(frames=(*others, Frame(flow, steps[0].id)), slots=slots)

    def current_step(self) -> tuple[Frame, Step] | None:
        """The innermost step. Frames whose step an update has removed are dropped."""
        while (frame := self.conversation.top) is not None:
            flow = self.library.flows.get(frame.flow)
            step = flow.step(frame.step) if flow else None
            if step is not None:
                return frame, step
            self.leave()
        return None

    def run(self) -> None:
        """Walk until a question waits for an answer or nothing is left."""
        for _ in range(MAX_STEPS):
            current = self.current_step()
            if current is None:
                return
            frame, step = current
            if isinstance(step, CollectStep):
                self.ask(frame, step)
                return
            self.do(frame, step)
        raise FlowError(f"flow {frame.flow!r} never waits for the person")

    def ask(self, frame: Frame, step: CollectStep) -> None:
        """Put the question with its buttons."""
        self.introduce(frame.flow)
        self.say(step.utter, self.choices(frame.flow, step))

    def choices(self, flow: str, step: CollectStep) -> tuple[Choice, ...]:
        """The buttons of a question; Telegram's language hint puts its language first."""
        values = self.library.slots[step.slot].values
        if flow == LANGUAGE_FLOW and self.hint:
            base = self.hint.split("-")[0].lower()
            values = tuple(sorted(values, key=lambda value: value.split("-")[0] != base))
        return tuple(Choice(flow, step.id, step.slot, value) for value in values)

    def do(self, frame: Frame, step: Step) -> None:
        """Do one step that isn't a question, and move on."""
        match step:
            case ActionStep(_, action, _):
                self.act(frame.flow, action)
                self.move(step)
            case SetSlotsStep(_, pairs, _):
                slots = dict(self.conversation.slots)
                for name, value in pairs:
                    slots.pop(name, None)
                    if value is not None:
                        slots[name] = value
                self.set(slots=slots)
                self.move(step)
            case NoopStep():
                self.move(step)
            case HandoverStep(_, _, urgency, _) if self.rests(urgency):
                self.say("utter_muted")
                self.leave()
            case HandoverStep(_, topic, urgency, _):
                self.hand_over(topic, urgency)
                told = self.conversation.told
                if self.library.flows[frame.flow].is_emergency and frame.flow not in told:
                    self.set(told=(*told, frame.flow))
                self.move(step)
            case LinkStep(_, flow):
                self.leave()
                if flow == WAITING_FLOW and self.conversation.in_emergency:
                    self.say("utter_still_waiting")  # only an operator ends an emergency
                else:
                    self.push(flow)
            case CallStep(_, flow, _):
                self.move(step, keep=True)
                self.push(flow)
            case CollectStep():
                raise AssertionError("questions are asked, not done")
            case _:
                assert_never(step)

    def rests(self, urgency: Urgency) -> bool:
        """Whether a request isn't passed on: a muted person's, unless it is urgent."""
        return self.is_muted and urgency is Urgency.NORMAL and self.status is Status.BOT

    def act(self, flow: str, action: str) -> None:
        """Say a text, or do one of the helpline's own actions."""
        match action:
            case "action_set_locale":
                self.speak(self.conversation.slots.get("locale"))
            case "action_watched":
                self.set(watched=True)
                if self.status is Status.QUEUED:
                    self.effects.append(NotifyOperators(Notice.WATCHED))
            case "action_unwatched":
                if self.conversation.watched and self.status is Status.QUEUED:
                    self.effects.append(NotifyOperators(Notice.UNWATCHED))
                self.set(watched=False)
            case "action_withdraw":
                self.withdraw()
            case "action_count_days":
                self.count_days()
            case "action_wipe_hour" | "action_wipe_day" | "action_wipe_late":
                self.set(wipe=WipeAfter(action.removeprefix("action_wipe_")))
            case "action_exit":
                self.exit()
            case "action_erase":
                self.erase()
            case _:
                self.introduce(flow)
                self.say(action)

    def speak(self, locale: str | None) -> None:
        """Speak this language from here on; the ticket's language follows."""
        if locale is None or locale == self.conversation.locale:
            return
        self.set(locale=locale)
        if self.status is Status.QUEUED:
            self.effects.append(UpdateTicket(locale=locale))
            self.effects.append(NotifyOperators(Notice.LOCALE_CHANGED))

    def erase(self) -> None:
        """Forget everything."""
        self.effects.append(Erase(self.conversation.locale or FALLBACK_LOCALE))
        self.conversation = Conversation()

    def exit(self) -> None:
        """Somebody comes near: the chat is emptied but for a harmless line, and nothing is sent
        unasked from here on. A wish for an operator stays: it may be the only one that arrives."""
        if self.status in OPEN:
            self.effects.append(NotifyOperators(Notice.CHAT_WIPED))
        self.set(frames=(), slots={}, misunderstood=0, watched=True)
        self.effects.append(WipeChat())
        self.say(EXIT_TEXT)

    def count_days(self) -> None:
        """Thirty days from the date that was given, by plain counting (domain.md, section 1)."""
        given = date.fromisoformat(self.conversation.slots["counting_date"])
        end = given + REFLECTION_PERIOD
        self.set(slots={**self.conversation.slots, "date": end.isoformat()})

    def move(self, step: Step, *, keep: bool = False) -> None:
        """Go where the step's `next` says. A frame that ends is dropped."""
        if not self.conversation.frames:
            return
        *below, frame = self.conversation.frames
        target = self.target(step)
        if target == END and not keep:
            self.leave()
        else:
            self.set(frames=(*below, Frame(frame.flow, target)))

    def leave(self) -> None:
        """End the innermost flow. With the last one its answers are forgotten."""
        below = self.conversation.frames[:-1]
        self.set(frames=below, slots=self.conversation.slots if below else {})

    def target(self, step: Step, slots: dict[str, str] | None = None) -> str:
        """The id of the step that follows, or END."""
        if isinstance(step, LinkStep):
            return END
        values = self.conversation.slots if slots is None else slots
        for branch in step.next:
            if branch.when is None or conditions.holds(branch.when, values):
                return branch.then
        return END

    # -- answers -------------------------------------------------------------------------------

    def fill_open_question(self, value: str) -> bool:
        """Answer the open question with a value, if it has that value."""
        current = self.current_step()
        if current is None:
            return False
        frame, step = current
        if not isinstance(step, CollectStep) or value not in self.library.slots[step.slot].values:
            return False
        self.take(Choice(frame.flow, step.id, step.slot, value))
        return True

    def open_slot(self) -> Slot | None:
        """The slot of the open question."""
        current = self.current_step()
        if current is None or not isinstance(current[1], CollectStep):
            return None
        return self.library.slots[current[1].slot]

    def fill_date(self, text: str) -> bool:
        """Answer an open question for a date, if the text holds one."""
        slot, current = self.open_slot(), self.current_step()
        if slot is None or current is None or slot.type is not SlotType.DATE:
            return False
        given = read_date(text, self.now.date())
        if given is None:
            return False
        self.set(slots={**self.conversation.slots, slot.name: given.isoformat()})
        self.move(current[1])
        self.run()
        return True

    def take(self, choice: Choice) -> None:
        """Fill the slot and go on from the question's step."""
        step = self.library.flows[choice.flow].step(choice.step)
        assert step is not None  # noqa: S101 - `choices` are made from these very steps
        top = self.conversation.top
        old = top is None or (top.flow, top.step) != (choice.flow, choice.step)
        if old:
            self.set(frames=(Frame(choice.flow, choice.step),), slots={})
        self.set(slots={**self.conversation.slots, choice.slot: choice.value})
        self.move(step)
        if old:
            self.ask_language_before(self.leads_to(choice) or choice.flow)
        self.run()

    def leads_to(self, choice: Choice) -> str | None:
        """The flow that a button links straight to, if it does."""
        flow = self.library.flows[choice.flow]
        step = flow.step(choice.step)
        target = self.target(step, {choice.slot: choice.value}) if step else END
        following = flow.step(target)
        return following.flow if isinstance(following, LinkStep) else None

    def warns(self, choice: Choice) -> bool:
        """Whether the button says that somebody may be looking."""
        flow = self.library.flows[choice.flow]
        step = flow.step(choice.step)
        following = flow.step(self.target(step, {choice.slot: choice.value})) if step else None
        return isinstance(following, ActionStep) and following.action == "action_watched"

    def leads_to_erasure(self, choice: Choice) -> bool:
        """Erasure and exit work in every status, also while a human has the conversation."""
        return not {ERASE_FLOW, EXIT_FLOW}.isdisjoint({choice.flow, self.leads_to(choice)})

    def still_honoured(self, choice: Choice) -> bool:
        """Old buttons that still do what they say: menus, and the ways to help and to erasure."""
        if self.library.flows[choice.flow].evergreen or self.leads_to_erasure(choice):
            return True
        if choice.flow == WAITING_FLOW:
            return self.status is Status.QUEUED and not self.conversation.in_emergency
        linked = self.leads_to(choice)
        return linked is not None and self.library.flows[linked].hands_over is not None

    def is_vital(self, choice: Choice) -> bool:
        """Buttons that work in any flood: help, danger, erasure, the language."""
        linked = self.leads_to(choice)
        helps = linked is not None and self.library.flows[linked].hands_over is not None
        vital = helps or self.leads_to_erasure(choice) or self.warns(choice)
        return vital or choice.slot == "locale" or self.conversation.in_emergency

    def ask_again(self) -> None:
        """An outdated button: the current question once more, or the menu if there is none."""
        current = self.current_step()
        if current is not None and isinstance(current[1], CollectStep):
            self.ask(current[0], current[1])
        elif self.status is Status.QUEUED:
            self.say("utter_still_waiting")
        else:
            self.start(MENU_FLOW if self.conversation.noticed else START_FLOW)

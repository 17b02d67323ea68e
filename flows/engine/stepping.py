"""One turn in the making: frames and steps."""

from datetime import date, timedelta
from typing import assert_never

from flows.builtin import (
    CHANGE_LANGUAGE_FLOW,
    ERASE_FLOW,
    ERASE_WITH_REQUEST_TEXT,
    ERASED_SHORTLY_TEXT,
    ERASED_TEXT,
    EXIT_FLOW,
    EXIT_TEXT,
    FALLBACK_LOCALE,
    LANGUAGE_FLOW,
    LANGUAGE_NAMED_FLOW,
    START_FLOW,
    WAITING_FLOW,
)
from flows.conversation import OPEN, Conversation, Frame, WipeAfter
from flows.effects import Erase, Notice, NotifyOperators, UpdateTicket, WipeChat
from flows.engine import known
from flows.engine.known import NOTE
from flows.engine.open_topic import open_page
from flows.engine.ticketing import Ticketing
from flows.errors import FlowError
from flows.format import conditions
from flows.format.model import (
    END,
    ActionStep,
    CallStep,
    Choice,
    CollectStep,
    HandoverStep,
    LinkStep,
    NoopStep,
    SetSlotsStep,
    Step,
)
from flows.signals import Signal
from flows.status import Status
from flows.urgency import Urgency

MAX_STEPS = 64
"""More steps than this without a question is a loop; `check` finds it before a person does."""

REFLECTION_PERIOD = timedelta(days=30)


class Stepping(Ticketing):
    """The third layer of a `Walk`."""

    def start(self, flow: str) -> None:
        """Begin a flow in place of all others."""
        self.set(frames=(), slots={})
        self.push(flow)
        self.ask_language_before(flow)
        self.run()

    def interrupt(self, flow: str, step: str = "") -> None:
        """Begin a flow now, at its first step if none is named; the interrupted one goes on
        afterwards if it is one that resumes."""
        flows = self.library.flows
        kept = tuple(
            frame
            for frame in self.conversation.frames
            if frame.flow != flow and frame.flow in flows and flows[frame.flow].resumes
        )
        self.set(frames=kept, slots=self.conversation.slots if kept else {})
        self.push(flow)
        if step:
            self.set(frames=(*self.conversation.frames[:-1], Frame(flow, step)))
        self.ask_language_before(flow)
        self.run()

    def resume(self) -> bool:
        """Put the question again that was interrupted, in place of what interrupted it. Returns
        whether there is one."""
        flows, frames = self.library.flows, self.conversation.frames[:-1]
        while frames and not flows[frames[-1].flow].resumes:
            frames = frames[:-1]
        if frames:
            self.set(frames=frames)
            self.run()
        return bool(frames)

    def go_to(self, flow: str, step: str, slots: dict[str, str]) -> None:
        """Begin at a step in place of all others, with these answers as if they had been given."""
        self.set(frames=(Frame(flow, step),), slots=slots)
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

    @property
    def is_spoken_to(self) -> bool:
        """Whether their language is known: by a button, or by the words of their first message."""
        return self.conversation.locale is not None

    def open_page(self) -> str:
        """The page that the turn found open; "" for none. In another language it is read again."""
        return open_page(self.library, self.before, self.now)

    def tell_once(self, flow: str) -> None:
        """Say a flow's texts, unless they were said since a human is looked for."""
        if flow not in self.conversation.told:
            self.remember_told(flow)
            self.tell(flow)

    def ask_aside(self, flow: str) -> None:
        """Ask something in between; the open question comes again afterwards."""
        self.push(flow)
        self.run()

    def ask_language_before(self, flow: str) -> None:
        """A language that nobody knows yet is asked for before anything but danger."""
        known = self.conversation.locale is not None
        direct = flow in {LANGUAGE_FLOW, CHANGE_LANGUAGE_FLOW, START_FLOW, ERASE_FLOW, EXIT_FLOW}
        if not known and not direct and not self.library.flows[flow].is_urgent:
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
        """Put the question with its buttons. The one before erasing names an open request, but not
        where somebody else may read that there is one."""
        self.introduce(frame.flow)
        if self.library.flows[frame.flow].waits_with:
            self.remember_told(frame.flow)
        names_request = self.status in OPEN and not known.is_read(self.conversation)
        with_request = frame.flow == ERASE_FLOW and names_request
        text_id = ERASE_WITH_REQUEST_TEXT if with_request else step.utter
        self.say(text_id, self.choices(frame.flow, step))

    def choices(self, flow: str, step: CollectStep) -> tuple[Choice, ...]:
        """The buttons of a question; Telegram's language hint puts its language first, and topics
        that may be meant stand before a page's own."""
        offered = self.library.offered[flow, step.id]
        if flow == LANGUAGE_FLOW and self.hint:
            base = self.hint.split("-")[0].lower()
            return tuple(sorted(offered, key=lambda choice: choice.value.split("-")[0] != base))
        return (*self.suggested, *offered) if self.library.flows[flow].is_page else offered

    def do(self, frame: Frame, step: Step) -> None:
        """Do a step that isn't a question, and move on."""
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
                if self.library.flows[frame.flow].is_emergency:
                    self.remember_told(frame.flow)
                self.move(step)
            case LinkStep(_, flow):
                self.leave()
                if flow == WAITING_FLOW and self.conversation.in_emergency:
                    self.say("utter_still_waiting")  # only an operator ends an emergency
                elif frame.flow == LANGUAGE_NAMED_FLOW and (page := self.open_page()):
                    self.push(page)
                elif fact := known.surely_answering_fact(
                    self.library.flows[flow], self.conversation
                ):
                    if fact in self.library.answers and not self.conversation.may_be_read:
                        self.tell_once(self.library.answers[fact])
                else:
                    self.push(flow)
            case CallStep(_, flow, _):
                self.move(step, keep=True)
                if not (frame.flow == START_FLOW and flow == LANGUAGE_FLOW and self.is_spoken_to):
                    self.push(flow)
            case CollectStep():
                raise AssertionError("questions are asked, not done")
            case _:
                assert_never(step)

    def rests(self, urgency: Urgency) -> bool:
        """Whether a request isn't passed on: a blocked person's, unless it is urgent."""
        return self.is_blocked and urgency is Urgency.NORMAL and self.status is Status.BOT

    def act(self, flow: str, action: str) -> None:
        """Say a text, or do one of the helpline's own actions."""
        match action:
            case "action_set_locale":
                self.speak(self.conversation.slots.get("locale"))
            case "action_watched":
                self.be_watched(hushed=self.conversation.in_emergency)
                if self.status is Status.QUEUED:
                    self.effects.append(NotifyOperators(Notice.WATCHED))
            case "action_unwatched":
                if self.conversation.watched and self.status is Status.QUEUED:
                    self.effects.append(NotifyOperators(Notice.UNWATCHED))
                self.set(watched=False, hushed=False)
                if self.status is Status.BOT:
                    self.set(facts=())
                elif known.is_told(self.conversation, Signal.NOT_MY_PHONE):
                    self.set(safe_to_write=True)
            case "action_safe_to_write":
                self.set(safe_to_write=True)
            case "action_not_in_danger":
                self.take_danger_back()
            case "action_under_18":
                self.mark_child()
            case _ if action.startswith(NOTE):
                self.note(Signal(action.removeprefix(NOTE)), inferred=False)
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
        """Erase the conversation: it begins anew. The last word tells whoever else may read it
        nothing of operators or of calls for help."""
        text_id = ERASED_SHORTLY_TEXT if known.is_read(self.conversation) else ERASED_TEXT
        self.effects.append(Erase(self.conversation.locale or FALLBACK_LOCALE, text_id))
        self.conversation = Conversation()

    def exit(self) -> None:
        """Somebody comes near: the chat is emptied but for a harmless line, and nothing is sent
        unasked from here on. A wish for an operator stays: it may be the only one that arrives."""
        if self.status in OPEN:
            self.effects.append(NotifyOperators(Notice.CHAT_WIPED))
        self.set(frames=(), slots={}, misunderstood=0)
        self.be_watched()
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

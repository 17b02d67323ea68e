"""Whatever happens, in whatever order: every key ends in time, and no id shows.

Random messages, buttons, operators' acts, jumps of the clock, lost deliveries and new processes
(also with another master key), on a real Redis, looked through after every step.
"""

import re
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from bot.clock import SettableClock
from bot.config import Settings
from bot.errors import NoSuchTicket, NotAllowed
from bot.helpline import inputs
from bot.helpline.inputs import Input
from bot.privacy.retention import Retention
from bot.privacy.vault import Keys
from bot.store import connect
from bot.store.chats import tasks
from bot.store.names import row_key
from bot.tickets.ticket import Action
from flows.events import Unsupported
from tests.architecture.inspected import CHAT, WORDS, Inspected, inspected
from tests.kit.constants import NIGHT
from tests.kit.empty_servers import empty_servers
from tests.kit.machine import AsyncMachine
from tests.kit.own import parts

CEILINGS = {
    r"people-key:.*": Retention.PEOPLE_KEY,
    r"\{counts\}:(open|moving)|\{statistics:.*\}:move:.*": Retention.COUNTS,
    r"\{counts\}:lease": Retention.LEASE,
    r"\{p\d\d\}:[^:]+:(key|address-key|turn)": Retention.DATA_KEY,
    r"\{p\d\d\}:[^:]+:(ticket-key|memo|ticket|transcript)|name:.*|thread:.*": Retention.OPEN_TICKET,
    r"\{p\d\d\}:[^:]+:(state|address|desk|left-out)": Retention.OPEN_TICKET,
    r"\{p\d\d\}:[^:]+:recent": Retention.AFTER_ERASURE,
    r"\{p\d\d\}:[^:]+:backlog|backlog": Retention.BACKLOG,
    r"rewrite:.*": Retention.FILE_REWRITE,
    r"\{p\d\d\}:[^:]+:log": Retention.CONVERSATION_LOG,
    r"\{p\d\d\}:[^:]+:shown": Retention.SHOWN_TICKET,
    r"console_awake:.*": Retention.CONSOLE_AWAKE,
    r"console_sessions?:.*": Retention.CONSOLE_SESSION,
    r"passkeys?:.*": Retention.PASSKEY,
    r"device_link:.*": Retention.DEVICE_LINK,
    r"used-challenge:.*": Retention.CHALLENGE_USED,
    r"asked_reviews?(:.*)?": Retention.ASKED_REVIEW,
    r"review_(answers|browser):.*": Retention.REVIEW_ANSWERS,
    r"\{p\d\d\}:[^:]+:out:(person|desk)": Retention.OUTBOX,
    r"\{p\d\d\}:[^:]+:(messages|chat|relayed|wipe:job|under-way)": Retention.MESSAGE_IDS,
    r"\{p\d\d\}:[^:]+:seen": Retention.UPDATE_IDS,
    r"\{p\d\d\}:[^:]+:erase:(begun|job|counted)": Retention.ERASURE,
    r"\{p\d\d\}:[^:]+:erase:report": Retention.ERASURE_REPORT,
    r"\{p\d\d\}:[^:]+:lease:.*": Retention.LEASE,
    r"\{p\d\d\}:(queue|claimed|timers|deletions|outboxes-(person|desk))": Retention.INDEX,
    r"stubs|topics": Retention.INDEX,
    r"\{p\d\d\}:[^:]+:followers": Retention.FOLLOWER,
    r"desks": Retention.PRESENCE,
    r"closure": Retention.CLOSURE,
    r"statistics:.*": Retention.STATISTICS,
    r"operators?(:.*)?|account:.*": Retention.OPERATOR,
    r"audit:.*": Retention.AUDIT,
    r"invitations|invitation:.*": Retention.INVITATION,
    r"factor:.*": Retention.SECOND_FACTOR,
    r"used-code:.*": Retention.CODE_USED,
    r"proposals|proposal:.*": Retention.PROPOSAL,
    r"expelled": Retention.EXPULSION,
    r"alarms|alarm:.*": Retention.ALARM,
    r"tries:.*": Retention.ENROLMENT_TRIES,
    r"stranger:.*": Retention.STRANGER,
    r"reviews|review:.*|review-of:.*|\{p\d\d\}:[^:]+:lifted": Retention.MUTE_REVIEW,
    r"board": Retention.BOARD,
}
"""Every key that there can be, and the class that bounds its life."""

BRIEF = {
    r"\{p\d\d\}:[^:]+:state": Retention.CONVERSATION,
    r"\{p\d\d\}:[^:]+:desk": Retention.CLOSED_TICKET,
    r"\{p\d\d\}:[^:]+:address": Retention.CONVERSATION,
}
"""What lives longer only beside an open ticket; the address also until an erasure is finished."""

STUB = re.compile(r"\{p\d\d\}:stub-[^:]+:(state|address|out:person)")

texts = st.sampled_from(
    [
        f"привет {WORDS}",
        f"нас заперли помогите {WORDS}",
        *("/operator", "/delete", "/privacy", "да", "нет", "Русский", "не понимаю"),
    ]
)


ACTS: list[Input] = [
    *(inputs.Started("ru"), inputs.Exited(), inputs.Blocked(), inputs.Unblocked()),
    *(inputs.SentUnsupported(kind, "kk") for kind in Unsupported),
]


class Anything(AsyncMachine):
    """One person, one operator, Redis, and a clock."""

    def __init__(self) -> None:
        super().__init__()
        self.ticket_torn = False

    @initialize()
    def begin(self) -> None:
        self.does(self._begin())

    async def _begin(self) -> None:
        self.servers = await self.stack.enter_async_context(empty_servers())
        self.master = Keys.new_master()
        self.clock = SettableClock(NIGHT)
        self.redis = connect(self.servers.store, "HELPLINE_REDIS_URL")
        self.keyring = connect(self.servers.keyring, "HELPLINE_KEYRING_URL")
        for client in (self.redis, self.keyring):
            self.stack.push_async_callback(client.aclose)
        await self._process()
        await self._hears(inputs.Started("ru"))

    async def _process(self) -> None:
        built = await self.stack.enter_async_context(
            parts(
                Settings(
                    redis_url=self.servers.store,
                    keyring_url=self.servers.keyring,
                    master_key=self.master,
                ),
                clock=self.clock,
            )
        )
        before: Inspected | None = getattr(self, "line", None)
        steps = before.helpline.steps if before else 0
        self.line: Inspected = await inspected(built, self.redis, self.keyring, self.clock, steps)

    async def _hears(self, given: Input) -> None:
        """Without delivering: as if the process died right after the write."""
        await self.line.helpline.hears(CHAT, given)

    @rule(text=texts)
    def the_person_writes(self, text: str) -> None:
        self.does(self._hears(inputs.Wrote(text)))

    @rule(given=st.sampled_from(ACTS))
    def the_person_acts(self, given: Input) -> None:
        self.does(self._hears(given))

    @rule(number=st.integers(0, 30))
    def the_person_presses(self, number: int) -> None:
        buttons = list(self.line.buttons.values())
        data = buttons[number % len(buttons)] if buttons else "forged"
        self.does(self._hears(inputs.Pressed(data)))

    @rule(action=st.sampled_from(Action))
    def the_operator_acts(self, action: Action) -> None:
        with suppress(NotAllowed, NoSuchTicket):
            self.does(self.line.acts(action, f"ответ {WORDS}"))

    @rule(seconds=st.sampled_from([1.0, 130.0, 1000.0, 90_000.0]))
    def time_passes(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.does(self.line.parts.helpline.wake())

    @rule()
    def an_erasure_is_ordered(self) -> None:
        self.does(self.line.parts.helpline.erase(self.line.conversation))

    @rule()
    def everything_is_delivered(self) -> None:
        self.does(self.line.waits(0))

    @rule()
    def the_process_starts_again(self) -> None:
        self.does(self._process())

    @rule()
    def the_master_key_is_lost(self) -> None:
        self.ticket_torn = True
        self.master = Keys.new_master()
        self.does(self._process())

    @rule(row=st.sampled_from(["state", "ticket", "address", "key", "ticket-key", "messages"]))
    def a_row_is_torn(self, row: str) -> None:
        self.ticket_torn = True  # an open ticket's other rows outlive one that was torn
        self.does(self._tear(row_key(self.line.conversation, row)))

    async def _tear(self, name: str) -> None:
        for redis in (self.redis, self.keyring):
            match (await redis.type(name)).decode():
                case "string":
                    await redis.set(name, b"torn", px=60_000)
                case "list":
                    await redis.lset(name, 0, b"torn")
                case _:
                    pass

    @invariant()
    def every_key_ends_in_time_and_no_id_shows(self) -> None:
        if hasattr(self, "line"):
            self.does(self._looked_through())

    async def _looked_through(self) -> None:
        secrets = self.line.secrets()
        contents = await self.line.contents()
        erasing = row_key(self.line.conversation, tasks.ERASE)
        is_open = row_key(self.line.conversation, "ticket") in contents
        for name, values in contents.items():
            left = max([await one.pttl(name) for one in (self.redis, self.keyring)])
            ceiling = _ceiling(name, is_open=is_open or self.ticket_torn)
            if name == row_key(self.line.conversation, "address") and erasing in contents:
                ceiling = max(ceiling, Retention.ERASURE.milliseconds)
            assert left == -2 or 0 <= left <= ceiling, name  # -2: it has just ended
            for secret in secrets:
                assert secret not in name.encode(), name
                assert not any(secret in value for value in values), name


def _ceiling(name: str, *, is_open: bool) -> int:
    if STUB.fullmatch(name):
        return Retention.STUB.milliseconds
    for pattern, brief in BRIEF.items():
        if not is_open and re.fullmatch(pattern, name):
            return brief.milliseconds
    [found] = [one for pattern, one in CEILINGS.items() if re.fullmatch(pattern, name)]
    return found.milliseconds


TestAnything = pytest.mark.slow(Anything.TestCase)
TestAnything.settings = settings(
    max_examples=6,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

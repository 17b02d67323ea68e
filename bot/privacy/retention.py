"""The table: what is kept, what for, how long, what ends it.

Every write to Redis names a row of this table; the store has no way to write without one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, StrEnum

from bot.errors import ConfigError
from bot.practising import practising


class Leads(StrEnum):
    """Whether a row could lead to a person: by what it holds, with all keys; or by its name alone,
    a keyed hash of a Telegram number, or by a code name that leads to one: whoever has the hash's
    key finds the number by trying all. Of persons that is `PEOPLE_KEY`, of operators one that is
    made of the master key."""

    YES = "yes"
    BY_NAME = "by name"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Row:
    """A class of data.

    `lifetime` counts from the last write. `leads`: whether it could lead to a person.
    """

    holds: str
    purpose: str
    lifetime: timedelta
    ended_by: str
    leads: Leads


class Retention(Enum):
    """The classes. Lifetimes can be lowered by configuration, never raised."""

    CONVERSATION = Row(
        holds=(
            "where the dialogue stands: language, open question, status, and which kinds of facts "
            "the person told or answered to an operator's ready questions, with their times; no "
            "message text"
        ),
        purpose="to answer the next message",
        lifetime=timedelta(hours=24),
        ended_by="erasure",
        leads=Leads.BY_NAME,
    )
    DATA_KEY = Row(
        holds="the key that opens one conversation's rows, itself wrapped by the master key, the "
        "number of its last turn, and which rows were taken out last",
        purpose="so that destroying it destroys all of them at once, and an older copy of a row is "
        "refused",
        lifetime=timedelta(days=7),
        ended_by="erasure; the end of the conversation's last row",
        leads=Leads.BY_NAME,
    )
    PEOPLE_KEY = Row(
        holds="in the keyring's memory alone: the random key of the hashes that name persons and "
        "their updates, wrapped by the master key",
        purpose="so that the store's disk and the master key together tell nobody's number; "
        "renewed by every running intake",
        lifetime=timedelta(days=7),
        ended_by="nothing earlier, not even an erasure: it is everybody's",
        leads=Leads.YES,
    )
    ADDRESS = Row(
        holds="the Telegram chat id, sealed so that only intake can open it",
        purpose="to send answers",
        lifetime=timedelta(hours=24),
        ended_by="erasure",
        leads=Leads.YES,
    )
    OPEN_TICKET = Row(
        holds="an open request for a human, what was written since, what it needs to go on, and "
        "by choices how one operator left it to the next; "
        "without the words also in the keyring; of what was written at most 64 KB, and how many "
        "messages were left out",
        purpose="so that nobody who waits is forgotten; renewed while it is open",
        lifetime=timedelta(days=7),
        ended_by="closing, withdrawal, erasure",
        leads=Leads.YES,
    )
    CONVERSATION_LOG = Row(
        holds="what was said in an open ticket: the person's words, the operators' and their "
        "notes, which texts were sent, and what became of each message and when; at most "
        "64 KB, the oldest go first",
        purpose="so that whoever has claimed the ticket reads it in the console; renewed while "
        "the ticket is open",
        lifetime=timedelta(days=7),
        ended_by="closing, withdrawal, erasure",
        leads=Leads.YES,
    )
    FOLLOWER = Row(
        holds="that a supervisor, by their random id, reads along in an open ticket right now",
        purpose="so that its assignee sees it; renewed while they read",
        lifetime=timedelta(seconds=45),
        ended_by="the end of the reading, closing, withdrawal, erasure",
        leads=Leads.BY_NAME,
    )
    SHOWN_TICKET = Row(
        holds="which operators' browsers, by the operators' random ids, have shown an open ticket, "
        "and how far; no message text",
        purpose="so that the group is rung where no browser has",
        lifetime=timedelta(minutes=10),
        ended_by="closing, withdrawal, erasure",
        leads=Leads.BY_NAME,
    )
    CLOSED_TICKET = Row(
        holds="a closed request: code name, topic, urgency, times; no message text",
        purpose="so that its topic in the operators' group is deleted",
        lifetime=timedelta(hours=24),
        ended_by="erasure",
        leads=Leads.BY_NAME,
    )
    OUTBOX = Row(
        holds="messages on their way, sealed",
        purpose="so that a crash or an outage of Telegram loses none",
        lifetime=timedelta(hours=24),
        ended_by="delivery, erasure",
        leads=Leads.YES,
    )
    MESSAGE_IDS = Row(
        holds="the numbers and times of at most 4000 messages in the person's chat, the chat's "
        "number and when the person wants them deleted, sealed like the address; and that messages "
        "are being sent",
        purpose="to delete them (Bot API, deleteMessage: possible for 48 h)",
        lifetime=timedelta(hours=48),
        ended_by="their deletion, erasure; of more than 2000 messages the oldest are deleted early",
        leads=Leads.YES,
    )
    UPDATE_IDS = Row(
        holds="keyed hashes of Telegram's update numbers",
        purpose="to answer no message twice (Telegram repeats updates for at most 24 h)",
        lifetime=timedelta(hours=24),
        ended_by="nothing earlier, not even an erasure",
        leads=Leads.BY_NAME,
    )
    ERASURE = Row(
        holds="that an erasure has begun, its language, how many messages it has deleted, and the "
        "sealed address to finish it",
        purpose="so that a crash in the middle doesn't stop it",
        lifetime=timedelta(hours=48),
        ended_by="the end of the erasure",
        leads=Leads.YES,
    )
    ERASURE_REPORT = Row(
        holds="how many messages an erasure deleted, and how many Telegram let stand",
        purpose="so that whoever ordered the erasure is told",
        lifetime=timedelta(minutes=10),
        ended_by="nothing earlier",
        leads=Leads.BY_NAME,
    )
    STUB = Row(
        holds="after an erasure in an emergency: code name, urgency, language, the sealed address; "
        "no message text",
        purpose="so that an operator can decide whether to write, once",
        lifetime=timedelta(hours=2),
        ended_by="the operator's message, closing",
        leads=Leads.YES,
    )
    AFTER_ERASURE = Row(
        holds="in the keyring's memory alone, after an erasure: how often an emergency was erased "
        "lately and when, which stub was left, until when an operator has blocked the person; no "
        "message text",
        purpose="so that erasing and crying again and again doesn't call the whole shift each "
        "time, and an erasure doesn't end a block",
        lifetime=timedelta(hours=2),
        ended_by="nothing earlier, not even another erasure",
        leads=Leads.BY_NAME,
    )
    BACKLOG = Row(
        holds="in the keyring's memory alone, while more is written than can be read: messages as "
        "they came, with the chat's number, sealed so that only intake can open them; and keyed "
        "hashes of the conversations that they belong to",
        purpose="so that a crowd keeps nobody in danger waiting at Telegram",
        lifetime=timedelta(hours=6),
        ended_by="their being read, a quick exit, erasure",
        leads=Leads.YES,
    )
    INDEX = Row(
        holds="keyed hashes of conversations and topics that have something due, and when",
        purpose="to find due work without looking at every conversation",
        lifetime=timedelta(days=7),
        ended_by="the work being done, erasure",
        leads=Leads.BY_NAME,
    )
    LEASE = Row(
        holds="that a process is sending for this conversation right now",
        purpose="so that two processes don't send the same; renewed while the sending lasts",
        lifetime=timedelta(seconds=6),
        ended_by="the end of the sending",
        leads=Leads.BY_NAME,
    )
    FILE_REWRITE = Row(
        holds="that the servers' files were rewritten lately, or are to be after an erasure, "
        "nobody's in particular",
        purpose="so that the files forget soon what was erased, and no process rewrites too often",
        lifetime=timedelta(hours=1),
        ended_by="the next rewrite",
        leads=Leads.NO,
    )
    PRESENCE = Row(
        holds="that a process of the desk runs, under a random number",
        purpose="so that several share what Telegram takes in a group; renewed while it runs",
        lifetime=timedelta(seconds=20),
        ended_by="the end of the process",
        leads=Leads.NO,
    )
    PUBLICATION = Row(
        holds="published texts and flows, which are public, their publishers' signatures and "
        "public keys, and which version is live",
        purpose="to show new texts without a restart, and to go back; renewed by every running "
        "intake",
        lifetime=timedelta(days=7),
        ended_by="the fifth publication after it",
        leads=Leads.NO,
    )
    PROPOSED_TEXTS = Row(
        holds="texts and flows that are proposed in the console, which are public; who proposed "
        "them (a code name), and publishers' signatures and public keys",
        purpose="so that two publishers sign the same, and intake makes live what they have signed",
        lifetime=timedelta(days=7),
        ended_by="its withdrawal; the files of a proposal end by themselves",
        leads=Leads.NO,
    )
    SHOWN_TEXTS = Row(
        holds="which texts a process shows: their number and hash, and why it refused others; "
        "under a random number",
        purpose="so that publishers see that all bots show what they have published; renewed "
        "twice a minute while it runs",
        lifetime=timedelta(seconds=90),
        ended_by="the end of the process",
        leads=Leads.NO,
    )

    STATISTICS = Row(
        holds="how many conversations and tickets there were in a day: by language, topic, "
        "urgency, outcome and waiting time; no text, no id, no hash of one",
        purpose="reports on the main problems; numbers below five are withheld there",
        lifetime=timedelta(days=397),
        ended_by="nothing earlier",
        leads=Leads.NO,
    )

    COUNTS = Row(
        holds="in the keyring: what was counted since the last hour, as in the statistics; that a "
        "process moves it; in the store: random numbers of moves",
        purpose="so that no count stands beside the turn that it is of, and none is moved twice",
        lifetime=timedelta(days=7),
        ended_by="the move to the statistics, each hour",
        leads=Leads.NO,
    )

    OPERATOR = Row(
        holds="an operator under a random id: code name, role, languages, topics, shift; and which "
        "account, by its keyed hash, leads to that id, with the account's number, sealed",
        purpose="so that only the hotline's people act; renewed with each act",
        lifetime=timedelta(days=90),
        ended_by="removal by a supervisor",
        leads=Leads.YES,
    )
    CONSOLE_SESSION = Row(
        holds="that an operator, by their random id, is signed in to the console, and when a "
        "passkey last showed it; under a keyed hash of the random token in their browser's cookie",
        purpose="so that nobody signs in for each page; not renewed",
        lifetime=timedelta(hours=8),
        ended_by="the end of the shift, signing out, a supervisor's word",
        leads=Leads.NO,
    )
    PASSKEY = Row(
        holds="of each device of an operator's: its public key and what names it, made for our "
        "address alone, its kind (computer, phone, key), how often it has signed, when it was "
        "enrolled and last used",
        purpose="so that operators sign in without a password; renewed with each sign-in",
        lifetime=timedelta(days=90),
        ended_by="taking the device away, removal by a supervisor",
        leads=Leads.NO,
    )
    DEVICE_LINK = Row(
        holds="keyed hash of a one-time link's token, whose device it enrols and who gave it",
        purpose="to enrol a device of somebody who is on the roster",
        lifetime=timedelta(minutes=10),
        ended_by="its use",
        leads=Leads.NO,
    )
    CHALLENGE_USED = Row(
        holds="keyed hash of a random number that a passkey has signed",
        purpose="so that no answer of a device's counts twice (a number is good for five minutes)",
        lifetime=timedelta(minutes=10),
        ended_by="nothing earlier",
        leads=Leads.NO,
    )
    CONSOLE_AWAKE = Row(
        holds="that somebody was at a console a moment ago; under the name of its session",
        purpose="so that a session that nobody sits at is locked, and reads nothing; renewed at "
        "most each minute",
        lifetime=timedelta(minutes=6),
        ended_by="locking the screen, signing out",
        leads=Leads.NO,
    )
    PRACTICE = Row(
        holds="under a prefix of its own, what an operator plays with simulated persons, or an "
        "editor tries of a dialogue: the rows of a helpline, sealed under a key that only the "
        "console's memory holds; nobody in them is real",
        purpose="so that new operators practise, and editors try texts, on the real program; every "
        "class of this table lives no longer than this one there",
        lifetime=timedelta(hours=8),
        ended_by="the end of the practice or of the chat, signing out, the end of the console's "
        "process",
        leads=Leads.NO,
    )
    ASKED_REVIEW = Row(
        holds="a review that an editor has asked for: by whom (code name), when, of which texts in "
        "which language, keyed hash of its link's secret, whether it was signed or withdrawn; "
        "nothing of whoever reads it",
        purpose="so that each review that was asked for is followed to its end; not renewed",
        lifetime=timedelta(days=90),
        ended_by="nothing earlier",
        leads=Leads.NO,
    )
    REVIEW_ANSWERS = Row(
        holds="what a lawyer or native speaker has said so far of our own texts, sealed, and a "
        "keyed hash of the random token in their browser's cookie",
        purpose="so that they can stop and go on in the same browser; counted from the link's "
        "making, not renewed",
        lifetime=timedelta(days=14),
        ended_by="the signature, withdrawal",
        leads=Leads.NO,
    )
    INVITATION = Row(
        holds="keyed hash of a one-time code, the role that it gives and who gave it",
        purpose="to enrol an operator without keeping a list of accounts",
        lifetime=timedelta(hours=24),
        ended_by="its use, its revocation, the end of its inviter's part",
        leads=Leads.NO,
    )
    ENROLMENT_TRIES = Row(
        holds="how often an account, as a keyed hash, gave a wrong code",
        purpose="so that codes can't be guessed",
        lifetime=timedelta(hours=1),
        ended_by="nothing earlier",
        leads=Leads.BY_NAME,
    )
    STRANGER = Row(
        holds="keyed hash of an account that isn't an operator's, in the operators' group or "
        "writing to their bot",
        purpose="so that supervisors are told of it, and it is answered, once and not each time",
        lifetime=timedelta(hours=24),
        ended_by="nothing earlier",
        leads=Leads.BY_NAME,
    )
    SECOND_FACTOR = Row(
        holds="the secret of an operator's codes (TOTP), sealed, and the number of the message "
        "that shows it",
        purpose="so that an operator's account alone opens no shift; renewed with each act",
        lifetime=timedelta(days=90),
        ended_by="removal by a supervisor; a new secret",
        leads=Leads.NO,
    )
    CODE_USED = Row(
        holds="that an operator's code of one half minute was used",
        purpose="so that a code opens one shift only (a code is good for a minute and a half)",
        lifetime=timedelta(hours=1),
        ended_by="nothing earlier",
        leads=Leads.NO,
    )
    PROPOSAL = Row(
        holds="what a supervisor wants done that another has to agree to: which act, on whom, by "
        "whom; code names",
        purpose="so that nothing that can't be undone is done by one account alone",
        lifetime=timedelta(hours=1),
        ended_by="the agreement",
        leads=Leads.NO,
    )
    EXPULSION = Row(
        holds="the Telegram number of somebody who was taken off the roster, sealed",
        purpose="so that the desk puts them out of the operators' groups",
        lifetime=timedelta(days=7),
        ended_by="their being out",
        leads=Leads.YES,
    )
    ALARM = Row(
        holds="which signs of an attack were seen on the operators' groups and the bots' tokens, "
        "and when: words of ours",
        purpose="so that the desk shows them, and calls for each once a day",
        lifetime=timedelta(hours=24),
        ended_by="nothing earlier",
        leads=Leads.NO,
    )
    AUDIT = Row(
        holds="which operator (id and code name) did what to which ticket (code name) or operator, "
        "when; no content; each entry names the one before by its hash",
        purpose="so that supervisors can look into what happened",
        lifetime=timedelta(days=90),
        ended_by="nothing earlier; the desk's Redis user may only add to it",
        leads=Leads.BY_NAME,
    )
    MUTE_REVIEW = Row(
        holds="a random token that leads to the conversation of a muted person; sealed: who muted "
        "which ticket until when, by code names",
        purpose="so that a supervisor looks at the mute, and can lift it",
        lifetime=timedelta(hours=24),
        ended_by="the lifting; of the code names a supervisor's decision",
        leads=Leads.BY_NAME,
    )
    CLOSURE = Row(
        holds="until when a supervisor has closed the desk, and their code name, sealed",
        purpose="so that whoever asks for a human meanwhile is told when operators answer again",
        lifetime=timedelta(hours=12),
        ended_by="a supervisor's word that it is open again",
        leads=Leads.NO,
    )
    BOARD = Row(
        holds="the number of the pinned message in the operators' group, sealed",
        purpose="so that the queue's state is edited, not posted anew; renewed with each edit",
        lifetime=timedelta(days=7),
        ended_by="nothing earlier",
        leads=Leads.NO,
    )

    @property
    def lifetime(self) -> timedelta:
        """How long this process lets it live: the table's ceiling, or what was configured; in
        practice no longer than a practice."""
        own = _LOWERED.get(self._name_, self._value_.lifetime)  # `name` and `value` take longer
        if not practising() or self is Retention.PRACTICE:
            return own
        return min(own, Retention.PRACTICE.lifetime)

    @property
    def milliseconds(self) -> int:
        """The lifetime as Redis takes it."""
        return int(self.lifetime.total_seconds() * 1000)


_LOWERED: dict[str, timedelta] = {}

SHORTEST = timedelta(hours=1)
"""Open tickets are renewed twice an hour; what lives shorter would end under an operator."""

FIXED = frozenset(
    {
        *(Retention.ERASURE_REPORT, Retention.LEASE, Retention.PRESENCE),
        *(Retention.CONSOLE_AWAKE, Retention.FOLLOWER, Retention.SHOWN_TICKET),
        *(Retention.DEVICE_LINK, Retention.CHALLENGE_USED, Retention.SHOWN_TEXTS),
    }
)
"""Minutes and seconds, no more than their work takes."""

NEEDED: Mapping[Retention, frozenset[Retention]] = {
    Retention.DATA_KEY: frozenset(
        {
            *(Retention.CONVERSATION, Retention.OPEN_TICKET, Retention.OUTBOX),
            Retention.CONVERSATION_LOG,
        }
    ),
    Retention.PEOPLE_KEY: frozenset(
        {
            *(Retention.DATA_KEY, Retention.CONVERSATION, Retention.ADDRESS),
            *(Retention.OPEN_TICKET, Retention.CLOSED_TICKET, Retention.OUTBOX),
            Retention.CONVERSATION_LOG,
            *(Retention.MESSAGE_IDS, Retention.UPDATE_IDS, Retention.ERASURE),
        }
    ),
    Retention.ERASURE: frozenset({Retention.MESSAGE_IDS, Retention.ADDRESS}),
    Retention.INDEX: frozenset(
        {
            *(Retention.CONVERSATION, Retention.OPEN_TICKET, Retention.CLOSED_TICKET),
            *(Retention.OUTBOX, Retention.MESSAGE_IDS, Retention.ERASURE),
        }
    ),
}
"""What must live as long as these: else they couldn't be opened, found or finished any more."""

SHORTEST_OF_SOME = dict.fromkeys(
    [Retention.MESSAGE_IDS, Retention.COUNTS, *NEEDED], timedelta(hours=2)
)
"""Chats are emptied an hour before their numbers end; counts are moved each hour; and a stub, whose
life is two hours, needs what those are needed for."""


def lower(lifetimes: Mapping[Retention, timedelta]) -> None:
    """Set what was configured; called once, before a process writes anything.

    Raises `ConfigError` for what would be above the table's ceiling, too short, or fixed.
    """
    for one, wanted in lifetimes.items():
        name = one.name.lower()
        if one in FIXED:
            raise ConfigError(f"HELPLINE_LIFETIMES: {name} can't be changed (docs/privacy.md)")
        if wanted > one.value.lifetime:
            raise ConfigError(f"HELPLINE_LIFETIMES: {name} can be lowered, never raised")
        least = SHORTEST_OF_SOME.get(one, SHORTEST)
        if wanted < least:
            hours = least // timedelta(hours=1)
            raise ConfigError(f"HELPLINE_LIFETIMES: {name} needs at least {hours} h")
    for one, others in NEEDED.items():
        for other in others:
            if lifetimes.get(one, one.value.lifetime) < lifetimes.get(other, other.value.lifetime):
                names = f"{one.name.lower()} can't be shorter than {other.name.lower()}"
                raise ConfigError(f"HELPLINE_LIFETIMES: {names}")
    _LOWERED.clear()
    _LOWERED.update({one.name: wanted for one, wanted in lifetimes.items()})


def read_lifetimes(text: str) -> dict[Retention, timedelta]:
    """`conversation=12h closed_ticket=6h statistics=180d`. Raises `ConfigError`."""
    found: dict[Retention, timedelta] = {}
    for part in text.replace(",", " ").split():
        written = _LIFETIME.fullmatch(part)
        if written is None or written[1].upper() not in Retention.__members__:
            raise ConfigError(
                "HELPLINE_LIFETIMES is written like `conversation=12h statistics=180d`, with the "
                "names of docs/privacy.md"
            )
        unit = timedelta(hours=1) if written[3] == "h" else timedelta(days=1)
        found[Retention[written[1].upper()]] = int(written[2]) * unit
    return found


_LIFETIME = re.compile(r"([a-z_]+)=(\d{1,4})([hd])")

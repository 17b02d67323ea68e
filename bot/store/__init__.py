"""Redis: the one store. Nothing outside this package imports redis."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.privacy.vault import Vault
from bot.store.backlog import Backlog
from bot.store.chats.deletion_index import DeletionIndex
from bot.store.chats.people import People
from bot.store.chats.sent_messages import SentMessages
from bot.store.client.connection import Redis, connect, redis_errors
from bot.store.conversations.changes import Changes, Contact
from bot.store.conversations.conversations import Conversations
from bot.store.conversations.reader import LoadedConversation
from bot.store.desk_changes import DeskChanges
from bot.store.keyring.after_erasure import AfterErasure
from bot.store.keyring.keyring import Keyring
from bot.store.keyring.people_key import PeopleKey
from bot.store.keyring.rotation import Rotation
from bot.store.memory import Memory
from bot.store.outbox.leases import Leases
from bot.store.outbox.local_delivery import LocalDeliveries
from bot.store.outbox.outbox import Outbox
from bot.store.partitions import Partitions
from bot.store.proposed_texts import ProposedTexts
from bot.store.publications import Publications
from bot.store.shown_texts import ShownTexts
from bot.store.staff.alarms import Alarms
from bot.store.staff.asked_reviews import AskedReviews
from bot.store.staff.audit import Audit
from bot.store.staff.board import Board
from bot.store.staff.closure import Closure
from bot.store.staff.console_sessions import ConsoleSessions
from bot.store.staff.device_links import DeviceLinks
from bot.store.staff.expulsions import Expulsions
from bot.store.staff.factors import Factors
from bot.store.staff.invitations import InvitationRows
from bot.store.staff.passkeys import Passkeys
from bot.store.staff.presence import Presence
from bot.store.staff.proposals import Proposals
from bot.store.staff.roster import Roster
from bot.store.statistics.counts import Counts
from bot.store.statistics.statistics import Statistics
from bot.store.tickets.followers import Followers
from bot.store.tickets.log import TicketLog
from bot.store.tickets.queue import Queue
from bot.store.tickets.renewal import Renewal
from bot.store.tickets.shown import ShownTickets
from bot.store.tickets.stubs import Stubs
from bot.store.tickets.topics import Topics

__all__ = ["Changes", "Contact", "LoadedConversation", "Redis", "Store", "connect", "open_store"]


@dataclass(frozen=True, slots=True)
class Store:
    """Everything that is kept, by what it is for."""

    conversations: Conversations
    outbox: Outbox
    leases: Leases
    people: People
    people_key: PeopleKey
    after_erasure: AfterErasure
    backlog: Backlog
    sent_messages: SentMessages
    topics: Topics
    partitions: Partitions
    deliveries: LocalDeliveries
    queue: Queue
    roster: Roster
    factors: Factors
    invitations: InvitationRows
    proposals: Proposals
    expulsions: Expulsions
    alarms: Alarms
    asked_reviews: AskedReviews
    audit: Audit
    board: Board
    closure: Closure
    followers: Followers
    log: TicketLog
    shown: ShownTickets
    changes: DeskChanges
    console_sessions: ConsoleSessions
    device_links: DeviceLinks
    passkeys: Passkeys
    publications: Publications
    proposed_texts: ProposedTexts
    shown_texts: ShownTexts
    presence: Presence
    stubs: Stubs
    deletions: DeletionIndex
    renewal: Renewal
    rotation: Rotation
    counts: Counts
    statistics: Statistics
    memory: Memory
    redis: Redis
    keyring: Redis

    async def ping(self) -> None:
        """Raises `StoreUnavailable` unless both servers answer."""
        with redis_errors():
            await self.redis.ping()
            await self.keyring.ping()


def open_store(
    redis: Redis, keyring: Redis, vault: Vault, clock: Clock, *, logs: bool = True
) -> Store:
    """The store on these connections, of two servers: `keyring` never writes to disk. `logs`: what
    is said in tickets is kept, since a console shows it."""
    keys = Keyring(keyring, vault)
    partitions, deliveries = Partitions(redis), LocalDeliveries()
    conversations = Conversations(redis, keys, vault, partitions, deliveries, clock, logs=logs)
    outbox, topics = Outbox(redis, keys, vault, partitions), Topics(redis, vault, clock)
    return Store(
        conversations=conversations,
        outbox=outbox,
        leases=Leases(redis, keys, outbox, conversations, topics),
        people=People(redis, keys, vault),
        people_key=PeopleKey(keyring, vault),
        after_erasure=AfterErasure(keyring, vault),
        backlog=Backlog(keyring, vault, clock),
        sent_messages=SentMessages(redis, keys, vault),
        topics=topics,
        partitions=partitions,
        deliveries=deliveries,
        queue=Queue(redis, partitions, conversations, clock),
        roster=Roster(redis, vault, clock),
        factors=Factors(redis, vault),
        invitations=InvitationRows(redis, vault, clock),
        proposals=Proposals(redis, vault, clock),
        expulsions=Expulsions(redis, vault),
        alarms=Alarms(redis, clock),
        asked_reviews=AskedReviews(redis, vault, clock),
        audit=Audit(redis, vault),
        board=Board(redis, vault, clock),
        closure=Closure(redis, vault, clock),
        followers=Followers(redis, vault, clock),
        log=TicketLog(redis, keys, vault),
        shown=ShownTickets(redis),
        changes=DeskChanges(redis),
        console_sessions=ConsoleSessions(redis, vault, clock),
        device_links=DeviceLinks(redis, vault, clock),
        passkeys=Passkeys(redis, vault, clock),
        publications=Publications(redis),
        proposed_texts=ProposedTexts(redis),
        shown_texts=ShownTexts(redis, clock),
        presence=Presence(redis, clock),
        deletions=DeletionIndex(redis, partitions),
        stubs=Stubs(redis, keys, vault, clock),
        renewal=Renewal(redis, keyring, keys, vault),
        counts=Counts(redis, keyring, clock),
        statistics=Statistics(redis),
        memory=Memory(),
        rotation=Rotation(redis, keyring, vault),
        redis=redis,
        keyring=keyring,
    )

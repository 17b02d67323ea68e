"""A new master key: everything is opened by it, nothing by the old one, and nobody waits."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.attempt import Result
from bot.privacy.vault import Keys, Vault
from bot.store import Changes
from bot.store.backlog import WaitingMessage
from bot.store.keyring.after_erasure import RecentErasures
from bot.store.keyring.rotation import SEALED
from bot.store.names import row_key
from bot.store.rows import DeskKind, DeskPlace, DeskRow, Stub
from bot.store.staff.asked_reviews import ReviewAnswer
from bot.store.staff.audit import AuditEntry
from bot.store.staff.factors import Factor
from bot.store.staff.passkeys import Device, Passkey
from bot.store.staff.proposals import Proposal
from bot.tickets.operator import DeskAction, Invitation, Operator, Role
from flows.urgency import Urgency
from tests.bot.store.conftest import NOW, Shelf
from tests.bot.store.turns import BLOCK, QUEUED, SHE, TICKET, full, write

STORE = Path(__file__).parents[4] / "bot" / "store"

PLACE = DeskPlace(-100, 7, 9)


async def test_everything_is_put_under_the_new_key(shelf: Shelf) -> None:
    await full(shelf)
    await shelf.store.topics.remember(SHE, PLACE)
    await shelf.store.topics.reserve(TICKET.name, SHE)
    await shelf.store.board.lift(SHE, await shelf.store.board.review(SHE, BLOCK, "row"), NOW)
    recent = RecentErasures(stub="Basil-111")
    await shelf.store.after_erasure.keep(SHE, recent)
    await shelf.store.backlog.put(SHE, WaitingMessage(1, 77, "words that wait"))
    stub = await shelf.store.stubs.prepare(Stub("Basil-111", Urgency.EMERGENCY, "kk"), 78)
    sealed = {row for row in await shelf.rows(SHE) if row in SEALED}
    assert sealed == set(SEALED), "every kind of row is there"
    fresh = shelf.keys.next_master()
    both = Keys.read(f"{fresh},{shelf.keys.secrets[0]}")
    lives = {row: await shelf.life(SHE, row) for row in sealed}

    done = await shelf.opened_with(both).rotation.run()
    assert (done.renewed, done.unreadable) == (len(SEALED) + 5, 0), (
        "the stub has two; a row for the desk, a code name and a topic are sealed as well"
    )

    new = shelf.opened_with(Keys.read(fresh))
    read = await new.conversations.load(SHE)
    assert (read.conversation, read.ticket) == (QUEUED, TICKET)
    assert await new.people.address(SHE) == 77
    assert [message.number for _, message in await new.people.messages(SHE)] == [5]
    assert await new.topics.place(SHE) == PLACE
    assert await new.topics.conversation_in(PLACE.chat, PLACE.thread) == SHE
    assert await new.topics.named(TICKET.name) == SHE
    assert await new.board.is_lifted(SHE)
    assert await new.after_erasure.load(SHE) == recent
    waiting = await new.backlog.lease()
    assert waiting is not None
    assert waiting.message.text == "words that wait"
    assert await new.people.address(stub) == 78
    assert (await new.stubs.load(stub)) is not None
    assert await new.outbox.transcript(SHE) == ["words"]
    for row, life in lives.items():
        assert await shelf.life(SHE, row) == pytest.approx(life, abs=0.01)
    old = shelf.store
    assert await old.people.address(SHE) is None
    assert await old.stubs.load(stub) is None
    again = await shelf.opened_with(both).rotation.run()
    assert (again.renewed, again.unreadable) == (0, 0)


async def test_what_the_desk_keeps_is_put_under_the_new_key_too(shelf: Shelf) -> None:
    """Operators, codes, the board, the audit (kept and on its way)."""
    store = shelf.store
    heron = Operator("0a" * 16, Role.SUPERVISOR, "Heron", waived=True)
    entry = AuditEntry(NOW, "Heron", "claim", "Amber-417")
    travelling = AuditEntry(NOW, "Heron", "close", "Amber-417")
    await store.roster.put(heron)
    await store.roster.id_for("0b" * 8, heron.id)
    await store.invitations.put("CODE", Invitation(Role.OPERATOR, NOW, "Heron"))
    await store.factors.put(heron.id, Factor(b"secret"))
    token = await store.proposals.put(Proposal(DeskAction.ROLE, heron.id, "Robin"))
    passkey = Passkey(
        store.passkeys.id_of(heron.id, b"id"),
        *(heron.id, b"key", "localhost", Device.PHONE, NOW, NOW, 7),
    )
    await store.passkeys.add(passkey)
    session = await store.console_sessions.begin(heron.id)
    link = await store.device_links.make(heron.id, heron.id)
    review, secret = await store.asked_reviews.ask("lawyer", "ru", ("police",), "Wren")
    await store.asked_reviews.answer(review.id, {"code": ReviewAnswer(yes=False, why="нет")})
    await store.expulsions.add(7_000_001)
    await store.board.remember(PLACE)
    await store.audit.append(store.audit.seal(entry))
    carrier = DeskRow(DeskKind.AUDIT, sealed=store.audit.seal(travelling))
    plain = DeskRow(DeskKind.NOTE, "aside")
    assert (
        await write(shelf, Changes(QUEUED, TICKET, to_desk=[(carrier, ""), (plain, "")]))
        is Result.DONE
    )
    fresh = shelf.keys.next_master()
    both = Keys.read(f"{fresh},{shelf.keys.secrets[0]}")
    names = ["operator:" + heron.id, "board", f"audit:{NOW:%Y-%m-%d}"]
    lives = {name: await shelf.redis.pttl(name) for name in names}
    audited = len(await shelf.redis.lrange(names[2], 0, -1))

    done = await shelf.opened_with(both).rotation.run()
    assert done.unreadable == 0

    # The desk as it runs afterwards: with its part of the new key alone.
    new = shelf.opened_with(Keys.read(Keys.read(fresh).for_desk()))
    assert await new.roster.get(heron.id) == heron
    assert await new.roster.with_account("0b" * 8) == replace(heron, account="0b" * 8)
    assert await new.invitations.redeem("CODE") == Invitation(Role.OPERATOR, NOW, "Heron")
    assert await new.board.place() == PLACE
    kept = await new.audit.about("Heron", NOW)
    assert (kept.entries, kept.foreign, kept.broken) == ((entry,), 0, False)
    [first, second] = [row for _, row, _ in await new.outbox.for_desk(SHE)]
    assert second == plain
    await new.audit.append(first.sealed)
    kept = await new.audit.about("Heron", NOW)
    assert ({one.action for one in kept.entries}, kept.broken) == ({"claim", "close"}, False)
    assert await new.factors.get(heron.id) == Factor(b"secret")
    assert await new.proposals.get(token) == Proposal(DeskAction.ROLE, heron.id, "Robin")
    assert await new.passkeys.of(heron.id) == [passkey]
    assert await new.passkeys.get(heron.id, new.passkeys.id_of(heron.id, b"id")) == passkey
    assert await new.console_sessions.find(session) is not None
    assert await new.device_links.take(link) is not None
    assert await new.asked_reviews.linked(review.id, secret, "") == review
    assert await new.asked_reviews.answers(review.id) == {"code": ReviewAnswer(False, "нет")}
    assert [number for _, number in await new.expulsions.waiting()] == [7_000_001]
    assert len(await shelf.redis.lrange(names[2], 0, -1)) == audited + 1
    for name, life in lives.items():
        assert life - 60_000 < await shelf.redis.pttl(name) <= life or name == names[2]
    assert await shelf.store.roster.get(heron.id) is None, "the old key opens nothing of it"
    assert await shelf.store.board.place() is None
    again = await shelf.opened_with(both).rotation.run()
    assert (again.renewed, again.unreadable) == (0, 0)


def test_every_row_that_a_master_key_seals_is_known_to_rotation() -> None:
    """Whoever seals with a master key under a new name must say so in `seal_of`."""
    sealing = re.compile(r"\.(?:seal_ticket|sealed_for)\(")
    modules = {file.stem for file in STORE.rglob("*.py") if sealing.search(file.read_text("utf-8"))}
    assert modules == {
        "accounts",
        "after_erasure",
        "asked_reviews",
        "audit",
        "backlog",
        "board",
        "closure",
        "console_sessions",
        "device_links",
        "expulsions",
        "factors",
        "invitations",
        "keyring",
        "passkeys",
        "people_key",
        "proposals",
        "roster",
        "sealed_rows",
        "topics",
    }


async def test_it_can_be_broken_off_and_goes_on(shelf: Shelf) -> None:
    await full(shelf)
    both = Keys.read(f"{shelf.keys.next_master()},{shelf.keys.secrets[0]}")
    row = row_key(SHE, "address-key")
    vault = Vault(both)
    renewed = vault.resealed("address", SHE, "address-key", await shelf.keyring.get(row))
    await shelf.keyring.set(row, renewed, px=1_000_000)
    assert (await shelf.opened_with(both).rotation.run()).renewed > 0
    assert await shelf.opened_with(Keys.read(both.secrets[0])).people.address(SHE) == 77


async def test_what_no_key_opens_is_counted(shelf: Shelf) -> None:
    await full(shelf)
    await shelf.keyring.set(row_key(SHE, "address-key"), b"torn", px=1_000_000)
    both = Keys.read(f"{shelf.keys.next_master()},{shelf.keys.secrets[0]}")
    assert (await shelf.opened_with(both).rotation.run()).unreadable == 1

"""What is live in a process: replaced as a whole, or not at all."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from msgspec import structs

from bot.clock import SettableClock
from bot.compose import Parts
from bot.config import Settings
from bot.helpline import inputs
from bot.helpline.inputs import Inbound
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.texts import current
from bot.texts.catalogue import Catalogue
from bot.texts.check import read_tree
from bot.texts.current import News, NotShown, Shown
from bot.texts.publication import OWN, version_of
from bot.texts.publishers.approval import Reason
from bot.texts.publishers.signatures import Proposal, written_form
from flows.events import Parse
from tests.kit import gated, own
from tests.kit.constants import NOW
from tests.kit.helpline import fresh_parts
from tests.kit.own import parts
from tests.kit.publishers import KESTREL, OWL, Person, listed, publication, way_back

FILES = read_tree()
GOODBYE = "content/ru/small_talk.ftl"
NEW = {**FILES, GOODBYE: FILES[GOODBYE].replace("Всего доброго.", "До встречи здесь.")}
NEWER = {**FILES, GOODBYE: FILES[GOODBYE].replace("Всего доброго.", "До встречи тут.")}
BROKEN = {**FILES, GOODBYE: FILES[GOODBYE].replace("utter_goodbye = ", "utter_goodbye ")}


@dataclass
class Slow:
    """Understands only goodbyes, and waits in the middle of a turn for as long as it is told."""

    go_on: asyncio.Event
    begun: asyncio.Event

    async def parse(self, text: str) -> Parse:
        self.begun.set()
        await self.go_on.wait()
        return Parse("goodbye", 1.0, locale="ru")

    def short(self, text: str) -> Parse:
        return Parse()


@dataclass(slots=True)
class Running:
    """A process without Telegram, and a store into which anybody may write."""

    parts: Parts
    slow: Slow
    number: int = 0

    async def puts(
        self,
        proposal: Proposal,
        files: Mapping[str, str],
        digest: str | None = None,
        before: str = "",
    ) -> None:
        """Write it into the store as it is, as whoever holds Redis could."""
        publications = self.parts.store.publications
        instead = await publications.live()
        await publications.publish(
            written_form(proposal),
            digest or proposal.said.digest,
            files,
            instead=instead,
            before=before,
        )

    async def publish(self, files: Mapping[str, str]) -> Proposal:
        """As publishers do it."""
        self.number += 1
        proposal = publication(self.number, version_of(files))
        await self.puts(proposal, files)
        return proposal

    async def refused(self) -> Reason | None:
        """Why what lies in the store now is refused; None if it is shown."""
        assert await self.parts.live.refresh(), "there is news"
        news = self.parts.live.news
        return news.reason if isinstance(news, NotShown) else None

    async def says(self) -> list[str]:
        """What waits for the person."""
        conversation = await self.parts.helpline.conversation_of(1)
        rows = await self.parts.store.outbox.for_person(conversation)
        return [row.text for _, row in rows]


@pytest.fixture(autouse=True)
def _one_look_at_each_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "gate", gated.gate)


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Running]:
    slow = Slow(asyncio.Event(), asyncio.Event())
    async with fresh_parts(
        clock=SettableClock(NOW), recogniser=slow, publishers=str(listed(tmp_path))
    ) as built:
        yield Running(built, slow)


def goodbye(catalogue: Catalogue) -> str:
    return catalogue.plain("utter_goodbye", "ru")


async def test_without_a_publication_a_process_shows_its_own_files(running: Running) -> None:
    assert not await running.parts.live.refresh()
    assert running.parts.live.current.version == OWN


@pytest.mark.slow
async def test_a_publication_is_shown_and_taken_back(running: Running) -> None:
    await running.publish(NEW)
    assert await running.refused() is None
    assert goodbye(running.parts.catalogue).startswith("До встречи здесь.")
    assert not await running.parts.live.refresh(), "nothing new"
    await running.puts(way_back(2, version_of(FILES)), FILES)
    assert await running.refused() is None
    assert running.parts.live.current.version == OWN
    assert goodbye(running.parts.catalogue).startswith("Всего доброго.")


@pytest.mark.slow
async def test_one_publisher_goes_back_to_what_two_have_signed(running: Running) -> None:
    first = await running.publish(NEW)
    await running.parts.live.refresh()
    await running.puts(way_back(2, version_of(FILES)), FILES)
    await running.parts.live.refresh()
    await running.puts(way_back(3, version_of(NEW)), NEW)
    assert await running.refused() is Reason.NOT_ENOUGH, "it doesn't say who signed them"
    await running.puts(way_back(4, first), NEW)
    assert await running.refused() is None
    assert goodbye(running.parts.catalogue).startswith("До встречи здесь.")


@pytest.mark.slow
async def test_the_same_texts_signed_anew(running: Running) -> None:
    """So that a publisher can be taken off the list."""
    await running.publish(NEW)
    await running.parts.live.refresh()
    shown = running.parts.live.current
    await running.publish(NEW)
    assert await running.refused() is None
    assert running.parts.live.current is shown


@pytest.mark.slow
async def test_what_this_program_cannot_show_is_refused_once(
    running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    """Published by another version of the program, whose gate let it pass."""
    await running.publish(NEW)
    await running.parts.live.refresh()
    await running.publish(BROKEN)
    assert await running.refused() is Reason.FAULTY
    assert not await running.parts.live.refresh()
    assert goodbye(running.parts.catalogue).startswith("До встречи здесь.")
    assert [one.message for one in caplog.records].count("publication_refused") == 1


CONTACTS = "content/contacts.yml"
OTHER_112 = {**FILES, CONTACTS: FILES[CONTACTS].replace('number: "112"', 'number: "+77770001122"')}


@pytest.mark.slow
async def test_whoever_holds_the_desk_s_key_and_redis_changes_no_number(running: Running) -> None:
    """Unsigned, signed by a stranger, signed by one, and with the signatures of other texts."""
    signed = await running.publish(NEW)
    await running.parts.live.refresh()
    digest = version_of(OTHER_112)
    unsigned = Proposal(publication(2, digest).statement)
    for proposal, reason in (
        (unsigned, Reason.NOT_ENOUGH),
        (publication(2, digest, OWL), Reason.NOT_ENOUGH),
        (publication(2, digest, KESTREL), Reason.NOT_ENOUGH),
        (publication(2, digest, KESTREL, OWL), Reason.NOT_ENOUGH),
        (structs.replace(unsigned, signatures=signed.signatures), Reason.NOT_ENOUGH),
        (publication(2, digest, deployment="astana"), Reason.OTHER_DEPLOYMENT),
    ):
        await running.puts(proposal, OTHER_112)
        assert await running.refused() is reason, proposal
        assert "112" in running.parts.catalogue.plain("utter_emergency", "ru")
        assert "+7777" not in running.parts.catalogue.plain("utter_emergency", "ru")


@pytest.mark.slow
async def test_not_even_two_publishers_change_the_emergency_number(running: Running) -> None:
    await running.puts(publication(1, version_of(OTHER_112)), OTHER_112)
    assert await running.refused() is Reason.FAULTY
    assert "+7777" not in running.parts.catalogue.plain("utter_emergency", "ru")


async def test_other_files_under_the_digest_that_was_signed(running: Running) -> None:
    signed = publication(1, version_of(NEW))
    await running.puts(signed, {**NEW, GOODBYE: NEW[GOODBYE] + "\n"})
    assert await running.refused() is Reason.OTHER_TEXTS
    await running.puts(publication(2, version_of(NEW)), {**NEW, "content/a.md": ""})
    assert await running.refused() is Reason.OTHER_TEXTS
    assert running.parts.live.current.version == OWN


async def test_a_digest_without_files(running: Running) -> None:
    await running.puts(publication(1, "ab" * 32), NEW, digest="cd" * 32)
    assert await running.refused() is Reason.MISSING


async def test_a_running_bot_never_goes_back_in_number(running: Running) -> None:
    """Signed and shown once, or signed and never published: neither comes again."""
    first = await running.publish(NEW)
    await running.parts.live.refresh()
    await running.puts(publication(7, version_of(NEW)), NEW)
    assert await running.refused() is None
    for old, files in (
        (first, NEW),
        (publication(6, version_of(NEWER)), NEWER),
        (publication(7, version_of(NEWER)), NEWER),
        (way_back(5, first), NEW),
    ):
        await running.puts(old, files)
        assert await running.refused() is Reason.LOWER
        assert goodbye(running.parts.catalogue).startswith("До встречи здесь.")


async def test_what_was_refused_takes_no_number(running: Running) -> None:
    """Else anybody could use all of them up."""
    await running.puts(publication(900_000_000, version_of(NEW), KESTREL), NEW)
    assert await running.refused() is Reason.NOT_ENOUGH
    await running.publish(NEW)
    assert await running.refused() is None


async def test_a_starting_bot_shows_nothing_below_its_release(tmp_path: Path) -> None:
    async with store_and_keyring() as servers:

        def settings(folder: str, release: int, *people: Person) -> Settings:
            where = tmp_path / folder
            where.mkdir()
            file = listed(where, *people, release=release)
            return own.settings_on(servers, publishers=str(file))

        async with parts(settings("first", 0), clock=SettableClock(NOW)) as built:
            await Running(built, Slow(asyncio.Event(), asyncio.Event())).publish(NEW)
        cases = (
            (settings("same", 1), None),
            (settings("later", 2), Reason.LOWER),
            (settings("revoked", 0, KESTREL, OWL), Reason.NOT_ENOUGH),
            (own.settings_on(servers), Reason.NO_PUBLISHERS),
        )
        for given, reason in cases:
            async with parts(given, clock=SettableClock(NOW)) as built:
                news = built.live.news
                assert (news.reason if isinstance(news, NotShown) else None) is reason
                assert (built.live.current.version == OWN) is (reason is not None)
                if isinstance(news, NotShown):
                    assert news.own


async def test_a_refusal_at_the_start_is_told_once_and_each_switch_after_it(
    running: Running,
) -> None:
    told: asyncio.Queue[News] = asyncio.Queue()
    live = running.parts.live
    await running.puts(publication(1, version_of(NEW), OWL), NEW)
    await live.refresh()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(live.follow(told.put_nowait))
        assert await told.get() == NotShown(Reason.NOT_ENOUGH, own=True)
        await running.publish(NEW)
        news = await told.get()
        assert isinstance(news, Shown)
        assert (news.approved.by, news.own) == (("Kestrel", "Wren"), False)
        task.cancel()
    assert told.empty()


@pytest.mark.slow
async def test_unsigned_texts_are_shown_by_a_demo_alone() -> None:
    digest = version_of(NEW)
    unsigned = Proposal(publication(1, digest, deployment="demo").statement)
    for demo in (True, False):
        async with fresh_parts(clock=SettableClock(NOW), unsigned_texts=demo) as built:
            running = Running(built, Slow(asyncio.Event(), asyncio.Event()))
            await running.puts(unsigned, NEW)
            assert await running.refused() is (None if demo else Reason.NO_PUBLISHERS)


@pytest.mark.parametrize("keep", [False, True])
async def test_only_who_may_lets_what_is_published_live_on(running: Running, keep: bool) -> None:
    """The desk's Redis user only reads."""
    redis, live = running.parts.store.redis, running.parts.live
    earlier, later = "ab" * 32, "cd" * 32
    row = f"{{texts}}:files:{earlier}"
    told: asyncio.Queue[News] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(live.follow(told.put_nowait, keep=keep))
        await running.puts(publication(1, earlier, OWL), FILES)
        await told.get()
        await redis.pexpire(row, 100_000)
        for number in (2, 3):  # what is kept is kept before the next one is looked at
            await running.puts(publication(number, later, OWL), FILES, before=earlier)
            await told.get()
        task.cancel()
    assert (await redis.pttl(row) > 100_000) is keep


async def test_a_publication_that_is_gone_from_redis_stays_live(running: Running) -> None:
    await running.publish(NEW)
    await running.parts.live.refresh()
    await running.parts.store.publications._redis.flushall()
    assert not await running.parts.live.refresh()
    assert goodbye(running.parts.catalogue).startswith("До встречи здесь.")


async def test_a_turn_keeps_the_texts_that_it_began_with(running: Running) -> None:
    async with asyncio.TaskGroup() as group:
        heard = Inbound(1, 1, inputs.Wrote("пока"), 1)
        group.create_task(running.parts.helpline.hear(heard))
        await running.slow.begun.wait()
        await running.publish(NEW)
        assert await running.parts.live.refresh()
        running.slow.go_on.set()
    assert any("Всего доброго." in text for text in await running.says())
    await running.parts.helpline.hear(replace(heard, update_id=2))
    assert any("До встречи здесь." in text for text in await running.says())


@pytest.mark.slow
async def test_while_redis_is_away_what_is_shown_stays() -> None:
    naps: asyncio.Queue[float] = asyncio.Queue()
    async with store_and_keyring() as servers:
        settings = Settings(
            redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
        )
        async with parts(settings, clock=SettableClock(NOW)) as built:
            await Running(built, Slow(asyncio.Event(), asyncio.Event())).publish(NEW)
    async with parts(settings, clock=SettableClock(NOW)) as built:
        assert built.live.current.version == OWN, "it starts with its own files"

        async def nap(seconds: float) -> None:
            naps.put_nowait(seconds)
            await asyncio.sleep(0)

        built.live._sleep = nap
        async with asyncio.TaskGroup() as group:
            task = group.create_task(built.live.follow())
            await naps.get()
            await naps.get()
            task.cancel()
        assert built.live.current.version == OWN

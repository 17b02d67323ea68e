"""What is proposed and signed in the console, and what intake makes live of it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec import structs

from bot.clock import SettableClock
from bot.compose import Parts
from bot.errors import NotAllowed
from bot.texts.current import own_digest
from bot.texts.proposing import OpenProposal, Proposing
from bot.texts.publication import version_of
from bot.texts.publishers import signatures
from bot.texts.publishers.listed import read_publishers
from bot.texts.publishers.signatures import Proposal, written_form
from bot.texts.switching import Switching
from tests.kit.constants import NOW
from tests.kit.helpline import fresh_parts
from tests.kit.publishers import (
    KESTREL,
    OWL,
    WREN,
    Authenticator,
    Person,
    listed,
    publication,
    way_back,
)

PHONE = Authenticator()
FALCON = Person("Falcon", passkeys=(PHONE,))
FILES = {"content/a.ftl": "a = ä", "flows/definitions/b.yml": "b"}
OTHER = {**FILES, "content/a.ftl": "a = ö"}


@dataclass(frozen=True, slots=True)
class Console:
    """The use cases, and an intake that judges."""

    parts: Parts
    proposing: Proposing
    intake: Switching

    async def live(self) -> bytes | None:
        return await self.parts.store.publications.live()

    async def signed(self, *people: Person) -> OpenProposal:
        """Files that are proposed, and signed by these."""
        made = await self.proposing.propose(FILES, "Wagtail", "0123456789")
        for one in people:
            await self.signs(made, one)
        return await self.proposing.named(made.name)

    async def signs(self, made: OpenProposal, person: Person) -> str:
        return await self.proposing.sign(made.name, signatures.sign(made.statement, person.key))


@pytest.fixture
async def console(tmp_path: Path) -> AsyncIterator[Console]:
    file = listed(tmp_path, KESTREL, WREN, FALCON)
    async with fresh_parts(clock=SettableClock(NOW), publishers=str(file)) as built:
        store = built.store
        proposing = Proposing(
            built.live,
            store.proposed_texts,
            store.publications,
            read_publishers(file),
            built.clock,
        )
        intake = Switching(built.live, store.proposed_texts, store.publications)
        yield Console(built, proposing, intake)


async def test_two_sign_and_intake_makes_it_live(console: Console) -> None:
    made = await console.signed(KESTREL)
    assert (made.signers, made.is_signed, made.statement.number) == (("Kestrel",), False, 1)
    await console.proposing.sign(made.name, PHONE.signs(made.statement))
    await console.intake.look()
    assert await console.live() is None, "nobody has asked for it"

    asked = await console.proposing.publish(made.name)
    assert asked.signers == ("Kestrel", "Falcon")
    await console.intake.look()

    assert await console.live() == written_form(asked.proposal)
    publications = console.parts.store.publications
    assert await publications.files(version_of(FILES)) == FILES
    assert await publications.history() == [version_of(FILES)]
    assert (await console.proposing.named(made.name)).asked


async def test_too_few_and_the_same_publisher_twice(console: Console) -> None:
    made = await console.signed(FALCON)
    with pytest.raises(NotAllowed, match="publication-signed-already"):
        await console.proposing.sign(made.name, PHONE.signs(made.statement))
    with pytest.raises(NotAllowed, match="publication-refused"):
        await console.proposing.publish(made.name)
    with pytest.raises(NotAllowed, match="publication-not-listed"):
        await console.signs(made, OWL)
    other = publication(1, OTHER).said
    with pytest.raises(NotAllowed, match="publication-not-listed"):
        await console.proposing.sign(made.name, signatures.sign(other, KESTREL.key))
    assert (await console.proposing.named(made.name)).signers == ("Falcon",)


async def test_a_second_proposal_is_told_of_the_first(console: Console) -> None:
    first = await console.signed(KESTREL)
    with pytest.raises(NotAllowed) as refused:
        await console.proposing.propose(OTHER, "Heron", "")
    assert refused.value.told_operator.args == {"name": "Wagtail", "number": 1}
    await console.proposing.withdraw(first.name)
    second = await console.proposing.propose(OTHER, "Heron", "")
    assert second.signers == ()
    with pytest.raises(NotAllowed, match="publication-gone"):
        await console.signs(first, WREN)
    again = await console.proposing.withdraw(second.name)
    assert again.name == second.name
    assert (await console.signed()).signers == (), "what was signed before is gone"


async def test_a_number_that_is_used_up_ends_a_proposal(console: Console) -> None:
    made = await console.signed(KESTREL, WREN)
    back = way_back(1, own_digest())
    await console.parts.store.publications.back(written_form(back), instead=None)
    await console.parts.live.refresh()
    assert (await console.proposing.named(made.name)).over
    with pytest.raises(NotAllowed, match="publication-refused"):
        await console.proposing.publish(made.name)
    with pytest.raises(NotAllowed, match="publication-over"):
        await console.signs(made, FALCON)
    assert (await console.proposing.propose(OTHER, "Heron", "")).statement.number == 2


async def test_one_goes_back_to_what_two_have_signed_and_to_the_release_s_own(
    console: Console,
) -> None:
    publications, live = console.parts.store.publications, console.parts.live
    first = publication(1, FILES)
    written = written_form(first)
    await publications.publish(written, first.said.digest, FILES, instead=None, before="")
    await publications.back(written_form(way_back(2, own_digest())), instead=written)
    await live.refresh()
    versions = await console.proposing.earlier()
    assert [(one.number, one.signers, one.needed, one.live) for one in versions] == [
        (1, ("Kestrel", "Wren"), 1, False),
        (0, (), 1, True),
    ]

    back = await console.proposing.way_back(first.said.digest)
    statement, by = await console.proposing.go_back(
        first.said.digest, signatures.sign(back.said, WREN.key)
    )
    assert (statement.action, by) == ("back", "Wren")
    await console.intake.look()
    assert b"back" in (await console.live() or b"")
    with pytest.raises(NotAllowed, match="publication-nothing-new"):
        await console.proposing.go_back(live.digest, signatures.sign(back.said, WREN.key))
    with pytest.raises(NotAllowed, match="publication-refused"):
        await console.proposing.go_back(version_of(OTHER), None)


async def test_one_can_t_go_back_to_what_nobody_listed_has_signed(console: Console) -> None:
    publications = console.parts.store.publications
    signed = publication(1, FILES, KESTREL, OWL)
    digest = signed.said.digest
    await publications.publish(written_form(signed), digest, FILES, instead=None, before="")
    ((found, needed), _) = [(one.digest, one.needed) for one in await console.proposing.earlier()]
    assert (found, needed) == (digest, 2)
    back = await console.proposing.way_back(digest)
    with pytest.raises(NotAllowed, match="publication-refused"):
        await console.proposing.go_back(digest, signatures.sign(back.said, KESTREL.key))


DIGEST = version_of(FILES)
UNSIGNED = Proposal(publication(1, DIGEST).statement)
STOLEN = structs.replace(UNSIGNED, signatures=publication(1, OTHER).signatures)
REFUSED = {
    "unsigned": UNSIGNED,
    "by one": publication(1, DIGEST, KESTREL),
    "by one, twice": publication(1, DIGEST, KESTREL, KESTREL),
    "by a stranger": publication(1, DIGEST, KESTREL, OWL),
    "for another helpline": publication(1, DIGEST, deployment="astana"),
    "for another hash": STOLEN,
    "under another number": structs.replace(UNSIGNED, signatures=publication(2, DIGEST).signatures),
    "as a way back": way_back(1, DIGEST),
    "without its files": publication(1, version_of(OTHER)),
}


async def test_what_somebody_writes_where_the_console_writes(console: Console) -> None:
    """Intake publishes nothing that it wouldn't show."""
    proposed = console.parts.store.proposed_texts
    await proposed.propose(b"junk", DIGEST, FILES)
    for why, proposal in REFUSED.items():
        await proposed.ask(written_form(proposal))
        await console.intake.look()
        assert await console.live() is None, why
    assert await console.parts.store.publications.history() == []


async def test_other_files_under_the_digest_and_junk(console: Console) -> None:
    proposed = console.parts.store.proposed_texts
    await proposed.propose(b"junk", DIGEST, OTHER)
    for written in (written_form(publication(1, DIGEST)), b"junk"):
        await proposed.ask(written)
        await console.intake.look()
        assert await console.live() is None
    assert await console.proposing.open() is None
    made = await console.proposing.propose(FILES, "Wagtail", "")
    await proposed.sign(made.name, "Kestrel", b"junk")
    assert (await console.proposing.named(made.name)).signers == ()


async def test_what_was_published_before_isn_t_published_again(console: Console) -> None:
    """Replayed by whoever can write where the console writes."""
    proposed = console.parts.store.proposed_texts
    first = publication(1, FILES)
    await proposed.propose(b"junk", DIGEST, FILES)
    back = written_form(way_back(2, own_digest()))
    await console.parts.store.publications.back(back, instead=None)
    await console.parts.live.refresh()
    await proposed.ask(written_form(first))
    await console.intake.look()
    assert await console.live() == back


async def test_a_demo_needs_nobody_s_signature() -> None:
    async with fresh_parts(clock=SettableClock(NOW), unsigned_texts=True) as built:
        store = built.store
        proposing = Proposing(
            built.live, store.proposed_texts, store.publications, None, built.clock, unsigned=True
        )
        made = await proposing.propose(FILES, "Wagtail", "")
        assert (made.is_signed, made.statement.deployment) == (True, "demo")
        await proposing.publish(made.name)
        await Switching(built.live, store.proposed_texts, store.publications).look()
        assert await store.publications.live() == written_form(made.proposal)


async def test_without_a_list_nothing_can_be_published() -> None:
    async with fresh_parts(clock=SettableClock(NOW)) as built:
        store = built.store
        proposing = Proposing(
            built.live, store.proposed_texts, store.publications, None, built.clock
        )
        assert not proposing.possible
        with pytest.raises(NotAllowed, match="publication-refused"):
            await proposing.propose(FILES, "Wagtail", "")

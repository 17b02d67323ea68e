"""What bots accept: enough valid signatures of those who are listed, for this helpline."""

from pathlib import Path

import msgspec
import pytest

from bot.texts.publishers.approval import BySignatures, Reason, Refused, Unsigned
from bot.texts.publishers.signatures import (
    KeySignature,
    Proposal,
    Signed,
    read_proposal,
    signers,
    written_form,
)
from bot.texts.publishers.statement import BadStatement
from tests.kit.publishers import (
    DEPLOYMENT,
    KESTREL,
    OWL,
    WREN,
    Authenticator,
    Person,
    publication,
    publishers,
    way_back,
)

TEXTS, OTHER, OWN = "aa" * 32, "bb" * 32, "cc" * 32
PHONE = Authenticator()


def verdict(
    folder: Path, proposal: Proposal | bytes, *people: Person, release: int = 0
) -> tuple[str, ...] | Reason:
    """Who has signed, or why it is refused."""
    approval = BySignatures(publishers(folder, *people, release=release))
    written = proposal if isinstance(proposal, bytes) else written_form(proposal)
    try:
        return approval.approved(written, lambda: OWN).by
    except Refused as refused:
        return refused.reason


def test_two_publishers_are_enough(tmp_path: Path) -> None:
    assert verdict(tmp_path, publication(1, TEXTS)) == ("Kestrel", "Wren")


def test_a_key_and_a_passkey_are_two(tmp_path: Path) -> None:
    proposal = publication(1, TEXTS, KESTREL)
    proposal = proposal.with_signature(PHONE.signs(proposal.said))
    people = (KESTREL, Person("Wren", passkeys=(PHONE,), has_key=False))
    assert verdict(tmp_path, proposal, *people) == ("Kestrel", "Wren")
    assert verdict(tmp_path, written_form(read_proposal(written_form(proposal))), *people) == (
        "Kestrel",
        "Wren",
    )


def test_one_person_with_a_key_and_two_passkeys_is_one(tmp_path: Path) -> None:
    stick = Authenticator(credential=b"stick")
    proposal = publication(1, TEXTS, KESTREL, KESTREL)
    for device in (PHONE, stick):
        proposal = proposal.with_signature(device.signs(proposal.said))
    kestrel = Person("Kestrel", KESTREL.key, passkeys=(PHONE, stick))
    assert verdict(tmp_path, proposal, kestrel, WREN) is Reason.NOT_ENOUGH


@pytest.mark.parametrize("by", [(KESTREL,), (KESTREL, KESTREL), (KESTREL, OWL), (OWL,)])
def test_fewer_than_two_of_the_list_are_not_enough(tmp_path: Path, by: tuple[Person, ...]) -> None:
    assert verdict(tmp_path, publication(1, TEXTS, *by)) is Reason.NOT_ENOUGH


def test_nobody_at_all(tmp_path: Path) -> None:
    bare = Proposal(publication(1, TEXTS).statement)
    assert verdict(tmp_path, bare) is Reason.NOT_ENOUGH


def test_one_of_the_list_who_signs_as_the_other(tmp_path: Path) -> None:
    """The signature under another's key."""
    proposal = publication(1, TEXTS, KESTREL)
    [own] = proposal.signatures
    assert isinstance(own, KeySignature)
    [wren] = publication(2, TEXTS, WREN).signatures
    assert isinstance(wren, KeySignature)
    forged = proposal.with_signature(KeySignature(wren.key, own.signature))
    assert verdict(tmp_path, forged) is Reason.NOT_ENOUGH


def test_signatures_of_another_statement_do_not_count(tmp_path: Path) -> None:
    """Replayed under other texts, another number, another action."""
    signed = publication(1, TEXTS)
    for other in (publication(1, OTHER), publication(2, TEXTS), way_back(1, TEXTS)):
        replayed = msgspec.structs.replace(signed, statement=other.statement)
        assert verdict(tmp_path, replayed) is Reason.NOT_ENOUGH


def test_what_another_helpline_has_signed(tmp_path: Path) -> None:
    """The same two people publish in both."""
    elsewhere = publication(1, TEXTS, deployment="astana")
    assert verdict(tmp_path, elsewhere) is Reason.OTHER_DEPLOYMENT
    renamed = elsewhere.statement.replace("astana", DEPLOYMENT)
    moved = msgspec.structs.replace(elsewhere, statement=renamed)
    assert verdict(tmp_path, moved) is Reason.NOT_ENOUGH


def test_who_is_taken_off_the_list_counts_no_more(tmp_path: Path) -> None:
    proposal = publication(1, TEXTS)
    assert verdict(tmp_path, proposal, KESTREL, OWL) is Reason.NOT_ENOUGH
    new_key = Person("Wren")
    assert verdict(tmp_path, proposal, KESTREL, new_key) is Reason.NOT_ENOUGH


def test_without_a_list_nothing_is_accepted() -> None:
    with pytest.raises(Refused) as refused:
        BySignatures(None).approved(written_form(publication(1, TEXTS)), lambda: OWN)
    assert refused.value.reason is Reason.NO_PUBLISHERS


# -- the way back --------------------------------------------------------------------------------


def test_one_is_enough_to_go_back_to_what_two_have_signed(tmp_path: Path) -> None:
    assert verdict(tmp_path, way_back(3, publication(1, TEXTS))) == ("Kestrel",)


def test_one_is_enough_to_go_back_to_the_release_s_own(tmp_path: Path) -> None:
    assert verdict(tmp_path, way_back(3, OWN)) == ("Kestrel",)


def test_nobody_is_not_enough(tmp_path: Path) -> None:
    back = way_back(3, publication(1, TEXTS))
    for by in ((), publication(3, TEXTS, OWL).signatures, publication(1, TEXTS).signatures):
        assert verdict(tmp_path, msgspec.structs.replace(back, signatures=by)) is Reason.NOT_ENOUGH


@pytest.mark.parametrize(
    ("earlier", "number"),
    [
        (publication(1, TEXTS, KESTREL), 3),
        (publication(1, TEXTS, KESTREL, OWL), 3),
        (publication(1, TEXTS, deployment="astana"), 3),
        (publication(3, TEXTS), 3),
        (publication(4, TEXTS), 3),
        (way_back(1, TEXTS, KESTREL, WREN), 3),
        (TEXTS, 3),
    ],
    ids=["one", "a stranger", "elsewhere", "equal", "later", "a way back", "none"],
)
def test_one_is_not_enough_for_texts_that_two_have_not_signed_before(
    tmp_path: Path, earlier: Proposal | str, number: int
) -> None:
    assert verdict(tmp_path, way_back(number, earlier)) is Reason.NOT_ENOUGH
    assert verdict(tmp_path, way_back(number, earlier, KESTREL, WREN)) == ("Kestrel", "Wren")


def test_what_two_have_signed_says_nothing_of_other_texts(tmp_path: Path) -> None:
    back = way_back(3, OTHER)
    known = publication(1, TEXTS)
    mixed = msgspec.structs.replace(back, earlier=Signed(known.statement, known.signatures))
    assert verdict(tmp_path, mixed) is Reason.NOT_ENOUGH


def test_one_cannot_go_back_behind_the_release(tmp_path: Path) -> None:
    assert verdict(tmp_path, way_back(9, publication(5, TEXTS)), release=5) == ("Kestrel",)
    assert verdict(tmp_path, way_back(9, publication(4, TEXTS)), release=5) is Reason.NOT_ENOUGH


# -- what lies in the store ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"v2",
        b"{}",
        b"[]",
        b"\xff",
        b'{"statement": "publish it"}',
        b" " * 70_000,
        written_form(publication(1, TEXTS)).replace(b"number: 1", b"number: 01"),
        written_form(
            Proposal(publication(1, TEXTS).statement, publication(1, TEXTS).signatures * 9)
        ),
        written_form(way_back(3, publication(1, TEXTS))).replace(b"action: publish", b"action: on"),
    ],
)
def test_what_is_no_proposal_is_refused(tmp_path: Path, written: bytes) -> None:
    assert verdict(tmp_path, written) is Reason.UNREADABLE
    with pytest.raises(Refused):
        Unsigned().approved(written, lambda: OWN)


def test_a_proposal_is_read_as_it_was_written() -> None:
    for proposal in (publication(1, TEXTS), way_back(3, publication(1, TEXTS))):
        assert read_proposal(written_form(proposal)) == proposal
    with pytest.raises(BadStatement):
        read_proposal(b"null")


def test_the_same_signature_is_kept_once(tmp_path: Path) -> None:
    proposal = publication(1, TEXTS)
    assert proposal.with_signature(proposal.signatures[0]).signatures[::-1] == proposal.signatures
    assert signers(proposal, publishers(tmp_path, WREN, KESTREL)) == ("Wren", "Kestrel")


def test_a_demo_asks_for_no_signature() -> None:
    bare = Proposal(publication(1, TEXTS).statement)
    assert Unsigned().approved(written_form(bare), lambda: OWN).by == ()

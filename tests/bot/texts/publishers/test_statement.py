"""The statement that is signed: one written form, and its hash in words."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.texts.publishers.hash_words import words
from bot.texts.publishers.statement import MOST, Action, BadStatement, Statement

DIGEST = "0123456789abcdef" * 4

DEPLOYMENTS = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", fullmatch=True)
DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)
STATEMENTS = st.builds(
    Statement, DEPLOYMENTS, st.integers(1, MOST), st.sampled_from(Action), DIGESTS
)


def test_a_person_can_read_what_is_signed() -> None:
    assert Statement("almaty", 18, Action.PUBLISH, DIGEST).text == (
        "helpline publication 1\n"
        "deployment: almaty\n"
        "number: 18\n"
        "action: publish\n"
        f"sha256: {DIGEST}\n"
    )


@given(STATEMENTS)
def test_it_is_read_back_as_it_was_written(statement: Statement) -> None:
    assert Statement.read(statement.text) == statement


@given(STATEMENTS, STATEMENTS)
def test_two_statements_are_never_written_alike(one: Statement, other: Statement) -> None:
    assert (one.text == other.text) == (one == other)
    assert (one.challenge == other.challenge) == (one == other)


@given(STATEMENTS, st.data())
def test_no_other_bytes_are_the_statement(statement: Statement, data: st.DataObject) -> None:
    """A letter more, less or other: another statement in its own one form, or none."""
    at = data.draw(st.integers(0, len(statement.text)))
    letter = data.draw(st.sampled_from(["", "\n", " ", "0", "-", "A", "é", "٣"]))
    cut = data.draw(st.integers(0, 2))
    changed = statement.text[:at] + letter + statement.text[at + cut :]
    try:
        found = Statement.read(changed)
    except BadStatement:
        assert changed != statement.text
    else:
        assert found.text == changed


@given(st.text())
def test_text_from_elsewhere_is_no_statement(text: str) -> None:
    with pytest.raises(BadStatement):
        Statement.read(text)


@pytest.mark.parametrize(
    ("deployment", "number", "digest"),
    [
        ("", 1, DIGEST),
        ("almaty\nnumber: 2", 1, DIGEST),
        ("Almaty", 1, DIGEST),
        ("-almaty", 1, DIGEST),
        ("a" * 64, 1, DIGEST),
        ("almaty", 0, DIGEST),
        ("almaty", MOST + 1, DIGEST),
        ("almaty", 1, DIGEST.upper()),
        ("almaty", 1, DIGEST[:12]),
        ("almaty", 1, DIGEST + "\n"),
    ],
)
def test_what_has_no_written_form_cannot_be_said(deployment: str, number: int, digest: str) -> None:
    with pytest.raises(BadStatement):
        Statement(deployment, number, Action.PUBLISH, digest)


def test_a_passkey_signs_the_hash_of_it() -> None:
    statement = Statement("almaty", 18, Action.BACK, DIGEST)
    assert statement.challenge == hashlib.sha256(statement.text.encode()).digest()


def test_the_hash_in_words() -> None:
    """The first two are the proquints of 127.0.0.1 in arXiv:0901.4016."""
    assert words("7f000001" + "0" * 56).split()[:3] == ["lusab", "babad", "babab"]
    assert [len(line.split()) for line in words(DIGEST).splitlines()] == [4, 4, 4, 4]


@given(DIGESTS, DIGESTS)
def test_no_bit_of_the_hash_is_left_out(one: str, other: str) -> None:
    assert (words(one) == words(other)) == (one == other)
    flipped = f"{int(one, 16) ^ (1 << int(other, 16) % 256):064x}"
    assert words(flipped) != words(one)

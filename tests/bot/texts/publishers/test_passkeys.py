"""A passkey's answer counts if its holder, present and verified, signed this statement on its page.

Authenticators here are ours; `chromium.json` is what Chromium 156 and its virtual authenticator
gave a page at http://localhost:8765 for `STATEMENT`.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.texts.publishers.passkeys import (
    Passkey,
    PasskeyAssertion,
    read_assertion,
    read_cose,
    signed,
    unpadded,
)
from bot.texts.publishers.statement import Action, Statement
from tests.kit.publishers import PRESENT, VERIFIED, Authenticator

STATEMENT = Statement("almaty", 18, Action.PUBLISH, "ab" * 32)
ES256 = Authenticator()
EDDSA = Authenticator(Ed25519PrivateKey.generate())
CHROMIUM = json.loads((Path(__file__).parent / "chromium.json").read_text("utf-8"))


def passkey(device: Authenticator) -> Passkey:
    return Passkey(device.credential, read_cose(device.cose), device.relying_party, device.origin)


def counts(device: Authenticator, **other: Any) -> bool:
    return signed(passkey(device), STATEMENT.challenge, device.signs(STATEMENT, **other))


@pytest.mark.parametrize("device", [ES256, EDDSA], ids=["ES256", "Ed25519"])
def test_an_answer_counts_for_its_own_statement_alone(device: Authenticator) -> None:
    assertion = device.signs(STATEMENT)
    assert signed(passkey(device), STATEMENT.challenge, assertion)
    for other in (
        replace(STATEMENT, number=19),
        replace(STATEMENT, deployment="astana"),
        replace(STATEMENT, action=Action.BACK),
        replace(STATEMENT, digest="ac" * 32),
    ):
        assert not signed(passkey(device), other.challenge, assertion)


@pytest.mark.parametrize("kind", CHROMIUM)
def test_an_answer_of_chromium(kind: str) -> None:
    given = CHROMIUM[kind]
    assertion = read_assertion(json.dumps(given["answer"]).encode())
    cose = read_cose(unpadded(given["public_key"]))
    known = Passkey(assertion.credential, cose, "localhost", "http://localhost:8765")
    assert signed(known, STATEMENT.challenge, assertion)
    assert not signed(known, replace(STATEMENT, number=19).challenge, assertion)
    elsewhere = replace(known, origin="http://localhost:8766")
    assert not signed(elsewhere, STATEMENT.challenge, assertion)


@pytest.mark.parametrize("device", [ES256, EDDSA], ids=["ES256", "Ed25519"])
@pytest.mark.parametrize(
    "other",
    [
        {"flags": 0},
        {"flags": PRESENT},
        {"flags": VERIFIED},
        {"relying_party": "example.org"},
        {"origin": "https://console.example.net"},
        {"origin": "http://console.example.org"},
        {"origin": "https://console.example.org/"},
        {"type": "webauthn.create"},
        {"crossOrigin": True},
        {"topOrigin": "https://elsewhere.example"},
        {"challenge": ""},
        {"challenge": 7},
        {"challenge": "é"},
    ],
    ids=str,
)
def test_an_answer_that_was_given_otherwise_does_not_count(
    device: Authenticator, other: dict[str, Any]
) -> None:
    assert not counts(device, **other)


def test_what_a_browser_adds_does_no_harm() -> None:
    """Chromium says so, so that nobody compares the whole text."""
    assert counts(ES256, other_keys_can_be_added_here="do not compare", crossOrigin=False)
    assert counts(ES256, flags=PRESENT | VERIFIED | 0x18)


@pytest.mark.parametrize("device", [ES256, EDDSA], ids=["ES256", "Ed25519"])
@pytest.mark.parametrize("part", ["credential", "client_data", "authenticator_data", "signature"])
def test_no_part_can_be_changed(device: Authenticator, part: str) -> None:
    assertion = device.signs(STATEMENT)
    value: bytes = getattr(assertion, part)
    for changed in (value[:-1], value[:-1] + bytes([value[-1] ^ 1]), value + b"\0", b""):
        parts = {name: getattr(assertion, name) for name in PasskeyAssertion.__struct_fields__}
        wrong = PasskeyAssertion(**{**parts, part: changed})
        assert not signed(passkey(device), STATEMENT.challenge, wrong), (part, changed)


def test_another_authenticator_is_another() -> None:
    assert not signed(passkey(Authenticator()), STATEMENT.challenge, ES256.signs(STATEMENT))


@pytest.mark.parametrize(
    "cose",
    [
        b"",
        ES256.cose[:-1],
        ES256.cose + b"\0",
        ES256.cose[:-1] + bytes([ES256.cose[-1] ^ 1]),
        EDDSA.cose[:-1],
        EDDSA.cose + b"\0",
        bytes.fromhex("a401030339010020430102032143010001"),
    ],
    ids=["nothing", "shorter", "longer", "changed", "Ed25519, shorter", "Ed25519, longer", "RSA"],
)
def test_a_key_that_is_none_is_refused(cose: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whoever reads a file says what it means
        read_cose(cose)


@pytest.mark.parametrize("json", [b"", b"{}", b"[]", b'{"id":"\xff"}', b'{"id":7,"response":{}}'])
def test_json_that_is_no_answer_is_refused(json: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whoever reads a file says what it means
        read_assertion(json)

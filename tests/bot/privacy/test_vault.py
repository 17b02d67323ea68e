"""Sealing: what goes in comes out with the right key and the right row, and else not at all."""

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ConfigError, NotAllowed, Sealed
from bot.privacy.pseudonyms import Pseudonyms
from bot.privacy.vault import Keys, Vault

KEYS = Keys.read(Keys.new_master())
VAULT = Vault(KEYS)
DESK = Vault(Keys.read(KEYS.for_desk()))
OTHER = Vault(Keys.read(Keys.new_master()))
DATA_KEY = bytes(range(32))
WRAPPED = VAULT.sealed_for("wrap", "one", "key", DATA_KEY)
names = st.text(st.characters(exclude_characters="/", exclude_categories=["Cs"]), max_size=20)


@given(st.binary(max_size=2000), names, names)
def test_what_is_sealed_comes_back(value: bytes, conversation: str, row: str) -> None:
    sealed = VAULT.seal(DATA_KEY, conversation, row, value)
    assert VAULT.open(DATA_KEY, conversation, row, sealed) == value
    ticket = VAULT.seal_ticket(conversation, row, value)
    assert DESK.open_ticket(conversation, row, ticket) == value
    address = VAULT.sealed_for("address", conversation, row, value)
    assert VAULT.opened_for("address", conversation, row, address) == value


@given(names, names, names, names)
def test_no_row_opens_as_another(one: str, row: str, other: str, other_row: str) -> None:
    sealed = VAULT.seal(DATA_KEY, one, row, b"value")
    if (one, row) != (other, other_row):
        with pytest.raises(Sealed):
            VAULT.open(DATA_KEY, other, other_row, sealed)


@given(st.binary(min_size=1, max_size=200), st.data())
def test_a_changed_bit_is_noticed(value: bytes, data: st.DataObject) -> None:
    sealed = bytearray(VAULT.seal(DATA_KEY, "one", "state", value))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Sealed):
        VAULT.open(DATA_KEY, "one", "state", bytes(sealed))


@given(st.binary(max_size=64))
def test_any_bytes_are_refused_alike(garbage: bytes) -> None:
    with pytest.raises(Sealed):
        VAULT.open(DATA_KEY, "one", "state", garbage)
    with pytest.raises(Sealed):
        VAULT.opened_for("wrap", "one", "key", garbage)


def test_the_same_value_never_looks_the_same() -> None:
    assert len({VAULT.seal(DATA_KEY, "one", "state", b"value") for _ in range(50)}) == 50


def test_a_value_doesnt_show() -> None:
    assert b"+7701" not in VAULT.seal(DATA_KEY, "one", "said", b"call +7701")


def test_the_purposes_dont_open_each_other() -> None:
    sealed = VAULT.seal_ticket("one", "address", b"77")
    with pytest.raises(Sealed):
        VAULT.opened_for("address", "one", "address", sealed)
    with pytest.raises(Sealed):
        VAULT.open(DATA_KEY, "one", "address", sealed)


# -- data keys -------------------------------------------------------------------------------


def test_a_data_key_opens_for_its_conversation_alone() -> None:
    assert VAULT.opened_for("wrap", "one", "key", WRAPPED) == DATA_KEY
    with pytest.raises(NotAllowed):
        DESK.opened_for("wrap", "one", "key", WRAPPED)
    for vault, conversation in ((VAULT, "two"), (OTHER, "one")):
        with pytest.raises(Sealed):
            vault.opened_for("wrap", conversation, "key", WRAPPED)


# -- the keys of a process -------------------------------------------------------------------


def test_the_desk_holds_no_key_for_addresses() -> None:
    sealed = VAULT.sealed_for("address", "one", "address", b"77")
    with pytest.raises(NotAllowed):
        DESK.opened_for("address", "one", "address", sealed)
    with pytest.raises(NotAllowed):
        DESK.sealed_for("address", "one", "address", b"77")


def test_the_desks_part_gives_itself_and_nothing_more() -> None:
    part = KEYS.for_desk()
    assert Keys.read(part).for_desk() == part
    assert part.startswith("desk:")
    with pytest.raises(NotAllowed):
        Keys.read(part).get("address")


def test_each_purpose_has_a_key_of_its_own() -> None:
    purposes = ("wrap", "names", "tickets", "address")
    assert len({KEYS.get(purpose) for purpose in purposes}) == len(purposes)
    assert all(len(KEYS.get(purpose)) == 32 for purpose in purposes)


def test_a_master_key_gives_the_same_keys_in_every_process() -> None:
    master = Keys.new_master()
    assert Keys.read(master).for_desk() == Keys.read(master).for_desk()
    assert Keys.read(Keys.new_master()).for_desk() != Keys.read(master).for_desk()


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "short",
        "ключ",
        "desk:",
        base64.urlsafe_b64encode(b"x" * 31).decode(),
        base64.urlsafe_b64encode(b"x" * 33).decode(),
        "desk:" + base64.urlsafe_b64encode(b"x" * 32).decode(),
        "desk:desk:" + base64.urlsafe_b64encode(b"x" * 64).decode(),
        "desk:" + base64.urlsafe_b64encode(b"x" * 96).decode(),
        base64.urlsafe_b64encode(b"x" * 32).decode() + ",",
        base64.urlsafe_b64encode(b"x" * 32).decode() + ".abcd",
        ".".join(base64.urlsafe_b64encode(b"x" * length).decode() for length in (32, 48)),
    ],
)
def test_what_is_no_key_is_refused_without_repeating_it(secret: str) -> None:
    with pytest.raises(ConfigError) as raised:
        Keys.read(secret)
    assert "HELPLINE_MASTER_KEY" in raised.value.detail
    assert not secret or secret not in raised.value.detail


# -- names -----------------------------------------------------------------------------------


@given(st.integers(), st.integers())
def test_hashes_tell_ids_apart_and_give_none_away(one: int, other: int) -> None:
    hashed = VAULT.hashed("operator", one)
    assert re.fullmatch("[0-9A-Za-z_.]{16}", hashed)
    assert (VAULT.hashed("operator", other) == hashed) == (one == other)
    assert VAULT.hashed("thread", one) != hashed
    assert OTHER.hashed("operator", one) != hashed, "without the key nobody can try all numbers"
    assert DESK.hashed("operator", one) == hashed


@given(st.integers(), st.integers())
def test_persons_are_named_under_a_key_of_their_own(one: int, other: int) -> None:
    names = Pseudonyms(b"k" * 32)
    assert re.fullmatch("[0-9A-Za-z_.]{16}", names.person(one))
    assert (names.person(other) == names.person(one)) == (one == other)
    assert names.update(one) != names.person(one)
    assert Pseudonyms(b"l" * 32).person(one) != names.person(one)


def test_the_parts_of_a_name_dont_run_together() -> None:
    assert VAULT.hashed("thread", 1, 23) != VAULT.hashed("thread", 12, 3)


# -- rotation --------------------------------------------------------------------------------


def test_a_new_master_key_seals_and_the_old_one_still_opens() -> None:
    new = Vault(Keys.read(f"{KEYS.next_master()},{KEYS.secrets[0]}"))
    old = VAULT.sealed_for("address", "one", "address", b"77")
    assert new.opened_for("address", "one", "address", old) == b"77"
    sealed = new.sealed_for("address", "one", "address", b"77")
    with pytest.raises(Sealed):
        VAULT.opened_for("address", "one", "address", sealed)


def test_both_work_while_the_processes_change_one_by_one() -> None:
    """First everybody learns the new key, then everybody seals with it."""
    fresh = KEYS.next_master()
    before = Vault(Keys.read(f"{KEYS.secrets[0]},{fresh}"))
    after = Vault(Keys.read(f"{fresh},{KEYS.secrets[0]}"))
    for one, other in ((before, after), (after, before)):
        sealed = one.seal_ticket("one", "ticket", b"value")
        assert other.open_ticket("one", "ticket", sealed) == b"value"


def test_names_stay_the_same_over_rotations() -> None:
    once = Keys.read(KEYS.next_master())
    twice = Keys.read(once.next_master())
    for keys in (once, twice):
        assert Vault(keys).hashed("thread", 77) == VAULT.hashed("thread", 77)
        assert keys.get("address") != KEYS.get("address")


def test_a_key_that_was_rotated_while_it_still_held_the_key_of_persons_is_read() -> None:
    master, names = KEYS.secrets[0], KEYS.get("names")
    earlier = base64.urlsafe_b64encode(names + b"p" * 32).decode()
    assert Keys.read(f"{master}.{earlier}").get("names") == names
    fresh = Keys.read(f"{master}.{earlier}").next_master()
    assert Keys.read(fresh).get("names") == names


def test_the_desks_part_rotates_along() -> None:
    both = Keys.read(f"{KEYS.next_master()},{KEYS.secrets[0]}")
    desk = Vault(Keys.read(both.for_desk()))
    assert desk.open_ticket("one", "ticket", VAULT.seal_ticket("one", "ticket", b"v")) == b"v"
    assert desk.hashed("operator", 7) == VAULT.hashed("operator", 7)
    with pytest.raises(NotAllowed):
        Keys.read(both.for_desk()).next_master()


def test_what_is_sealed_under_the_current_key_stays_as_it_is() -> None:
    new = Vault(Keys.read(f"{KEYS.next_master()},{KEYS.secrets[0]}"))
    old = VAULT.seal_ticket("one", "ticket", b"value")
    resealed = new.resealed("tickets", "one", "ticket", old)
    assert resealed is not None
    assert new.open_ticket("one", "ticket", resealed) == b"value"
    assert new.resealed("tickets", "one", "ticket", resealed) is None
    with pytest.raises(Sealed):
        new.resealed("tickets", "two", "ticket", old)

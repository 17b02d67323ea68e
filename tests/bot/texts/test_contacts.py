"""Contacts: which number may be shown on which day, and what a contact must have."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.texts.catalogue import CONTENT
from bot.texts.contacts import TEST_CALL_LIMIT, Contact, Show, read_contacts

TODAY = date(2026, 11, 25)


def contact(show: Show, tested: date | None) -> Contact:
    return Contact("phone_1", "1 23", show, tested, "contacts.yml", 1)


@pytest.mark.parametrize("tested", [None, TODAY, TODAY - timedelta(days=4000)])
def test_the_state_s_emergency_numbers_are_always_shown(tested: date | None) -> None:
    assert contact(Show.ALWAYS, tested).shown(TODAY)


@pytest.mark.parametrize("tested", [None, TODAY])
def test_what_must_not_be_shown_never_is(tested: date | None) -> None:
    assert not contact(Show.NEVER, tested).shown(TODAY)


@pytest.mark.parametrize(
    ("days", "shown"),
    [(0, True), (1, True), (TEST_CALL_LIMIT.days, True), (TEST_CALL_LIMIT.days + 1, False)],
)
def test_other_numbers_need_a_fresh_test_call(days: int, shown: bool) -> None:
    assert contact(Show.CONFIRMED, TODAY - timedelta(days=days)).shown(TODAY) is shown


def test_a_number_that_nobody_has_ever_called_is_hidden() -> None:
    assert not contact(Show.CONFIRMED, None).shown(TODAY)


def test_a_call_of_the_future_has_not_been_made() -> None:
    """A mistyped year must not keep a number for decades."""
    assert not contact(Show.CONFIRMED, date(2062, 11, 25)).shown(TODAY)


def test_a_call_made_today_counts_where_the_day_has_begun_already() -> None:
    """Kazakhstan is five hours ahead of the clock's UTC."""
    assert contact(Show.CONFIRMED, TODAY + timedelta(days=1)).shown(TODAY)


def test_the_real_contacts_are_readable_and_know_their_lines() -> None:
    lines = (CONTENT / "contacts.yml").read_text(encoding="utf-8").splitlines()
    found = read_contacts(CONTENT)
    assert found["phone_112"].number == "112"
    assert found["phone_112"].show is Show.ALWAYS
    for name, one in found.items():
        assert one.file == "content/contacts.yml"
        assert lines[one.line - 1] == f"{name}:"


def test_a_number_that_is_never_shown_is_not_even_kept() -> None:
    hidden = [one for one in read_contacts(CONTENT).values() if one.show is Show.NEVER]
    assert hidden
    assert {one.number for one in hidden} == {""}


GOOD = 'phone_1:\n  number: "1 23"\n  source: [a book]\n  show: confirmed\n'


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("confirmed", "often", "contacts.yml:4: `show` is one of: always, confirmed, never"),
        ("  show: confirmed\n", "", "`show` is one of: always, confirmed, never"),
        ('"1 23"', "123", "contacts.yml:2: 'number' needs a text"),
        ('  number: "1 23"\n', "", "'number' needs a text"),
        ("  source: [a book]\n", "", "a number needs a source: where was it read?"),
        ("[a book]", "[]", "contacts.yml:3: a number needs a source"),
        ("[a book]", "a book", "contacts.yml:3: 'source' needs a list of texts"),
        ("show:", "last_test_call: yesterday\n  show:", "contacts.yml:4: `last_test_call` is"),
        (
            "show:",
            "last_test_call: 2026-11-25 10:00:00\n  show:",
            "contacts.yml:4: `last_test_call` is a date such as 2026-11-25, or empty",
        ),
        ("source", "sauce", "contacts.yml:3: no key 'sauce' is known here"),
        ("phone_1:", "phone_0:\nphone_1:", "expected `key: value` lines"),
    ],
)
def test_faults_of_a_contact(old: str, new: str, fault: str, tmp_path: Path) -> None:
    assert old in GOOD
    (tmp_path / "contacts.yml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_contacts(tmp_path)
    assert fault in caught.value.detail


def test_a_good_contact(tmp_path: Path) -> None:
    text = GOOD.replace("show:", "last_test_call: 2026-11-20\n  show:")
    (tmp_path / "contacts.yml").write_text(text, encoding="utf-8")
    found = read_contacts(tmp_path)["phone_1"]
    assert found == Contact(
        "phone_1", "1 23", Show.CONFIRMED, date(2026, 11, 20), "contacts.yml", 1
    )

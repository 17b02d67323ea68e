"""What the program does, in rows: made from what it follows itself."""

from datetime import timedelta

import pytest

from bot.privacy.retention import Retention, lower
from bot.texts.citations.own import facts
from flows.format.load import load
from flows.format.model import Library


def test_every_row_of_the_retention_table_can_be_cited() -> None:
    for one in Retention:
        fact = facts()[one.name.lower()]
        assert one.value.holds in fact.said
        assert one.value.ended_by in fact.said


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        ("conversation", {"24", "1440", "1"}),
        ("statistics", {"397", "13"}),
        ("stub", {"2", "120"}),
        ("reads", {"2", "120"}),
        ("telegram", {"48", "2"}),
        ("sees", set()),
    ],
)
def test_the_numbers_that_a_sentence_may_write(row: str, figures: set[str]) -> None:
    assert figures <= facts()[row].figures
    assert facts()[row].figures or not figures


def test_what_an_erasure_destroys_is_what_the_table_says() -> None:
    erased, kept = facts()["erases"].said.split("; not: ")
    assert {"conversation", "open_ticket", "message_ids"} <= set(erased.split(": ")[1].split(", "))
    assert {"stub", "update_ids", "statistics", "audit"} <= set(kept.split(", "))


def test_a_lowered_lifetime_changes_no_row() -> None:
    """Texts say the figure by a variable; the sentence stays true."""
    before = facts()["conversation"]
    lower({Retention.CONVERSATION: timedelta(hours=12)})
    try:
        assert facts()["conversation"] == before
    finally:
        lower({})


def test_who_reads_depends_on_the_flows_that_call_an_operator() -> None:
    own = load()
    assert "called by flows: ask_person, " in facts(own)["reads"].said
    fewer = Library({"menu": own.flows["menu"]}, own.slots)
    assert facts(fewer)["reads"] != facts(own)["reads"]

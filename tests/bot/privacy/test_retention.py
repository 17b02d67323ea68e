"""The table of what is kept: complete, bounded, and the only source of lifetimes."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import bot.store
from bot.cli.privacy import document
from bot.errors import ConfigError
from bot.privacy.retention import (
    FIXED,
    NEEDED,
    SHORTEST,
    SHORTEST_OF_SOME,
    Leads,
    Retention,
    lower,
    read_lifetimes,
)

STORE = Path(bot.store.__file__).parent
LONGEST = timedelta(days=7)
STAFF = {Retention.OPERATOR, Retention.AUDIT, Retention.SECOND_FACTOR, Retention.PASSKEY}
STAFF |= {Retention.ASKED_REVIEW}
"""About the hotline's own people, by code name, their account's number or its keyed hash, or their
random id."""


@pytest.mark.parametrize("retention", list(Retention))
def test_every_row_says_what_why_how_long_and_until_when(retention: Retention) -> None:
    row = retention.value
    assert row.holds
    assert row.purpose
    assert row.ended_by
    longest = {Retention.STATISTICS: 397, Retention.REVIEW_ANSWERS: 14, **dict.fromkeys(STAFF, 90)}
    assert timedelta() < row.lifetime <= timedelta(days=longest.get(retention, LONGEST.days))
    assert retention.milliseconds == row.lifetime / timedelta(milliseconds=1)


def test_no_class_is_another_by_accident() -> None:
    """Enum makes equal rows one: a class would then vanish from the table."""
    assert len(Retention.__members__) == len(list(Retention))


def test_what_could_lead_to_a_person_outlives_two_days_only_for_an_open_ticket() -> None:
    longer = {one for one in Retention if one.value.lifetime > timedelta(hours=48)}
    # The key names everybody's rows, and leads to somebody only together with these.
    known = {Retention.OPEN_TICKET, Retention.CONVERSATION_LOG, Retention.PEOPLE_KEY}
    known |= {Retention.OPERATOR, Retention.EXPULSION}  # to the hotline's own people
    assert {one for one in longer if one.value.leads is Leads.YES} == known
    named = {one for one in longer if one.value.leads is Leads.BY_NAME}
    assert named == {Retention.DATA_KEY, Retention.INDEX, Retention.AUDIT}


def test_telegrams_own_times_are_kept_to() -> None:
    """Bot API: updates are repeated for 24 h; messages can be deleted for 48 h."""
    assert Retention.UPDATE_IDS.value.lifetime >= timedelta(hours=24)
    assert Retention.MESSAGE_IDS.value.lifetime == timedelta(hours=48)


def test_an_erasure_outlives_the_messages_that_it_deletes() -> None:
    assert Retention.ERASURE.value.lifetime >= Retention.MESSAGE_IDS.value.lifetime


def test_the_key_outlives_what_it_seals() -> None:
    sealed = (Retention.CONVERSATION, Retention.OPEN_TICKET, Retention.OUTBOX)
    assert all(Retention.DATA_KEY.milliseconds >= one.milliseconds for one in sealed)


def test_the_store_writes_no_lifetime_of_its_own() -> None:
    """Where a command takes a time to live, no number stands there."""
    timed = {"pexpire", "expire", "psetex", "setex"}
    for file in sorted(STORE.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            times = [word.value for word in node.keywords if word.arg in {"px", "ex"}]
            times += node.args[1:2] if node.func.attr in timed else []
            for time in times:
                assert not isinstance(time, ast.Constant), f"{file.name}:{node.lineno}"


def test_every_set_of_the_store_ends() -> None:
    """`SET` without a lifetime would be kept for ever."""
    for file in sorted(STORE.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "self._redis.set":
                assert "px" in {word.arg for word in node.keywords}, f"{file.name}:{node.lineno}"


# -- lowered, never raised -------------------------------------------------------------------


@pytest.fixture
def restored() -> Iterator[None]:
    """Whatever a test configures is taken back."""
    yield
    lower({})


@pytest.mark.usefixtures("restored")
def test_a_lifetime_can_be_lowered() -> None:
    lower(read_lifetimes("conversation=12h, closed_ticket=6h statistics=180d"))
    assert Retention.CONVERSATION.milliseconds == 12 * 3_600_000
    assert Retention.CLOSED_TICKET.lifetime == timedelta(hours=6)
    assert Retention.STATISTICS.lifetime == timedelta(days=180)
    assert Retention.OPEN_TICKET.lifetime == Retention.OPEN_TICKET.value.lifetime


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("retention", list(Retention))
def test_none_is_ever_raised(retention: Retention) -> None:
    """By an hour or a day above its ceiling: every row, whether it can be lowered or not."""
    name, ceiling = retention.name.lower(), retention.value.lifetime
    for unit, letter in ((timedelta(hours=1), "h"), (timedelta(days=1), "d")):
        with pytest.raises(ConfigError, match="HELPLINE_LIFETIMES"):
            lower(read_lifetimes(f"{name}={ceiling // unit + 1}{letter}"))
        assert retention.lifetime == ceiling
    if retention in FIXED:
        return
    lower(read_lifetimes(f"{name}={ceiling // timedelta(hours=1)}h"))
    assert retention.lifetime == ceiling
    shorter = {retention, *NEEDED.get(retention, ())}
    shorter |= {one for other in shorter for one in NEEDED.get(other, ())}
    lower(read_lifetimes(" ".join(f"{one.name.lower()}={_least(one)}h" for one in shorter)))
    assert retention.lifetime == timedelta(hours=_least(retention))


def _least(retention: Retention) -> int:
    return SHORTEST_OF_SOME.get(retention, SHORTEST) // timedelta(hours=1)


_BY_NAME = sorted(frozenset().union(*NEEDED.values()), key=lambda one: one.name)


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("needed", _BY_NAME)
def test_nothing_ends_before_what_needs_it(needed: Retention) -> None:
    """Such as the key before the row that it opens."""
    shorter = {one for one in Retention if one not in FIXED} - {needed}
    with pytest.raises(ConfigError, match=f"can't be shorter than {needed.name.lower()}"):
        lower(read_lifetimes(" ".join(f"{one.name.lower()}={_least(one)}h" for one in shorter)))
    assert all(one.lifetime == one.value.lifetime for one in Retention)


@pytest.mark.parametrize(
    "text",
    [
        *("conversation=25h", "stub=3h", "open_ticket=8d", "statistics=398d"),
        *("message_ids=1h", "data_key=1d", "index=2d", "erasure=12h", "lease=1h"),
        *("conversation=0h", "nonsense=1h", "conversation", "conversation=1", "conversation=-1h"),
    ],
)
def test_it_is_never_raised_nor_guessed(text: str) -> None:
    with pytest.raises(ConfigError, match="HELPLINE_LIFETIMES"):
        lower(read_lifetimes(text))
    assert Retention.CONVERSATION.lifetime == timedelta(hours=24)


def test_the_document_is_todays_table() -> None:
    """`helpline privacy > docs/privacy.md`."""
    written = (Path(__file__).parents[3] / "docs" / "privacy.md").read_text(encoding="utf-8")
    assert written == document()

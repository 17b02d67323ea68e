"""What `/metrics` says of people is rounded, and dated by nothing but the scrape."""

import pytest

from bot.reports.withholding import LEAST
from bot.telemetry.metrics import MANY, NOT_DELETED, coarse, rendered


@pytest.mark.parametrize(
    ("count", "shown"), [(0, 0), (1, 1), (2, 1), (4, 1), (5, 5), (6, 5), (5000, 5)]
)
def test_so_many_people_are_none_a_few_or_many(count: int, shown: int) -> None:
    assert coarse(count) == shown


def test_a_few_is_what_reports_withhold_too() -> None:
    assert MANY == LEAST


def test_no_figure_tells_when_something_first_happened() -> None:
    """prometheus_client would add the time of each series to the millisecond."""
    NOT_DELETED.inc(0)
    page = rendered().decode()
    assert "helpline_messages_not_deleted_total" in page
    assert "_created" not in page

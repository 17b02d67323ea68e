"""The gate: no figure on record in docs/ has fallen by more than its noise."""

import pytest

from bot.__main__ import main


def test_no_figure_fell_below_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    fallen = main(["evaluate", "--gate"])

    assert fallen == 0, capsys.readouterr().out

"""Python's collector of reference cycles rests while a process reads what it keeps."""

import gc
from collections.abc import Iterator

import pytest

from bot.processes.collector import collector_rests


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_rests_in_the_block_and_works_again_after_it() -> None:
    with collector_rests():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_a_fault() -> None:
    with pytest.raises(ValueError, match="unreadable"), collector_rests():
        raise ValueError("unreadable")
    assert gc.isenabled()


def test_where_it_was_switched_off_it_stays_so() -> None:
    gc.disable()
    with collector_rests():
        pass
    assert not gc.isenabled()

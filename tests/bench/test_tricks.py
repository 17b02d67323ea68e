"""The plain way of each trick stands where the trick does, or nothing would be measured."""

import pytest

from bench.plain import TRICKS, Replacement

REPLACED = [
    pytest.param(one, id=f"{name}: {one.owner} {one.name}")
    for name, trick in TRICKS.items()
    for one in trick.replaced
]


@pytest.mark.parametrize("one", REPLACED)
def test_the_plain_way_is_another(one: Replacement, monkeypatch: pytest.MonkeyPatch) -> None:
    own = getattr(one.target(), one.name)
    monkeypatch.setattr(one.target(), one.name, own)  # and is put back after the test
    one.make()
    assert getattr(one.target(), one.name) is not own


def test_a_trick_that_has_gone_is_noticed() -> None:
    with pytest.raises(AttributeError):
        Replacement("bot.clock", "gone", int).make()

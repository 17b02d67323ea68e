"""`helpline key`: a master key, and the desk's part of it."""

import pytest

from bot.__main__ import main
from bot.errors import NotAllowed
from bot.privacy.vault import Keys
from tests.kit.command import helpline


def test_each_key_is_fresh(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["key"]) == 0
    assert main(["key"]) == 0
    first, second = capsys.readouterr().out.split()
    assert first != second
    assert Keys.read(first).get("address")


def test_the_desk_s_part_opens_no_address(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    master = Keys.new_master()
    monkeypatch.setenv("HELPLINE_MASTER_KEY", master)
    assert main(["key", "--for-desk"]) == 0
    part = Keys.read(capsys.readouterr().out.strip())
    assert part.get("tickets") == Keys.read(master).get("tickets")
    with pytest.raises(NotAllowed):
        part.get("address")


@pytest.mark.process
async def test_without_a_master_key_there_is_no_part_of_it() -> None:
    ended = await helpline("key", "--for-desk")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("helpline: HELPLINE_MASTER_KEY")
    assert len(ended.err.splitlines()) == 1

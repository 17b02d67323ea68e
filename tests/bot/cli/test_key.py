"""`helpline key`: a master key, and the desk's part of it."""

from pathlib import Path

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


def test_a_key_goes_into_a_file_that_its_owner_alone_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is on no screen, in no argument and in no history of a shell."""
    whole, part = tmp_path / "master-key", tmp_path / "desk-key"
    assert main(["key", "--to", str(whole)]) == 0
    monkeypatch.setenv("HELPLINE_MASTER_KEY_FILE", str(whole))
    assert main(["key", "--for-desk", "--to", str(part)]) == 0
    assert capsys.readouterr().out == ""
    assert Keys.read(whole.read_text().strip()).for_desk() == part.read_text().strip()
    assert {one.stat().st_mode & 0o777 for one in (whole, part)} == {0o400}


def test_no_key_is_written_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "master-key"
    file.write_text("precious", encoding="ascii")
    assert main(["key", "--to", str(file)]) == 2
    assert "can't be made (FileExistsError)" in capsys.readouterr().err
    assert file.read_text() == "precious"


@pytest.mark.process
async def test_without_a_master_key_there_is_no_part_of_it() -> None:
    ended = await helpline("key", "--for-desk")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("helpline: HELPLINE_MASTER_KEY")
    assert len(ended.err.splitlines()) == 1

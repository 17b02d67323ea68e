"""The `helpline` command itself."""

import subprocess
import sys

import pytest

from bot.__main__ import main
from bot.cli.commands import COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_what_it_is_for(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])

    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: helpline {name}")


def test_the_list_of_commands_has_all_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])

    shown = capsys.readouterr().out
    assert all(name in shown and command.summary in shown for name, command in COMMANDS.items())


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["--nonsense"]])
def test_what_is_no_command_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert "usage: helpline" in capsys.readouterr().err


@pytest.mark.process
def test_a_command_loads_no_other_command() -> None:
    """Importing all of them takes seconds; with `--help` there is none to import."""
    code = "import sys; from bot.__main__ import main\ntry: main(sys.argv[1:])\nfinally: " + (
        "print('LOADED', *sorted(sys.modules))"
    )

    def loaded(*arguments: str) -> set[str]:
        ran = [sys.executable, "-c", code, *arguments]
        out = subprocess.run(ran, capture_output=True, text=True, check=True).stdout
        return set(out.partition("LOADED ")[2].split())

    heavy = {"aiogram", "aiohttp", "redis", "sentry_sdk", "telegram", "yaml"}
    assert not heavy & loaded("--help")
    ours = {name for name in loaded("--help") if name.startswith(("bot.cli.", "sandbox"))}
    assert ours == {"bot.cli.commands"}
    assert "bot.cli.key" in loaded("key")
    assert not heavy & loaded("key")

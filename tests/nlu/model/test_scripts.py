"""Each script of the model's project starts by itself: it finds its modules, and says what it does.

None of them is imported by another process of ours, so a module that was moved would show only
when somebody trains.
"""

import subprocess

import pytest

from bot.processes.model_server import PROJECT, PYTHON

SCRIPTS = sorted(
    file.name
    for file in PROJECT.glob("*.py")
    if '__name__ == "__main__"' in file.read_text(encoding="utf-8")
)


def test_the_scripts_that_others_name_are_among_them() -> None:
    assert {"adapt.py", "checks.py", "proof.py", "serve.py", "train.py"} <= set(SCRIPTS)


@pytest.mark.rasa
@pytest.mark.process
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_starts_by_itself(script: str) -> None:
    started = subprocess.run(
        [str(PYTHON), script, "--help"],
        cwd=PROJECT,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert started.returncode == 0, started.stderr
    assert started.stdout.startswith(f"usage: {script}")

"""Images by content: what the lock's check refuses, and that deploy/ names nothing beside it."""

import shutil
from pathlib import Path

import pytest
import yaml

from scripts.image_lock import DEPLOY, LOCK, UNRESOLVED, faults, named, pin, read, resolve

DIGEST, OTHER = f"sha256:{'a' * 64}", f"sha256:{'b' * 64}"


@pytest.fixture
def deploy(tmp_path: Path) -> Path:
    """Two images, one of them named twice, and one of our own."""
    (tmp_path / "kubernetes").mkdir()
    (tmp_path / "bot.Dockerfile").write_text(
        "FROM python:3.11-slim AS build\nFROM python:3.11-slim\n"
    )
    (tmp_path / "compose.yml").write_text("  store:\n    image: redis:8.0\n")
    (tmp_path / "kubernetes" / "bot.yml").write_text("        - image: helpline-bot:1\n")
    return tmp_path


def test_what_deploy_names_is_in_the_lock() -> None:
    images = named(DEPLOY)
    python = {f"python:3.{minor}-slim-bookworm" for minor in (10, 11)}
    assert set(images) == {*python, "nginx:1.28", "redis:8.0"}
    assert faults(images, read(LOCK), strict=False) == []


def test_a_release_refuses_an_image_without_a_digest(deploy: Path) -> None:
    lock = {"python:3.11-slim": DIGEST, "redis:8.0": UNRESOLVED}
    assert faults(named(deploy), lock, strict=False) == []
    wrong = faults(named(deploy), lock, strict=True)
    assert [one.split(":")[0] for one in wrong] == ["python", "redis"]
    assert "isn't pinned" in wrong[0]
    assert "has no digest" in wrong[1]


def test_digests_are_looked_up_once_and_written_everywhere(deploy: Path) -> None:
    lock = deploy / "images.lock"
    lock.write_text(f"# why\npython:3.11-slim {UNRESOLVED}\nredis:8.0 {UNRESOLVED}\n")
    resolve(lock, lambda image: DIGEST if image.startswith("python") else OTHER)
    assert lock.read_text().startswith("# why\n")
    pin(deploy, read(lock))
    pin(deploy, read(lock))  # again: nothing is written twice
    assert named(deploy) == {"python:3.11-slim": {DIGEST}, "redis:8.0": {OTHER}}
    assert faults(named(deploy), read(lock), strict=True) == []
    assert "helpline-bot:1\n" in (deploy / "kubernetes" / "bot.yml").read_text()
    assert f"FROM python:3.11-slim@{DIGEST} AS build" in (deploy / "bot.Dockerfile").read_text()


def test_until_every_image_is_pinned_compose_starts_nothing_without_a_reason(
    tmp_path: Path,
) -> None:
    """`${…:?…}` is an error of Compose's where the variable is empty; every service has it."""
    deploy = shutil.copytree(DEPLOY, tmp_path / "deploy")
    compose, lock = deploy / "compose.yml", read(LOCK)
    for service in yaml.safe_load(compose.read_text(encoding="utf-8"))["services"].values():
        assert service["labels"]["unpinned"].startswith("${HELPLINE_UNPINNED:?")
    some = {**lock, "redis:8.0": DIGEST}
    assert UNRESOLVED in some.values()
    pin(deploy, some)
    assert "HELPLINE_UNPINNED" in compose.read_text(encoding="utf-8")
    pin(deploy, dict.fromkeys(lock, DIGEST))
    pinned = compose.read_text(encoding="utf-8")
    assert "HELPLINE_UNPINNED" not in pinned
    assert "image_lock" not in pinned
    services = yaml.safe_load(pinned)["services"]
    assert services["store"]["image"] == f"redis:8.0@{DIGEST}"
    assert services["store"]["cap_drop"] == ["ALL"], "nothing else went with it"


@pytest.mark.parametrize(
    ("lock", "said"),
    [
        ({"redis:8.0": DIGEST}, "python:3.11-slim isn't in images.lock"),
        ({"python:3.11-slim": DIGEST, "redis:8.0": DIGEST, "x:1": DIGEST}, "for nothing"),
        ({"python:3.11-slim": "sha256:short", "redis:8.0": DIGEST}, "is no digest"),
    ],
)
def test_what_the_lock_does_not_hold_is_told(deploy: Path, lock: dict[str, str], said: str) -> None:
    [wrong] = faults(named(deploy), lock, strict=False)
    assert said in wrong


def test_another_digest_than_the_lock_s_is_told_also_before_a_release(deploy: Path) -> None:
    pin(deploy, {"redis:8.0": OTHER})
    wrong = faults(named(deploy), {"python:3.11-slim": DIGEST, "redis:8.0": DIGEST}, strict=False)
    assert wrong == ["redis:8.0 is pinned to another digest than the lock's"]

"""What is deployed follows our own rules; that the files are valid at all, `make check` says."""

import asyncio
import os
import re
import resource
import secrets
import socket
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ConstantBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from ruamel.yaml import YAML

from bot.config import NEEDED, VARIABLES
from bot.redis_process import die_with_parent
from tests.architecture.guarded import USERS
from tests.bot.store.conftest import FOUND as NEWER

DEPLOY = Path(__file__).parents[2] / "deploy"
SECRETS = {"HELPLINE_INTAKE_TOKEN", "HELPLINE_DESK_TOKEN", "HELPLINE_MASTER_KEY"}
SECRETS |= {"INTAKE_PASSWORD", "DESK_PASSWORD", "KEEPER_PASSWORD"}
SECRETS |= {"HELPLINE_NLU_TOKEN", "HELPLINE_WEBHOOK_SECRET", "HELPLINE_DESK_KEY"}


def documents() -> list[dict[str, Any]]:
    """Every manifest."""
    yaml = YAML(typ="safe")
    found = []
    for file in sorted((DEPLOY / "kubernetes").glob("*.yml")):
        found += list(yaml.load_all(file.read_text(encoding="utf-8")))
    return found


MANIFESTS = documents()
WORKLOADS = {
    one["metadata"]["name"]: one["spec"]["template"]["spec"]
    for one in MANIFESTS
    if one["kind"] in {"Deployment", "StatefulSet"}
}
POLICIES = {one["metadata"]["name"]: one for one in MANIFESTS if one["kind"] == "NetworkPolicy"}
COMPOSE: dict[str, Any] = YAML(typ="safe").load((DEPLOY / "compose.yml").read_text("utf-8"))


def containers() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every container of every workload."""
    for name, pod in WORKLOADS.items():
        for container in pod["containers"]:
            yield name, container


def test_everything_is_there() -> None:
    assert set(WORKLOADS) == {"intake", "desk", "model", "store", "keyring"}
    assert set(COMPOSE["services"]) == set(WORKLOADS)


@pytest.mark.parametrize("name", WORKLOADS)
def test_a_pod_is_nobody_and_may_nothing(name: str) -> None:
    pod = WORKLOADS[name]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] > 0
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod)
    assert all("hostPath" not in volume for volume in pod.get("volumes", ()))


@pytest.mark.parametrize(("name", "container"), list(containers()))
def test_a_container_is_bounded_and_probed(name: str, container: dict[str, Any]) -> None:
    rights = container["securityContext"]
    assert rights["readOnlyRootFilesystem"] is True
    assert rights["allowPrivilegeEscalation"] is False
    assert rights["capabilities"] == {"drop": ["ALL"]}
    assert container["resources"]["limits"]["memory"]
    assert {"livenessProbe", "readinessProbe"} <= set(container)


def test_nothing_is_allowed_that_is_not_named() -> None:
    nothing = POLICIES["nothing"]["spec"]
    assert nothing == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}


@pytest.mark.parametrize("name", ["model", "redis"])
def test_the_model_and_redis_have_no_way_out(name: str) -> None:
    spec = POLICIES[name]["spec"]
    assert spec["egress"] == []
    assert "Egress" in spec["policyTypes"]
    chosen = spec["podSelector"]["matchLabels"]
    others = [
        one["spec"]
        for other, one in POLICIES.items()
        if other != name and one["spec"]["podSelector"].get("matchLabels") == chosen
    ]
    assert not any(one.get("egress") for one in others), "no other policy opens one"


def test_in_compose_too_the_model_and_redis_have_no_way_out() -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    for name in ("model", "store", "keyring"):
        assert COMPOSE["services"][name]["networks"] == ["inside"]
    for service in COMPOSE["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert not service["user"].startswith("0")
        assert service["mem_limit"]
        assert service["ulimits"] == {"core": 1}
        assert "ports" not in service, "nothing is published"


def redis_servers() -> Iterator[tuple[str, str, list[str]]]:
    """(where, name, command) of every Redis that is deployed."""
    for name in ("store", "keyring"):
        (server,) = WORKLOADS[name]["containers"]
        yield "kubernetes", name, server["args"]
        yield "compose", name, COMPOSE["services"][name]["command"]


REDIS = list(redis_servers())


@pytest.mark.parametrize(("where", "name", "command"), REDIS)
async def test_each_redis_starts_with_our_settings_and_users(
    where: str, name: str, command: list[str], tmp_path: Path
) -> None:
    """Asked of a server that was started with this very command."""
    if not NEWER:
        pytest.skip("the users need Redis 7")
    async with deployed(command, tmp_path) as (redis, process):
        await redis.ping()  # by then `prlimit` has become Redis
        if where == "kubernetes":
            assert resource.prlimit(process, resource.RLIMIT_CORE) == (1, 1)
        wanted = {
            "slowlog-log-slower-than": "-1",
            "slowlog-max-len": "0",
            "latency-monitor-threshold": "0",
            "acllog-max-len": "0",
            "crash-log-enabled": "no",
            "save": "",
            "appendonly": "yes" if name == "store" else "no",
            "maxmemory-policy": "noeviction",
        }
        for setting, value in wanted.items():
            assert await redis.config_get(setting) == {setting: value}, setting
        assert (await redis.config_get("maxmemory"))["maxmemory"] != "0"
        found = {line.split()[1] for line in await redis.acl_list()}
        assert found == {"default", "intake", "desk", "keeper", "watcher"}


def users_file(folder: Path) -> Path:
    """Made by our script, with passwords, and somebody who may ask everything."""
    passwords = {f"{user.upper()}_PASSWORD": secrets.token_hex(24) for user in USERS}
    lines = "".join(f"{name}={value}\n" for name, value in passwords.items())
    (folder / ".env").write_text(lines, encoding="utf-8")
    users = folder / "users.acl"
    made = subprocess.run(
        ["sh", str(DEPLOY / "redis" / "users.sh")],
        env={**os.environ, "ENV_FILE": str(folder / ".env"), "ACL_FILE": str(users)},
        capture_output=True,
        check=False,
    )
    assert (made.returncode, made.stdout) == (0, b""), made.stderr
    assert users.stat().st_mode & 0o077 == 0
    rules = users.read_text(encoding="utf-8")
    assert all(f">{password} " in rules for password in passwords.values())
    assert "_PASSWORD" not in rules
    users.write_text(f"{rules}user watcher on nopass allkeys +@all\n", encoding="utf-8")
    return users


@asynccontextmanager
async def deployed(command: list[str], folder: Path) -> AsyncIterator[tuple[Redis, int]]:
    """A server, started as deployed, but for its place; and its process."""
    users = str(users_file(folder))
    conf = (DEPLOY / "redis" / "redis.conf").read_text(encoding="utf-8")
    (folder / "redis.conf").write_text(conf.replace("/etc/redis/users.acl", users), "utf-8")
    places = {"redis-server": NEWER or "", "/etc/redis/redis.conf": str(folder / "redis.conf")}
    assert set(places) <= set(command)
    port = free_port()
    server = await asyncio.create_subprocess_exec(
        *(places.get(word, word) for word in command),
        *("--port", str(port)),
        cwd=folder,
        stdout=asyncio.subprocess.DEVNULL,
        preexec_fn=die_with_parent,
    )
    redis = Redis(
        host=own_address(),
        port=port,
        username="watcher",
        password="-",
        decode_responses=True,
        retry=Retry(ConstantBackoff(0.1), 600),
        retry_on_error=[RedisConnectionError],
    )
    try:
        yield redis, server.pid
    finally:
        await redis.aclose()
        server.terminate()
        await server.wait()


def own_address() -> str:
    """Not loopback, where there is another: the bots come from outside, too. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_keyring_is_never_on_disk() -> None:
    for _, name, command in REDIS:
        if name == "keyring":
            assert not {"--save", "--appendonly", "--dir"} & set(command), "redis.conf says no"
    assert WORKLOADS["keyring"]["volumes"][0]["emptyDir"]["medium"] == "Memory"
    mounted = COMPOSE["services"]["keyring"]["volumes"]
    assert all(one.endswith(":ro") for one in mounted)


def test_each_bot_comes_to_redis_as_a_user_of_its_own() -> None:
    for name in ("intake", "desk"):
        environment = COMPOSE["services"][name]["environment"]
        for setting in ("HELPLINE_REDIS_URL", "HELPLINE_KEYRING_URL"):
            assert environment[setting].startswith(
                f"redis://{name}:${{{name.upper()}_PASSWORD:?}}@"
            )
    for one in MANIFESTS:
        if one["kind"] == "ConfigMap":
            assert not [name for name in one["data"] if name.endswith("_URL") and "REDIS" in name]


def test_no_secret_is_in_a_file() -> None:
    for file in DEPLOY.rglob("*"):
        if not file.is_file():
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            given = re.match(r"\s*(\w+)\s*[:=]\s*(\S.*)$", line)
            if given and given[1] in SECRETS:
                assert given[2].startswith("${"), f"{file.name}: {given[1]}"


def test_settings_are_known_and_enough() -> None:
    given: set[str] = set()
    for one in MANIFESTS:
        if one["kind"] == "ConfigMap":
            given |= set(one["data"])
    assert given <= set(VARIABLES)
    for process in ("intake", "desk"):
        service = COMPOSE["services"][process]["environment"]
        assert set(NEEDED[process]) <= set(service)
        assert set(service) <= set(VARIABLES)

"""What is deployed follows our own rules; that the files are valid at all, `make check` says."""

import asyncio
import hashlib
import itertools
import os
import re
import resource
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import kubernetes_validate  # type: ignore[import-untyped]
import pytest
import yaml
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ConstantBackoff
from redis.exceptions import ConnectionError as RedisConnectionError

from bot.config import NEEDED, VARIABLES, Settings, read
from bot.processes.redis_server import die_with_parent
from bot.texts.publishers.listed import read_publishers
from sandbox.ports import free_port
from tests.architecture.certificates import certified, own_address
from tests.architecture.guarded import (
    BETWEEN_SERVERS,
    MAINTENANCE,
    USERS,
    WANTED,
    WATCHER,
    Watcher,
    guard,
    made,
    settings,
)
from tests.kit.servers import program, servers

DEPLOY = Path(__file__).parents[2] / "deploy"
SECRETS = {"HELPLINE_INTAKE_TOKEN", "HELPLINE_DESK_TOKEN", "HELPLINE_MASTER_KEY"}
SECRETS |= {f"{user.upper()}_PASSWORD" for user in (*USERS, MAINTENANCE, *BETWEEN_SERVERS)}
SECRETS |= {"HELPLINE_NLU_TOKEN", "HELPLINE_WEBHOOK_SECRET", "HELPLINE_DESK_KEY"}
SECRETS |= {"INTAKE_WEBHOOK_SECRET", "DESK_WEBHOOK_SECRET"}

PROCESSES = ("intake", "desk", "console")
INTAKE, DESK, CONSOLE = ({one} for one in PROCESSES)
_WEBHOOK = ("LISTEN", "CERT", "KEY", "URL", "SECRET")
READ_BY = {
    "HELPLINE_INTAKE_TOKEN": INTAKE,
    "HELPLINE_MAINTENANCE_URL": INTAKE,
    **dict.fromkeys(("HELPLINE_DESK_TOKEN", "HELPLINE_DESK_CHAT", "HELPLINE_DESK_RATE"), DESK),
    **dict.fromkeys(("HELPLINE_TELEGRAM_API", "HELPLINE_BACKUP_CHAT"), INTAKE | DESK),
    **dict.fromkeys((f"HELPLINE_WEBHOOK_{one}" for one in _WEBHOOK), INTAKE | DESK),
    **dict.fromkeys(
        ("HELPLINE_CONSOLE_LISTEN", "HELPLINE_PRACTICE_URL", "HELPLINE_CONTENT"), CONSOLE
    ),
    **dict.fromkeys(("HELPLINE_REVIEW_LISTEN", "HELPLINE_REVIEW_ORIGIN"), CONSOLE),
    **dict.fromkeys(("HELPLINE_DESK_LOCALE", "HELPLINE_CONSOLE_ORIGIN"), DESK | CONSOLE),
}
"""Settings that not every process reads, and those that do."""


def documents() -> list[dict[str, Any]]:
    """Every manifest."""
    found = []
    for file in sorted((DEPLOY / "kubernetes").glob("*.yml")):
        found += list(yaml.load_all(file.read_text(encoding="utf-8"), yaml.CSafeLoader))
    return found


MANIFESTS = documents()
WORKLOADS = {
    one["metadata"]["name"]: one["spec"]["template"]["spec"]
    for one in MANIFESTS
    if one["kind"] in {"Deployment", "StatefulSet"}
}
LABELS = {
    one["metadata"]["name"]: one["spec"]["template"]["metadata"]["labels"]
    for one in MANIFESTS
    if one["kind"] in {"Deployment", "StatefulSet"}
}
LISTENS = "127.0.0.1:8090"
REVIEWS = "127.0.0.1:8091"
"""The console's own loopback: of the desk, and of reviewers."""

POLICIES = {one["metadata"]["name"]: one for one in MANIFESTS if one["kind"] == "NetworkPolicy"}
COMPOSE: dict[str, Any] = yaml.load((DEPLOY / "compose.yml").read_text("utf-8"), yaml.CSafeLoader)


def containers() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every container of every workload."""
    for name, pod in WORKLOADS.items():
        for container in pod["containers"]:
            yield name, container


def test_everything_is_there() -> None:
    assert set(WORKLOADS) == {*PROCESSES, "store", "keyring"}
    others = {"model", "desk-model", "console-model", "keyring-spare", "watch", "proxy"}
    assert set(COMPOSE["services"]) == set(WORKLOADS) | others


@pytest.mark.parametrize("name", WORKLOADS)
def test_a_pod_is_nobody_and_may_nothing(name: str) -> None:
    pod = WORKLOADS[name]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] > 0
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["securityContext"]["appArmorProfile"] == {"type": "RuntimeDefault"}
    assert pod["hostUsers"] is False
    assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod)
    assert all("hostPath" not in volume for volume in pod.get("volumes", ()))


@pytest.mark.parametrize(("name", "container"), list(containers()))
def test_a_container_is_bounded_and_probed(name: str, container: dict[str, Any]) -> None:
    rights = container["securityContext"]
    assert rights["readOnlyRootFilesystem"] is True
    assert rights["allowPrivilegeEscalation"] is False
    assert rights["capabilities"] == {"drop": ["ALL"]}
    assert container["resources"]["limits"]["memory"]
    assert "readinessProbe" in container
    assert "livenessProbe" in container
    assert "startupProbe" in container or name == "store", "all others wait for something"


@pytest.mark.parametrize(("name", "container"), list(containers()))
def test_no_container_is_given_swap(name: str, container: dict[str, Any]) -> None:
    """A kubelet that grants swap at all (LimitedSwap) grants none to a container that requests as
    much memory as its limit."""
    resources = container["resources"]
    assert resources["requests"]["memory"] == resources["limits"]["memory"], name


def test_nothing_is_allowed_that_is_not_named() -> None:
    nothing = POLICIES["nothing"]["spec"]
    assert nothing == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}


def policies(labels: Mapping[str, str], direction: str) -> Iterator[dict[str, Any]]:
    """The rules for a pod with these labels."""
    for one in POLICIES.values():
        if one["spec"]["podSelector"].get("matchLabels", {}).items() <= labels.items():
            yield from one["spec"].get(direction, ())


def may(source: Mapping[str, str], target: Mapping[str, str], port: int) -> bool:
    """Whether one pod of ours may connect to another: both sides must let it."""

    def allows(rule: dict[str, Any], key: str, other: Mapping[str, str]) -> bool:
        peers = [peer["podSelector"]["matchLabels"] for peer in rule[key] if "podSelector" in peer]
        ports = {each["port"] for each in rule["ports"]}
        return port in ports and any(labels.items() <= other.items() for labels in peers)

    leaves = any(allows(rule, "to", target) for rule in policies(source, "egress"))
    return leaves and any(allows(rule, "from", source) for rule in policies(target, "ingress"))


PORTS = (6379, 16379, 26379, 5005, 8443, 9100, 443)


def ways(source: str, target: str) -> set[int]:
    """The ports on which a workload reaches another."""
    return {port for port in PORTS if may(LABELS[source], LABELS[target], port)}


def test_who_reaches_whom() -> None:
    """A server, its replicas and sentinels, and a cluster's nodes with their bus."""
    for server in ("store", "keyring"):
        for bot in PROCESSES:
            assert ways(bot, server) == {6379, 26379}, "not the bus, which asks for no password"
            assert ways(server, bot) == set()
        assert ways(server, server) == {6379, 16379, 26379}
    for one, other in itertools.permutations(PROCESSES, 2):
        assert ways(one, other) == set()


@pytest.mark.parametrize(
    ("bot", "service"),
    [("intake", "model"), ("desk", "desk-model"), ("console", "console-model")],
)
def test_words_are_read_on_a_process_s_own_loopback(bot: str, service: str) -> None:
    """So they cross no network; and the process that reads them is bounded by itself."""
    own, model = WORKLOADS[bot]["containers"][:2]
    address = next(one for one in own["env"] if one["name"] == "HELPLINE_NLU_URL")["value"]
    assert address == "http://127.0.0.1:5005"
    assert model["image"] == own["image"]
    assert model["command"] == ["python", "-m", "nlu.runtime"]
    assert "--host" not in model["args"], "loopback is its own default"
    assert "ports" not in model
    assert "envFrom" not in model, "its token, and no other secret"
    composed = COMPOSE["services"][service]
    assert composed["network_mode"] == f"service:{bot}"
    assert composed["entrypoint"] == model["command"]
    assert COMPOSE["services"][bot]["environment"]["HELPLINE_NLU_URL"] == address
    assert [one["name"] for one in model["env"]] == list(composed["environment"])
    secret = model["env"][0]["valueFrom"]["secretKeyRef"]
    assert secret == {"name": f"helpline-{bot}", "key": "HELPLINE_NLU_TOKEN"}


def test_the_console_speaks_to_its_own_loopback_and_has_no_way_out() -> None:
    """Browsers come by TLS to a proxy beside it, which writes nothing down."""
    console, _, proxy = WORKLOADS["console"]["containers"]
    listens = next(one for one in console["env"] if one["name"] == "HELPLINE_CONSOLE_LISTEN")
    service, beside = COMPOSE["services"]["console"], COMPOSE["services"]["proxy"]
    assert service["environment"]["HELPLINE_CONSOLE_LISTEN"] == listens["value"] == LISTENS
    assert not {"HELPLINE_DESK_TOKEN", "HELPLINE_INTAKE_TOKEN"} & set(service["environment"])
    assert service["secrets"] == ["desk-key"]
    assert (beside["network_mode"], beside["image"]) == ("service:console", proxy["image"])
    assert beside["entrypoint"] == proxy["command"]
    assert "envFrom" not in proxy
    peers = [peer for rule in policies(LABELS["console"], "egress") for peer in rule["to"]]
    assert not [peer for peer in peers if "ipBlock" in peer]


def test_the_proxy_writes_nothing_down_and_holds_no_event_back() -> None:
    rules = (DEPLOY / "proxy" / "nginx.conf").read_text(encoding="utf-8")
    said = {line.strip().rstrip(";") for line in rules.splitlines()}
    assert {"access_log off", "error_log /dev/stderr crit", "proxy_buffering off"} <= said
    assert {"ssl_protocols TLSv1.3", 'proxy_set_header X-Forwarded-For ""'} <= said
    assert any(one.startswith("add_header Strict-Transport-Security") for one in said)
    assert any(one.startswith("limit_req zone=") for one in said)
    assert set(re.findall(r"proxy_pass http://([\d.:]+)", rules)) == {LISTENS, REVIEWS}


def test_reviewers_reach_their_own_port_and_nothing_of_the_desk() -> None:
    """Whatever name they come by: the proxy's second port leads to their listener alone."""
    rules = (DEPLOY / "proxy" / "nginx.conf").read_text(encoding="utf-8")
    desk, reviews = re.findall(r"    server \{.*?\n    \}", rules, re.DOTALL)
    for server, port, behind in ((desk, "8443", LISTENS), (reviews, "8444", REVIEWS)):
        assert re.findall(r"listen (\d+) ssl", server) == [port]
        assert set(re.findall(r"proxy_pass http://([\d.:]+)", server)) == {behind}
    console, _, proxy = WORKLOADS["console"]["containers"]
    assert {one["containerPort"] for one in proxy["ports"]} == {8443, 8444}
    listens = next(one for one in console["env"] if one["name"] == "HELPLINE_REVIEW_LISTEN")
    service = COMPOSE["services"]["console"]["environment"]["HELPLINE_REVIEW_LISTEN"]
    assert listens["value"] == service == REVIEWS
    [rule, _] = policies(LABELS["console"], "ingress")
    assert {one["port"] for one in rule["ports"]} == {8443, 8444}


def test_redis_has_no_way_out() -> None:
    redis = {"podSelector": {"matchLabels": {"role": "redis"}}}
    names = {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "kube-system"}}}
    for name, allowed in (("store", [redis]), ("keyring", [redis, names])):
        peers = [peer for rule in policies(LABELS[name], "egress") for peer in rule["to"]]
        assert peers == allowed
    assert "Egress" in POLICIES["redis"]["spec"]["policyTypes"]


def test_the_example_for_a_managed_redis_is_ready() -> None:
    """It opens a way for the bots alone."""
    text = (DEPLOY / "kubernetes" / "network.yml").read_text(encoding="utf-8")
    marked = text.split("# ---\n")[1].splitlines()
    assert all(line.startswith("# ") for line in marked)
    policy = yaml.safe_load("\n".join(line[2:] for line in marked))
    kubernetes_validate.validate(policy, kubernetes_validate.latest_version(), strict=True)
    assert policy["spec"]["podSelector"] == {"matchLabels": {"role": "bot"}}
    (way,) = policy["spec"]["egress"]
    assert (list(way["to"][0]), way["ports"]) == (["ipBlock"], [{"port": 6379}])


@pytest.mark.parametrize("name", ["intake", "desk", "keyring"])
def test_two_of_a_kind_are_rather_not_on_one_node(name: str) -> None:
    (spread,) = WORKLOADS[name]["topologySpreadConstraints"]
    assert spread["topologyKey"] == "kubernetes.io/hostname"
    assert spread["whenUnsatisfiable"] == "ScheduleAnyway"
    assert spread["labelSelector"]["matchLabels"].items() <= LABELS[name].items()


def test_of_the_console_there_is_one() -> None:
    """A practice is in its memory, and the editors' clone has one writer."""
    (console,) = (
        one
        for one in MANIFESTS
        if one["kind"] == "Deployment" and one["metadata"]["name"] == "console"
    )
    assert console["spec"]["replicas"] == 1


def test_the_editors_clone_has_a_volume_in_compose_and_none_in_kubernetes() -> None:
    """As README.md says (the editors' clone): whoever mounts one there changes that chapter too."""
    mounting = [
        name
        for name, service in COMPOSE["services"].items()
        if "content:/content" in service.get("volumes", ())
    ]
    assert mounting == ["console"], "one writer"
    assert "content" in COMPOSE["volumes"]
    mounts = WORKLOADS["console"]["containers"][0]["volumeMounts"]
    assert not [one for one in mounts if one["mountPath"].startswith("/content")]
    assert CONFIG_MAPS["helpline"]["HELPLINE_CONTENT"] == ""
    said = (DEPLOY / "README.md").read_text(encoding="utf-8")
    assert "Kubernetes, as shipped, mounts no volume for it" in said


def test_of_the_keyring_one_server_ends_at_a_time() -> None:
    of_its = {one["kind"]: one for one in MANIFESTS if one["metadata"]["name"] == "keyring"}
    several = of_its["StatefulSet"]["spec"]
    assert (several["podManagementPolicy"], several["replicas"]) == ("OrderedReady", 3)
    budget = of_its["PodDisruptionBudget"]["spec"]
    assert budget["maxUnavailable"] == 1
    assert budget["selector"]["matchLabels"].items() <= LABELS["keyring"].items()
    assert of_its["Service"]["spec"]["publishNotReadyAddresses"] is True


def test_the_servers_of_the_keyring_know_each_other() -> None:
    names = [f"keyring-{number}.keyring:6379" for number in range(3)]
    for container in WORKLOADS["keyring"]["containers"]:
        given = {one["name"]: one.get("value") for one in container["env"]}
        assert given["MEMBERS"].split() == names
        assert given["SELF"] == "$(NAME).keyring:6379"
    for name in ("keyring", "keyring-spare"):
        given = COMPOSE["services"][name]["environment"]
        assert given["SELF"] == f"{name}:6379"
        assert given["MEMBERS"] == "keyring:6379 keyring-spare:6379"
    assert COMPOSE["services"]["watch"]["environment"]["QUORUM"] == "1", "it is alone"


def test_in_compose_too_redis_has_no_way_out() -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    for name in ("store", "keyring", "keyring-spare", "watch"):
        assert COMPOSE["services"][name]["networks"] == ["inside"]
    for service in COMPOSE["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert not service["user"].startswith("0")
        assert service["mem_limit"]
        assert service["memswap_limit"] == service["mem_limit"], "memory and swap together"
        assert service["ulimits"] == {"core": 1}
        assert "ports" not in service, "nothing is published"


STORE = [
    ("kubernetes", WORKLOADS["store"]["containers"][0]["args"]),
    ("compose", COMPOSE["services"]["store"]["command"]),
]


@pytest.mark.process
@pytest.mark.parametrize(("where", "command"), STORE)
async def test_the_store_starts_with_our_settings_and_users(
    where: str, command: list[str], tmp_path: Path
) -> None:
    """Asked of a server that was started with this very command. The keyring's: test_keyring.py."""
    async with deployed(command, tmp_path) as (redis, process):
        await redis.ping()  # by then `prlimit` has become Redis
        if where == "kubernetes":
            assert resource.prlimit(process, resource.RLIMIT_CORE) == (1, 1)
        for setting, value in {**WANTED, "appendonly": "yes"}.items():
            assert await redis.config_get(setting) == {setting: value}, setting
        assert (await redis.config_get("maxmemory"))["maxmemory"] != "0"
        found = {line.split()[1] for line in await redis.acl_list()}
        assert found == {"default", *USERS, MAINTENANCE, "watcher"}


@asynccontextmanager
async def deployed(command: list[str], folder: Path) -> AsyncIterator[tuple[Redis, int]]:
    """A server, started as deployed, but for its place; and its process."""
    _, passwords = made(folder, (*USERS, MAINTENANCE))
    conf = str(settings(folder))
    places = {
        "redis-server": program(),
        "/etc/redis/redis.conf": conf,
        "/etc/redis/tls.conf": str(certified(folder)),
    }
    assert set(places) <= set(command)
    port = free_port()
    server = await asyncio.create_subprocess_exec(
        *(places.get(word, word) for word in command),
        *("--tls-port", str(port)),
        cwd=folder,
        stdout=asyncio.subprocess.DEVNULL,
        preexec_fn=die_with_parent,
    )
    redis = Redis(
        host=own_address(),
        port=port,
        username=WATCHER,
        password=passwords[WATCHER],
        decode_responses=True,
        ssl=True,
        ssl_ca_certs=str(folder / "tls" / "redis" / "ca.crt"),
        retry=Retry(ConstantBackoff(0.1), 600),
        retry_on_error=[RedisConnectionError],
    )
    try:
        yield redis, server.pid
    finally:
        await redis.aclose()
        server.terminate()
        await server.wait()


def test_the_keyring_is_never_on_disk() -> None:
    """What its servers may write to is memory; what they are told: test_keyring.py."""
    volumes = {one["name"]: one for one in WORKLOADS["keyring"]["volumes"]}
    for container in WORKLOADS["keyring"]["containers"]:
        for mount in container["volumeMounts"]:
            volume = volumes[mount["name"]]
            assert mount.get("readOnly") or volume["emptyDir"]["medium"] == "Memory"
    for name in ("keyring", "keyring-spare", "watch"):
        mounted = COMPOSE["services"][name]["volumes"]
        assert all(one.endswith(":ro") for one in mounted)


AUTHORITY = "?ssl_ca_certs=/run/tls/ca.crt"


def test_nothing_leaves_a_container_in_clear() -> None:
    """Every address in deploy/ is of TLS, or of loopback; Redis listens to nothing else."""
    for name in PROCESSES:
        environment = COMPOSE["services"][name]["environment"]
        addresses = " ".join(map(str, environment.values())).split()
        told = [one for one in addresses if "://" in one]
        clear = [one for one in told if not one.startswith(("rediss", "http://127.0.0.1"))]
        assert (len(told) >= 2, clear) == (True, [])
        if name == "console":
            continue  # a proxy beside it has TLS
        assert environment["HELPLINE_WEBHOOK_CERT"]
        shared = CONFIG_MAPS["helpline-telegram"]
        assert shared["HELPLINE_WEBHOOK_CERT"] == environment["HELPLINE_WEBHOOK_CERT"]
    rules = (DEPLOY / "redis" / "tls.conf").read_text(encoding="utf-8").splitlines()
    assert {"port 0", "tls-replication yes", "tls-cluster yes"} <= set(rules)
    for _, command in STORE:
        assert command[command.index("--include") + 1] == "/etc/redis/tls.conf"
    for container in WORKLOADS["keyring"]["containers"]:
        assert {"name": "CA", "value": "/run/tls/ca.crt"} in container["env"]
    for name in ("keyring", "keyring-spare", "watch"):
        assert COMPOSE["services"][name]["environment"]["CA"] == "/run/tls/ca.crt"


def test_each_process_comes_to_redis_as_a_user_of_its_own() -> None:
    for name in PROCESSES:
        environment = COMPOSE["services"][name]["environment"]
        needed = "-" if name == "console" else "?"  # it need not run
        login = f"{name}:${{{name.upper()}_PASSWORD:{needed}}}@"
        assert environment["HELPLINE_REDIS_URL"].startswith(f"rediss://{login}")
        assert (
            environment["HELPLINE_KEYRING_URL"]
            == f"rediss+sentinel://{login}watch/helpline/0{AUTHORITY}"
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


def wanted(process: str) -> set[str]:
    """Every setting that a process reads. The master key comes as a file, so that no environment,
    no argument and no shell's history holds it."""
    read_by = {name: READ_BY.get(name, set(PROCESSES)) for name in VARIABLES}
    return {name for name in VARIABLES if process in read_by[name]} - {"HELPLINE_MASTER_KEY"}


@pytest.mark.parametrize("process", PROCESSES)
def test_compose_passes_every_setting_on(process: str) -> None:
    environment = COMPOSE["services"][process]["environment"]
    assert set(environment) == wanted(process)
    assert wanted(process) | {"HELPLINE_MASTER_KEY"} >= set(NEEDED[process])


CONFIG_MAPS = {
    one["metadata"]["name"]: one["data"] for one in MANIFESTS if one["kind"] == "ConfigMap"
}


@pytest.mark.parametrize("process", PROCESSES)
def test_all_read_one_list_of_publishers(process: str, tmp_path: Path) -> None:
    """With nobody in it at first."""
    where = CONFIG_MAPS["helpline"]["HELPLINE_PUBLISHERS"]
    ((name, text),) = CONFIG_MAPS["helpline-publishers"].items()
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_publishers(tmp_path / name).all == ()
    container = WORKLOADS[process]["containers"][0]
    mounts = {one["name"]: one for one in container["volumeMounts"]}
    assert f"{mounts['publishers']['mountPath']}/{name}" == where
    assert mounts["publishers"]["readOnly"]


@pytest.mark.parametrize("process", PROCESSES)
def test_kubernetes_passes_every_setting_on(process: str) -> None:
    """By settings that are shared, by the process's own secret, whose content the table in
    README.md names, and by what the manifest says itself."""
    container = WORKLOADS[process]["containers"][0]
    maps = ["helpline"] if process == "console" else ["helpline", "helpline-telegram"]
    assert container["envFrom"] == [
        *({"configMapRef": {"name": name}} for name in maps),
        {"secretRef": {"name": f"helpline-{process}"}},
    ]
    shared = {name for one in maps for name in CONFIG_MAPS[one]}
    (row,) = re.findall(
        rf"^\| `helpline-{process}` \|(.*)$",
        (DEPLOY / "README.md").read_text("utf-8"),
        re.MULTILINE,
    )
    secret = set(re.findall(r"`([A-Z_]+)`", row))
    own = {one["name"] for one in container.get("env", ())}
    assert wanted(process) <= secret | own | shared <= set(VARIABLES)
    assert not secret & shared


def test_an_empty_variable_is_one_that_is_not_set() -> None:
    """Which is what is passed on of a setting that deploy/.env leaves out."""
    assert read(dict.fromkeys(VARIABLES, "")) == read({}) == Settings()


def test_the_example_names_all_that_compose_and_the_script_ask_for() -> None:
    lines = (DEPLOY / "example.env").read_text(encoding="utf-8").splitlines()
    named = {line.partition("=")[0] for line in lines if line and not line.startswith("#")}
    asked = set(re.findall(r"\$\{(\w+)", (DEPLOY / "compose.yml").read_text(encoding="utf-8")))
    assert named == asked | {
        f"{user.upper()}_PASSWORD" for user in (*USERS, MAINTENANCE, *BETWEEN_SERVERS)
    }


# -- the users' file ---------------------------------------------------------------------------


@pytest.fixture
def checkout() -> Iterator[Path]:
    """A copy of deploy/ that belongs to somebody who isn't root, and that others may look into."""
    with tempfile.TemporaryDirectory(prefix="helpline-deploy-") as name:
        folder = Path(name)
        shutil.copytree(DEPLOY / "redis", folder / "redis")
        folder.chmod(0o755)
        if os.geteuid() == 0:
            os.chown(folder, 12345, 12345)
        yield folder


def users_sh(
    folder: Path, given: Mapping[str, str], user: int | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run a copy's script, as another user if root may choose."""
    lines = "".join(f"{name}={value}\n" for name, value in given.items())
    (folder / ".env").write_text(lines, encoding="utf-8")
    return subprocess.run(
        ["sh", str(folder / "redis" / "users.sh")],
        user=user if os.geteuid() == 0 else None,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


PASSWORDS = {f"{user.upper()}_PASSWORD": f"{user}0123456789" * 3 for user in (*USERS, MAINTENANCE)}


def test_who_is_not_root_makes_a_file_that_redis_can_read_and_that_tells_no_password(
    checkout: Path,
) -> None:
    for _ in range(2):  # again, over the one that is there
        ended = users_sh(checkout, PASSWORDS, user=12345)
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    file = checkout / "users.acl"
    assert file.stat().st_mode & 0o777 == 0o644, "Redis's user 999 is among the others"
    rules = file.read_text(encoding="utf-8")
    for password in PASSWORDS.values():
        assert password not in rules
        assert f" #{hashlib.sha256(password.encode()).hexdigest()} " in rules
    assert "_PASSWORD" not in rules
    assert {line.split()[1] for line in rules.splitlines()} == {"default", *USERS, MAINTENANCE}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives a file away")
def test_root_gives_the_file_to_redis_alone(checkout: Path) -> None:
    assert users_sh(checkout, PASSWORDS).returncode == 0
    found = (checkout / "users.acl").stat()
    assert (found.st_uid, found.st_mode & 0o777) == (999, 0o600)
    then = users_sh(checkout, PASSWORDS, user=12345)
    assert then.stderr == "users.acl is another user's: remove it first\n"


@pytest.mark.parametrize(
    ("password", "said"),
    [("", "set DESK_PASSWORD"), ("short", "too short"), ("with:a@sign" * 4, "letters and digits")],
)
def test_a_password_that_will_not_do_is_refused(checkout: Path, password: str, said: str) -> None:
    ended = users_sh(checkout, {**PASSWORDS, "DESK_PASSWORD": password})
    assert ended.returncode == 1
    assert said in ended.stderr
    assert not (checkout / "users.acl").exists()


# -- more than one server ----------------------------------------------------------------------


@pytest.mark.process
@pytest.mark.skipif(not shutil.which("redis-cli"), reason="it is founded by redis-cli")
async def test_the_founder_makes_servers_into_a_cluster(tmp_path: Path) -> None:
    rules, passwords = made(tmp_path, (*USERS, MAINTENANCE, *BETWEEN_SERVERS))
    options = ("--appendonly", "no", "--cluster-enabled", "yes")
    async with servers(*[options] * 3) as nodes:
        for node in nodes:
            await guard(node, rules, passwords)
        process = await asyncio.create_subprocess_exec(
            *("redis-cli", "--user", "founder", "--cluster", "create", "--cluster-yes"),
            *(f"127.0.0.1:{node.port}" for node in nodes),
            env={**os.environ, "REDISCLI_AUTH": passwords["founder"]},
            stdout=asyncio.subprocess.PIPE,
        )
        told, _ = await process.communicate()
        assert (process.returncode, b"All 16384 slots covered" in told) == (0, True), told
        for node in nodes:
            info = await Watcher(node, passwords).command("CLUSTER", "INFO")
            assert "ok" in str(info)

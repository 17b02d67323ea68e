"""What is deployed follows our own rules; that the files are valid at all, `make check` says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.config import NEEDED, VARIABLES

DEPLOY = Path(__file__).parents[2] / "deploy"
SECRETS = {"HELPLINE_INTAKE_TOKEN", "HELPLINE_DESK_TOKEN", "HELPLINE_MASTER_KEY"}
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
        assert service["ulimits"] == {"core": 0}
        assert "ports" not in service, "nothing is published"


def test_the_keyring_is_never_on_disk() -> None:
    (keyring,) = WORKLOADS["keyring"]["containers"]
    for words in (keyring["args"], COMPOSE["services"]["keyring"]["command"]):
        assert words[words.index("--save") + 1] == ""
        assert words[words.index("--appendonly") + 1] == "no"
    assert WORKLOADS["keyring"]["volumes"][0]["emptyDir"]["medium"] == "Memory"
    assert "volumes" not in COMPOSE["services"]["keyring"]


def test_redis_refuses_rather_than_evicts() -> None:
    for name in ("store", "keyring"):
        (server,) = WORKLOADS[name]["containers"]
        for words in (server["args"], COMPOSE["services"][name]["command"]):
            assert words[words.index("--maxmemory-policy") + 1] == "noeviction"


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

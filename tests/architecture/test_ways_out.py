"""Where the pods of the deployment may connect to outside of it, by address."""

import re
from collections.abc import Iterator
from ipaddress import ip_address, ip_network
from typing import Any

import kubernetes_validate  # type: ignore[import-untyped]
import pytest
import yaml

from tests.architecture.test_deploy import DEPLOY, LABELS, MANIFESTS, policies


def ways_out(pod: str) -> Iterator[tuple[dict[str, Any], set[int]]]:
    """The ranges that a pod may connect to, and the ports."""
    for rule in policies(LABELS[pod], "egress"):
        for peer in rule["to"]:
            if "ipBlock" in peer:
                yield peer["ipBlock"], {each["port"] for each in rule["ports"]}


def reaches(pod: str, address: str, port: int = 443) -> bool:
    """Whether a pod may connect to an address outside."""
    there = ip_address(address)
    return any(
        port in ports
        and there in ip_network(block["cidr"])
        and not any(there in ip_network(left_out) for left_out in block.get("except", ()))
        for block, ports in ways_out(pod)
    )


@pytest.mark.parametrize("bot", ["intake", "desk"])
@pytest.mark.parametrize("address", ["149.154.167.220", "91.108.4.1", "2001:67c:4e8:f004::9"])
def test_a_bot_comes_to_telegram_by_https_alone(bot: str, address: str) -> None:
    assert reaches(bot, address)
    assert not reaches(bot, address, 80)


NOT_TELEGRAM = {
    "anybody": "192.0.2.1",
    "a cloud's": "34.120.195.249",
    "shared by a provider's customers": "100.64.0.1",
    "a provider's figures of its machines": "169.254.169.254",
    "a private network": "10.0.0.1",
    "anybody by IPv6": "2001:db8::1",
}


@pytest.mark.parametrize("bot", ["intake", "desk"])
@pytest.mark.parametrize("whose", NOT_TELEGRAM)
def test_a_bot_comes_to_nobody_else(bot: str, whose: str) -> None:
    """So whoever runs code in it must carry what they read out through Telegram."""
    assert not reaches(bot, NOT_TELEGRAM[whose]), whose


@pytest.mark.parametrize("pod", sorted(set(LABELS) - {"intake", "desk"}))
def test_all_others_come_nowhere(pod: str) -> None:
    assert list(ways_out(pod)) == []


def test_the_example_for_sentry_is_ready() -> None:
    """It opens a way for the bots alone, to an address that is filled in by hand."""
    text = (DEPLOY / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    policy = yaml.safe_load(example)
    kubernetes_validate.validate(policy, kubernetes_validate.latest_version(), strict=True)
    assert policy["metadata"]["name"] not in {one["metadata"]["name"] for one in MANIFESTS}
    assert policy["spec"]["podSelector"] == {"matchLabels": {"role": "bot"}}
    assert policy["spec"]["egress"] == [
        {"to": [{"ipBlock": {"cidr": "192.0.2.10/32"}}], "ports": [{"port": 443}]}
    ]

"""Redis by TLS; a server that nobody vouches for is refused."""

import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import StoreUnavailable
from bot.store import connect
from bot.store.client.every_server import EveryServer
from bot.store.client.topology import is_open, parse
from sandbox.ports import free_port
from tests.kit.servers import Server, servers

DEPLOY = Path(__file__).parents[4] / "deploy"

pytestmark = pytest.mark.process


def certified(folder: Path) -> Path:
    """The folder of certificates that the deployment's script makes for this machine."""
    subprocess.run(
        ["sh", str(DEPLOY / "certificates.sh")],
        env={"PATH": "/usr/bin:/bin", "TLS_FOLDER": str(folder / "tls"), "NAMES": "localhost"},
        check=True,
    )
    return folder / "tls" / "redis"


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[tuple[int, Path]]:
    """Its port of TLS, and the authority's certificate."""
    made = certified(tmp_path)
    async with servers(("--appendonly", "no")) as (one,):
        port = free_port()  # the one beside its own may be somebody else's
        await _encrypted(one, made, port)
        yield port, made / "ca.crt"


async def _encrypted(server: Server, made: Path, port: int) -> None:
    async with server.asked() as redis:
        for setting, value in {
            "tls-cert-file": str(made / "tls.crt"),
            "tls-key-file": str(made / "tls.key"),
            "tls-ca-cert-file": str(made / "ca.crt"),
            "tls-auth-clients": "no",
        }.items():
            await redis.config_set(setting, value)
        await redis.config_set("tls-port", port)


async def test_the_store_is_reached_by_tls(server: tuple[int, Path]) -> None:
    port, authority = server
    url = f"rediss://localhost:{port}/0?ssl_ca_certs={authority}"
    redis = connect(url, "X")
    assert await redis.ping()
    await redis.aclose()
    assert len(await EveryServer(url, "X").infos("memory")) == 1


async def test_a_server_that_nobody_vouches_for_is_refused(server: tuple[int, Path]) -> None:
    port, _ = server
    with pytest.raises(StoreUnavailable):
        await EveryServer(f"rediss://localhost:{port}/0", "X").infos("memory")


def test_the_authority_is_named_in_every_kind_of_address() -> None:
    for kind, rest in (("sentinel", "a,b/helpline/0"), ("cluster", "a,b")):
        found = parse(f"rediss+{kind}://u:p@{rest}?ssl_ca_certs=/run/tls/ca.crt")
        assert found.encryption == {"ssl": True, "ssl_ca_certs": "/run/tls/ca.crt"}
        with pytest.raises(ValueError, match="unknown option"):
            parse(f"rediss+{kind}://{rest}?ssl_cert_reqs=none")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("redis://127.0.0.1:6379/0", False),
        ("unix:///run/redis.sock", False),
        ("rediss://store:6379/0", False),
        ("rediss+cluster://a,b", False),
        ("redis://store:6379/0", True),
        ("redis+sentinel://127.0.0.1,store/helpline/0", True),
        ("nonsense", False),
    ],
)
def test_what_can_be_read_on_the_way(url: str, *, expected: bool) -> None:
    assert is_open(url) is expected

"""Certificates as the deployment's script makes them, for this machine."""

import socket
import subprocess
from pathlib import Path

DEPLOY = Path(__file__).parents[2] / "deploy"


def certified(folder: Path) -> Path:
    """The deployment's settings of TLS, with certificates made by its script: in `folder`, those of
    Redis in tls/redis, those of the bots in tls/bot."""
    subprocess.run(
        ["sh", str(DEPLOY / "certificates.sh")],
        env={
            "PATH": "/usr/bin:/bin",
            "TLS_FOLDER": str(folder / "tls"),
            "NAMES": f"store localhost {own_address()}",
            "ADDRESSES": own_address(),
        },
        check=True,
    )
    text = (DEPLOY / "redis" / "tls.conf").read_text(encoding="utf-8")
    file = folder / "tls.conf"
    file.write_text(text.replace("/run/tls/", f"{folder}/tls/redis/"), encoding="utf-8")
    return file


def own_address() -> str:
    """Not loopback, where there is another: the bots come from outside, too. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])

"""Ports of loopback, for what a test starts."""

import socket
from contextlib import closing

CLUSTER_BUS = 10_000
"""A node of a Redis cluster listens on its port plus this as well."""


def free_port() -> int:
    """A port that nobody listens on, low enough for a node of a Redis cluster."""
    while True:
        with closing(socket.socket()) as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        if port + CLUSTER_BUS < 2**16:
            return port

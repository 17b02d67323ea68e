"""Ports of loopback, for what a test starts."""

import random
import socket
from contextlib import closing

CLUSTER_BUS = 10_000
"""A node of a Redis cluster listens on its port plus this as well."""

OWN = range(10_000, 22_000)
"""Below what Linux gives to connections (32768 and up), with the port of a cluster's bus: one that
was free stays free until the process that is to listen there has started."""


def free_port() -> int:
    """A port that nobody listens on, and that no connection takes by itself."""
    while True:
        port = random.SystemRandom().choice(OWN)
        with closing(socket.socket()) as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port

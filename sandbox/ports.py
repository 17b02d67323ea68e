"""Ports of loopback, for whatever is started beside the sandbox."""

import random
import socket
from contextlib import closing

OWN = range(10_000, 22_000)
"""Below what Linux gives to connections (32768 and up), also with the port of a Redis cluster's bus
(10,000 more): one that was free stays free until what is to listen there has started."""


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

"""The whole running system under attack, on loopback: `make attack`."""

"""Commands of development, for `make`."""

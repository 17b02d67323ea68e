"""Practice: the desk's own pages with simulated persons, in a store of their own."""

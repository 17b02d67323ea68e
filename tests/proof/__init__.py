"""The proof that nothing is left: `make prove-forgetting`."""

"""The HTTP contract, the process around it, and its silence in logs."""

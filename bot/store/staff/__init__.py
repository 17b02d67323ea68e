"""The operators: who they are, and what they did."""

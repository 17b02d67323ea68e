"""Outboxes: what is to be sent, and who may send it."""

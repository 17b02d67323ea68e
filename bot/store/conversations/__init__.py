"""Conversations: read, and written by one script."""

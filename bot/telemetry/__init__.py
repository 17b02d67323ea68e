"""Logs, Sentry, metrics, and the port that shows them; never a person."""

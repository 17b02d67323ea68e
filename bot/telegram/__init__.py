"""Telegram as both bots know it: updates, delivery, its HTML and lengths."""

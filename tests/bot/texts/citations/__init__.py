"""Tests of `bot.texts.citations`."""

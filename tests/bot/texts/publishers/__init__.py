"""Tests of `bot.texts.publishers`."""

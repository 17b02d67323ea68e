"""Tests of the functional core: no Telegram, no Redis, no model."""

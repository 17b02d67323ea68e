"""The console's fixtures, for practice as well."""

from tests.bot.console.conftest import served

__all__ = ["served"]

"""Whatever comes from outside: never a crash, never a word of it in a log."""

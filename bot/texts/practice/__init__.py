"""Practice dialogues: what simulated persons say, and to what; `content/practice`."""

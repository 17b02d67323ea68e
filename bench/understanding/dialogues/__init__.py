"""Whole dialogues: played on the real core, and judged turn by turn."""

"""Whole dialogues, written down as an editor would tell them; see README.md here."""

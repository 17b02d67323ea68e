"""The sentence encoder: its weights, its tokens, its vectors."""

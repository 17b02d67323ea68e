"""From any string to the pieces that are read: cleaned text, windows, sentences."""

"""The editors' studio: texts as files in a git working tree, changed with as small a diff as a
careful hand makes. Files stay the truth; nothing is kept beside them."""

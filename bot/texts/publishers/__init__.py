"""Who may change what people are told: publishers, what they sign, and when that is enough.

Pure but for reading the list. Both bots judge for themselves; the store is not believed.
"""

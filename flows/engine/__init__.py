"""`advance` and what it is made of: one event in, the next conversation and effects out."""

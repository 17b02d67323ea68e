"""The gate: whether a figure fell below the record by more than its noise."""

"""Numbers without people: counts by day, and reports from which no single person can be read."""

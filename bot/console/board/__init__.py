"""The supervisors' board: how the queue is, who works at what, and what waits for a decision."""

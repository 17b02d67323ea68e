"""Redis and the model as child processes, core dumps, cancellation."""

"""The desk: queue, conversation, acts on tickets."""

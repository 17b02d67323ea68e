"""The person's chat: its address, the numbers of its messages, what is to be done there."""

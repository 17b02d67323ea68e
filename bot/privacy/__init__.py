"""What is kept, and how it ends: the table, the vault, emptying a chat."""

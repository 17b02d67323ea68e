"""Reading and checking `content/`: Fluent files, pages, contacts, derived scripts."""

"""Open tickets: who waits, where they show, and that they live on."""

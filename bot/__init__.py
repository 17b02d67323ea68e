"""Everything that touches the world: Telegram, Redis, the model, the command line."""

"""What both bots share of Telegram: updates, delivery, its HTML and lengths."""

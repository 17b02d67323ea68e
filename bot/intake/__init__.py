"""The person's side of Telegram, with aiogram. It alone can open a chat's address."""

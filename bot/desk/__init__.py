"""The operators' side of Telegram, with python-telegram-bot. It sees code names, never chat ids."""

import os

# python-telegram-bot 22 gives times as int or timedelta and warns; this chooses its future way.
os.environ.setdefault("PTB_TIMEDELTA", "1")

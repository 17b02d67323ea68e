"""The operators' side in a browser: aiohttp and Jinja2, over the use cases of `bot.helpline`."""

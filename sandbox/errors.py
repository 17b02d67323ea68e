"""What a client of Telegram refuses by itself; the Bot API's refusals: `bot.telegram.refusals`."""


class ClientError(Exception):
    """A deed that a Telegram client would refuse: to press a button that is not there, and so
    on."""

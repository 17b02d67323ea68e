"""What a client of Telegram refuses by itself; the Bot API's refusals: `bot.telegram.refusals`."""


class ClientError(Exception):
    """What a Telegram client would refuse to do: press a button that is not there, and so on."""

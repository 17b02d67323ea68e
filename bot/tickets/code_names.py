"""Code names of tickets: easy to say, easy to tell apart, and saying nothing about anyone.

There are no birds among them: those are what operators are told to call themselves.
"""

import secrets

_TEXT = """
Alder Amber Anchor Apple Arrow Aspen Basil Beacon Birch Bridge Brook Cedar Chalk Cherry
Clover Cobalt Copper Coral Cotton Dune Ebony Fern Flint Forest Garnet Ginger
Granite Harbor Hazel Indigo Iris Ivory Jade Jasper Juniper Lantern Larch Laurel
Lemon Lilac Linen Lotus Maple Marble Meadow Mint Moss Nectar Nutmeg Oak Ocean Olive Onyx
Opal Orchid Otter Pearl Pebble Pepper Pine Plum Poplar Quartz River Saffron
Sage Sand Silver Spruce Stone Thyme Topaz Tulip Velvet Violet Walnut
Willow Winter Yarrow Zephyr
"""
WORDS = tuple(_TEXT.split())


SHORT_TRIES = 8
"""So many short names that are taken in a row: most of them are."""


def new(tries: int = 0) -> str:
    """A random name such as `Amber-417`; the store sees to it that no open ticket bears it.

    `tries`: how many were taken before. After a few it is longer, `Amber-417023`, of which there
    are 60 million: whoever opens and erases many requests holds up nobody's.
    """
    if tries < SHORT_TRIES:
        return f"{secrets.choice(WORDS)}-{secrets.randbelow(900) + 100}"
    return f"{secrets.choice(WORDS)}-{secrets.randbelow(900_000) + 100_000}"

"""`helpline privacy`: docs/privacy.md, made from the table in bot/privacy/retention.py."""

import argparse
from datetime import timedelta

from bot.privacy.retention import FIXED, Retention

HEAD = """\
# What is kept

Made by `helpline privacy > docs/privacy.md` from the table in `bot/privacy/retention.py`, which is
also where the lifetimes in Redis come from. A test holds that nothing is written without a row of
it.

The time counts from the last write. It is how long Redis answers with it. On the store's disk it
stays longer: the append-only file (`deploy/`) keeps each command, with the row's name and the time,
until the file is rewritten: each hour, and within a minute after an erasure, but not more often
than every ten minutes. What was sealed can't be opened any more by then; the names can be read.
They tell how many persons wrote and when, not who: the key of these names, `people_key`, is in the
keyring's memory alone, and what turns count is written apart from them, hour by hour.

"Leads to a person", with the bots' keys: *yes*, by what it holds; *by name*, since its name is a
keyed hash of a Telegram number, or it bears a code name that leads to one. Whoever has the key of
the hash finds the number by trying all of them. Of persons, that takes the keyring's memory and the
master key. Of operators (`operator`, `enrolment_tries`, `stranger`) the master key is enough, since
the desk has to know its own people.

Not in Redis: the figures of `/metrics`. They are without names; how many wait is rounded, how many
messages and turns there were isn't. Whoever keeps them and knows when somebody was online may
conclude that they wrote. So keep them for 48 hours at most (`deploy/README.md`, figures).

Every row can be lowered with `HELPLINE_LIFETIMES` (such as `conversation=12h`), but for those
marked *fixed*, and none can be raised: the start is refused.

| name | what it holds | what for | at most | ended earlier by | leads to a person |
| --- | --- | --- | --- | --- | --- |
"""


def run(_: argparse.Namespace) -> int:
    """Print the document about privacy, made from the table of retention."""
    print(document(), end="")
    return 0


def document() -> str:
    """The whole document; it shows the table's ceilings, whatever is configured."""
    return HEAD + "".join(_line(one) for one in Retention)


def _line(one: Retention) -> str:
    row = one.value
    name = one.name.lower() + (" (fixed)" if one in FIXED else "")
    cells = (name, row.holds, row.purpose, spoken(row.lifetime), row.ended_by, row.leads.value)
    return f"| {' | '.join(cells)} |\n"


def spoken(time: timedelta) -> str:
    """A span in words: days from three days on, else hours, minutes or seconds."""
    seconds = int(time.total_seconds())
    for unit, length, least in (("days", 86400, 3), ("hours", 3600, 1), ("minutes", 60, 1)):
        if seconds >= least * length:
            return f"{seconds // length} {unit}"
    return f"{seconds} seconds"

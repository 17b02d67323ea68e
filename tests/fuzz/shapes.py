"""Random input around the shapes that the code knows, with words that must never show."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import strategies as st

from bot.telemetry import logs

CANARY = "какаду-утконос"
NUMBER = 7_770_001_112_223

TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from([CANARY, f"/start {CANARY}", "/delete", "", "\x00", "\ud800", "a" * 5000]),
)
NUMBERS = st.one_of(
    st.integers(-(2**70), 2**70), st.sampled_from([0, 1, -1, NUMBER, -NUMBER]), st.floats()
)
LEAVES = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def around(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """An object with these fields: each as it should be, as anything else, or missing."""
    sloppy = {name: st.one_of(shape, shape, shape, ANYTHING) for name, shape in fields.items()}
    return st.fixed_dictionaries({}, optional=sloppy)


USER = around(
    id=NUMBERS,
    is_bot=st.booleans(),
    first_name=TEXTS,
    username=TEXTS,
    language_code=st.sampled_from(["ru", "kk", "zz", ""]),
)
CHAT = around(
    id=NUMBERS,
    type=st.sampled_from(["private", "group", "supergroup", "channel", "x"]),
    title=TEXTS,
)
MESSAGE = around(
    message_id=NUMBERS,
    message_thread_id=NUMBERS,
    date=NUMBERS,
    chat=CHAT,
    text=TEXTS,
    caption=TEXTS,
    photo=st.lists(ANYTHING, max_size=2),
    voice=ANYTHING,
    entities=st.lists(around(type=TEXTS, offset=NUMBERS, length=NUMBERS), max_size=2),
    reply_to_message=ANYTHING,
    migrate_to_chat_id=NUMBERS,
    **{"from": USER},
)
MEMBER = around(user=USER, status=st.sampled_from(["member", "left", "kicked", "x"]))
MEMBERSHIP = around(
    chat=CHAT, date=NUMBERS, old_chat_member=MEMBER, new_chat_member=MEMBER, **{"from": USER}
)
UPDATE = st.builds(
    lambda number, body: {"update_id": number, **body},
    st.integers(0, 2**40),
    around(
        message=MESSAGE,
        edited_message=MESSAGE,
        callback_query=around(
            id=TEXTS, data=TEXTS, message=MESSAGE, chat_instance=TEXTS, **{"from": USER}
        ),
        my_chat_member=MEMBERSHIP,
        chat_member=MEMBERSHIP,
    ),
)


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """What production would log, of every library, down to the smallest matter."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logs.lines("fuzz"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield written
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def silent_about_it(written: io.StringIO) -> None:
    """Neither words nor numbers from outside."""
    assert CANARY not in written.getvalue()
    assert str(NUMBER) not in written.getvalue()

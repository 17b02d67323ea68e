"""Of an update only what matters is looked at, and what can't be read is left to the reader."""

from typing import Any

import pytest
from aiogram.types import Update

from bot.inbound import Inbound, Pressed, Wrote
from bot.intake.updates import lean, read

CHAT = {"id": 7, "type": "private"}
SHE = {"id": 7, "is_bot": False, "first_name": "N", "language_code": "ky"}
MENU = {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}
EARLIER = {"message_id": 4, "date": 0, "chat": CHAT, "text": "an earlier answer"}


def test_the_message_under_a_button_is_only_a_place() -> None:
    under = {**EARLIER, "reply_markup": MENU}
    query = {"id": "1", "from": SHE, "chat_instance": "1", "data": "yes", "message": under}
    found = lean({"update_id": 3, "callback_query": query})
    assert "text" not in found["callback_query"]["message"]
    assert under["text"], "the update itself stays as it came"
    assert read(Update.model_validate(found)) == Inbound(3, 7, Pressed("yes"))


def test_what_a_message_answers_to_is_not_read() -> None:
    said = {"message_id": 5, "date": 0, "chat": CHAT, "from": SHE, "text": "салам"}
    found = lean({"update_id": 3, "message": {**said, "reply_to_message": EARLIER}})
    assert found["message"] == said
    assert read(Update.model_validate(found)) == Inbound(3, 7, Wrote("салам", "ky"), 5, 0.0)


@pytest.mark.parametrize("strange", [None, 1, "x", [], {}])
def test_strange_parts_are_left_as_they_are(strange: Any) -> None:
    for kind in ("message", "edited_message", "callback_query", "my_chat_member"):
        assert lean({kind: strange}) == {kind: strange}
    assert lean({"callback_query": {"message": strange}}) == {
        "callback_query": {"message": strange}
    }

"""Of an update only what matters is looked at, and what is no update is refused as a whole."""

from typing import Any

import msgspec
import pytest
from aiogram.enums import ChatMemberStatus, ContentType
from aiogram.types import Message

from bot.helpline.inputs import (
    Blocked,
    Exited,
    Inbound,
    Pressed,
    SentUnsupported,
    Started,
    Unblocked,
    Wrote,
)
from bot.intake.updates import KINDS, SERVICE, last_call, read, stray_chat, update
from flows.events import Unsupported

CHAT = {"id": 7, "type": "private"}
GROUP = {"id": -9, "type": "supergroup", "title": "Workers"}
SHE = {"id": 7, "is_bot": False, "first_name": "N", "language_code": "ky"}
EARLIER = {"message_id": 4, "date": 0, "chat": CHAT, "text": "an earlier answer"}
SAID = {"message_id": 5, "date": 60, "chat": CHAT, "from": SHE}


def heard(raw: dict[str, Any]) -> Inbound | None:
    raw = {"update_id": 3, **raw}
    return read(raw, update(raw))


def test_a_press_is_its_data_and_its_chat() -> None:
    query = {"id": "1", "from": SHE, "chat_instance": "1", "data": "yes", "message": EARLIER}
    assert heard({"callback_query": query}) == Inbound(3, 7, Pressed("yes"))
    gone = {"chat": CHAT, "message_id": 4, "date": 0}  # Bot API, InaccessibleMessage
    assert heard({"callback_query": {**query, "message": gone}}) == Inbound(3, 7, Pressed("yes"))
    assert heard({"callback_query": {"id": "1", "data": "yes"}}) is None, "nobody knows where"


@pytest.mark.parametrize("kind", ["message", "edited_message"])
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("салам", Wrote("салам", "ky")),
        ("/start ref_1", Started("ky")),
        ("/exit@our_bot", Exited()),
        ("", Wrote("", "ky")),
    ],
)
def test_text_is_read_new_or_edited(kind: str, text: str, meant: Any) -> None:
    said = {**SAID, "text": text, "reply_to_message": EARLIER}
    assert heard({kind: said}) == Inbound(3, 7, meant, 5, 60.0)


@pytest.mark.parametrize("content", KINDS)
def test_what_isnt_text_is_only_a_kind(content: ContentType) -> None:
    found = heard({"message": {**SAID, content.value: {"file_id": "x"}, "caption": "words"}})
    assert found == Inbound(3, 7, SentUnsupported(KINDS[content], "ky"), 5, 60.0)


def test_a_moving_picture_is_no_file() -> None:
    found = heard({"message": {**SAID, "document": {"x": 1}, "animation": {"x": 1}}})
    assert found is not None
    assert found.input == SentUnsupported(Unsupported.PICTURE, "ky")


def test_telegrams_own_messages_need_no_answer_and_what_is_new_is_declined() -> None:
    assert heard({"message": {**SAID, "pinned_message": EARLIER}}) is None
    found = heard({"message": {**SAID, "hologram": {"x": 1}}})
    assert found is not None
    assert found.input == SentUnsupported(Unsupported.OTHER, "ky")


def test_every_kind_is_a_field_of_telegrams() -> None:
    assert {one.value for one in KINDS} <= set(Message.model_fields)
    assert set(Message.model_fields) & SERVICE == SERVICE - {"any", "unknown"}


@pytest.mark.parametrize(
    ("status", "meant"), [("kicked", Blocked()), ("member", Unblocked()), ("of 2030", Unblocked())]
)
def test_who_blocks_the_bot_leaves(status: str, meant: Any) -> None:
    changed = {"chat": CHAT, "new_chat_member": {"status": status, "user": SHE}}
    assert heard({"my_chat_member": changed}) == Inbound(3, 7, meant)


@pytest.mark.parametrize(
    ("status", "left"),
    [(ChatMemberStatus.MEMBER, -9), (ChatMemberStatus.LEFT, None), (ChatMemberStatus.KICKED, None)],
)
def test_a_group_is_left(status: ChatMemberStatus, left: int | None) -> None:
    changed = {"chat": GROUP, "new_chat_member": {"status": status.value}}
    raw = {"update_id": 3, "my_chat_member": changed}
    assert (read(raw, update(raw)), stray_chat(update(raw))) == (None, left)
    raw = {"update_id": 3, "message": {**SAID, "chat": GROUP, "text": "x"}}
    assert (read(raw, update(raw)), stray_chat(update(raw))) == (None, -9)


@pytest.mark.parametrize("strange", [1, "x", [], {}, {"chat": {"id": "7", "type": "private"}}])
@pytest.mark.parametrize("kind", ["message", "edited_message", "callback_query", "my_chat_member"])
def test_what_is_no_update_is_refused(kind: str, strange: Any) -> None:
    with pytest.raises(msgspec.ValidationError):
        update({"update_id": 3, kind: strange})


@pytest.mark.parametrize("changes", [{"date": -1}, {"date": 10**15}, {"message_id": 2**60}])
def test_no_number_is_larger_than_telegrams(changes: dict[str, int]) -> None:
    with pytest.raises(msgspec.ValidationError):
        update({"update_id": 3, "message": {**SAID, "text": "x", **changes}})


def test_half_a_character_where_an_object_belongs_is_no_update() -> None:
    """msgspec fails to quote it: found by the fuzzer."""
    with pytest.raises(msgspec.ValidationError):
        update({"update_id": 1, "message": "\ud800"})


def test_a_press_ends_with_its_spinner_stopped() -> None:
    press = {"id": "77", "data": "x", "message": {"chat": {"id": 5, "type": "private"}}}
    call = {"method": "answerCallbackQuery", "callback_query_id": "77"}
    assert last_call({"update_id": 1, "callback_query": press}) == call


@pytest.mark.parametrize("press", [None, 5, {}, {"id": 77}, []])
def test_what_is_no_press_ends_with_nothing(press: object) -> None:
    assert last_call({"update_id": 1, "callback_query": press}) is None

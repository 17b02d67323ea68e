"""Answers of Telegram: of the expected ones little is read, all others are aiogram's to judge."""

from typing import Any

import msgspec
import pytest
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from aiogram.methods import AnswerCallbackQuery, TelegramMethod

from bot.intake.answers import READERS, GetRawUpdates, Send, Sent
from bot.intake.session import JsonSession

SEND = Send(chat_id=7, text="салом")
MESSAGE = {"message_id": 5, "date": 1_700_000_000, "chat": {"id": 7, "type": "private"}}


def read(method: TelegramMethod[Any], answer: object, status: int = 200) -> Any:
    session = JsonSession(TelegramAPIServer.from_base("http://127.0.0.1:9"))
    content = msgspec.json.encode(answer).decode()
    return session.check_response(Bot("1:token", session), method, status, content).result


def test_of_a_message_only_number_and_time_are_read() -> None:
    assert read(SEND, {"ok": True, "result": MESSAGE}) == Sent(5, 1_700_000_000)
    assert read(AnswerCallbackQuery(callback_query_id="1"), {"ok": True, "result": True}) is True


def test_updates_come_as_they_are() -> None:
    updates = [{"update_id": 1, "message": {"date": "not a time"}}, {"update_id": 2, "new": [1.5]}]
    assert read(GetRawUpdates(), {"ok": True, "result": updates}) == updates


def test_aiogram_reads_it_alike_without_this(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.session.READERS", {})
    assert read(SEND, {"ok": True, "result": MESSAGE}) == Sent(5, 1_700_000_000)


@pytest.mark.parametrize(
    ("answer", "status", "error"),
    [
        ({"ok": False, "description": "Forbidden: blocked"}, 403, TelegramForbiddenError),
        ({"ok": False, "description": "no"}, 200, TelegramAPIError),
        (
            {"ok": False, "description": "wait", "parameters": {"retry_after": 3}},
            429,
            TelegramRetryAfter,
        ),
        ({"ok": True, "result": {"message_id": "five"}}, 200, ClientDecodeError),
        ("not an answer", 200, ClientDecodeError),
    ],
)
def test_what_is_refused_or_strange_is_an_error(
    answer: object, status: int, error: type[Exception]
) -> None:
    with pytest.raises(error):
        read(SEND, answer, status)


def test_none_of_these_calls_needs_a_default_of_the_bots() -> None:
    for method in READERS:
        fields = method.model_fields.values()
        assert not [one for one in fields if type(one.default).__name__ == "Default"], method

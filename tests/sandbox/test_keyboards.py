"""Inline keyboards and what a press of their buttons does."""

import aiogram
import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox import ClientError, Person, Sandbox


def buttons(*rows: list[tuple[str, str]]) -> InlineKeyboardMarkup:
    """An inline keyboard of labels and callback data."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=text, callback_data=data) for text, data in row]
            for row in rows
        ]
    )


async def test_press_reaches_the_bot_and_its_answer_the_person(
    intake: aiogram.Bot, person: Person
) -> None:
    await intake.send_message(
        person.chat_id, "Choose", reply_markup=buttons([("Yes", "y"), ("No", "n")])
    )
    press = await person.press("No")
    [update] = await intake.get_updates()
    query = update.callback_query
    assert query is not None
    assert (query.data, query.from_user.id) == ("n", person.user_id)
    await query.answer("Thanks", show_alert=True).as_(intake)
    await person.until(lambda: press.answer)
    assert person.toasts == ["Thanks"]


@pytest.mark.parametrize("data", ["x" * 64, "ә" * 32])
async def test_longest_callback_data(intake: aiogram.Bot, person: Person, data: str) -> None:
    await intake.send_message(person.chat_id, "x", reply_markup=buttons([("A", data)]))
    assert person.messages[-1].buttons == ["A"]


@pytest.mark.parametrize("data", ["x" * 65, "ә" * 33, ""])
async def test_callback_data_of_another_length(
    intake: aiogram.Bot, person: Person, data: str
) -> None:
    with pytest.raises(TelegramBadRequest, match="BUTTON_DATA_INVALID"):
        await intake.send_message(person.chat_id, "x", reply_markup=buttons([("A", data)]))


async def test_button_without_an_action(intake: aiogram.Bot, person: Person) -> None:
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="A")]])
    with pytest.raises(TelegramBadRequest, match="Text buttons are unallowed"):
        await intake.send_message(person.chat_id, "x", reply_markup=markup)


async def test_button_without_a_text(intake: aiogram.Bot, person: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="must be non-empty"):
        await intake.send_message(person.chat_id, "x", reply_markup=buttons([(" ", "a")]))


async def test_too_many_buttons(intake: aiogram.Bot, person: Person) -> None:
    rows = [[("A", "a")]] * 101
    with pytest.raises(TelegramBadRequest, match="reply markup is too long"):
        await intake.send_message(person.chat_id, "x", reply_markup=buttons(*rows))


async def test_links_are_not_pressed(intake: aiogram.Bot, person: Person) -> None:
    link = InlineKeyboardButton(text="Site", url="https://example.org/")
    await intake.send_message(
        person.chat_id, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[link]])
    )
    with pytest.raises(ClientError):
        await person.press("Site")


async def test_press_by_index_and_on_one_message(intake: aiogram.Bot, person: Person) -> None:
    await intake.send_message(person.chat_id, "1", reply_markup=buttons([("A", "old")]))
    first = person.messages[-1]
    await intake.send_message(person.chat_id, "2", reply_markup=buttons([("A", "1")], [("B", "2")]))
    for press, data in (
        (await person.press(1), "2"),
        (await person.press("A"), "1"),
        (await person.press("A", first), "old"),
    ):
        assert press.data == data


async def test_no_such_button(intake: aiogram.Bot, person: Person) -> None:
    with pytest.raises(ClientError):
        await person.press("A")
    await intake.send_message(person.chat_id, "1", reply_markup=buttons([("A", "a")]))
    with pytest.raises(ClientError):
        await person.press(1)
    with pytest.raises(ClientError):
        await person.press("B")


async def test_answer_only_once(intake: aiogram.Bot, person: Person) -> None:
    await intake.send_message(person.chat_id, "1", reply_markup=buttons([("A", "a")]))
    press = await person.press("A")
    await intake.answer_callback_query(press.id)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await intake.answer_callback_query(press.id)


async def test_answer_too_late(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    await intake.send_message(person.chat_id, "1", reply_markup=buttons([("A", "a")]))
    press = await person.press("A")
    sandbox.clock.advance(901)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await intake.answer_callback_query(press.id)


async def test_answer_limit(intake: aiogram.Bot, person: Person) -> None:
    await intake.send_message(person.chat_id, "1", reply_markup=buttons([("A", "a")]))
    press = await person.press("A")
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await intake.answer_callback_query(press.id, text="x" * 201)


async def test_forged_callback(intake: aiogram.Bot, person: Person) -> None:
    with pytest.raises(ClientError):
        await person.forge_callback("anything")
    await intake.send_message(person.chat_id, "1")
    await person.forge_callback("anything")
    [update] = await intake.get_updates()
    assert update.callback_query is not None
    assert update.callback_query.data == "anything"


async def test_press_on_a_deleted_message(intake: aiogram.Bot, person: Person) -> None:
    sent = await intake.send_message(person.chat_id, "1", reply_markup=buttons([("A", "a")]))
    shown = await person.expect()
    await intake.delete_message(person.chat_id, sent.message_id)
    await person.forge_callback("a", shown)
    [update] = await intake.get_updates()
    assert update.callback_query is not None
    assert isinstance(update.callback_query.message, aiogram.types.InaccessibleMessage)


async def test_keyboard_below_the_chat(intake: aiogram.Bot, person: Person) -> None:
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Menu")]])
    await intake.send_message(person.chat_id, "1", reply_markup=markup)
    assert person.reply_keyboard == [["Menu"]]
    await intake.send_message(person.chat_id, "2", reply_markup=ReplyKeyboardRemove())
    assert person.reply_keyboard == []

"""Edits, deletions and the 48 hours."""

import aiogram
import pytest
import telegram
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from sandbox import Operator, Person, Sandbox, SandboxSettings, serve
from sandbox.clock import frozen_clock

DAY = 24 * 3600
KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="A", callback_data="a")]]
)


async def test_edit_text(intake: aiogram.Bot, person: Person) -> None:
    sent = await intake.send_message(person.chat_id, "one", reply_markup=KEYBOARD)
    assert (await person.expect()).text == "one"
    edited = await intake.edit_message_text(
        "two", chat_id=person.chat_id, message_id=sent.message_id
    )
    assert isinstance(edited, aiogram.types.Message)
    assert edited.edit_date is not None
    shown = await person.expect(contains="two")
    assert (shown.id, shown.edited, shown.buttons) == (sent.message_id, True, [])


async def test_edit_buttons(intake: aiogram.Bot, person: Person) -> None:
    sent = await intake.send_message(person.chat_id, "one", reply_markup=KEYBOARD)
    await intake.edit_message_reply_markup(chat_id=person.chat_id, message_id=sent.message_id)
    assert (person.messages[-1].text, person.messages[-1].buttons) == ("one", [])


async def test_edit_that_changes_nothing(intake: aiogram.Bot, person: Person) -> None:
    sent = await intake.send_message(person.chat_id, "one", reply_markup=KEYBOARD)
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await intake.edit_message_text(
            "one", chat_id=person.chat_id, message_id=sent.message_id, reply_markup=KEYBOARD
        )
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await intake.edit_message_reply_markup(
            chat_id=person.chat_id, message_id=sent.message_id, reply_markup=KEYBOARD
        )


async def test_edit_of_nothing(intake: aiogram.Bot, person: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await intake.edit_message_text("x", chat_id=person.chat_id, message_id=99)


async def test_edit_of_somebody_elses(intake: aiogram.Bot, person: Person) -> None:
    said = await person.say("mine")
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await intake.edit_message_text("x", chat_id=person.chat_id, message_id=said.id)


async def test_person_edits(intake: aiogram.Bot, person: Person) -> None:
    said = await person.say("mine")
    await person.edit(said, "mine, better")
    updates = await intake.get_updates()
    assert updates[1].edited_message is not None
    assert updates[1].edited_message.text == "mine, better"


async def test_delete_both_sides(intake: aiogram.Bot, person: Person) -> None:
    said = await person.say("mine")
    sent = await intake.send_message(person.chat_id, "yours")
    shown = await person.expect()
    await intake.delete_messages(person.chat_id, [1, said.id, sent.message_id, 77])
    assert person.messages == []
    assert (shown.deleted, shown.current().text) == (True, "")


async def test_delete_just_before_the_wall(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox
) -> None:
    sent = await intake.send_message(person.chat_id, "x")
    sandbox.clock.advance(2 * DAY - 1)
    assert await intake.delete_message(person.chat_id, sent.message_id)


async def test_delete_at_the_wall(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    sent = await intake.send_message(person.chat_id, "x")
    sandbox.clock.advance(2 * DAY)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted for everyone"):
        await intake.delete_message(person.chat_id, sent.message_id)


async def test_one_old_message_keeps_all(
    intake: aiogram.Bot, person: Person, sandbox: Sandbox
) -> None:
    old = await intake.send_message(person.chat_id, "old")
    sandbox.clock.advance(2 * DAY)
    new = await intake.send_message(person.chat_id, "new")
    with pytest.raises(TelegramBadRequest, match="for everyone"):
        await intake.delete_messages(person.chat_id, [old.message_id, new.message_id])
    assert [shown.text for shown in person.messages[-2:]] == ["old", "new"]


async def test_delete_of_nothing(intake: aiogram.Bot, person: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await intake.delete_message(person.chat_id, 99)
    assert await intake.delete_messages(person.chat_id, [98, 99])


@pytest.mark.parametrize(
    ("ids", "reason"), [([], "not specified"), (list(range(1, 102)), "too many")]
)
async def test_how_many_are_deleted_at_once(
    intake: aiogram.Bot, person: Person, ids: list[int], reason: str
) -> None:
    with pytest.raises(TelegramBadRequest, match=reason):
        await intake.delete_messages(person.chat_id, ids)


async def test_admin_deletes_others_messages(desk: telegram.Bot, sandbox: Sandbox) -> None:
    operator: Operator = sandbox.operator("o1")
    said = await operator.say("words")
    assert await desk.delete_message(sandbox.desk.id, said.id)
    assert operator.messages == []


async def test_without_the_right_only_its_own() -> None:
    settings = SandboxSettings(limits=False, clock=frozen_clock(), desk_rights=frozenset())
    async with (
        serve(settings) as sandbox,
        telegram.Bot(settings.desk_token, base_url=f"{sandbox.url}/bot") as desk,
    ):
        said = await sandbox.operator("o1").say("words")
        with pytest.raises(telegram.error.BadRequest, match="can't be deleted"):
            await desk.delete_message(sandbox.desk.id, said.id)
        own = await desk.send_message(sandbox.desk.id, "own")
        assert await desk.delete_message(sandbox.desk.id, own.message_id)

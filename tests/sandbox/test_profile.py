"""getMe, commands, descriptions, logOut."""

import aiogram
import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeUnion,
)

from sandbox import Sandbox


async def test_get_me(intake: aiogram.Bot) -> None:
    me = await intake.get_me()
    assert (me.id, me.is_bot, me.username) == (1000001, True, "intake_sandbox_bot")


async def test_commands_by_scope_and_language(intake: aiogram.Bot) -> None:
    scope: BotCommandScopeUnion = BotCommandScopeAllPrivateChats()
    commands = [BotCommand(command="erase", description="Erase")]
    await intake.set_my_commands(commands, scope=scope, language_code="ru")
    [got] = await intake.get_my_commands(scope=scope, language_code="ru")
    assert (got.command, got.description) == ("erase", "Erase")
    assert await intake.get_my_commands(scope=scope) == []
    await intake.delete_my_commands(scope=scope, language_code="ru")
    assert await intake.get_my_commands(scope=scope, language_code="ru") == []


@pytest.mark.parametrize(
    ("command", "description", "reason"),
    [
        ("Erase", "Erase", "BOT_COMMAND_INVALID"),
        ("x" * 33, "Erase", "BOT_COMMAND_INVALID"),
        ("erase", "x" * 257, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("erase", "", "BOT_COMMAND_DESCRIPTION_INVALID"),
    ],
)
async def test_commands_that_are_refused(
    intake: aiogram.Bot, command: str, description: str, reason: str
) -> None:
    with pytest.raises(TelegramBadRequest, match=reason):
        await intake.set_my_commands([BotCommand(command=command, description=description)])


async def test_scope_of_an_unknown_chat(intake: aiogram.Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await intake.get_my_commands(scope=BotCommandScopeChat(chat_id=5))


async def test_language_codes_have_two_letters(intake: aiogram.Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="invalid language code"):
        await intake.set_my_description("x", language_code="uz-Cyrl")


async def test_descriptions(intake: aiogram.Bot, sandbox: Sandbox) -> None:
    await intake.set_my_description("Help", language_code="")
    await intake.set_my_description("Көмек", language_code="kk")
    await intake.set_my_short_description("Short")
    await intake.set_my_name("Helpline")
    assert (await intake.get_my_description(language_code="kk")).description == "Көмек"
    assert (await intake.get_my_description(language_code="ru")).description == "Help"
    assert (await intake.get_my_short_description()).short_description == "Short"
    assert (await intake.get_my_name()).name == "Helpline"
    assert sandbox.bot("intake").description("kk") == "Көмек"
    await intake.set_my_description("", language_code="kk")
    assert (await intake.get_my_description(language_code="kk")).description == "Help"


async def test_description_limits(intake: aiogram.Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="too long"):
        await intake.set_my_description("x" * 513)
    with pytest.raises(TelegramBadRequest, match="too long"):
        await intake.set_my_short_description("x" * 121)


async def test_logged_out_for_ten_minutes(intake: aiogram.Bot, sandbox: Sandbox) -> None:
    assert await intake.log_out()
    with pytest.raises(TelegramBadRequest, match="Logged out"):
        await intake.get_me()
    sandbox.clock.advance(600)
    await intake.get_me()


async def test_close_call(intake: aiogram.Bot) -> None:
    assert await intake(aiogram.methods.Close())

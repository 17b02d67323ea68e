"""Who the bot is and what its clients show of it: commands, name, descriptions."""

import re

import msgspec

from bot.telegram.refusals import bad_request
from sandbox.api.access import Call
from sandbox.model import Json

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
_LOG_OUT_SECONDS = 600.0


def get_me(call: Call) -> object:
    """getMe."""
    return {
        **call.bot.user.api(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def log_out(call: Call) -> object:
    """logOut: the token is of no use for ten minutes (Bot API)."""
    call.bot.logged_out_until = call.world.clock.now() + _LOG_OUT_SECONDS
    return True


def close(_call: Call) -> object:
    """close: nothing to do here, since a bot isn't moved between servers."""
    return True


def _language(call: Call) -> str:
    code = call.params.text("language_code")
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _scope(call: Call) -> str:
    scope = call.params.mapping("scope")
    kind = scope.get("type", "default")
    needed = _SCOPES.get(kind) if isinstance(kind, str) else None
    if needed is None:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    numbers = [scope.get(name) for name in needed]
    if any(number is None for number in numbers):
        raise bad_request("can't parse BotCommandScope: can't find field")
    if needed:
        call.chat_by_id(int(str(numbers[0])))
    return msgspec.json.encode([kind, *numbers]).decode()


def set_my_commands(call: Call) -> object:
    """setMyCommands: at most 100; 1-32 of a-z, 0-9, _ and a description of 1-256 characters."""
    raw = call.params.array("commands") or []
    if len(raw) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands: list[Json] = []
    for item in raw:
        if not isinstance(item, dict):
            raise bad_request("can't parse BotCommand: expected an Object")
        name = str(item.get("command", "")).removeprefix("/")
        description = str(item.get("description", "")).strip()
        if not _COMMAND.fullmatch(name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        commands.append({"command": name, "description": description})
    call.bot.commands[_scope(call), _language(call)] = commands
    return True


def delete_my_commands(call: Call) -> object:
    """deleteMyCommands."""
    call.bot.commands.pop((_scope(call), _language(call)), None)
    return True


def get_my_commands(call: Call) -> object:
    """getMyCommands: exactly those of the scope and language."""
    return call.bot.commands.get((_scope(call), _language(call)), [])


def _set(call: Call, store: dict[str, str], name: str, most: int) -> object:
    text = call.params.text(name)
    if len(text) > most:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    language = _language(call)
    if text:
        store[language] = text
    else:
        store.pop(language, None)
    return True


def set_my_name(call: Call) -> object:
    """setMyName: 0-64 characters; clients show the name without a language."""
    _set(call, call.bot.names, "name", 64)
    call.bot.user.first_name = call.bot.names.get("") or call.bot.role.capitalize()
    return True


def get_my_name(call: Call) -> object:
    """getMyName; the default one where the language has none."""
    names = call.bot.names
    return {"name": names.get(_language(call)) or names.get("") or call.bot.user.first_name}


def set_my_description(call: Call) -> object:
    """setMyDescription: what an empty chat shows; 0-512 characters."""
    return _set(call, call.bot.descriptions, "description", 512)


def get_my_description(call: Call) -> object:
    """getMyDescription."""
    return {"description": call.bot.description(_language(call))}


def set_my_short_description(call: Call) -> object:
    """setMyShortDescription: what the profile page shows; 0-120 characters."""
    return _set(call, call.bot.short_descriptions, "short_description", 120)


def get_my_short_description(call: Call) -> object:
    """getMyShortDescription."""
    texts = call.bot.short_descriptions
    return {"short_description": texts.get(_language(call)) or texts.get("", "")}

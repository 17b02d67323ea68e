"""What a human may do, by name, with its arguments from JSON: the verbs of the HTTP side."""

from collections.abc import Awaitable, Callable

from sandbox.api.params import Params
from sandbox.errors import ClientError
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.shown import Shown
from sandbox.viewer import TIMEOUT

PersonDeed = Callable[[Person, Params], Awaitable[object]]
OperatorDeed = Callable[[Operator, Params], Awaitable[object]]


def _message(args: Params, name: str = "message") -> int | None:
    return args.integer(name) or None


def _button(args: Params) -> str | int | None:
    """A label, or an index that is given as a number."""
    raw = args.raw("button")
    return raw if isinstance(raw, str | int) and not isinstance(raw, bool) else None


def _timeout(args: Params) -> float:
    raw = args.raw("timeout")
    return float(raw) if isinstance(raw, int | float) else TIMEOUT


def _topic(args: Params) -> int | str | None:
    """An id or a name; 0 and nothing stand for General."""
    raw = args.raw("topic")
    return raw if isinstance(raw, int | str) and raw else None


def _needed_topic(args: Params) -> int | str:
    topic = _topic(args)
    if topic is None:
        raise ClientError("General can't be closed or deleted")
    return topic


def _optional(args: Params, name: str) -> str | None:
    return args.text(name) or None


async def _block(person: Person, _args: Params) -> None:
    person.block()


async def _unblock(person: Person, _args: Params) -> None:
    person.unblock()


async def _deactivate(person: Person, _args: Params) -> None:
    person.deactivate()


async def _language(person: Person, args: Params) -> None:
    person.set_language(args.text("language_code"))


async def _forge(person: Person, args: Params) -> object:
    found = person.chat.messages.get(args.integer("message"))
    return await person.forge_callback(args.text("data"), Shown.of(found) if found else None)


async def _person_expect(person: Person, args: Params) -> Shown:
    return await person.expect(
        contains=_optional(args, "contains"),
        matches=_optional(args, "matches"),
        with_button=_optional(args, "with_button"),
        timeout=_timeout(args),
    )


PERSON_DEEDS: dict[str, PersonDeed] = {
    "start": lambda person, args: person.start(args.text("payload")),
    "say": lambda person, args: person.say(args.text("text"), _message(args, "reply_to")),
    "send": lambda person, args: person.send(args.text("kind"), args.text("caption")),
    "press": lambda person, args: person.press(_button(args), _message(args)),
    "edit": lambda person, args: person.edit(args.integer("message"), args.text("text")),
    "delete": lambda person, args: person.delete(args.integer("message")),
    "forge": _forge,
    "block": _block,
    "unblock": _unblock,
    "deactivate": _deactivate,
    "language": _language,
    "expect": _person_expect,
}


async def _say(operator: Operator, args: Params) -> Shown:
    topic, reply = _topic(args), _message(args, "reply_to")
    if topic is None:
        return await operator.say(args.text("text"), reply)
    return await operator.say_in(topic, args.text("text"), reply)


async def _press(operator: Operator, args: Params) -> object:
    number = _message(args)
    if number is not None:
        found = operator.chat.messages.get(number)
        if found is None:
            raise ClientError("that message is not there any more")
        return await operator.press_in(Shown.of(found), _button(args))
    topic = _topic(args)
    if topic is None:
        return await operator.press(_button(args))
    return await operator.press_in(topic, _button(args))


async def _operator_expect(operator: Operator, args: Params) -> Shown:
    return await operator.expect(
        contains=_optional(args, "contains"),
        matches=_optional(args, "matches"),
        with_button=_optional(args, "with_button"),
        topic=_topic(args),
        timeout=_timeout(args),
    )


async def _leave(operator: Operator, _args: Params) -> None:
    operator.leave()


async def _join(operator: Operator, _args: Params) -> None:
    operator.join()


OPERATOR_DEEDS: dict[str, OperatorDeed] = {
    "say": _say,
    "send": lambda operator, args: operator.send(
        args.text("kind"), _topic(args), args.text("caption")
    ),
    "press": _press,
    "edit": lambda operator, args: operator.edit(args.integer("message"), args.text("text")),
    "delete": lambda operator, args: operator.delete(args.integer("message")),
    "open_topic": lambda operator, args: operator.open_topic(args.text("name")),
    "close_topic": lambda operator, args: operator.close_topic(_needed_topic(args)),
    "reopen_topic": lambda operator, args: operator.reopen_topic(_needed_topic(args)),
    "delete_topic": lambda operator, args: operator.delete_topic(_needed_topic(args)),
    "expect": _operator_expect,
    "join": _join,
    "leave": _leave,
}

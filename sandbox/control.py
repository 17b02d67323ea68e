"""The people's side over HTTP: what the page does, and any other client may do (README.md)."""

import msgspec
from aiohttp import web

from sandbox.deeds import OPERATOR_DEEDS, PERSON_DEEDS
from sandbox.events import Events
from sandbox.faults import Fault
from sandbox.handles import Handles
from sandbox.jsonhttp import Handler, NotThere, answering, arguments, message_views, view_of
from sandbox.model import Json
from sandbox.modelstate import ModelProbe
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.views import operator_view, person_view, topics_view


class Control:
    """Routes below `/sandbox/`. Bodies are JSON objects; so is every answer."""

    def __init__(self, sandbox: Handles) -> None:
        self._sandbox = sandbox
        self._events = Events(sandbox.world)
        self._model = ModelProbe(sandbox.settings.model_url)

    def routes(self) -> list[web.RouteDef]:
        """The server's routes for people."""
        get: dict[str, Handler] = {
            "state": self._state,
            "model": self._model_state,
            "people/{key}": self._person,
            "operators/{key}/topics": self._topics,
            "operators/{key}/topics/{topic}": self._topic,
        }
        post: dict[str, Handler] = {
            "people": self._add_person,
            "operators": self._add_operator,
            "people/{key}/{deed}": self._person_does,
            "operators/{key}/{deed}": self._operator_does,
            "clock": self._advance,
            "faults": self._fault,
            "updates": self._updates,
        }
        return [
            *(
                web.get(f"/sandbox/{path}", answering(call), allow_head=False)
                for path, call in get.items()
            ),
            *(web.post(f"/sandbox/{path}", answering(call)) for path, call in post.items()),
            web.delete("/sandbox/faults", answering(self._clear_faults)),
            web.get("/sandbox/events", self._events.stream, allow_head=False),
        ]

    def close(self) -> None:
        """End the pages' event streams."""
        self._events.close()

    # reading

    async def _state(self, _request: web.Request) -> Json:
        sandbox = self._sandbox
        return {
            "people": [person_view(each, messages=False) for each in sandbox.people.values()],
            "operators": [operator_view(each) for each in sandbox.operators.values()],
            "desk": {"id": sandbox.desk.id, "title": sandbox.desk.chat.title},
            "now": sandbox.clock.now(),
            "limits": sandbox.world.flood.limits.enabled,
            "console": sandbox.settings.console_url,
        }

    async def _model_state(self, _request: web.Request) -> Json:
        return {"state": await self._model.state()}

    async def _person(self, request: web.Request) -> Json:
        return person_view(self._find_person(request))

    async def _topics(self, request: web.Request) -> list[Json]:
        return topics_view(self._find_operator(request))

    async def _topic(self, request: web.Request) -> Json:
        chat = self._find_operator(request).chat
        raw = request.match_info["topic"]
        number = int(raw) if raw.isascii() and raw.isdigit() else -1
        if number == 0:
            messages = [each for each in chat.messages.values() if each.topic is None]
            return {
                "id": 0,
                "name": "General",
                "closed": False,
                "messages": message_views(messages),
            }
        topic = chat.topics.get(number)
        if topic is None:
            raise NotThere
        return {
            "id": topic.id,
            "name": topic.name,
            "closed": topic.closed,
            "messages": message_views(list(topic.messages.values())),
        }

    # doing

    async def _add_person(self, request: web.Request) -> Json:
        args = await arguments(request)
        people = self._sandbox.people
        person = self._sandbox.person(
            args.text("key") or f"p{len(people) + 1}",
            first_name=args.text("first_name") or f"Person {len(people) + 1}",
            language_code=args.text("language_code") or None,
        )
        return person_view(person)

    async def _add_operator(self, request: web.Request) -> Json:
        args = await arguments(request)
        operator = self._sandbox.operator(
            args.text("key") or f"o{len(self._sandbox.operators) + 1}",
            first_name=args.text("first_name") or None,
            admin=args.flag("admin"),
        )
        return operator_view(operator)

    async def _person_does(self, request: web.Request) -> object:
        deed = PERSON_DEEDS.get(request.match_info["deed"])
        if deed is None:
            raise NotThere
        return view_of(await deed(self._find_person(request), await arguments(request)))

    async def _operator_does(self, request: web.Request) -> object:
        deed = OPERATOR_DEEDS.get(request.match_info["deed"])
        if deed is None:
            raise NotThere
        return view_of(await deed(self._find_operator(request), await arguments(request)))

    async def _advance(self, request: web.Request) -> Json:
        args = await arguments(request)
        return {"now": self._sandbox.clock.advance(args.number("advance"))}

    async def _fault(self, request: web.Request) -> Json:
        raw = await request.read()
        self._sandbox.faults.add(msgspec.json.decode(raw, type=Fault))
        return {}

    async def _clear_faults(self, _request: web.Request) -> Json:
        self._sandbox.faults.clear()
        return {}

    async def _updates(self, request: web.Request) -> Json:
        args = await arguments(request)
        queue = self._sandbox.bot(args.text("bot", "intake")).queue
        if args.integer("repeat"):
            queue.repeat(args.integer("repeat"))
        if args.integer("swap"):
            queue.swap(args.integer("swap"))
        if args.flag("hold"):
            queue.hold()
        if args.flag("release"):
            queue.release()
        return {"waiting": len(queue)}

    def _find_person(self, request: web.Request) -> Person:
        key = request.match_info["key"]
        person = self._sandbox.people.get(key)
        if person is None and key.endswith(".private"):
            operator = self._sandbox.operators.get(key.removesuffix(".private"))
            person = operator.private if operator is not None else None
        if person is None:
            raise NotThere
        return person

    def _find_operator(self, request: web.Request) -> Operator:
        operator = self._sandbox.operators.get(request.match_info["key"])
        if operator is None:
            raise NotThere
        return operator

"""Pages and fragments: Jinja2 with everything escaped, in the language of whoever looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from aiohttp import web
from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined

from bot.console.routes import AT_THE_DESK, SUPERVISORS, WITH_TEXTS, Handler, Visit
from bot.errors import Conflict, NoSuchTicket, NotAllowed
from bot.message import Wording
from bot.texts.voices import Voice, Voices
from bot.tickets.operator import Operator, Role

ROOMS = (
    "board",
    "desk",
    "entrance",
    "people",
    "practice",
    "publication",
    "reviews",
    "shared",
    "texts",
)
"""Folders of `bot.console` that hold templates: `desk/page.html` is `desk/templates/page.html`."""


@dataclass(frozen=True, slots=True)
class Room:
    """A page that the bar leads to. `text_id`: what it is called; `may`: who sees the link."""

    path: str
    text_id: str
    may: frozenset[Role]


BAR = (
    Room("/desk", "console-room-desk", AT_THE_DESK),
    Room("/board", "console-room-board", AT_THE_DESK),
    Room("/practice", "console-room-practice", AT_THE_DESK),
    Room("/texts", "console-room-texts", WITH_TEXTS),
    Room("/people", "console-room-people", SUPERVISORS),
)


@cache
def _environment() -> Environment:
    loader = PrefixLoader(
        {room: PackageLoader("bot.console", f"{room}/templates") for room in ROOMS}
    )
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


_HERE = {
    "refused-off-shift": "console-refused-off-shift",
    "refused-capacity": "console-refused-capacity",
}
"""Refusals that name a command of the group's, and what is said here instead."""


class Pages:
    """Renders templates. `voices`: the desk's texts."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices

    def voice(self, languages: Sequence[str] = ()) -> Voice:
        """The texts in the first of these languages that the desk speaks."""
        return self.voices.of(languages)

    def saying_why(self, act: Handler) -> Handler:
        """An act whose refusals are answered in words."""

        async def answer(visit: Visit) -> web.StreamResponse:
            try:
                return await act(visit)
            except (NotAllowed, NoSuchTicket, Conflict) as refused:
                voice = self.voice(visit.who.operator.languages)
                return self.refused(refused.told_operator, voice)

        return answer

    def refused(self, why: Wording, voice: Voice, **more: str) -> web.Response:
        """A refusal, in words for whoever asked. `more`: what else the page is told."""
        words = voice.say(Wording(_HERE.get(why.id, why.id), why.args))
        return web.json_response({"refused": words, **more}, status=409)

    def render(self, template: str, voice: Voice, **values: object) -> web.Response:
        """A template as an answer. In it `t` is a text of the desk's."""
        words = _environment().get_template(template).render(t=voice, locale=voice.locale, **values)
        return web.Response(text=words, content_type="text/html")

    def page(
        self, template: str, voice: Voice, operator: Operator, here: str, **values: object
    ) -> web.Response:
        """A page with the bar above it (`shared/layout.html`). `here`: its own path."""
        return self.render(
            template,
            voice,
            operator=operator,
            here=here,
            room=template.partition("/")[0],
            rooms=[one for one in BAR if operator.role in one.may],
            **values,
        )

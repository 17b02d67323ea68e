"""Pages and fragments: Jinja2 with everything escaped, in the language of whoever looks."""

from collections.abc import Sequence
from functools import cache

from aiohttp import web
from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined

from bot.texts.voices import Voice, Voices

ROOMS = ("desk", "entrance", "texts")


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


class Pages:
    """Renders templates. `voices`: the desk's texts."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices

    def voice(self, languages: Sequence[str] = ()) -> Voice:
        """The texts in the first of these languages that the desk speaks."""
        return self._voices.of(languages)

    def render(self, template: str, voice: Voice, **values: object) -> web.Response:
        """A template as an answer. In it `t` is a text of the desk's."""
        words = _environment().get_template(template).render(t=voice, locale=voice.locale, **values)
        return web.Response(text=words, content_type="text/html")

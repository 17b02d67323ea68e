"""All of the studio's routes."""

from bot.console.routes import Route
from bot.console.texts.edit import Edit
from bot.console.texts.files import WholeFiles
from bot.console.texts.flows import Flows
from bot.console.texts.looks import Looks
from bot.console.texts.numbers import Numbers
from bot.console.texts.talks import Talks
from bot.console.texts.texts import Texts


def routes_of(looks: Looks, talks: Talks) -> tuple[Route, ...]:
    """The work list, texts, dialogues, phone numbers, whole files, and chats on trial."""
    rooms = (Texts, Edit, Flows, Numbers, WholeFiles)
    return (*(route for room in rooms for route in room(looks).routes), *talks.routes)

"""All routes about publications."""

from bot.console.passkeys import PasskeyChecks
from bot.console.publication.acts import PublicationActs
from bot.console.publication.publication import Publication
from bot.console.publication.publisher_passkey import PublisherPasskey
from bot.console.publication.room import PublicationRoom
from bot.console.routes import Route


def routes_of(room: PublicationRoom, checks: PasskeyChecks) -> tuple[Route, ...]:
    """The page, the acts, and the passkeys of publishers."""
    return (
        *Publication(room).routes,
        *PublicationActs(room).routes,
        *PublisherPasskey(room, checks).routes,
    )

"""Says in the group which texts are live: their number, who signed them, and their hash in words.

Whoever published them compares the words. Only what this process has verified itself is said.
"""

from collections.abc import Callable

from bot.desk.group import DeskGroups
from bot.desk.notifier import Notification, Notifier
from bot.texts.current import News, Shown
from bot.texts.publishers.hash_words import words
from bot.texts.voices import Voice

REFUSALS_APART_SECONDS = 3600.0
"""Whoever can write to Redis could else fill the group with refusals."""


class PublicationNotices:
    """Tells the group of each publication that this process shows, and of those that it refuses."""

    def __init__(
        self, groups: DeskGroups, notifier: Notifier, voice: Voice, monotonic: Callable[[], float]
    ) -> None:
        self._groups = groups
        self._notifier = notifier
        self._voice = voice
        self._monotonic = monotonic
        self._refused_at = -REFUSALS_APART_SECONDS

    def tell(self, news: News) -> None:
        """Say it soon. A refusal rings: somebody may be trying to change what people are told."""
        shown, now = isinstance(news, Shown), self._monotonic()
        if not shown:
            if now < self._refused_at + REFUSALS_APART_SECONDS:
                return
            self._refused_at = now
        text = said(self._voice, news)
        self._notifier.notify(Notification(self._groups.main.id, text, silent=shown))


def said(voice: Voice, news: News) -> str:
    """The words about a publication as the group reads them."""
    if not isinstance(news, Shown):
        why = voice(f"texts-why-{news.reason.value}")
        return voice("texts-refused-at-start" if news.own else "texts-refused", why=why)
    statement, by = news.approved.statement, news.approved.by
    return voice(
        "texts-live-again" if statement.action == "back" else "texts-live",
        number=str(statement.number),
        signers=", ".join(by) or "—",
        words=words(statement.digest),
    )

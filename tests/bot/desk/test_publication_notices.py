"""The group reads of texts: number, signers, the hash in words; and why some are refused."""

from typing import Any

import pytest

from bot.clock import SettableClock
from bot.desk.budget import Budget
from bot.desk.group import DeskGroup, DeskGroups
from bot.desk.notifier import Notification
from bot.desk.publication_notices import REFUSALS_APART_SECONDS, PublicationNotices, said
from bot.texts.current import NotShown, Shown
from bot.texts.publishers.approval import Approved, Reason
from bot.texts.publishers.hash_words import words
from bot.texts.publishers.statement import Action, Statement
from bot.texts.voices import voices
from tests.kit.constants import NOW

VOICES = voices().all
DIGEST = "0123456789abcdef" * 4


@pytest.mark.parametrize("locale", VOICES)
@pytest.mark.parametrize("action", Action)
def test_what_is_live_is_said_with_all_words(locale: str, action: Action) -> None:
    shown = Shown(Approved(Statement("almaty", 1018, action, DIGEST), ("Kestrel", "Wren")), False)
    text = said(VOICES[locale], shown)
    assert "1018" in text
    assert "Kestrel, Wren" in text
    assert text.endswith(words(DIGEST))


@pytest.mark.parametrize("locale", VOICES)
@pytest.mark.parametrize("reason", Reason)
def test_each_refusal_says_why_and_what_is_shown(locale: str, reason: Reason) -> None:
    texts = {said(VOICES[locale], NotShown(reason, own)) for own in (True, False)}
    assert len(texts) == 2
    assert all(VOICES[locale](f"texts-why-{reason.value}") in text for text in texts)


class Recorder:
    """A notifier that keeps what it is given."""

    def __init__(self) -> None:
        self.kept: list[Notification] = []

    def notify(self, notification: Notification) -> None:
        self.kept.append(notification)


def test_whoever_fills_the_store_with_junk_does_not_fill_the_group() -> None:
    clock, recorder = SettableClock(NOW), Recorder()
    nothing: Any = None
    groups = DeskGroups([DeskGroup(-200, Budget(20, clock.monotonic))], nothing, nothing, nothing)
    notifier: Any = recorder
    notices = PublicationNotices(groups, notifier, VOICES["en"], clock.monotonic)
    shown = Shown(Approved(Statement("almaty", 1, Action.PUBLISH, DIGEST), ()), False)
    for _ in range(100):
        notices.tell(NotShown(Reason.UNREADABLE, own=True))
    notices.tell(shown)
    clock.advance(REFUSALS_APART_SECONDS)
    notices.tell(NotShown(Reason.NOT_ENOUGH, own=False))
    assert [(one.chat, one.silent) for one in recorder.kept] == [
        (-200, False),
        (-200, True),
        (-200, False),
    ]

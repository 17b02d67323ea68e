"""The group reads of texts: number, signers, the hash in words; and why some are refused."""

import pytest

from bot.desk.publication_notices import said
from bot.texts.current import NotShown, Shown
from bot.texts.publishers.approval import Approved, Reason
from bot.texts.publishers.hash_words import words
from bot.texts.publishers.statement import Action, Statement
from bot.texts.voices import voices

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

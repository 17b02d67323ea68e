"""Commands in a topic: each says how it is written when it isn't understood."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.desk.commands import CommandContext, read, synonyms
from bot.errors import NotAllowed
from bot.texts.replies import Ready
from bot.texts.voices import voices
from bot.tickets.ticket import Action, Details, Outcome, TargetKind, TransferTarget
from flows.urgency import Urgency
from tests.kit.constants import NOW

EN = voices().all["en"]
HELLO = Ready("hello", ("reply_hello",))
KNOWN = CommandContext(
    ("Heron", "Robin"), ("ru", "uz", "uz-Cyrl"), ("danger", "person"), {"hello": HELLO}
)


@pytest.mark.parametrize(
    ("text", "action", "details"),
    [
        ("claim", Action.CLAIM, Details()),
        ("release", Action.RELEASE, Details()),
        ("requeue", Action.REQUEUE, Details()),
        ("close referred", Action.CLOSE, Details(outcome=Outcome.REFERRED)),
        ("close SILENT", Action.CLOSE, Details(outcome=Outcome.NO_ANSWER)),
        ("urgency high", Action.PRIORITISE, Details(urgency=Urgency.HIGH)),
        (
            "transfer heron a note",
            Action.TRANSFER,
            Details(wanted=TransferTarget(TargetKind.OPERATOR, "Heron")),
        ),
        ("transfer uz", Action.TRANSFER, Details(wanted=TransferTarget(TargetKind.LANGUAGE, "uz"))),
        (
            "transfer danger",
            Action.TRANSFER,
            Details(wanted=TransferTarget(TargetKind.TOPIC, "danger")),
        ),
        ("sleep 30m", Action.SNOOZE, Details(until=NOW + timedelta(minutes=30))),
        ("sleep 2 h", Action.SNOOZE, Details(until=NOW + timedelta(hours=2))),
        ("sleep 18:00", Action.SNOOZE, Details(until=NOW + timedelta(hours=1))),
        ("sleep 17:00", Action.SNOOZE, Details(until=NOW + timedelta(hours=24))),
        ("mute", Action.BLOCK, Details(until=NOW + timedelta(hours=1))),
        ("mute 24h", Action.BLOCK, Details(until=NOW + timedelta(hours=24))),
        ("say hello", Action.SAY, Details(text_ids=("reply_hello",))),
    ],
)
def test_commands(text: str, action: Action, details: Details) -> None:
    """17:00 in Kazakhstan is 12:00 UTC."""
    word, _, rest = text.partition(" ")
    wanting = read(word, rest, NOW, KNOWN)
    assert (wanting.action, wanting.details) == (action, details)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("ban", "no such command"),
        ("close", "say how it ended"),
        ("close well", "informed, referred, emergency, silent, false-alarm, other"),
        ("urgency", "how urgent"),
        ("urgency lowest", "how urgent"),
        ("transfer", "For whom"),
        ("transfer Nobody", "For whom"),
        ("sleep", "Until when"),
        ("sleep 0m", "Until when"),
        ("sleep 73h", "at most 72 h"),
        ("sleep tomorrow", "Until when"),
        ("mute 25h", "at most 24 h"),
        ("say", "/find"),
        ("say nonsense", "/find"),
    ],
)
def test_what_isnt_understood_is_refused_with_a_way_out(text: str, sentence: str) -> None:
    word, _, rest = text.partition(" ")
    with pytest.raises(NotAllowed) as caught:
        read(word, rest, NOW, KNOWN)
    told = EN.say(caught.value.told_operator)
    assert sentence in told
    assert "nonsense" not in told


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("urgency высокая", Details(urgency=Urgency.HIGH)),
        ("urgency Төтенше", Details(urgency=Urgency.EMERGENCY)),
        ("close направили", Details(outcome=Outcome.REFERRED)),
        ("close экстренные службы", Details(outcome=Outcome.EMERGENCY_SERVICES)),
        ("close жауап жоқ", Details(outcome=Outcome.NO_ANSWER)),
        ("close no answer", Details(outcome=Outcome.NO_ANSWER)),
        ("close ложная тревога", Details(outcome=Outcome.FALSE_ALARM)),
        ("close false-alarm", Details(outcome=Outcome.FALSE_ALARM)),
        (
            "transfer узбекский она устала",
            Details(wanted=TransferTarget(TargetKind.LANGUAGE, "uz")),
        ),
        ("transfer Опасность", Details(wanted=TransferTarget(TargetKind.TOPIC, "danger"))),
    ],
)
def test_what_a_card_says_can_be_written(text: str, details: Details) -> None:
    known = replace(KNOWN, synonyms=synonyms(voices(), KNOWN.topics, KNOWN.locales))
    word, _, rest = text.partition(" ")
    assert read(word, rest, NOW, known).details == details


def test_no_word_means_two_things() -> None:
    """Of every language's words for one kind of thing, each leads to one value."""
    for voice in voices().all.values():
        urgencies = [voice(f"urgency-{one.word}") for one in Urgency]
        labels = [voice(f"button-close-{one.value}") for one in Outcome]
        closings = [label.partition(": ")[2] for label in labels]
        assert all(closings)
        assert len({*urgencies, *closings}) == len(urgencies) + len(closings)

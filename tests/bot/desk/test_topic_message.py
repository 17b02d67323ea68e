"""A note must never reach a person by a slip of the finger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.topic_message import Command, InternalNote, Reply, Slip, read


@pytest.mark.parametrize("text", ["// she fears him", "//", "//she fears him", "/// twice"])
def test_notes(text: str) -> None:
    assert read(text) == InternalNote()


@pytest.mark.parametrize(
    "text",
    [
        " // a note after a space",
        "\u200b// after something that can't be seen",
        "\n// on the next line",
        "/ / torn apart",
        "/",
        "/ note",
        "/1",
        "\\\\ the other way",
        "|| a bar",
        "／／ wide",
        "⁄⁄ thin",
        "..on a Russian keyboard",
        ".. on a Russian keyboard",
        "ююon another",
        "??with Shift",
        "",
        "   ",
    ],
)
def test_slips_are_refused(text: str) -> None:
    assert read(text) == Slip()


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/claim", Command("claim", "")),
        ("/Close referred", Command("close", "referred")),
        ("/requeue@sandbox_desk_bot", Command("requeue", "")),
        ("/transfer uz she speaks\nno Russian", Command("transfer", "uz she speaks\nno Russian")),
        ("/say\npolice", Command("say", "police")),
    ],
)
def test_commands(text: str, command: Command) -> None:
    assert read(text) == command


@pytest.mark.parametrize(
    "text", ["Hello", "...", "... wait", "Я здесь", "10/12", "да // нет", "? no", "ю"]
)
def test_words_go_to_the_person_as_they_are(text: str) -> None:
    assert read(text) == Reply(text)


@given(st.text())
def test_nothing_that_begins_like_a_note_is_ever_sent(text: str) -> None:
    seen = text.strip().strip("\u200b\ufeff")
    if seen.startswith(("/", "\\")):
        assert not isinstance(read(text), Reply)

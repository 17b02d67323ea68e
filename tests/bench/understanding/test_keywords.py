"""The measuring command for editors, and what the lexicon has to reach on the training messages."""

from pathlib import Path

import pytest

from bench.understanding.keywords import main, measure
from bench.understanding.messages import DATA, Message, read
from nlu.intents import LOCALES
from nlu.keywords import Keywords

LEAST_HEARD = 0.5
"""Share of urgent training messages that the keywords alone must hear."""

QUIET = (
    *("asked", "border", "calm", "cries", "met", "poured", "read", "seen", "told"),
    *("first_sentences", "newer_topics"),
)
"""Files whose danger is told in flat, indirect or unusual words on purpose: no list of words can
hear it, that is the model's part. False alarms count there all the same."""

PAIRS = ("first_messages",)
"""Files of pairs that differ in one clause: the calm one holds the cry's words on purpose, so no
list of words tells them apart, and neither is counted."""

MOST_FALSE = 0.018
"""Share of the other training messages, hard negatives among them, that may raise an alarm. It was
0.015 until calm twins of cries and questions about children's work were written to trip it."""


@pytest.mark.proof
@pytest.mark.parametrize("locale", LOCALES)
def test_the_lexicon_on_the_training_messages(keywords: Keywords, locale: str) -> None:
    plain = [message for message in read(DATA / locale, besides=(*QUIET, *PAIRS)) if message.urgent]
    measured = measure(keywords, list(read(DATA / locale, besides=PAIRS)))

    missed = set(measured.missed) & set(plain)
    assert len(plain) > 100
    assert len(missed) <= (1 - LEAST_HEARD) * len(set(plain))
    assert len(measured.false) <= MOST_FALSE * measured.others


def test_counts(keywords: Keywords) -> None:
    messages = [
        Message("нас заперли", "urgent_danger", urgent=True, hard=False),
        Message("шмяк", "urgent_danger", urgent=True, hard=False),
        Message("нас не выпускают из-за карантина", "out_of_scope", urgent=False, hard=True),
        Message("привет", "greet", urgent=False, hard=False),
    ]

    measured = measure(keywords, messages)

    assert [m.text for m in measured.missed] == ["шмяк"]
    assert [m.text for m in measured.false] == ["нас не выпускают из-за карантина"]
    assert " ".join(measured.line("ru").split()) == (
        "ru heard 1/2 urgent (50.0 %), false alarms 1/2 (50.0 %), "
        "of them hard negatives 1/1 (100.0 %)"
    )


def test_training_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "thank.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: thank\n  metadata: {hard_negative: true}\n'
        "  examples: |\n    - спасибо\n    - рахмет\n",
        encoding="utf-8",
    )

    assert list(read(tmp_path)) == [
        Message("спасибо", "thank", urgent=False, hard=True),
        Message("рахмет", "thank", urgent=False, hard=True),
    ]


def test_the_command_prints_a_line_per_locale(
    keywords: Keywords, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for locale in ("ru", "en"):
        (tmp_path / locale).mkdir()
        (tmp_path / locale / "urgent_danger.yml").write_text(
            'version: "3.1"\nnlu:\n- intent: urgent_danger\n  examples: |\n    - шмяк\n',
            encoding="utf-8",
        )
        (tmp_path / locale / "thank.yml").write_text(
            'version: "3.1"\nnlu:\n- intent: thank\n  examples: |\n    - нас заперли\n',
            encoding="utf-8",
        )

    main(["ru", "en", "--list"], data=tmp_path, keywords=keywords)

    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        *("ru", "missed", "false", "by:"),
        *("en", "missed", "false", "by:"),
    ]


def test_nothing_to_measure_is_no_fault(keywords: Keywords) -> None:
    assert "heard 0/0 urgent (-)" in measure(keywords, []).line("ru")

"""Each message is judged by heads that haven't seen it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from crossvalidate import Said, cross_validate, summary
from encoding.cache import CachedEncoder
from encoding.encoder import frozen_encoder
from preparation.intents import INTENTS
from preparation.read import Example

SAID = {
    "ask_embassy": "где наше консульство|адрес посольства|нужен консул|телефон посольства|"
    "посольство моей страны|как найти консульство|консул поможет с бумагами|еду в посольство",
    "greet": "привет|здравствуйте|добрый день|салам|добрый вечер|приветствую|хай|доброе утро",
    "urgent_danger": "нас заперли помогите|он бьёт меня сейчас|держат силой|угрожает ножом|"
    "спасите он убьёт|закрыли на замок помогите|помогите бьют|не выпускают и угрожают",
}


def example(text: str, intent: str, hard: bool = False) -> Example:
    urgent = intent == "urgent_danger"
    return Example(text, intent, "ru", urgent, hard, Path("made.yml"), 1)


EXAMPLES = [
    example(text, name, hard=name == "greet")
    for name, texts in SAID.items()
    for text in texts.split("|")
]


def test_what_the_other_folds_explain_is_heard(tmp_path: Path) -> None:
    encoder = CachedEncoder(frozen_encoder(), tmp_path / "embeddings.sqlite")
    said = cross_validate(EXAMPLES, 4, encoder)

    found = summary(EXAMPLES, said, 4)
    assert found["messages"] == 24
    assert found["accuracy"] > 0.7
    assert found["locales"] == {"ru": found["accuracy"]}


def test_the_figures_are_shares_of_what_was_heard() -> None:
    examples = [
        example("a", "urgent_danger"),
        example("b", "greet", hard=True),
        example("c", "greet"),
        example("d", "ask_embassy"),
    ]
    intent = np.zeros((4, len(INTENTS)))
    for row, name in enumerate(["urgent_danger", "greet", "greet", "greet"]):
        intent[row, INTENTS.index(name)] = 1
    found = summary(examples, Said(intent, np.array([0.0, 1.0, -1.0, -1.0])), 2)

    assert found["accuracy"] == 0.75
    assert found["locales"] == {"ru": 0.75}
    assert found["false_alarms"] == round(1 / 3, 3)
    assert found["hard_negatives"] == 1.0

"""A message through the bundle, in this process."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.client import heard
from nlu.runtime.encoder.encoder import SentenceEncoder
from nlu.runtime.parser import Parser

CANARY = "паспортымды Бақытгүл-7731 алып қойды"


def test_a_message_gets_intent_urgency_and_locale(parser: Parser) -> None:
    parsed = parser.parse("зарплату не платят третий месяц что делать")

    assert parsed["intent"]["name"] == "ask_unpaid_wages"
    assert parsed["intent"] == parsed["intent_ranking"][0]
    assert len(parsed["intent_ranking"]) == 10
    assert (parsed["locale"]["name"], parsed["urgency"]["urgent"]) == ("ru", False)


@settings(max_examples=60)
@given(st.text(max_size=300) | st.text("аб .!?\n", max_size=400))
@pytest.mark.slow
def test_any_text_has_an_answer_of_the_agreed_shape(parser: Parser, text: str) -> None:
    parsed = parser.parse(text)

    heard(parsed)
    assert parsed["text"] == text


def test_no_text_is_remembered_after_the_answer(parser: Parser) -> None:
    parser.parse(CANARY)
    parser.embed([CANARY])

    assert parser._encoder._rows.cache_info().currsize == 0


def test_nor_after_a_failure(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: SentenceEncoder, texts: object) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr(SentenceEncoder, "encode", fail)
    with pytest.raises(ValueError, match="a fault"):
        parser.parse(CANARY)

    assert parser._encoder._rows.cache_info().currsize == 0


@pytest.mark.slow
def test_threads_that_share_it_get_their_own_answers(parser: Parser) -> None:
    texts = [f"{CANARY} {number}. Нас заперли {number}." for number in range(20)]
    alone = [parser.parse(text) for text in texts]
    both = threading.Barrier(2)

    def asked(own: list[str]) -> list[dict[str, Any]]:
        both.wait(10)
        return [parser.parse(text) for text in own]

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(asked, [texts, texts[::-1]])

    assert first == alone
    assert second == alone[::-1]


def test_vectors_have_length_one_and_a_text_always_the_same(parser: Parser) -> None:
    vectors = parser.embed(["", CANARY, "а" * 5000, CANARY])

    assert vectors.shape == (4, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.array_equal(vectors[1], vectors[3])

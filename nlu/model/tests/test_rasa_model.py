"""A model in this process: what it remembers of a message once it has answered."""

from __future__ import annotations

import logging
import subprocess
import sys
from dataclasses import replace

import pytest
from rasa.engine.graph import GraphSchema

from encoding.encoder import shared_encoder
from fingerprint import ROOT, newest_model
from nlu.runtime.encoder.encoder import SentenceEncoder
from serving.rasa_model import Parser

CANARY = "паспортымды Бақытгүл-7731 алып қойды"


@pytest.fixture(scope="module")
def parser() -> Parser:
    path = newest_model()
    assert path is not None, "train.py makes one"
    return Parser(path)


def test_no_text_is_remembered_after_the_answer(parser: Parser) -> None:
    parser.parse(CANARY)
    remembered = shared_encoder()._rows.cache_info()

    assert remembered.misses == 0, "it was emptied, counts and all"
    assert remembered.currsize == 0


def test_nor_after_a_failure(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: SentenceEncoder, texts: object) -> None:
        raise ValueError("a fault")

    monkeypatch.setattr(SentenceEncoder, "encode", fail)
    with pytest.raises(Exception, match="Error running graph component"):
        parser.parse(CANARY)

    assert shared_encoder()._rows.cache_info().currsize == 0


def test_rasas_telemetry_is_off_whatever_the_machine_says() -> None:
    asked = "import serving.rasa_model; from rasa import telemetry as t"
    asked += "; print(t.is_telemetry_enabled())"
    told = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env={"PATH": "/usr/bin", "HOME": "/nonexistent", "RASA_TELEMETRY_ENABLED": "true"},
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert told.stdout.splitlines()[-1:] == ["False"], told.stderr


def test_no_text_is_logged_however_much_is_logged(
    parser: Parser, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        parser.parse(CANARY)

    assert "SentenceFeaturizer" in caplog.text, "nodes say that they run"
    assert "7731" not in caplog.text


def test_a_graph_that_is_no_chain_is_refused(parser: Parser) -> None:
    first, *others = parser._runner._graph_schema.nodes.items()
    forked = GraphSchema(dict([first, *((n, replace(o, needs=first[1].needs)) for n, o in others)]))

    with pytest.raises(ValueError, match="no chain"):
        parser._runner._in_order(forked)

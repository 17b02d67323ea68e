"""`helpline parse`: JSON lines in, JSON lines out, with a model process or the bundle."""

import asyncio
import json
import os
import sys

import pytest

from bot.config import VARIABLES
from tests.kit.command import helpline, json_lines
from tests.nlu.model_server import answer, running

pytestmark = [pytest.mark.process]


KEYS = {"intent", "confidence", "urgent", "urgency_score", "locale", "source"}
VAGUE = "zzq blorf wim"


async def test_each_line_gets_an_answer_in_order() -> None:
    async with running() as model:
        model.body = answer("ask_police", 0.91, locale="ru")
        given = json_lines({"text": VAGUE}, {"text": f"{VAGUE} 2"}, {"text": ""})
        ended = await helpline("parse", given=given + "\n", HELPLINE_NLU_URL=model.url)
    assert (ended.status, ended.err) == (0, "")
    lines = ended.lines()
    assert len(lines) == 3
    assert all(set(line) == KEYS for line in lines)
    assert lines[0]["intent"] == "ask_police"
    assert lines[0]["source"] == "model"
    assert {asked["text"] for asked in model.asked} >= {VAGUE, f"{VAGUE} 2"}


async def test_what_is_no_message_is_said_in_its_place() -> None:
    async with running() as model:
        given = json_lines({"text": VAGUE}) + "no json\n" + json_lines({"txt": 1}, ["text"])
        ended = await helpline("parse", given=given, HELPLINE_NLU_URL=model.url)
    assert ended.status == 1
    first, *others = ended.lines()
    assert set(first) == KEYS
    assert others == [{"error": 'not a JSON line with a "text"'}] * 3


async def test_nothing_in_nothing_out() -> None:
    async with running() as model:
        ended = await helpline("parse", HELPLINE_NLU_URL=model.url)
    assert (ended.status, ended.out) == (0, "")


async def test_a_model_that_fails_leaves_the_keywords() -> None:
    async with running() as model:
        model.status = 500
        ended = await helpline(
            "parse", given=json_lines({"text": "canaryword 112"}), HELPLINE_NLU_URL=model.url
        )
    assert ended.status == 0
    (line,) = ended.lines()
    assert line["source"] != "model"
    assert "canaryword" not in ended.err


async def test_an_address_that_is_none_is_refused_in_one_sentence() -> None:
    ended = await helpline("parse", HELPLINE_NLU_URL="canaryaddress")
    assert ended.status == 2
    assert ended.err.startswith("helpline: HELPLINE_NLU_URL must be an address")
    assert "canaryaddress" not in ended.err


async def test_a_line_is_answered_before_the_next_is_given() -> None:
    """So a program may ask, wait and ask again."""
    async with running() as model:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "parse"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "HELPLINE_NLU_URL": model.url},
        )
        assert process.stdin is not None
        assert process.stdout is not None
        for intent in ("ask_police", "ask_shelter"):
            model.body = answer(intent)
            process.stdin.write(json_lines({"text": f"{VAGUE} {intent}"}).encode())
            await process.stdin.drain()
            told = json.loads(await asyncio.wait_for(process.stdout.readline(), 60))
            assert told["intent"] == intent
        process.stdin.close()
        assert await process.wait() == 0


async def test_without_an_address_the_bundle_answers() -> None:
    assert "HELPLINE_NLU_URL" in VARIABLES, "so it isn't set"
    ended = await helpline("parse", given=json_lines({"text": "зарплату третий месяц не дают"}))

    (line,) = ended.lines()
    assert (ended.status, ended.err) == (0, "")
    assert (line["intent"], line["source"]) == ("ask_unpaid_wages", "model")

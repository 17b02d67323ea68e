"""What editors write: flows, Fluent, front matter. A fault is told with its line; no crash."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ContentError
from bot.texts.fluent import read_sentences
from bot.texts.pages import read_page
from bot.texts.tree import Kept
from flows.errors import FlowError
from flows.format.load import DEFINITIONS, load_texts

QUICK = settings(max_examples=150)
FLOW = (DEFINITIONS / "emergency.yml").read_text(encoding="utf-8")
FLUENT = "utter_a = Текст { $x }\n    .yes = Да\n# note\nutter_b = { utter_a }\n"
PAGE = """---
source: [https://example.org/]
certainty: official
---

## Часть

Текст **жирный**

- раз
"""
SPECIAL = st.text(st.sampled_from("{}[]:-#&*!|>'\"%@`\t\n \\$.=я0aA\x00\x85\u2028"), max_size=8)
ODD = ["---\n", "<<: *a", "&a [*a]", "!!python/object:os.system x", "? x", "1e999", "2020-13-45"]
PIECES = st.one_of(SPECIAL, st.text(max_size=8), st.sampled_from(ODD))


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> str:
    """A text with a few pieces cut out, doubled, or put in."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        text = text[:start] + draw(st.one_of(PIECES, st.just(text[start:end] * 2))) + text[end:]
    return text


def told(error: Exception, file: str) -> bool:
    """It says where: file and line."""
    return re.match(rf"(?:ru/)?{re.escape(file)}:\d+: ", str(error)) is not None


@QUICK
@given(st.one_of(spoiled(FLOW), st.text(max_size=200)))
def test_any_flow_loads_or_tells_why_not(text: str) -> None:
    try:
        load_texts({"a.yml": text})
    except FlowError as error:
        if not told(error, "a.yml"):
            raise AssertionError(str(error)) from error


@QUICK
@given(st.one_of(spoiled(FLUENT), st.text(max_size=200)))
def test_any_fluent_reads_or_tells_why_not(text: str) -> None:
    try:
        sentences = read_sentences("ru", Kept({"ru/a.ftl": text}, "ru"))
        for text_id in sentences.places:
            sentences.format(text_id, {"x": "1"})
            for name in sentences.attributes[text_id]:
                sentences.attribute(text_id, name)
    except ContentError as error:
        if not told(error, "a.ftl"):
            raise AssertionError(str(error)) from error


@QUICK
@given(st.one_of(spoiled(PAGE), st.text(max_size=200)))
def test_any_page_reads_or_tells_why_not(text: str) -> None:
    try:
        read_page("a.md", "a", text)
    except ContentError as error:
        if not told(error, "a.md"):
            raise AssertionError(str(error)) from error

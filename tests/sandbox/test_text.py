"""Text as Telegram handles it: entities, HTML, what it finds by itself."""

import aiogram
import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import MessageEntity
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import html
from bot.telegram.refusals import ApiError
from bot.telegram.text import Entity, Formatted, check_entities, clean
from sandbox import Person
from sandbox.detect import detect


@given(st.text())
def test_escaped_text_comes_back(text: str) -> None:
    assert html.parse(html.escape(text)) == Formatted(text)


@given(st.text(alphabet="<>/&;bi a\"'=#x1"))
def test_html_is_parsed_or_refused(source: str) -> None:
    try:
        entities = html.parse(source).entities
    except ApiError:
        entities = ()
    assert all(entity.length > 0 for entity in entities)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<strong>x</strong>", "bold"),
        ("<em>x</em>", "italic"),
        ("<ins>x</ins>", "underline"),
        ("<del>x</del>", "strikethrough"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ('<a href="tel:112">x</a>', "text_link"),
    ],
)
def test_tags(source: str, kind: str) -> None:
    [entity] = html.parse(source).entities
    assert (entity.type, entity.offset, entity.length) == (kind, 0, 1)


def test_language_of_code() -> None:
    parsed = html.parse('<pre><code class="language-python">x</code></pre>')
    assert [(e.type, e.language) for e in parsed.entities] == [("pre", "python")]


def test_offsets_count_utf_16() -> None:
    parsed = html.parse("\N{GRINNING FACE}<b>ә</b>")
    assert parsed.entities == (Entity("bold", 2, 1),)


@pytest.mark.parametrize(
    "source",
    ["<b", "<b x=>a</b>", '<span class="x">a</span>', "<b>a</b", "<a href='x>a</a>"],
)
def test_broken_html(source: str) -> None:
    with pytest.raises(ApiError, match="can't parse entities"):
        html.parse(source)


def test_references() -> None:
    assert html.parse("&lt;&#1241;&#x4d9;&quot;&nbsp;&").text == '<әә"&nbsp;&'


def test_cleaning_moves_entities() -> None:
    dirty = Formatted("  a\r\nb\x01 ", (Entity("bold", 2, 1), Entity("italic", 5, 1)))
    assert clean(dirty) == Formatted("a\nb", (Entity("bold", 0, 1), Entity("italic", 2, 1)))


def test_detected() -> None:
    text = "/start@some_bot @somebody #tag a@example.org https://example.org/x"
    kinds = [entity.type for entity in detect(Formatted(text)).entities]
    assert kinds == ["bot_command", "mention", "hashtag", "email", "url"]


def test_what_has_no_sign_before_it_is_detected_too() -> None:
    kinds = [entity.type for entity in detect(Formatted("t.me/x $KZT +7 701 000 11 22")).entities]
    assert kinds == ["url", "cashtag", "phone_number"]


def test_nothing_is_detected_in_code() -> None:
    parsed = html.parse("<code>/start</code>")
    assert [entity.type for entity in detect(parsed).entities] == ["code"]


async def test_entities_of_a_call(intake: aiogram.Bot, person: Person) -> None:
    sent = await intake.send_message(
        person.chat_id, "bold", entities=[MessageEntity(type="bold", offset=0, length=4)]
    )
    assert [entity.type for entity in sent.entities or []] == ["bold"]


@pytest.mark.parametrize(
    ("offset", "length"),
    [(0, 9), (-1, 2), (1, 2)],
)
async def test_entities_out_of_bounds(
    intake: aiogram.Bot, person: Person, offset: int, length: int
) -> None:
    entity = MessageEntity(type="bold", offset=offset, length=length)
    with pytest.raises(TelegramBadRequest, match="entit"):
        await intake.send_message(person.chat_id, "\N{GRINNING FACE}ab", entities=[entity])


@pytest.mark.parametrize(
    "wrong",
    [
        "text",
        [5],
        [{"type": "shout", "offset": 0, "length": 1}],
        [{"type": "bold", "offset": "0", "length": 1}],
        [{"type": "text_link", "offset": 0, "length": 1}],
    ],
)
def test_malformed_entities(wrong: object) -> None:
    with pytest.raises(ApiError, match="can't parse"):
        check_entities("text", wrong)


def test_entities_that_telegram_ignores() -> None:
    raw = [
        {"type": "mention", "offset": 0, "length": 4},
        {"type": "text_link", "offset": 0, "length": 4, "url": "https://example.org"},
        {"type": "pre", "offset": 0, "length": 4, "language": "python"},
    ]
    kinds = [(e.type, e.url, e.language) for e in check_entities("text", raw).entities]
    assert kinds == [("text_link", "https://example.org", None), ("pre", None, "python")]

"""Everything that Telegram can send is handled or declined, and the next message is answered."""

import asyncio
import html
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.desk import topic_message
from bot.desk.said import inert
from bot.intake.updates import ALLOWED
from bot.store.conversations.turn_batch import LINE_LETTERS
from flows.builtin import ERASE_FLOW
from flows.events import Unsupported
from sandbox.kinds import KINDS
from sandbox.people import Person
from sandbox.shown import Shown
from tests.kit.wire import EN, Line, arrive, claimed, running, still_answered

LANGUAGES = {
    "uz": "O‘zbekcha",
    "uz-Cyrl": "Ўзбекча",
    "ru": "Русский",
    "kk": "Қазақша",
    "ky": "Кыргызча",
    "tg": "Тоҷикӣ",
    "en": "English",
}
DECLINED = {
    "animation": Unsupported.PICTURE,
    "audio": Unsupported.VOICE,
    "contact": Unsupported.CONTACT,
    "document": Unsupported.FILE,
    "location": Unsupported.LOCATION,
    "photo": Unsupported.PICTURE,
    "sticker": Unsupported.STICKER,
    "video": Unsupported.PICTURE,
    "video_note": Unsupported.PICTURE,
    "voice": Unsupported.VOICE,
}
CAPTION = "подпись с тайной"
TAKES = {"getupdates", "sendmessage", "answercallbackquery", "leavechat", "deletemessages"}
TAKES |= {"setmycommands", "getwebhookinfo"}
"""All that intake ever asks of Telegram: it fetches, forwards and copies nothing."""


def _refusal(line: Line, kind: str, locale: str) -> str:
    text = line.parts.catalogue.html(f"utter_unsupported_{DECLINED[kind].value}", locale)
    return html.unescape(text).splitlines()[0]


async def test_what_isnt_text_is_declined_with_a_reason_in_every_language(line: Line) -> None:
    operator = line.sandbox.operator("o1")
    for locale, label in LANGUAGES.items():
        person = line.sandbox.person(locale)
        await arrive(person, label)
        for kind in KINDS:
            await person.send(kind, caption=CAPTION if kind not in {"sticker", "contact"} else "")
            await person.expect(contains=_refusal(line, kind, locale))
        await person.say("/menu")
        await person.expect(with_button="")
    assert not operator.topics, "nobody was shown anything"
    assert set(line.sandbox.bot("intake").calls) <= TAKES


async def test_an_operator_hears_only_that_there_was_something(line: Line) -> None:
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await claimed(person, operator)
    for kind in KINDS:
        await person.send(kind, caption=CAPTION if kind not in {"sticker", "contact"} else "")
        await operator.expect(contains="it was not kept", topic=topic)
    await person.say("последнее слово")
    await operator.expect(contains="последнее слово", topic=topic)
    assert all(message.kind == "text" for message in operator.messages)
    assert not any(CAPTION in message.text for message in operator.messages)
    assert not any("+7000" in message.text for message in operator.messages)
    assert set(line.sandbox.bot("intake").calls) <= TAKES


async def test_somebody_unknown_sends_a_photo_first(line: Line) -> None:
    person = line.sandbox.person("p1", language_code="ru")
    await person.send_photo()
    await person.expect(contains="Картинку мы не сохранили")
    await person.expect(with_button="Русский")
    await person.press("Русский")
    await person.expect(contains="/delete")
    await still_answered(person)


async def test_an_edited_message_is_read_anew(line: Line) -> None:
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    first = await person.say("аыва ыва ыва")
    await line.sandbox.drained()
    person.see_all()
    await person.edit(first, "что такое 30 дней на размышление")
    await person.expect(contains="30 дней подумать")
    topic = await claimed(person, operator)
    said = await person.say("я на складе")
    await operator.expect(contains="я на складе", topic=topic)
    await person.edit(said, "я уже не на складе")
    await operator.expect(contains="я уже не на складе", topic=topic)


COMMANDS = {
    "/start ref_0123456789": "Чем помочь",
    "/start@sandbox_intake_bot": "Чем помочь",
    "/menu please": "Чем помочь",
    "/HELP": "Чем помочь",
    "/delete now please": "Стереть у нас всё",
    "/language klingon": "Til · Тил · Язык",
    "/language tg": "",
    "/privacy\nи ещё слова": "",
    "/nosuchcommand with words": "",
    "/": "",
    "//": "",
    "/start_me": "",
    "/delete@somebody_else_bot": "",
}
"""Command → what its answer holds; "" where any will do."""


async def test_commands_with_arguments(line: Line) -> None:
    for number, (text, expected) in enumerate(COMMANDS.items()):
        person = line.sandbox.person(f"p{number}")
        await arrive(person)
        await person.say(text)
        if expected:
            await person.expect(contains=expected)
        await line.sandbox.drained()
        if text == "/language tg":
            await person.say("/language ru")
        await still_answered(person)


ODD = {
    "4,096 letters": "ы" * 4096,
    "4,096 of markup": ("<b>&amp;" * 512)[:4096],
    "4,096 emoji": "😀" * 4096,
    "4,096 combining marks": "а" + "\u0301" * 4095,
    "4,096 line ends": "а" + "\n" * 4094 + "б",
    "one emoji": "🙂",
    "a family": "👨‍👩‍👧‍👦🏳️‍🌈",
    "flags": "🇰🇿🇺🇿",
    "right to left": "\u202eпомощь\u202c \u200f\u061c",
    "only marks": "\u200f\u200e\u202e\u2066",
    "only zero width": "\u200b\u200c\u200d\u2060\ufeff",
    "zero width within": "при\u200bвет",
    "braille blank": "\u2800",
    "hangul filler": "\u3164",
    "controls": "а\x00\x01\x1b[31mб\x7f\x85",
    "noncharacters": "\ufffe\uffff\U0010ffff",
    "private use": "\ue000\uf8ff",
    "html": "<script>alert(1)</script><a href='tg://user?id=1'>x</a>",
    "fluent": "{ $phone_112 } { -x } { utter_notice }",
    "json": '{"update_id": 1, "message": null}',
    "format": "%s %n {0} {} \\u0000 ${x}",
    "arabic": "مرحبا",
    "dots": "...",
    "digits": "99999999999999999999999999",
    "no such date": "31.02.0000",
}


AT_ONCE = 4
"""So few odd messages of one person's that the helpline doesn't take them for a flood."""


async def _say_all(line: Line, texts: list[str]) -> None:
    for start in range(0, len(texts), AT_ONCE):
        person = line.sandbox.person(f"says {start}")
        await arrive(person)
        for text in texts[start : start + AT_ONCE]:
            await person.say(text)
            await still_answered(person)


async def test_odd_texts_stop_nothing(line: Line) -> None:
    await _say_all(line, list(ODD.values()))


async def test_odd_texts_reach_the_operator(line: Line) -> None:
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    topic = await claimed(person, operator)
    for name, text in ODD.items():
        sent = await person.say(text)
        await operator.expect(contains=inert(sent.text), topic=topic)
        answer = await operator.say_in(topic, text)
        if isinstance(topic_message.read(text), topic_message.Reply):
            await person.expect(contains=answer.text)
        else:  # nothing in it can be seen: it would be no answer
            await operator.expect(contains=EN("refused-slip"), topic=topic)
        assert sent.text == answer.text, name


async def test_many_long_texts_at_once_all_reach_the_operator(line: Line) -> None:
    person, operator = line.sandbox.person("p1"), line.sandbox.operator("o1")
    await arrive(person)
    await person.say("/operator")
    await person.expect(with_button="Отменить просьбу")
    card = await operator.expect_card(contains="language: ru")
    texts = [f"{number}{'щ' * 4000}{number}" for number in range(5)]
    for text in texts:
        await person.say(text)
    await line.sandbox.drained()
    await operator.press_in(card, "Claim")
    for text in texts:
        await operator.expect(contains=f"{text[:LINE_LETTERS]}…")


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200).filter(
    lambda text: text.strip() and any(sign > " " for sign in text)
)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(TEXTS, min_size=5, max_size=15))
def test_any_text_stops_nothing(texts: list[str]) -> None:
    async def talk() -> None:
        async with running() as line:
            person = line.sandbox.person("p1")
            await arrive(person)
            for text in texts:
                await person.say(f"{text}\u200b")
                await line.sandbox.drained()
            await person.say("/language ru")
            await still_answered(person)

    asyncio.run(talk())


async def _forged(person: Person, data: str, message: Shown | None = None) -> None:
    press = await person.forge_callback(data, message)
    await person.until(lambda: press.answer is not None)


async def test_forged_and_ancient_buttons(line: Line) -> None:
    person = line.sandbox.person("p1")
    await person.start()
    ancient = await person.expect(with_button="Русский")
    await person.press("Русский")
    await person.expect(contains="/delete")
    choices = line.parts.library.choices.values()
    erasing = [choice.id for choice in choices if choice.flow == ERASE_FLOW]
    emptying = [choice.id for choice in choices if choice.value in {"exit", "now"}]
    for data in ["", "x", "ы" * 32, "\x00", "{}", "claim", "close", "../../etc"]:
        await _forged(person, data)
    await line.sandbox.drained()
    assert not any("Стёрто" in one.text for one in person.messages), (
        "erasing has its own buttons, which stay good"
    )
    await still_answered(person)
    for choice in choices:
        if choice.id not in {*erasing, *emptying}:
            await _forged(person, choice.id)
    await person.press("English", message=ancient)
    await line.sandbox.drained()
    person.see_all()
    await person.say("/delete")
    await person.until(lambda: person.unseen)
    other = line.sandbox.person("p2")
    await arrive(other)
    await still_answered(other)


async def test_a_button_of_a_message_that_is_gone(line: Line) -> None:
    person = line.sandbox.person("p1")
    await arrive(person)
    shown = person.messages[-1]
    line.sandbox.world.delete(shown.message)
    await _forged(person, "erase.confirm:yes", shown)
    await still_answered(person)


async def test_a_group_that_adds_the_bot_is_left(line: Line) -> None:
    person = line.sandbox.person("p1")
    await arrive(person)
    intake = line.sandbox.bot("intake")
    for supergroup in (False, True):
        group = line.sandbox.group(f"strangers {supergroup}", supergroup=supergroup)
        await group.say(person, "кого бы добавить")
        group.add_bot("intake", by=person)
        await line.sandbox.drained()
        assert not group.chat.member(intake.user).is_present
        assert not any(message.from_bot for message in group.messages), "not a word was said"
        await still_answered(person)


RAW: dict[str, Any] = {
    "poll": {"poll": {"id": "1", "question": "?", "options": []}},
    "dice": {"dice": {"emoji": "🎲", "value": 6}},
    "venue": {
        "venue": {"location": {"latitude": 1, "longitude": 1}, "title": "t", "address": "a"},
        "location": {"latitude": 1, "longitude": 1},
    },
    "story": {"story": {"chat": {"id": 1, "type": "private"}, "id": 1}},
    "of the future": {"hologram": {"file_id": "x"}},
    "nothing": {},
    "pinned": {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "x"}}},
    "timer": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    "a user": {"users_shared": {"request_id": 1, "users": [{"user_id": 1}]}},
    "broken photo": {"photo": "not a list"},
    "broken text": {"text": {"not": "text"}},
    "broken chat": {"chat": None, "text": "x"},
    "chat without id": {"chat": {"type": "private"}, "text": "x"},
    "odd chat id": {"chat": {"id": [1], "type": "private"}, "text": "x"},
    "no sender": {"from": None, "text": "слово"},
    "channel": {"chat": {"id": -1009, "type": "channel", "title": "t"}, "text": "x"},
}


async def test_any_update_stops_nothing(line: Line) -> None:
    person = line.sandbox.person("p1")
    await arrive(person)
    base = {
        "message_id": 900_000,
        "date": 0,
        "chat": {"id": person.chat_id, "type": "private"},
        "from": {"id": person.user_id, "is_bot": False, "first_name": "P"},
    }
    queue = line.sandbox.bot("intake").queue
    for number, body in enumerate(RAW.values()):
        for kind in ALLOWED:
            queue.push(kind, {**base, **body})
        other = line.sandbox.person(f"after {number}")
        await arrive(other)
        await still_answered(other)
    strange: list[Any] = [None, 1, "x", [], {}]
    for payload in strange:
        queue.push("message", payload)
    last = line.sandbox.person("p2")
    await arrive(last)
    await still_answered(last)
    await line.sandbox.drained()

"""The in-process side: what tests and the demo hold on to."""

import asyncio

import aiogram
import pytest
import telegram

from sandbox import ClientError, Person, Sandbox, SandboxSettings, Unmet, serve
from sandbox.kinds import KINDS


async def test_expect_passes_what_does_not_fit(intake: aiogram.Bot, person: Person) -> None:
    for text in ("one", "two", "three"):
        await intake.send_message(person.chat_id, text)
    assert [shown.text for shown in person.unseen] == ["one", "two", "three"]
    assert (await person.expect(contains="two")).text == "two"
    assert (await person.expect(matches="^th")).text == "three"
    assert person.unseen == []
    with pytest.raises(Unmet):
        await person.expect(contains="one", timeout=0.01)


async def test_expect_waits(intake: aiogram.Bot, person: Person) -> None:
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(person.expect(contains="later"))
        await intake.send_message(person.chat_id, "now")
        await intake.send_message(person.chat_id, "later")
    assert waiting.result().text == "later"


async def test_an_edit_is_seen_as_it_was(intake: aiogram.Bot, person: Person) -> None:
    sent = await intake.send_message(person.chat_id, "first")
    await intake.edit_message_text("second", chat_id=person.chat_id, message_id=sent.message_id)
    assert (await person.expect(contains="first")).current().text == "second"
    assert (await person.expect(contains="second")).edited


async def test_unmet_does_not_quote_the_chat(intake: aiogram.Bot, person: Person) -> None:
    await intake.send_message(person.chat_id, "confidential")
    with pytest.raises(Unmet) as unmet:
        await person.expect(contains="something else", timeout=0.01)
    assert "confidential" not in str(unmet.value)
    assert "1 of a bot unseen" in str(unmet.value)
    assert "confidential" in person.transcript()


async def test_see_all(intake: aiogram.Bot, person: Person) -> None:
    await intake.send_message(person.chat_id, "one")
    person.see_all()
    assert person.unseen == []


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_loads_in_both_libraries(sandbox: Sandbox, kind: str) -> None:
    person = sandbox.person("p", bot="desk")
    await person.send(kind)
    settings = sandbox.settings
    async with telegram.Bot(settings.desk_token, base_url=f"{sandbox.url}/bot") as desk:
        [update] = await desk.get_updates()
    assert update.message is not None
    assert getattr(update.message, kind)


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_loads_in_aiogram(intake: aiogram.Bot, person: Person, kind: str) -> None:
    await person.send(kind)
    [update] = await intake.get_updates()
    assert update.message is not None
    assert update.message.content_type == kind


async def test_shortcuts_for_kinds(intake: aiogram.Bot, person: Person) -> None:
    await person.send_sticker()
    await person.send_voice()
    await person.send_photo("caption")
    await person.send_document()
    await person.send_contact("+77000000000")
    await person.send_location()
    updates = await intake.get_updates()
    assert [update.message.content_type for update in updates if update.message] == [
        "sticker",
        "voice",
        "photo",
        "document",
        "contact",
        "location",
    ]
    assert updates[2].message is not None
    assert updates[2].message.caption == "caption"
    with pytest.raises(ValueError, match="no such kind"):
        await person.send("hologram")


async def test_the_same_key_is_the_same_person(sandbox: Sandbox) -> None:
    one, same, other = sandbox.person("a"), sandbox.person("a"), sandbox.person("b")
    assert one is same
    assert one.user_id != other.user_id
    assert sandbox.operator("a").user_id not in (one.user_id, other.user_id)


async def test_language_reaches_the_bot(intake: aiogram.Bot, person: Person) -> None:
    person.set_language("kk")
    await person.start("payload")
    [update] = await intake.get_updates()
    assert update.message is not None
    assert update.message.from_user is not None
    assert update.message.from_user.language_code == "kk"
    assert update.message.text == "/start payload"


async def test_what_a_client_refuses(person: Person, intake: aiogram.Bot) -> None:
    with pytest.raises(ClientError):
        await person.say("  ")
    sent = await intake.send_message(person.chat_id, "x")
    with pytest.raises(ClientError):
        await person.edit(sent.message_id, "y")
    said = await person.say("mine")
    await person.delete(said)
    with pytest.raises(ClientError):
        await person.press(0, said)


async def test_expect_by_topic(desk: telegram.Bot, sandbox: Sandbox) -> None:
    operator = sandbox.operator("o1")
    markup = telegram.InlineKeyboardMarkup(
        [[telegram.InlineKeyboardButton("Claim", callback_data="claim")]]
    )
    numbers = []
    for name in ("A", "B"):
        made = await desk.create_forum_topic(sandbox.desk.id, name)
        numbers.append(made.message_thread_id)
        await desk.send_message(
            sandbox.desk.id, f"card {name}", reply_markup=markup, message_thread_id=numbers[-1]
        )
    await desk.send_message(sandbox.desk.id, "in General")
    card = await operator.expect_card(topic="B")
    assert (card.text, card.topic) == ("card B", numbers[1])
    assert (await operator.expect_card()).text == "card A"
    assert (await operator.expect()).text == "in General"
    press = await operator.press_in("A", "Claim")
    assert press.message.topic is not None
    assert press.message.topic.id == numbers[0]
    await operator.press_in(card, 0)
    await operator.press()
    await desk.answer_callback_query(press.id, "yours")
    assert operator.toasts == ["yours"]
    assert sandbox.operator("o2").toasts == []
    assert [shown.text for shown in operator.general] == ["in General"]
    assert (await operator.expect_topic("B")).id == numbers[1]


async def test_operators_see_on_their_own(desk: telegram.Bot, sandbox: Sandbox) -> None:
    one, two = sandbox.operator("o1"), sandbox.operator("o2")
    await desk.send_message(sandbox.desk.id, "x")
    assert (await one.expect()).text == "x"
    assert (await two.expect()).text == "x"


async def test_body_errors_are_not_wrapped() -> None:
    with pytest.raises(LookupError):
        async with serve(SandboxSettings()):
            raise LookupError


@pytest.mark.parametrize(
    "wrong",
    [
        {"intake_token": "no-number"},
        {"desk_token": "1000001:same"},
        {"desk_chat": 5},
    ],
)
async def test_settings_that_make_no_sense(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"token|desk chat"):
        SandboxSettings(**wrong)  # type: ignore[arg-type]

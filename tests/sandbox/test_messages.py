"""sendMessage, copyMessage, forwardMessage and their limits."""

import aiogram
import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import LinkPreviewOptions, ReplyParameters

from sandbox import Person, Sandbox


async def test_text_arrives_with_its_marks(intake: aiogram.Bot, person: Person) -> None:
    await intake.send_message(
        person.chat_id,
        "Hello",
        disable_notification=True,
        protect_content=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    shown = await person.expect(contains="Hello")
    assert (shown.silent, shown.protected, shown.from_bot) == (True, True, True)
    assert not shown.previews


async def test_html_becomes_entities(intake: aiogram.Bot, person: Person) -> None:
    sent = await intake.send_message(person.chat_id, "a <b>b</b> &amp; c", parse_mode="HTML")
    assert sent.text == "a b & c"
    assert [(e.type, e.offset, e.length) for e in sent.entities or []] == [("bold", 2, 1)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<b>", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<x>a</x>", 'Unsupported start tag "x" at byte offset 0'),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("a </b>", "Unexpected end tag at byte offset 2"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ],
)
async def test_html_that_telegram_refuses(
    intake: aiogram.Bot, person: Person, text: str, reason: str
) -> None:
    with pytest.raises(TelegramBadRequest) as refused:
        await intake.send_message(person.chat_id, text, parse_mode="HTML")
    assert refused.value.message == f"Bad Request: can't parse entities: {reason}"


async def test_markdown_is_refused(intake: aiogram.Bot, person: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="unsupported parse_mode"):
        await intake.send_message(person.chat_id, "*a*", parse_mode="MarkdownV2")


@pytest.mark.parametrize("text", ["", " \n ", "<b> </b>"])
async def test_empty_text(intake: aiogram.Bot, person: Person, text: str) -> None:
    with pytest.raises(TelegramBadRequest, match="message text is empty"):
        await intake.send_message(person.chat_id, text, parse_mode="HTML")


async def test_longest_text(intake: aiogram.Bot, person: Person) -> None:
    sent = await intake.send_message(person.chat_id, "ә" * 4096)
    assert len(sent.text or "") == 4096


async def test_too_long_text(intake: aiogram.Bot, person: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="message is too long"):
        await intake.send_message(person.chat_id, "ә" * 4097)


async def test_length_counts_after_parsing(intake: aiogram.Bot, person: Person) -> None:
    await intake.send_message(person.chat_id, f"<b>{'a' * 4096}</b>", parse_mode="HTML")
    assert len(person.messages[-1].text) == 4096


async def test_reply_to_a_message(intake: aiogram.Bot, person: Person) -> None:
    said = await person.say("question")
    sent = await intake.send_message(
        person.chat_id, "answer", reply_parameters=ReplyParameters(message_id=said.id)
    )
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "question"


async def test_reply_to_nothing(intake: aiogram.Bot, person: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await intake.send_message(
            person.chat_id, "answer", reply_parameters=ReplyParameters(message_id=99)
        )
    await intake.send_message(
        person.chat_id,
        "answer",
        reply_parameters=ReplyParameters(message_id=99, allow_sending_without_reply=True),
    )


async def test_unknown_chat(intake: aiogram.Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await intake.send_message(123, "x")


async def test_nobody_is_written_to_before_they_start(
    intake: aiogram.Bot, sandbox: Sandbox
) -> None:
    stranger = sandbox.person("stranger")
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await intake.send_message(stranger.user_id, "x")


async def test_copy_hides_its_author(intake: aiogram.Bot, person: Person, sandbox: Sandbox) -> None:
    other = sandbox.person("p2")
    await other.start()
    said = await other.say("words")
    copied = await intake.copy_message(person.chat_id, other.chat_id, said.id)
    shown = await person.expect(contains="words")
    assert (shown.id, shown.forwarded) == (copied.message_id, False)


async def test_copy_of_a_medium_with_another_caption(intake: aiogram.Bot, person: Person) -> None:
    photo = await person.send_photo("before")
    await intake.copy_message(person.chat_id, person.chat_id, photo.id, caption="after")
    assert (person.messages[-1].kind, person.messages[-1].text) == ("photo", "after")


async def test_caption_limit(intake: aiogram.Bot, person: Person) -> None:
    photo = await person.send_photo()
    with pytest.raises(TelegramBadRequest, match="caption is too long"):
        await intake.copy_message(person.chat_id, person.chat_id, photo.id, caption="a" * 1025)


async def test_copy_of_nothing(intake: aiogram.Bot, person: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="message to copy not found"):
        await intake.copy_message(person.chat_id, person.chat_id, 99)


async def test_forward_names_its_author(intake: aiogram.Bot, person: Person) -> None:
    said = await person.say("words")
    sent = await intake.forward_message(person.chat_id, person.chat_id, said.id)
    assert sent.forward_origin is not None
    assert person.messages[-1].forwarded


async def test_protected_messages_are_not_forwarded(intake: aiogram.Bot, person: Person) -> None:
    sent = await intake.send_message(person.chat_id, "secret", protect_content=True)
    with pytest.raises(TelegramBadRequest, match="can't be forwarded"):
        await intake.forward_message(person.chat_id, person.chat_id, sent.message_id)


@pytest.mark.parametrize("action", ["typing", "upload_document"])
async def test_chat_action(intake: aiogram.Bot, person: Person, action: str) -> None:
    await intake.send_chat_action(person.chat_id, action)
    assert person.typing == 1


async def test_unknown_chat_action(intake: aiogram.Bot, person: Person) -> None:
    with pytest.raises(TelegramBadRequest, match="wrong parameter action"):
        await intake.send_chat_action(person.chat_id, "dancing")


async def test_pin_and_unpin(intake: aiogram.Bot, person: Person) -> None:
    sent = await intake.send_message(person.chat_id, "important")
    await intake.pin_chat_message(person.chat_id, sent.message_id)
    chat = await intake.get_chat(person.chat_id)
    assert chat.pinned_message is not None
    assert chat.pinned_message.message_id == sent.message_id
    await intake.unpin_chat_message(person.chat_id)
    assert (await intake.get_chat(person.chat_id)).pinned_message is None
    with pytest.raises(TelegramBadRequest, match="message to unpin not found"):
        await intake.unpin_chat_message(person.chat_id)

"""What operators read and are offered, in their own languages."""

import json

import pytest

from bot.desk import menu
from bot.texts.voices import voices
from tests.kit.wire import Line, arrive, running, still_answered

PATIENCE = 60.0


@pytest.mark.parametrize(
    ("locale", "claim", "card"),
    [("ru", "Взять", "срочность: обычная"), ("kk", "Алу", "шұғылдығы: қалыпты")],
)
async def test_a_ticket_from_call_to_close_in_the_group_s_language(
    locale: str, claim: str, card: str
) -> None:
    async with running(desk_locale=locale) as line:
        voice = voices().all[locale]
        person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
        await arrive(person)
        await person.say("/operator")
        shown = await heron.expect_card(contains=card)
        await heron.press_in(shown, claim)
        await heron.until(lambda: voice("done-claim") in heron.toasts)
        assert shown.topic
        await heron.say_in(shown.topic, "/close")
        await heron.expect(contains=voice("refused-outcome"))
        word = voice("button-close-referred").partition(": ")[2]
        await heron.say_in(shown.topic, f"/close {word}")
        await heron.until(lambda: not heron.topics)


async def test_an_answer_to_one_operator_is_in_that_operator_s_language(line: Line) -> None:
    """The group reads English here."""
    person, heron = line.sandbox.person("p1"), line.sandbox.operator("o1")
    robin = line.sandbox.operator("o4")
    await arrive(person)
    await heron.private.say("/languages қазақша")
    await heron.private.expect(contains="Тілдеріңіз: kk")
    await person.say("/operator")
    card = await robin.expect_card(contains="urgency: normal")
    topic = robin.topics[-1]
    await heron.say_in(topic, "Қалайсыз")
    await heron.expect(contains="Алдымен өтінішті алыңыз", topic=topic)
    await robin.press_in(card, "Claim")
    await robin.expect(with_button="Release", topic=topic)
    await heron.press_in(topic, "Release")
    await heron.until(lambda: "Өтінішті бағдарламаға тек оны" in "".join(heron.toasts))


async def test_an_operator_with_many_chats_sees_who_waits_for_an_answer(line: Line) -> None:
    heron = line.sandbox.operator("o1")
    await heron.private.say("/mine")
    await heron.private.expect(contains="You have no tickets.")
    for number in (1, 2):
        person = line.sandbox.person(f"p{number}")
        await arrive(person)
        await person.say("/operator")
        await heron.until(lambda n=number: len(heron.topics) == n)  # type: ignore[misc]
        await heron.say_in(heron.topics[-1], "/claim")
        await person.expect(contains="Теперь здесь человек")
    await heron.say_in(heron.topics[0], "слушаю")
    await line.sandbox.person("p1").expect(contains="слушаю")
    await heron.private.say("/mine")
    found = await heron.private.expect(contains="waits for your answer until")
    assert "you have answered" in found.text
    assert len(found.text.splitlines()) == 2


async def test_both_bots_offer_their_commands(line: Line) -> None:
    """The person's menu could be any service's; the group's is for that group alone."""
    person = line.sandbox.person("p1")
    await arrive(person)
    await still_answered(person)
    heron, desk = line.sandbox.operator("o1"), line.sandbox.bot("desk").commands
    await heron.private.say("/health")
    await heron.private.expect(contains="0 waiting")
    offered = {(json.loads(scope)[0], code): words for (scope, code), words in desk.items()}
    assert [one["command"] for one in offered["all_private_chats", "kk"]] == list(menu.PRIVATE)
    assert offered["all_private_chats", "ru"][0]["description"] == "взять следующий"
    assert [one["command"] for one in offered["chat", ""]] == list(menu.GROUP)

    intake = {code: words for (_, code), words in line.sandbox.bot("intake").commands.items()}
    assert set(intake) == {"", "en", "kk", "ky", "ru", "tg", "uz"}
    assert intake[""] == intake["ru"]
    harmless = {"menu", "language", "operator", "exit", "delete"}
    assert {one["command"] for one in intake["uz"]} == harmless

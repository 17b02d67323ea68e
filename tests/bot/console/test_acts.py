"""What an operator does to a ticket from the page, over HTTP."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest

from bot.console.handles import Handles
from bot.helpline import inputs
from bot.store.log_lines import Author, Delivery, LogLine
from bot.tickets.operator import Role
from bot.tickets.ticket import Action, TargetKind, TransferTarget
from flows.status import Status
from flows.urgency import Urgency
from tests.bot.console.conftest import Answer, Browser, Served

CRY = "нас заперли помогите"


async def asked_by(served: Served, *, danger: bool = False) -> Browser:
    """Somebody has asked for a human, and an operator has claimed it: their browser."""
    if danger:
        await served.helpline.writes(1, "Русский")
        await served.helpline.writes(1, CRY)
    else:
        await served.helpline.asks(1)
    browser = await served.signs_in(Role.OPERATOR, "Heron", 11)
    assert (await act(browser, "claim")).status == 204
    return browser


async def presses(served: Served, label: str) -> None:
    """A button that the person was sent by now."""
    rows = await served.helpline.to_person(1)
    pressed = dict(button for row in rows for button in row.buttons)
    await served.helpline.hears(1, inputs.Pressed(pressed[label]))


async def act(browser: Browser, name: str, **body: Any) -> Answer:
    return await browser.posts(f"/desk/ticket/{browser.handle(1)}/{name}", **body)


async def shown(browser: Browser, name: str = "") -> str:
    return (await browser.gets(f"/desk/ticket/{browser.handle(1)}{name}")).text


async def log(served: Served) -> list[LogLine]:
    return list((await served.helpline.parts.store.log.read(served.helpline.conversation(1))).lines)


async def own_lines(served: Served) -> list[LogLine]:
    return [line for line in await log(served) if line.author is Author.OPERATOR]


async def notes(served: Served) -> list[str]:
    return [line.text for line in await log(served) if line.author is Author.NOTE]


def refused(answer: Answer) -> str:
    assert answer.status == 409, answer.text
    return str(json.loads(answer.text)["refused"])


# -- who else, later, how urgent, never again ------------------------------------------------------


async def test_a_ticket_is_handed_to_whoever_is_there_with_a_note(served: Served) -> None:
    heron = await asked_by(served)
    plover = await served.signs_in(Role.OPERATOR, "Plover", 12)
    choices = await shown(heron, "/more")
    assert re.search(r'data-whom="operator:Plover".*>Plover · 0 of 3 tickets<', choices)
    assert "operator:Heron" not in choices

    gone = await act(heron, "transfer", whom="operator:Nobody")
    assert "isn't on shift" in refused(gone)
    done = await act(heron, "transfer", whom="operator:Plover", text="говорит тихо")

    assert done.status == 204
    ticket = await served.helpline.ticket(1)
    assert ticket.wanted == TransferTarget(TargetKind.OPERATOR, "Plover")
    assert (await served.helpline.to_person(1))[-1].text_id == "utter_operator_transferred"
    assert (await act(plover, "claim")).status == 204
    assert "говорит тихо" in await shown(plover), "the note goes with it"


async def test_a_ticket_is_put_aside_until_a_time_that_was_offered(served: Served) -> None:
    heron = await asked_by(served)
    assert 'data-until="3h"' in await shown(heron, "/more")

    assert (await act(heron, "snooze", until="9h")).status == 400
    assert (await act(heron, "snooze", until="3h")).status == 204

    aside = (await served.helpline.loaded(1)).conversation.snoozed_until
    assert aside == served.helpline.clock.now() + timedelta(hours=3)


async def test_an_emergency_is_not_put_aside(served: Served) -> None:
    heron = await asked_by(served, danger=True)

    assert 'data-until="3h"' not in (await shown(heron, "/more")).partition("Block")[0]
    assert "can't be put aside" in refused(await act(heron, "snooze", until="3h"))
    assert await served.helpline.status(1) is Status.HUMAN


async def test_urgency_changes_with_a_word_of_why(served: Served) -> None:
    heron = await asked_by(served)
    assert "Now: normal (asked for a person)" in await shown(heron, "/more")

    assert (await act(heron, "urgency", urgency="some")).status == 400
    assert (await act(heron, "urgency", urgency="high", text="нет денег")).status == 204

    assert (await served.helpline.ticket(1)).urgency is Urgency.HIGH
    assert await notes(served) == ["нет денег"]


async def test_a_block_ends_the_ticket_and_is_shown_to_supervisors(served: Served) -> None:
    heron = await asked_by(served)
    assert "A supervisor looks at every block" in await shown(heron, "/more")

    assert (await act(heron, "block", until="6h")).status == 204

    read = await served.helpline.loaded(1)
    assert read.conversation.blocked_until == served.helpline.clock.now() + timedelta(hours=6)
    assert "muted" in [row.kind.value for row in await served.helpline.to_desk(1)]


# -- what became of a message ----------------------------------------------------------------------


async def test_what_was_not_delivered_is_sent_again_once(served: Served) -> None:
    heron = await asked_by(served)
    await served.helpline.to_person(1)
    await act(heron, "reply", text="Вы здесь?")
    await served.helpline.parts.helpline.undeliverable(served.helpline.conversation(1))
    [first] = await own_lines(served)
    assert first.delivery is Delivery.BLOCKED
    assert "Try again" in await shown(heron)

    for _ in range(2):  # two tabs, or a finger that trembles
        await act(heron, "again", line=first.id)

    first, second = await own_lines(served)
    assert (first.delivery, second.delivery) == (Delivery.AGAIN, Delivery.WAITING)
    assert [row.text for row in await served.helpline.to_person(1)] == ["Вы здесь?"]
    assert "Try again" not in await shown(heron)
    assert "was sent again already" in refused(await act(heron, "again", line=first.id))


async def test_a_delivered_message_is_not_sent_again(served: Served) -> None:
    heron = await asked_by(served)
    await act(heron, "reply", text="Здравствуйте")
    await served.helpline.to_person(1)
    [line] = await own_lines(served)

    assert "was delivered" in refused(await act(heron, "again", line=line.id))


# -- what keeps one from harm ----------------------------------------------------------------------


async def hints(browser: Browser, text: str) -> list[str]:
    answer = await act(browser, "check", text=text)
    assert answer.status == 200
    return list(json.loads(answer.text)["hints"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Полиция приедет", "promises what nobody can keep"),
        ("Посмотрите на https://gov.kz", "shows its owner where the person is"),
        ("Звоните +7 701 123 45 67", "isn't one of our checked numbers"),
        ("Sizga qanday yordam bera olaman? Men shu yerdaman va uchun", "another language"),
        ("слово " * 16, "is a long sentence"),
        ("слово. " * 100, "long for a small screen"),
    ],
)
async def test_words_are_looked_at_before_they_are_sent(
    served: Served, text: str, says: str
) -> None:
    heron = await asked_by(served)

    assert any(says in hint for hint in await hints(heron, text))


async def test_a_hint_holds_nothing_up_and_plain_words_have_none(served: Served) -> None:
    heron = await asked_by(served)

    assert await hints(heron, "Здравствуйте. Вам сейчас безопасно писать? Номер: 112") == []
    assert (await act(heron, "reply", text="Полиция приедет")).status == 204
    assert [line.text for line in await own_lines(served)] == ["Полиция приедет"]


async def test_while_somebody_may_read_along_it_is_asked_once_more(served: Served) -> None:
    heron = await asked_by(served, danger=True)
    await presses(served, "Нет")
    gate = await act(heron, "reply", text="где Вы?")

    assert "harm the person" in refused(gate)
    assert await own_lines(served) == []
    why = json.loads(gate.text)["sure"]
    assert (await act(heron, "reply", text="где Вы?", sure=why)).status == 204
    assert (await act(heron, "neutral")).status == 204
    sent = [row.text_id for row in await served.helpline.to_person(1)]
    assert sent[-1] == "reply_short"


async def test_nobody_closes_over_words_that_were_not_shown(served: Served) -> None:
    heron = await asked_by(served)
    seen = (await log(served))[-1].id
    await served.helpline.writes(1, "подождите, а адрес?")
    last = (await log(served))[-1].id

    assert "they have just written" in refused(
        await act(heron, "close", outcome="informed", seen=seen)
    )
    assert (await act(heron, "close", outcome="informed", seen=last)).status == 204


async def test_in_danger_the_operator_sees_that_their_words_make_no_sound(served: Served) -> None:
    heron = await asked_by(served, danger=True)
    assert "make no sound" in await shown(heron)
    served.helpline.clock.advance(5)

    await served.helpline.writes(1, "он ушёл")

    assert "make no sound" not in await shown(heron)


# -- several at once, and those who erased ---------------------------------------------------------


async def test_who_waits_longest_for_my_answer_stands_first(served: Served) -> None:
    heron = await asked_by(served)
    await act(heron, "reply", text="Здравствуйте")
    await served.helpline.asks(2)
    assert heron.operator
    await served.helpline.acts(Action.CLAIM, heron.operator, 2)
    queue = (await heron.gets("/desk/queue")).text

    assert queue.index(heron.handle(2)) < queue.index(heron.handle(1))
    assert "waits for your answer until" in queue
    assert "you have answered; they last wrote at" in queue


async def test_an_erased_emergency_can_be_written_to_once(served: Served) -> None:
    await asked_by(served, danger=True)
    plover = await served.signs_in(Role.OPERATOR, "Plover", 12)
    assert "Erased in danger" not in (await plover.gets("/desk/queue")).text
    await served.helpline.writes(1, "/delete")
    await presses(served, "Да, стереть")

    queue = (await plover.gets("/desk/queue")).text
    [handle] = re.findall(r'data-handle="([^"]+)" data-kind="stubs"', queue)
    path = f"/desk/ticket/{handle}"
    assert "You may write once" in (await plover.gets(path)).text
    assert (await plover.posts(f"{path}/last", text="если можете, пишите")).status == 204

    assert "Erased in danger" not in (await plover.gets("/desk/queue")).text
    assert (await plover.posts(f"{path}/last", text="ещё")).status == 409
    stub = Handles(plover.token).read(handle)
    assert stub
    rows = await served.helpline.parts.store.outbox.for_person(stub)
    assert [row.text for _, row in rows] == ["если можете, пишите"]


async def test_single_keys_stay_switched_off(served: Served) -> None:
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    assert 'id="keys-on" checked' in (await heron.gets("/desk")).text

    assert (await heron.posts("/desk/keys", on=False)).status == 204

    assert 'id="keys-on" checked' not in (await heron.gets("/desk")).text

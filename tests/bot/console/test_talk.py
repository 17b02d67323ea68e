"""A dialogue tried in the studio: the tree's texts, the real core, and nothing real of it."""

import re
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path

import pytest

from bot.console.apart import PREFIX
from bot.tickets.operator import Role
from tests.bot.console.conftest import Answer, Browser, Served, serving
from tests.bot.console.practice.test_dialogues import everything
from tests.bot.studio.trees import git, repository

WORDS = "Молчим, пока Вы не напишете."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path / "texts", "kk", "uz", "uz-Cyrl")


@pytest.fixture
async def studio(folder: Path) -> AsyncIterator[Served]:
    async with serving(texts=folder) as started:
        yield started


def said(answer: Answer) -> list[str]:
    """What stands in the chat's new lines."""
    assert answer.status == 200, answer
    found = re.findall(r'<div class="sent-words">(.*?)</div>', answer.text, re.DOTALL)
    return [unescape(re.sub("<[^>]+>", "", one)) for one in found]


def buttons(answer: Answer) -> dict[str, str]:
    """label → id."""
    found = re.findall(r'data-choice="([^"]+)">([^<]+)<', answer.text)
    return {unescape(label): choice for choice, label in found}


async def begins(
    browser: Browser, flow: str = "can_write", step: str = "0_collect", locale: str = "ru"
) -> Answer:
    return await browser.posts("/texts/talk/begin", flow=flow, step=step, locale=locale)


async def test_the_tree_s_words_are_heard_at_once(studio: Served, folder: Path) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    saved = await wren.posts(
        "/texts/edit/ru/utter_stay_silent/save",
        version=git(folder, "rev-parse", "HEAD").strip(),
        fields={"text": "Тихо, пока Вы не напишете."},
        why="мягче",
    )
    assert saved.status == 200
    page = await wren.gets("/texts/talk/can_write/0_collect?locale=ru")
    assert "Вам сейчас безопасно писать?" in page.text

    first = await begins(wren)

    assert said(first) == ["Вам сейчас безопасно писать?"]
    assert "Operators would see: emergency, danger." in first.text
    silent = await wren.posts("/texts/talk/press", choice=buttons(first)["Нет"])
    assert said(silent) == ["Нет", "Тихо, пока Вы не напишете."]
    assert "/texts/edit/ru/utter_stay_silent" in silent.text


async def test_a_step_that_nobody_need_be_called_for_calls_nobody(studio: Served) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)

    menu = await begins(wren, "menu", "0_collect", "kk")

    assert "No human has been called." in menu.text
    assert len(buttons(menu)) > 4
    assert said(await wren.posts("/texts/talk/write", words="адам керек"))[0] == "адам керек"


async def test_other_languages_and_time_that_passes(studio: Served) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    for locale, word in (("uz-Cyrl", "Ҳозир"), ("kk", "Қазір")):
        assert word in " ".join(said(await begins(wren, locale=locale)))

    later = await wren.posts("/texts/talk/wait", seconds=900)

    assert said(later)
    assert (await wren.posts("/texts/talk/wait", seconds=7)).status == 400


async def test_the_chat_can_be_emptied_and_forgotten(studio: Served) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    await begins(wren, "menu", "0_collect")

    left = await wren.posts("/texts/talk/write", words="/exit")

    assert 'data-emptied="yes"' in left.text
    assert said(left) == ["Спасибо. Всего доброго!"]


async def test_nothing_of_it_is_real_and_nothing_stays(studio: Served) -> None:
    redis = studio.helpline.parts.store.redis
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    heron = await studio.signs_in(Role.OPERATOR, "Heron", 12)
    before = await everything(redis)

    await begins(wren)
    await wren.posts("/texts/talk/write", words="меня заперли")

    assert await everything(redis) == before
    assert await redis.keys(f"{PREFIX}*")
    assert "data-handle" not in (await heron.gets("/desk/queue")).text
    await studio.helpline.parts.store.console_sessions.end(wren.token)
    await studio.console.talks.tick()
    assert await redis.keys(f"{PREFIX}*") == []


async def test_what_makes_no_sense_is_refused(studio: Served) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)

    assert (await wren.posts("/texts/talk/write", words="да")).status == 410
    assert (await begins(wren, "nothing", "here")).status == 400
    assert (await begins(wren, locale="xx")).status == 400
    assert (await wren.gets("/texts/talk/can_write/nothing")).status == 303
    await begins(wren)
    assert (await wren.posts("/texts/talk/press", choice="forged")).status == 400
    assert (await wren.posts("/texts/talk/write", words=" ")).status == 400

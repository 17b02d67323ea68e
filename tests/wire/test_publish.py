"""New texts go live in running bots: at once, whole, or not at all; and back again."""

import shutil
from pathlib import Path

import pytest

from bot.config import Settings
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.texts.catalogue import CONTENT
from flows.format.load import DEFINITIONS
from tests.bot.texts.trees import edit
from tests.kit.command import Ended, helpline
from tests.kit.own import parts
from tests.kit.wire import ANSWER, QUESTION, Line, arrive, claimed, still_answered

pytestmark = pytest.mark.process


"""Seconds: a bot that checks a whole tree beside its turns answers later than it else does."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An editor's copy of all texts."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def definitions(tmp_path: Path) -> Path:
    """An editor's copy of the flows."""
    return shutil.copytree(DEFINITIONS, tmp_path / "definitions")


async def publish(line: Line, *arguments: str) -> Ended:
    return await helpline(
        "publish",
        *arguments,
        HELPLINE_REDIS_URL=line.settings.redis_url,
        HELPLINE_MASTER_KEY=line.settings.keys.for_desk(),
    )


def changed(content: Path, words: str) -> None:
    file = content / "ru" / "small_talk.ftl"
    edit(file, r"^utter_goodbye = .*", f"utter_goodbye = {words}")


async def test_a_changed_sentence_is_said_by_running_bots_and_taken_back(
    line: Line, content: Path
) -> None:
    person = line.sandbox.person("p1", language_code="ru")
    await arrive(person)
    await person.say("пока")
    await person.expect(contains="Всего доброго. Написать можно")

    changed(content, "До встречи здесь.")
    done = await publish(line, "--content", str(content))
    assert done.status == 0, done
    assert "is live: 2 of 2 running bots show it" in done.out
    await person.say("пока")
    await person.expect(contains="До встречи здесь.")

    done = await publish(line, "--content", str(content))
    assert (done.status, done.out.splitlines()[-1]) == (0, "these texts are live already")

    done = await publish(line, "--rollback")
    assert done.status == 0, done
    assert done.out.startswith("own is live: 2 of 2")
    await person.say("до свидания")  # the same word a third time would be a flood
    await person.expect(contains="Всего доброго. Написать можно")

    done = await publish(line, "--rollback")
    assert (done.status, done.err) == (2, "helpline: there is nothing to go back to\n")


async def test_the_desk_says_new_texts_too(line: Line, content: Path) -> None:
    """Its turns say things to the person as well, such as that an operator has joined."""
    edit(
        content / "ru" / "person.ftl",
        r"^utter_operator_joined = .*",
        "utter_operator_joined = Теперь здесь человек, и это новые слова. "
        "Ваши сообщения читает оператор, а не программа.",
    )
    assert (await publish(line, "--content", str(content))).status == 0
    person, operator = line.sandbox.person("p1", language_code="ru"), line.sandbox.operator("o1")
    await arrive(person)
    await claimed(person, operator)
    assert any("и это новые слова" in message.text for message in person.messages)


async def test_a_broken_tree_is_refused_and_what_is_live_stays_live(
    line: Line, content: Path
) -> None:
    edit(content / "ru" / "small_talk.ftl", r"^utter_goodbye = .*\n", "")
    done = await publish(line, "--content", str(content))
    assert done.status == 1
    assert "content/ru:1: there is no text utter_goodbye. Write it, or correct" in done.out
    assert done.out.endswith("faults: nothing was published, what is live stays live\n")
    assert await line.parts.store.publications.current() is None
    person = line.sandbox.person("p1", language_code="ru")
    await arrive(person)
    await still_answered(person)


async def test_a_conversation_in_the_middle_of_a_flow_that_is_gone_goes_on(
    line: Line, definitions: Path
) -> None:
    """The question is left, its old button leads to the menu, and danger is heard as ever."""
    person = line.sandbox.person("p1", language_code="ru")
    await arrive(person)
    await person.say(QUESTION)
    await person.expect(contains=ANSWER)
    edit(
        definitions / "topics_police.yml",
        r"(?s)(  reflection_period:.*?)id: more",
        r"\1id: further",
    )
    edit(
        definitions / "topics_police.yml",
        r"(?s)(  reflection_period:.*?)then: more",
        r"\1then: further",
    )
    await person.press("Подробнее")
    await person.expect(contains="Что можно сделать сейчас")

    done = await publish(line, "--flows", str(definitions))
    assert done.status == 0, done
    person.see_all()
    await person.press("В начало")
    await person.expect(with_button="Что вы знаете обо мне")
    await person.say("нас заперли, помогите")
    await person.expect(contains="Ваше сообщение ушло операторам")


async def test_who_starts_later_shows_what_is_current(line: Line, content: Path) -> None:
    changed(content, "До встречи здесь.")
    assert (await publish(line, "--content", str(content))).status == 0
    async with parts(line.settings) as later:
        assert later.live.current.version == line.parts.live.current.version
        assert "До встречи" in later.catalogue.plain("utter_goodbye", "ru")


async def test_when_no_bot_runs_the_next_one_shows_it(content: Path) -> None:
    changed(content, "До встречи здесь.")
    async with store_and_keyring() as servers:
        settings = Settings(
            redis_url=servers.store, keyring_url=servers.keyring, master_key=Keys.new_master()
        )
        given = {"HELPLINE_REDIS_URL": servers.store, "HELPLINE_MASTER_KEY": settings.master_key}
        done = await helpline("publish", "--content", str(content), **given)
        assert done.status == 0
        assert "no bot is running, the next to start shows it" in done.out
        async with parts(settings) as built:
            assert "До встречи" in built.catalogue.plain("utter_goodbye", "ru")


async def test_it_needs_a_redis_and_a_key() -> None:
    done = await helpline("publish")
    assert done.status == 2
    assert "set HELPLINE_REDIS_URL, HELPLINE_MASTER_KEY" in done.err

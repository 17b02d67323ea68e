"""New texts go live in running bots: signed, at once, whole, or not at all; and back again."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.config import Settings
from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from bot.texts.catalogue import CONTENT
from bot.texts.check import read_tree
from bot.texts.current import NotShown
from bot.texts.publication import version_of
from bot.texts.publishers.approval import Reason
from bot.texts.publishers.hash_words import words
from bot.texts.publishers.signatures import Proposal, read_proposal, written_form
from flows.format.load import DEFINITIONS
from tests.bot.texts.trees import edit
from tests.kit.command import Ended, helpline
from tests.kit.own import parts
from tests.kit.publishers import (
    KESTREL,
    OWL,
    WREN,
    Authenticator,
    Person,
    listed,
    publication,
    way_back,
)
from tests.kit.wire import ANSWER, QUESTION, Line, arrive, claimed, running

pytestmark = pytest.mark.process


PHONE = Authenticator()
THIRD = Person("Falcon", passkeys=(PHONE,), has_key=False)


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    """A helpline with three publishers."""
    file = listed(tmp_path, KESTREL, WREN, THIRD)
    async with running(publishers=str(file)) as started:
        yield started


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An editor's copy of all texts."""
    return shutil.copytree(CONTENT, tmp_path / "content")


@pytest.fixture
def definitions(tmp_path: Path) -> Path:
    """An editor's copy of the flows."""
    return shutil.copytree(DEFINITIONS, tmp_path / "definitions")


async def texts(line: Line, *arguments: str | Path) -> Ended:
    """`helpline texts …` where the helpline's settings are; no key of ours is among them."""
    return await helpline(
        "texts",
        *map(str, arguments),
        HELPLINE_REDIS_URL=line.settings.redis_url,
        HELPLINE_PUBLISHERS=line.settings.publishers,
    )


async def published(line: Line, folder: Path, proposal: Proposal, *arguments: str | Path) -> Ended:
    """Publish what is signed already."""
    file = folder / "signed.json"
    file.write_bytes(written_form(proposal))
    return await texts(line, "publish", file, *arguments)


def digest(content: Path = CONTENT, definitions: Path = DEFINITIONS) -> str:
    return version_of(read_tree(definitions, content))


def changed(content: Path, words: str) -> None:
    file = content / "ru" / "small_talk.ftl"
    edit(file, r"^utter_goodbye = .*", f"utter_goodbye = {words}")


async def test_a_changed_sentence_is_proposed_signed_published_and_taken_back(
    line: Line, content: Path, tmp_path: Path
) -> None:
    """By three people: an editor, one with a key, one with a passkey."""
    person, group = line.sandbox.person("p1", language_code="ru"), line.sandbox.operator("o1")
    await arrive(person)
    await person.say("пока")
    await person.expect(contains="Всего доброго. Написать можно")
    changed(content, "До встречи здесь.")
    mine, file = ("--content", content), tmp_path / "publication.json"

    done = await texts(line, "propose", *mine, "--out", file)
    assert done.status == 0, done
    said = words(digest(content))
    assert "almaty, no. 1: publish" in done.out
    assert said in done.out

    other = await texts(line, "sign", file, "--key", KESTREL.key_file(tmp_path))
    assert (other.status, "aren't those of the proposal" in other.err) == (2, True), other
    done = await texts(line, "sign", file, "--key", KESTREL.key_file(tmp_path), *mine)
    assert "signed by Kestrel; needed: 2" in done.out
    early = await texts(line, "publish", file, *mine)
    assert (early.status, "too few of the listed publishers" in early.out) == (1, True), early

    statement = read_proposal(file.read_bytes()).said
    assertion = tmp_path / "assertion.json"
    assertion.write_bytes(PHONE.json(statement.challenge))
    done = await texts(line, "sign", file, "--assertion", assertion, *mine)
    assert "signed by Kestrel, Falcon; needed: 2" in done.out, done
    assert said in done.out

    done = await texts(line, "publish", file, *mine)
    assert done.status == 0, done
    assert done.out == f"{said}\nno. 1 is live: 2 of 2 running bots show it\n"
    told = await group.expect(contains="New texts are live: no. 1, signed by Kestrel, Falcon")
    assert said in told.text
    await person.say("пока")
    await person.expect(contains="До встречи здесь.")

    again = await texts(line, "publish", file, *mine)
    assert (again.status, "its number isn't above" in again.out) == (1, True), again

    done = await texts(line, "back", "--key", WREN.key_file(tmp_path))
    assert done.status == 0, done
    assert done.out.endswith("no. 2 is live: 2 of 2 running bots show it\n")
    told = await group.expect(contains="Earlier texts are live again: no. 2, signed by Wren")
    assert words(digest()) in told.text
    await person.say("до свидания")  # the same word a third time would be a flood
    await person.expect(contains="Всего доброго. Написать можно")

    done = await texts(line, "back", "--key", WREN.key_file(tmp_path))
    assert (done.status, done.err) == (2, "helpline: there is nothing to go back to\n")


async def test_the_desk_says_new_texts_too(line: Line, content: Path, tmp_path: Path) -> None:
    """Its turns say things to the person as well, such as that an operator has joined."""
    edit(
        content / "ru" / "person.ftl",
        r"^utter_operator_joined = .*",
        "utter_operator_joined = Теперь здесь человек, и это новые слова. "
        "Ваши сообщения читает оператор, а не программа.",
    )
    signed = publication(1, digest(content))
    assert (await published(line, tmp_path, signed, "--content", content)).status == 0
    person, operator = line.sandbox.person("p1", language_code="ru"), line.sandbox.operator("o1")
    await arrive(person)
    await claimed(person, operator)
    assert any("и это новые слова" in message.text for message in person.messages)


async def test_a_broken_tree_is_proposed_by_nobody(
    line: Line, content: Path, tmp_path: Path
) -> None:
    edit(content / "ru" / "small_talk.ftl", r"^utter_goodbye = .*\n", "")
    done = await texts(line, "propose", "--content", content, "--out", tmp_path / "it.json")
    assert done.status == 1
    assert "content/ru:1: there is no text utter_goodbye. Write it, or correct" in done.out
    assert done.out.endswith("faults: nothing was done, what is live stays live\n")
    assert not (tmp_path / "it.json").exists()


async def test_whoever_holds_the_desk_s_key_and_redis_changes_nothing(
    line: Line, content: Path
) -> None:
    """Another number for 112: unsigned, then signed by one publisher and a stranger. Both bots say
    what they said, and the group is told."""
    edit(content / "contacts.yml", r'number: "112"', 'number: "+77770001122"')
    person, group = line.sandbox.person("p1", language_code="ru"), line.sandbox.operator("o1")
    await arrive(person)
    files = read_tree(DEFINITIONS, content)
    statement = publication(1, version_of(files))
    unsigned = Proposal(statement.statement)
    for proposal in (unsigned, publication(2, version_of(files), KESTREL, OWL)):
        publications = line.parts.store.publications
        written, instead = written_form(proposal), await publications.live()
        told = await publications.publish(
            written, proposal.said.digest, files, instead=instead, before=""
        )
        assert told == 2
        await line.parts.live.refresh()
        assert line.parts.live.news == NotShown(Reason.NOT_ENOUGH, own=True)
    await group.expect(contains="too few publishers have signed them")
    await person.say("нас заперли помогите")
    await person.expect(contains="позвоните сами: 112.")
    async with parts(line.settings) as later:
        assert "+7777" not in later.catalogue.plain("utter_emergency", "ru")


async def test_a_conversation_in_the_middle_of_a_flow_that_is_gone_goes_on(
    line: Line, definitions: Path, tmp_path: Path
) -> None:
    """The question is left, its old button leads to the menu, and danger is heard as ever."""
    person = line.sandbox.person("p1", language_code="ru")
    await arrive(person)
    await person.say(QUESTION)
    await person.expect(contains=ANSWER)
    for named in ("id: ", "then: ", r"how_long: \."):
        edit(
            definitions / "topics_police.yml",
            rf"(?s)(  reflection_period:.*?{named})more",
            r"\1further",
        )
    await person.press("Подробнее")
    await person.expect(contains="Что можно сделать сейчас")

    signed = publication(1, digest(definitions=definitions))
    done = await published(line, tmp_path, signed, "--flows", definitions)
    assert done.status == 0, done
    person.see_all()
    await person.press("В начало")
    await person.expect(with_button="Что вы знаете обо мне")
    await person.say("нас заперли, помогите")
    await person.expect(contains="Ваше сообщение ушло операторам")


async def test_who_starts_later_shows_what_is_live_and_an_old_one_never_again(
    line: Line, content: Path, tmp_path: Path
) -> None:
    changed(content, "До встречи здесь.")
    signed = publication(1, digest(content))
    assert (await published(line, tmp_path, signed, "--content", content)).status == 0
    async with parts(line.settings) as later:
        assert later.live.current.version == line.parts.live.current.version
        assert "До встречи" in later.catalogue.plain("utter_goodbye", "ru")
    back = await published(line, tmp_path, way_back(2, digest()))
    assert back.status == 0, back
    group = line.sandbox.operator("o1")
    publications = line.parts.store.publications
    assert await publications.back(written_form(signed), instead=await publications.live()) == 2
    await group.expect(contains="they are older than what is shown")
    assert "Всего доброго" in line.parts.catalogue.plain("utter_goodbye", "ru")


async def test_when_no_bot_runs_the_next_one_shows_it(content: Path, tmp_path: Path) -> None:
    changed(content, "До встречи здесь.")
    file = tmp_path / "signed.json"
    file.write_bytes(written_form(publication(1, digest(content))))
    async with store_and_keyring() as servers:
        settings = Settings(
            redis_url=servers.store,
            keyring_url=servers.keyring,
            master_key=Keys.new_master(),
            publishers=str(listed(tmp_path)),
        )
        given = {
            "HELPLINE_REDIS_URL": servers.store,
            "HELPLINE_PUBLISHERS": settings.publishers,
        }
        done = await helpline(*("texts", "publish", str(file), "--content", str(content)), **given)
        assert done.status == 0, done
        assert "no bot is running, the next to start shows it" in done.out
        async with parts(settings) as built:
            assert "До встречи" in built.catalogue.plain("utter_goodbye", "ru")


async def test_it_needs_a_redis() -> None:
    done = await helpline("texts", "publish", "signed.json")
    assert done.status == 2
    assert "set HELPLINE_REDIS_URL" in done.err

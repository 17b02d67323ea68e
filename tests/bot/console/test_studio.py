"""The studio over HTTP: what an editor saves, what two of them do to one text, what is refused."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.tickets.operator import Role
from tests.bot.console.conftest import Answer, Browser, Served, serving
from tests.bot.studio.trees import git, repository

TEXT = "utter_stay_silent"
EDIT = f"/texts/edit/ru/{TEXT}"
FILE = "content/ru/emergency.ftl"
WORDS = "Молчим, пока Вы не напишете."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return repository(tmp_path / "texts", "kk", "uz", "uz-Cyrl")


@pytest.fixture
async def studio(folder: Path) -> AsyncIterator[Served]:
    async with serving(texts=folder) as started:
        yield started


def version(folder: Path) -> str:
    return git(folder, "rev-parse", "HEAD").strip()


async def saves(
    browser: Browser, base: str, words: str, path: str = EDIT, **more: Any
) -> tuple[int, dict[str, Any]]:
    fields = {"text": words, **more.pop("fields", {})}
    body = {"version": base, "fields": fields, "why": "яснее", **more}
    answer = await browser.posts(f"{path}/save", **body)
    return answer.status, json.loads(answer.text)


@pytest.mark.slow
async def test_a_sentence_is_saved_with_its_lines_alone(studio: Served, folder: Path) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    page = await wren.gets(EDIT)
    assert WORDS in page.text
    assert "At most 60 characters." in page.text

    status, said = await saves(wren, version(folder), "Тихо, пока Вы не напишете.")

    assert (status, said["said"], said["version"]) == (200, "Saved.", version(folder))
    assert git(folder, "show", "--numstat", "--format=%an: %s").split("\n")[0::2] == [
        f"Wren: ru {TEXT}: яснее",
        f"1\t1\t{FILE}",
    ]
    history = await wren.gets(f"{EDIT}/history")
    assert "яснее" in history.text
    assert "<del>Молчим</del>" in history.text


async def test_findings_come_while_somebody_types(studio: Served, folder: Path) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    before = version(folder)

    async def checked(words: str, path: str = EDIT) -> str:
        return (await wren.posts(f"{path}/check", fields={"text": words})).text

    assert "Nothing to mend." in await checked("Мы молчим.")
    assert "has 66 characters; at most 60 fit" in await checked("Молчим. " * 8 + "Да")
    assert "names $phone_999, which doesn&#39;t exist" in await checked("Звоните { $phone_999 }")
    assert "The file couldn&#39;t be read" in await checked("{ $phone_112")
    assert "holds the number" in await checked("Звоните 87011234567")
    assert "which promises that somebody comes" in await checked("Полиция уже едет.") or (
        "Полиция уже едет" in await checked("Полиция уже едет.")
    )
    assert "the same figures" in await checked("60 күн", f"/texts/edit/kk/{TEXT}")
    cyrillic = await checked("Jimmiz", f"/texts/edit/uz/{TEXT}")
    assert "Жиммиз" in cyrillic
    assert version(folder) == before


async def test_a_number_that_goes_is_told(studio: Served) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    path = "/texts/edit/ru/utter_wait_call"
    words = "Позвоните{}. Спросят, что случилось, точный адрес и имя."

    kept = await wren.posts(f"{path}/check", fields={"text": words.format(": { $phone_112 }")})
    gone = await wren.posts(f"{path}/check", fields={"text": words.format("")})

    assert "no longer holds" not in kept.text
    assert "utter_wait_call no longer holds $phone_112" in gone.text


async def test_two_editors_of_different_sentences_both_keep_theirs(
    studio: Served, folder: Path
) -> None:
    path = "/texts/edit/ru/utter_not_in_danger"
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    kite = await studio.signs_in(Role.EDITOR, "Kite", 12)
    base = version(folder)
    words = (
        "Хорошо. Операторы увидят, что Вам не опасно. Просьба к ним остаётся.\n\n"
        "Можно спрашивать дальше. Станет опасно, напишите об этом."
    )

    first = await saves(wren, base, words.replace("Хорошо.", "Ладно."), path)
    status, said = await saves(kite, base, words.replace("напишите об этом", "напишите"), path)

    assert (first[0], status) == (200, 200)
    assert "Somebody else's change" in said["said"]
    both = words.replace("Хорошо.", "Ладно.").replace("напишите об этом", "напишите")
    assert said["fields"]["text"] == both
    assert both.split("\n")[0] in (folder / FILE).read_text()


async def test_two_editors_of_one_sentence_lose_nothing(studio: Served, folder: Path) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    kite = await studio.signs_in(Role.EDITOR, "Kite", 12)
    base = version(folder)
    await saves(wren, base, "Тихо, пока Вы не напишете.")
    saved = version(folder)

    status, said = await saves(kite, base, "Ждём, пока Вы не напишете.")

    assert status == 409
    assert said["theirs"]["text"] == "Тихо, пока Вы не напишете."
    assert "Wren" in said["refused"]
    assert "яснее" in said["refused"]
    assert version(folder) == saved
    assert (await saves(kite, said["version"], "Ждём. Тихо."))[0] == 200


async def test_two_at_the_same_moment_are_one_after_the_other(studio: Served, folder: Path) -> None:
    editors = [await studio.signs_in(Role.EDITOR, f"Wren{n}", 20 + n) for n in range(4)]
    base = version(folder)
    names = ("utter_thanks", "utter_stay_silent", "utter_go_on_writing", "utter_wait_thanks")

    answers = await asyncio.gather(
        *(
            saves(one, base, f"Слова {n}.", f"/texts/edit/ru/{name}")
            for n, (one, name) in enumerate(zip(editors, names, strict=True))
        )
    )

    assert [status for status, _ in answers] == [200] * 4
    texts = "".join(file.read_text() for file in (folder / "content/ru").glob("*.ftl"))
    assert all(f"Слова {n}." in texts for n in range(4))
    assert git(folder, "status", "--short") == ""


async def test_a_translation_that_lags_shows_what_changed_and_is_compared_again(
    studio: Served, folder: Path
) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    own = f"/texts/edit/kk/{TEXT}"
    await saves(wren, version(folder), "Тихо, пока Вы не напишете.")

    work = await wren.gets("/texts?locale=kk")
    assert f'href="{own}"' in work.text
    leads = await wren.gets("/texts/next/kk")
    assert (leads.status, leads.headers.get("Location")) == (303, own), leads
    page = await wren.gets(own)
    assert "<del>Молчим</del><ins>Тихо</ins>" in page.text

    status, _ = await saves(
        wren, version(folder), "Жазғанша үндемейміз.", own, compared=True, doubt="тыныш па?"
    )

    assert status == 200
    assert {
        line.split("\t")[2]
        for line in git(folder, "show", "--numstat", "--format=").strip().split("\n")
    } == {
        "content/kk/emergency.ftl",
        "content/kk/translated.yml",
    }
    assert (
        "# doubt: тыныш па?\nutter_stay_silent" in (folder / "content/kk/emergency.ftl").read_text()
    )
    assert (await wren.gets("/texts/next/kk")).headers["Location"] == "/texts?locale=kk"


@pytest.mark.slow
async def test_a_long_list_is_folded_and_counted_to_the_last(studio: Served, folder: Path) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    file = folder / "content/kk/pages/police.md"
    many = "".join(f"  - Doubt {number}\n" for number in range(70))
    file.write_text(file.read_text().replace("doubts:\n", f"doubts:\n{many}"))
    git(folder, "commit", "-qam", "Doubt")

    page = (await wren.gets("/texts?locale=kk")).text

    part = page[page.index('id="doubt"') : page.index("</section>", page.index('id="doubt"'))]
    count = int(re.findall(r'class="count">(\d+)<', part)[0])
    assert count >= 70
    assert len(re.findall("<li>", part)) == count
    assert f"Show {count - 60} more" in part
    found = await wren.posts("/texts/find", words="а", locale="ru")
    assert len(re.findall("<li>", found.text)) == int(re.findall(r"Found: (\d+)", found.text)[0])


async def test_a_signed_page_loses_its_signature_with_its_words(
    studio: Served, folder: Path
) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    path = "content/ru/pages/police.md"
    file = folder / path
    file.write_text(
        file.read_text().replace(
            "reviewed_by:\nreviewed_on:\n", "reviewed_by: A lawyer\nreviewed_on: 2026-11-01\n"
        )
    )
    git(folder, "commit", "-qam", "Sign")
    words = await wren.posts(
        "/texts/edit/ru/police/save",
        version=version(folder),
        fields={"utter_police": "# Полиция\n\nРешаете Вы."},
        why="короче",
    )

    assert "signature was taken back" in json.loads(words.text)["said"]
    assert file.read_text().startswith("---\nreviewed_by:\nreviewed_on:\n")


async def test_a_call_is_written_down_and_a_numbers_end_is_shown(
    studio: Served, folder: Path
) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    without = await wren.gets("/texts/number/phone_112/without?locale=ru")
    assert "<del>Если можно говорить, позвоните сами: 112." in without.text

    called = await wren.posts("/texts/number/phone_111/called", heard="По-русски, бесплатно")

    assert called.status == 200
    page = (await wren.gets("/texts/numbers")).text
    assert "Last call: 25.11.2026" in page
    assert "По-русски, бесплатно" in page
    assert git(folder, "show", "--numstat", "--format=").split() == [
        "2",
        "1",
        "content/contacts.yml",
    ]


async def test_a_file_that_cant_be_read_is_said_and_can_be_mended(
    studio: Served, folder: Path
) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    good = (folder / FILE).read_text()
    (folder / FILE).write_text(good + "\nbroken {\n")
    git(folder, "commit", "-qam", "Break it")

    page = await wren.gets("/texts")
    assert f"{FILE}:" in page.text
    assert (await wren.gets(f"/texts/file?path={FILE}")).status == 200
    mended = await wren.posts(
        "/texts/file", file=FILE, text=good, version=version(folder), why="назад"
    )

    assert mended.status == 200
    assert (folder / FILE).read_text() == good
    assert WORDS in (await wren.gets(EDIT)).text


@pytest.mark.parametrize("path", ["content/../../etc/passwd", "/etc/passwd", ".git/config", ""])
async def test_no_other_file_is_reached(studio: Served, folder: Path, path: str) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    before = version(folder)

    assert (await wren.gets(f"/texts/file?path={path}")).status == 303
    answer = await wren.posts("/texts/file", file=path, text="x", version=before, why="x")

    assert answer.status == 409
    assert version(folder) == before


@pytest.mark.slow
async def test_what_was_changed_by_hand_is_shown_and_nothing_is_saved(
    studio: Served, folder: Path
) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    (folder / FILE).write_text("by = hand\n")

    assert f"changed files in the folder by hand: {FILE}" in (await wren.gets("/texts")).text
    status, said = await saves(wren, version(folder), "Тихо.")

    assert status == 409
    assert FILE in said["refused"]


async def test_a_save_needs_a_reason_and_a_text(studio: Served, folder: Path) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    base = version(folder)

    assert (await saves(wren, base, "Тихо.", why=" "))[0] == 409
    assert (await saves(wren, base, "  "))[0] == 409
    assert (await saves(wren, base, "a } b"))[0] == 409
    assert (await saves(wren, base, "Тихо.", "/texts/edit/ru/utter_nothing"))[0] == 409
    assert (await saves(wren, base, "Тихо.", f"/texts/edit/uz-Cyrl/{TEXT}"))[0] == 409
    assert version(folder) == base


async def test_without_a_folder_texts_are_read_and_nothing_is_saved(served: Served) -> None:
    wren = await served.signs_in(Role.EDITOR, "Wren", 11)

    page = await wren.gets(EDIT)
    status, said = await saves(wren, "", "Тихо.")

    assert "HELPLINE_CONTENT" in page.text
    assert WORDS in page.text
    assert 'id="save"' not in page.text
    assert (status, "HELPLINE_CONTENT" in said["refused"]) == (409, True)


async def test_hostile_words_stay_words(studio: Served, folder: Path) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    hostile = "<script>alert(1)</script> <b onclick=x>&amp;"

    answer: Answer = await wren.posts(f"{EDIT}/check", fields={"text": hostile})
    await saves(wren, version(folder), hostile)
    page = await wren.gets(EDIT)

    for shown in (answer.text, page.text):
        assert "<script>alert" not in shown
        assert "<b onclick" not in shown
    assert hostile in (folder / FILE).read_text()


async def test_what_a_text_rests_on_stands_beside_it_and_no_command_is_named(
    studio: Served, folder: Path
) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    path = "/texts/edit/ru/privacy"
    page = (await wren.gets(path)).text
    assert "<dt>[^own wiping]</dt>" in page
    assert "a message can be deleted for 48 h" in page
    assert '<dt>[^own desks]</dt><dd lang="en">HELPLINE_DESK is one of:' in page
    assert "[^own " not in (await wren.gets(EDIT)).text

    words = "Слова разбирает программа. [^own understanding] Операторы читают Вас в браузере."
    checked = await wren.posts(f"{path}/check", fields={"utter_privacy_more": words})
    assert "but has no mark" in checked.text
    assert "have changed since they were compared" in checked.text
    assert "helpline" not in checked.text
    status, said = await saves(
        wren, version(folder), "", path, fields={"utter_privacy_more": words}
    )
    assert status == 200
    assert "2 things beside would still stop a publication" in said["said"]


async def test_a_translation_that_is_right_as_it_is_needs_one_tick(
    studio: Served, folder: Path
) -> None:
    wren = await studio.signs_in(Role.EDITOR, "Wren", 11)
    await saves(wren, version(folder), "Тихо, пока Вы не напишете.")
    own = f"/texts/edit/kk/{TEXT}"
    page = (await wren.gets(own)).text
    assert 'value="follows the Russian text"' in page
    words = re.findall(r'data-field="text"[^>]*>\n([^<]*)<', page)[0]

    first = await saves(wren, version(folder), words, own)
    status, said = await saves(wren, version(folder), words, own, compared=True)

    assert first[1]["stale"] is True
    assert (status, said["stale"]) == (200, False)
    assert git(folder, "show", "--numstat", "--format=").split("\t")[2].strip() == (
        "content/kk/translated.yml"
    )

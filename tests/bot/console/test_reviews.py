"""Reviews over HTTP: an editor asks, a lawyer without an account answers, nobody else gets in."""

import json
import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
import yaml

from bot.console.reviews.tries import MOST
from bot.console.security import HEADERS
from bot.tickets.operator import Role
from tests.bot.console.conftest import Answer, Browser, Served, serving
from tests.bot.studio.police import PAGE, SENTENCE, with_police
from tests.bot.studio.trees import git

DULL = "This link leads nowhere"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_police(tmp_path / "texts")


@pytest.fixture
async def studio(folder: Path) -> AsyncIterator[Served]:
    async with serving(texts=folder) as started:
        yield started


@dataclass
class Reviewer:
    """A browser with a link, which has never been to the desk."""

    served: Served
    link: str
    cookie: str = ""

    @property
    def path(self) -> str:
        return self.link.removeprefix(self.served.review_origin).partition("#")[0]

    @property
    def secret(self) -> str:
        return self.link.partition("#")[2]

    async def asks(self, method: str, path: str, **headers: str) -> Answer:
        return await self._sends(method, path, None, headers)

    async def posts(self, act: str, **body: object) -> Answer:
        secret = "" if self.cookie else self.secret
        given = {"number": secrets.token_hex(16), "secret": secret, "language": "en", **body}
        headers = {"Origin": self.served.review_origin}
        return await self._sends("POST", f"{self.path}/{act}", given, headers)

    async def _sends(self, method: str, path: str, body: object, headers: dict[str, str]) -> Answer:
        given = {"Host": self.served.review_origin.removeprefix("http://"), **headers}
        if self.cookie:
            given["Cookie"] = self.cookie
        url = f"{self.served.review_origin}{path}"
        async with self.served.http.request(
            method, url, json=body, headers=given, allow_redirects=False
        ) as got:
            if set_cookie := got.headers.get("Set-Cookie"):
                name, morsel = next(iter(SimpleCookie(set_cookie).items()))
                self.cookie = f"{name}={morsel.value}"
            return Answer(got.status, await got.text(), dict(got.headers))

    async def looks(self) -> str:
        return (await self.posts("look")).text

    async def begins(self) -> dict[str, str]:
        """What is asked: code → the words above the question."""
        assert (await self.posts("begin")).status == 204
        return asked(await self.looks())

    async def answers(self, codes: dict[str, str], wrong: str = "", why: str = "не отдел") -> None:
        for code, words in codes.items():
            yes = not wrong or words != wrong
            answer = await self.posts("answer", code=code, yes=yes, why="" if yes else why)
            assert answer.status == 200, answer.text

    async def signs(self, name: str = "И. Фамилия") -> Answer:
        return await self.posts("sign", name=name, profession="адвокат")


def asked(page: str) -> dict[str, str]:
    """Code → the words that stand last above its question."""
    found: dict[str, str] = {}
    words = ""
    for said, code in re.findall(r'<p class="words"[^>]*>([^<]*)</p>|data-code="(\w+)"', page):
        words = said or words
        if code:
            found[code] = words
    return found


async def asks(wren: Browser, *names: str, reviewer: str = "lawyer", locale: str = "ru") -> str:
    body = {"reviewer": reviewer, "locale": locale, "names": list(names)}
    answer = await wren.posts("/texts/reviews/ask", **body)
    assert answer.status == 200, answer.text
    return str(json.loads(answer.text)["link"])


async def editor(studio: Served) -> Browser:
    return await studio.signs_in(Role.EDITOR, "Wren", 11)


@pytest.mark.slow
async def test_a_page_is_signed_by_somebody_without_an_account(
    studio: Served, folder: Path
) -> None:
    wren = await editor(studio)
    lawyer = Reviewer(studio, await asks(wren, "police"))

    codes = await lawyer.begins()
    assert SENTENCE in codes.values()
    shown = await lawyer.looks()
    assert "прочитан в github.com" in shown, "the act, and where it was read"
    assert "Приюты, больницы" in shown, "the sentence that the page takes in"
    assert "/texts" not in shown
    await lawyer.answers(codes)
    assert (await lawyer.signs()).status == 204

    assert "Thank you" in await lawyer.looks()
    front = (folder / PAGE).read_text().split("---\n")[1]
    assert 'reviewed_by: "И. Фамилия"\nreviewed_on: 2026-11-25\nreview_by: 2027-11-25\n' in front
    marks = yaml.safe_load((folder / "content/ru/signed.yml").read_text())
    assert {one["verdict"] for one in marks.values()} == {"yes"}
    assert {(one["by"], one["profession"]) for one in marks.values()} == {("И. Фамилия", "адвокат")}
    said = git(folder, "log", "-1", "--format=%an: %s").strip()
    assert said == f"review: ru: a lawyer's review, {len(codes)} right, 0 wrong; asked for by Wren"
    page = (await wren.gets("/texts/reviews")).text
    assert 'data-stage="signed"' in page
    assert f"{len(codes)} of {len(codes)} answered" in page


@pytest.mark.slow
async def test_a_no_is_shown_beside_the_text_until_it_is_changed(
    studio: Served, folder: Path
) -> None:
    wren = await editor(studio)
    lawyer = Reviewer(studio, await asks(wren, "police"))
    await lawyer.answers(await lawyer.begins(), wrong=SENTENCE)
    assert (await lawyer.signs()).status == 204

    edit = (await wren.gets("/texts/edit/ru/police")).text
    assert "И. Фамилия has marked as wrong on 2026-11-25: не отдел" in edit
    work = (await wren.gets("/texts?locale=ru")).text
    refused = work.partition('id="refused">')[2].partition("</section>")[0]
    assert "не отдел" in refused
    assert "reviewed_by:\n" in (folder / PAGE).read_text()

    text = (folder / PAGE).read_text().replace(SENTENCE, "В полиции есть такой отдел.")
    base = git(folder, "rev-parse", "HEAD").strip()
    await wren.posts("/texts/file", file=PAGE, text=text, version=base, why="по проверке")
    assert "marked as wrong" not in (await wren.gets("/texts/edit/ru/police")).text
    assert "changed since: 2" in (await wren.gets("/texts/reviews")).text


async def test_a_signature_lapses_with_words_that_were_changed_by_hand(
    studio: Served, folder: Path
) -> None:
    """Also where nobody took the name out of the file."""
    wren = await editor(studio)
    lawyer = Reviewer(studio, await asks(wren, "police"))
    await lawyer.answers(await lawyer.begins())
    await lawyer.signs()
    assert 'href="/texts/edit/ru/police"' not in unsigned(await wren.gets("/texts?locale=ru"))

    text = (folder / PAGE).read_text()
    (folder / PAGE).write_text(text.replace(SENTENCE, "Отдела нет."))
    git(folder, "commit", "-qam", "By hand")

    assert "И. Фамилия" in (folder / PAGE).read_text()
    assert 'href="/texts/edit/ru/police"' in unsigned(await wren.gets("/texts?locale=ru"))


def unsigned(page: Answer) -> str:
    return page.text.partition('id="unsigned">')[2].partition("</section>")[0]


async def test_a_native_speaker_reads_whole_texts_beside_the_source(
    studio: Served, folder: Path
) -> None:
    wren = await editor(studio)
    link = await asks(wren, "police", "utter_stay_silent", reviewer="speaker", locale="kk")
    speaker = Reviewer(studio, link)

    assert (await speaker.posts("begin")).status == 204
    page = await speaker.looks()
    codes = dict.fromkeys(re.findall(r'data-code="(\w+)"', page), "")
    assert len(codes) == 3
    assert "Молчим, пока Вы не напишете." in page
    assert "Полиция: алдымен заңгер" in page
    await speaker.answers(codes)
    assert (await speaker.signs("Айгүл С.")).status == 204

    assert 'reviewed_by: "Айгүл С."' in (folder / "content/kk/pages/police.md").read_text()
    assert len(yaml.safe_load((folder / "content/kk/signed.yml").read_text())) == 3


async def test_a_lawyer_stops_and_goes_on_and_loses_nothing(studio: Served) -> None:
    lawyer = Reviewer(studio, await asks(await editor(studio), "police"))
    codes = await lawyer.begins()
    first, second, *_ = codes
    await lawyer.posts("answer", code=first, yes=True)
    await lawyer.posts("answer", code=second, yes=False, why="")

    studio.helpline.clock.advance(timedelta(days=13).total_seconds())
    page = await lawyer.looks()
    assert re.search(f'name="{first}" value="yes" checked', page)
    assert re.search(f'name="{second}" value="no" checked', page)
    refused = await lawyer.signs()
    assert refused.status == 409
    assert f"{len(codes) - 1} without an answer" in refused.text
    followed = (await (await studio.signs_in(Role.EDITOR, "Robin", 12)).gets("/texts/reviews")).text
    assert f"1 of {len(codes)} answered" in followed
    assert 'data-stage="begun"' in followed


async def test_words_that_change_while_they_are_read_are_asked_anew(
    studio: Served, folder: Path
) -> None:
    wren = await editor(studio)
    lawyer = Reviewer(studio, await asks(wren, "police"))
    codes = await lawyer.begins()
    [old] = [code for code, words in codes.items() if words == SENTENCE]
    await lawyer.answers(codes)

    text = (folder / PAGE).read_text().replace(SENTENCE, "В полиции есть такой отдел.")
    base = git(folder, "rev-parse", "HEAD").strip()
    await wren.posts("/texts/file", file=PAGE, text=text, version=base, why="яснее")

    stale = await lawyer.posts("answer", code=old, yes=True)
    assert (stale.status, "have changed meanwhile" in stale.text) == (409, True)
    assert (await lawyer.signs()).status == 409
    assert not (folder / "content/ru/signed.yml").exists()
    again = asked(await lawyer.looks())
    await lawyer.answers({code: words for code, words in again.items() if code not in codes})
    assert (await lawyer.signs()).status == 204


async def test_what_stands_in_the_editors_way_is_no_reviewer_s_to_mend(
    studio: Served, folder: Path
) -> None:
    lawyer = Reviewer(studio, await asks(await editor(studio), "police"))
    codes = await lawyer.begins()
    await lawyer.answers(codes)
    good = (folder / "content/ru/start.ftl").read_text()
    (folder / "content/ru/start.ftl").write_text(good + "\n")

    refused = await lawyer.signs()
    assert (refused.status, "What you have answered is kept" in refused.text) == (409, True)
    assert "start.ftl" not in refused.text
    (folder / "content/ru/start.ftl").write_text(good + "\nbroken {\n")
    git(folder, "commit", "-qam", "Break it")
    assert "come back a little later" in await lawyer.looks()
    assert (await lawyer.posts("answer", code=next(iter(codes)), yes=True)).status == 503
    (folder / "content/ru/start.ftl").write_text(good)
    git(folder, "commit", "-qam", "Mend it")
    assert (await lawyer.signs()).status == 204


async def test_every_link_that_leads_nowhere_looks_the_same(studio: Served) -> None:
    wren = await editor(studio)
    dull = set()
    unknown = Reviewer(studio, f"{studio.review_origin}/review/{'0' * 16}#{'x' * 43}")
    dull.add(await unknown.looks())

    foreign = Reviewer(studio, await asks(wren, "police"))
    await foreign.begins()
    dull.add(await Reviewer(studio, foreign.link).looks())
    dull.add(await Reviewer(studio, foreign.link, cookie=foreign.cookie + "x").looks())
    dull.add(await Reviewer(studio, foreign.link[:-1] + "_").looks())

    withdrawn = Reviewer(studio, await asks(wren, "police"))
    await withdrawn.begins()
    answer = await wren.posts(f"/texts/reviews/{withdrawn.path.rpartition('/')[2]}/withdraw")
    assert answer.status == 200
    dull.add(await withdrawn.looks())

    replaced = Reviewer(studio, await asks(wren, "police"))
    codes = await replaced.begins()
    await replaced.answers(dict([next(iter(codes.items()))]))
    renewed = await wren.posts(f"/texts/reviews/{replaced.path.rpartition('/')[2]}/link")
    dull.add(await replaced.looks())
    dull.add(await Reviewer(studio, replaced.link).looks())
    other = Reviewer(studio, json.loads(renewed.text)["link"])
    assert await other.begins() == codes
    assert " checked" in await other.looks(), "what was said with the earlier link is kept"

    expired = Reviewer(studio, await asks(wren, "police"))
    await expired.begins()
    unopened = await asks(wren, "police")
    studio.helpline.clock.advance(timedelta(days=14, seconds=1).total_seconds())
    dull.add(await expired.looks())
    dull.add(await Reviewer(studio, unopened).looks())

    assert len(dull) == 1
    assert DULL in dull.pop()
    for one in (unknown, withdrawn, replaced, expired):
        assert (await one.posts("begin")).status == 404
        assert (await one.posts("answer", code=next(iter(codes)), yes=True)).status == 404
        assert (await one.signs()).status == 404


async def test_looking_at_a_link_uses_nothing_up_and_one_browser_begins(studio: Served) -> None:
    """A messenger that fetches the address for a preview hasn't even the secret."""
    link = await asks(await editor(studio), "police")
    first, second = Reviewer(studio, link), Reviewer(studio, link)
    preview = await first.asks("GET", first.path)
    assert preview.status == 200
    assert "police" not in preview.text
    for one in (first, second):
        assert 'id="begin"' in await one.looks()

    assert (await first.posts("begin")).status == 204
    assert (await second.posts("begin")).status == 404
    assert DULL in await second.looks()
    assert SENTENCE in await first.looks()


@pytest.mark.slow
async def test_a_link_in_somebody_s_messages_opens_and_nothing_else_does(studio: Served) -> None:
    lawyer = Reviewer(studio, await asks(await editor(studio), "police"))
    elsewhere = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}

    opened = await lawyer.asks("GET", lawyer.path, **elsewhere)
    assert opened.status == 200
    assert opened.headers.items() >= HEADERS.items()
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Host": "desk.example.org"}):
        assert (await lawyer.asks("GET", lawyer.path, **headers)).status == 404
    foreign = {"Origin": studio.origin, "Content-Type": "application/json"}
    assert (await lawyer.asks("POST", f"{lawyer.path}/look", **foreign)).status == 404


async def test_the_desk_isnt_there_and_its_session_says_nothing(studio: Served) -> None:
    wren = await studio.signs_in(Role.SUPERVISOR, "Osprey", 12)
    lawyer = Reviewer(studio, "", cookie=f"desk={wren.token}")
    for path in ("/", "/desk", "/texts", "/texts/reviews", "/people", "/live", "/static/desk.js"):
        assert (await lawyer.asks("GET", path)).status == 404, path
    assert (await lawyer.asks("GET", "/static/review.js")).status == 200
    asks_desk = await wren.gets(f"/review/{'0' * 16}")
    assert asks_desk.status == 404, "nor are reviews at the desk"


async def test_whoever_guesses_is_stopped_and_whoever_has_begun_goes_on(studio: Served) -> None:
    wren = await editor(studio)
    begun = Reviewer(studio, await asks(wren, "police"))
    await begun.begins()
    fresh = Reviewer(studio, await asks(wren, "police"))
    for _ in range(MOST):
        await Reviewer(studio, fresh.link.partition("#")[0] + "#guess").looks()

    assert (await fresh.posts("look")).status == 429
    assert SENTENCE in await begun.looks()
    studio.helpline.clock.advance(timedelta(minutes=1, seconds=1).total_seconds())
    assert 'id="begin"' in await fresh.looks()


async def test_a_name_is_words_and_nothing_else(studio: Served, folder: Path) -> None:
    lawyer = Reviewer(studio, await asks(await editor(studio), "utter_stay_silent"))
    hostile = '"Ә. <script>alert(1)</script>: x #'
    codes = dict.fromkeys(re.findall(r'data-code="(\w+)"', await begun_page(lawyer)), "")
    for code in codes:
        await lawyer.posts("answer", code=code, yes=False, why=hostile + "\n" + hostile)
    for name in ("", " ", "x", "a" * 81, "a\u0007b"):
        assert (await lawyer.signs(name)).status == 409
    assert (await lawyer.signs(hostile)).status == 204

    [mark] = yaml.safe_load((folder / "content/ru/signed.yml").read_text()).values()
    assert (mark["by"], mark["why"]) == (hostile, hostile + "\n" + hostile)
    page = (await (await studio.signs_in(Role.EDITOR, "Robin", 12)).gets("/texts?locale=ru")).text
    assert "<script>alert" not in page


async def begun_page(reviewer: Reviewer) -> str:
    await reviewer.posts("begin")
    return await reviewer.looks()


async def test_what_cant_be_asked_for_is_refused(studio: Served) -> None:
    wren = await editor(studio)
    for names, locale in ((["nothing"], "ru"), ([], "ru"), (["police"], "uz"), (["p"] * 200, "ru")):
        body = {"reviewer": "lawyer", "locale": locale, "names": names}
        assert (await wren.posts("/texts/reviews/ask", **body)).status == 409, names[:1]
    assert "Nobody has asked" in (await wren.gets("/texts/reviews")).text
    for act in ("link", "withdraw"):
        assert (await wren.posts(f"/texts/reviews/{'0' * 16}/{act}")).status == 409


async def test_the_form_shows_what_has_no_review(studio: Served) -> None:
    wren = await editor(studio)
    lawyer = Reviewer(studio, await asks(wren, "police"))
    await lawyer.answers(await lawyer.begins())
    await lawyer.signs()

    form = (await wren.gets("/texts/reviews/ask?locale=ru&text=rights")).text
    assert 'name="police" data-state="yes"' in form
    assert 'name="rights" data-state="not_yet" checked' in form
    assert re.search(r">1 of \d+<", (await wren.gets("/texts/reviews")).text)


async def test_without_a_folder_to_save_in_nothing_is_asked_for(served: Served) -> None:
    wren = await served.signs_in(Role.EDITOR, "Wren", 11)
    assert 'id="make"' not in (await wren.gets("/texts/reviews/ask")).text
    body = {"reviewer": "lawyer", "locale": "ru", "names": ["police"]}
    assert (await wren.posts("/texts/reviews/ask", **body)).status == 409

"""Practice over HTTP: chosen, played at the desk's own pages, marked; and nothing real of it."""

import json
import re
from dataclasses import dataclass, replace
from html import unescape

import pytest

from bot.console.apart import PREFIX
from bot.console.handles import Handles
from bot.console.practice.stage import Stage
from bot.console.process import Console
from bot.console.routes import Visit
from bot.console.sessions import SignedIn
from bot.privacy.retention import Retention
from bot.store.client.apart import UnplacedError
from bot.tickets.operator import Role
from flows.status import Status
from tests.bot.console.conftest import Browser, Served
from tests.bot.console.practice.test_dialogues import everything

DIALOGUE = "taxi_driver"
FRAME = "Practice: nobody here is real"


async def begins(browser: Browser, dialogue: str = DIALOGUE, locale: str = "ru") -> None:
    answer = await browser.posts("/practice/begin", dialogue=dialogue, locale=locale)
    assert answer.status == 204, answer


async def ticket(browser: Browser) -> str:
    """The path of the first ticket in the practice's queue."""
    queue = (await browser.gets("/practice/desk/queue")).text
    found = re.search('data-handle="([^"]+)"', queue)
    assert found, queue
    return f"/practice/desk/ticket/{found[1]}"


async def rows(served: Served) -> list[bytes]:
    found: list[bytes] = await served.helpline.parts.store.redis.keys(f"{PREFIX}*")
    return found


async def test_a_practice_from_the_choice_to_the_marks(served: Served) -> None:
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    redis = served.helpline.parts.store.redis
    before = await everything(redis)
    choice = (await heron.gets("/practice")).text
    offered = set(re.findall('data-begin="([^"]*)"', choice))
    assert offered == {"", *served.console.practice.scripts}
    assert len(offered) > 12
    assert FRAME not in choice

    await begins(heron)
    page = (await heron.gets("/practice/desk")).text
    assert FRAME in page
    assert 'data-base="/practice"' in page
    at = await ticket(heron)
    assert (await heron.posts(f"{at}/claim")).status == 204
    assert "показала записку" in (await heron.gets(at)).text
    words = "Вам сейчас безопасно писать?"
    assert (await heron.posts(f"{at}/reply", text=words)).status == 204
    served.helpline.clock.advance(5)
    await served.console.practice.tick()
    assert "уже в машине один" in (await heron.gets(at)).text
    assert (await heron.posts(f"{at}/reply", text="Помощь уже едет")).status == 204
    assert (await heron.posts(f"{at}/close", outcome="other")).status == 204

    marks = (await heron.gets("/practice/marks")).text
    assert len(re.findall('class="mark-row', marks)) == 7
    assert len(re.findall('class="mark-row missed', marks)) == 3, "promise, number, outcome"
    assert "помощь уже едет" in marks
    assert await rows(served) == [], "nothing of it stays"
    assert await everything(redis) == before
    assert (await heron.gets("/desk/queue")).text.count("data-handle") == 0


async def test_the_real_desk_and_a_practice_do_not_see_each_other(served: Served) -> None:
    await served.helpline.asks(1)
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    await begins(heron)

    real = re.findall('data-handle="([^"]+)"', (await heron.gets("/desk/queue")).text)
    played = re.findall('data-handle="([^"]+)"', (await heron.gets("/practice/desk/queue")).text)

    assert len(real) == len(played) == 1
    assert real != played
    assert (await heron.posts(f"/practice/desk/ticket/{real[0]}/claim")).status == 409
    assert (await heron.posts(f"/desk/ticket/{played[0]}/claim")).status == 409
    assert await served.helpline.status(1) is Status.QUEUED


async def test_whichever_dialogue_it_is_the_operator_is_not_told(served: Served) -> None:
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    titles = [one.title["en"] for one in served.console.practice.scripts.values()]

    await begins(heron, "")

    page = unescape((await heron.gets("/practice/desk")).text)
    assert FRAME in page
    assert not any(title in page for title in titles)
    await heron.posts("/practice/end")
    marks = unescape((await heron.gets("/practice/marks")).text)
    assert any(title in marks for title in titles)
    assert "It would have been: Close: " in marks


async def test_a_fault_in_a_practice_ends_it_and_nothing_else(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    await begins(heron)

    async def breaks(_: Stage) -> bool:
        raise UnplacedError("COPY")

    monkeypatch.setattr(Stage, "tick", breaks)
    await served.console.practice.tick()

    assert (await heron.gets("/practice/desk/queue")).status == 410
    assert (await heron.gets("/desk/queue")).status == 200
    assert await rows(served) == []


async def test_each_session_plays_its_own(served: Served) -> None:
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    other = await served.signs_in(Role.SUPERVISOR, "Osprey", 12)
    await begins(heron)

    assert (await other.gets("/practice/desk/queue")).status == 410
    assert (await other.gets("/practice/desk")).status == 303
    await begins(other, "wages", "kk")
    at = await ticket(heron)
    assert (await other.posts(f"{at}/claim")).status == 404
    assert (await heron.posts(f"{at}/claim")).status == 204


async def test_beginning_again_ends_the_one_before(served: Served) -> None:
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    await begins(heron)
    first = {name.split(b":")[1] for name in await rows(served)}

    await begins(heron, "child", "tg")

    second = {name.split(b":")[1] for name in await rows(served)}
    assert len(first) == len(second) == 1
    assert first != second


async def test_it_ends_with_the_session_and_at_the_latest_with_its_lifetime(
    served: Served,
) -> None:
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    await begins(heron)
    await heron.posts("/leave")
    await served.console.practice.tick()
    assert await rows(served) == []

    again = await served.signs_in(Role.OPERATOR, "Heron", 11)
    await begins(again)
    served.helpline.clock.advance(Retention.PRACTICE.lifetime.total_seconds())
    await served.console.practice.tick()
    assert await rows(served) == []


@pytest.mark.parametrize(
    "body",
    [{"dialogue": "none", "locale": "ru"}, {"dialogue": DIALOGUE, "locale": "de"}, {"dialogue": 1}],
)
async def test_what_is_no_dialogue_is_refused(served: Served, body: dict[str, object]) -> None:
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    assert (await heron.posts("/practice/begin", **body)).status == 400


async def test_without_a_store_for_it_there_is_none(served: Served) -> None:
    """Nothing is played beside real rows because somebody forgot a setting."""
    settings = replace(served.console.parts.settings, practice_url="")
    console = Console(replace(served.console.parts, settings=settings))
    begin = next(one for one in console.routes() if one.path == "/practice/begin")
    heron = await served.signs_in(Role.OPERATOR, "Heron", 11)
    asked = Asked(json.dumps({"dialogue": DIALOGUE, "locale": "ru", "number": "1" * 32}).encode())
    assert heron.operator is not None
    who = SignedIn(heron.operator, heron.token, Handles(heron.token))

    answer = await begin.handler(Visit(asked, who))  # type: ignore[arg-type]

    assert answer.status == 409
    assert await rows(served) == []


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with a body."""

    body: bytes

    async def read(self) -> bytes:
        return self.body

"""The model as a process of its own, from the bundle and through Rasa: what it answers, what it
refuses, what it never prints."""

import json
import random
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nlu.runtime.fingerprint import fingerprint
from tests.nlu.runtime.server import BUNDLE, KINDS, RASA, Server, refused, serving

pytestmark = pytest.mark.process

LONGEST = 4096  # characters of a message (Bot API, Message.text)
MOST_TIMES = 3  # that any text may cost of what prose of the same length costs
MOST_MIB = {BUNDLE: 400, RASA: 1200}
PRINTED = {"at", "process", "level", "logger", "event", "exception", "where"}
CANARY = "паспортымды Бақытгүл-7731 алып қойды"


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Which of the two servers."""
    return str(request.param)


@pytest.fixture(scope="module")
def server(kind: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(kind, tmp_path_factory.mktemp("serve")) as running:
        running.parse("salom")
        yield running


def test_a_message_gets_intent_urgency_and_locale(server: Server) -> None:
    parsed = server.parse("зарплату не платят третий месяц что делать")

    assert parsed["intent"]["name"] == "ask_unpaid_wages"
    assert 0 <= parsed["urgency"]["score"] <= 1
    assert parsed["locale"]["name"] == "ru"
    assert len(parsed["intent_ranking"]) == 10


@pytest.mark.parametrize(
    "text",
    [
        "Салам алейкум. Сегодня у нас тепло. Нас заперли и бьют. Привет всем",
        "Сәлем. Ауа райы жақсы. Мені қамап қойды, ұрып жатыр. Рақмет",
        "Hello dear. The weather is nice today. They locked me in and beat me. Greetings",
        "Salom. Bugun havo yaxshi. Meni qamab qo'yishdi, urishyapti. Rahmat",
        "Салом. Имрӯз ҳаво хуб аст. Маро қулф карда мезананд. Раҳмат",
        "Салам. Бүгүн күн жылуу. Мени камап коюшту, уруп жатышат. Рахмат",
    ],
)
def test_a_cry_is_not_drowned_by_the_sentences_around_it(server: Server, text: str) -> None:
    assert server.parse(text)["urgency"]["urgent"]


def test_the_status_names_the_model_and_how_many_wait(server: Server) -> None:
    status, answer = server.request("GET", "/status")

    assert status == 200
    assert (answer["status"], answer["waiting"]) == ("ok", 0)
    assert answer["model"] == fingerprint()


def test_a_crash_leaves_no_core_dump(server: Server) -> None:
    limits = Path(f"/proc/{server.pid}/limits").read_text(encoding="ascii").splitlines()

    assert [line.split()[4:6] for line in limits if line.startswith("Max core file")] == [
        ["0", "0"]
    ]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/model"),
        ("POST", "/model/train"),
        ("POST", "/model/test/intents"),
        ("GET", "/conversations/1/tracker"),
        ("POST", "/webhooks/rest/webhook"),
        ("GET", "/"),
    ],
)
def test_nothing_else_is_there(server: Server, method: str, path: str) -> None:
    """Rasa's own server can train, load models and show conversations; this one can't."""
    status, _ = server.request(method, path, b"{}")

    assert status in {404, 405}


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 400), (b"{", 400), (b"[" * 3000, 400), (b"[]", 422), (b'{"text": 1}', 422)],
)
def test_what_is_no_message_is_refused(server: Server, body: bytes, status: int) -> None:
    assert server.request("POST", "/model/parse", body)[0] == status


def test_a_body_beyond_any_message_is_refused(server: Server) -> None:
    body = json.dumps({"text": "а" * 40_000}, ensure_ascii=False).encode()

    assert server.request("POST", "/model/parse", body)[0] == 413


_chance = random.Random(11)  # noqa: S311 - the same texts in each run
ODD_TEXTS = {
    "one word again and again": "помогите " * 500,
    "one letter": "а" * LONGEST,
    "emoji": "😀" * (LONGEST // 2),
    "any script": "".join(chr(_chance.randrange(0x20, 0x3000)) for _ in range(LONGEST)),
    "many words": " ".join(_chance.choice(["қайда", "yordam", "help", "зп"]) for _ in range(900)),
    "many sentences": "".join(f"это предложение номер {n}. " for n in range(160)),
    "nothing to see": "\u200b\u202e" * 2000,
    "lines": "\n" * LONGEST,
}
"""Things that people paste, at full length."""


PROSE = "Меня зовут на работу в другую страну. Обещают жильё и еду. Что мне спросить? "


def _seconds(server: Server, text: str) -> float:
    began = time.perf_counter()
    server.parse(text[:LONGEST])
    return time.perf_counter() - began


@pytest.mark.alone
@pytest.mark.parametrize("odd", ODD_TEXTS)
def test_the_longest_message_of_anything_has_its_price(server: Server, odd: str) -> None:
    """A bound in seconds would tell of the machine, not of the text: each is held against prose
    that is read in turns with it, the least of each, since others want the cores now and then."""
    prose = PROSE * (LONGEST // len(PROSE))
    text = ODD_TEXTS[odd]
    took = [(_seconds(server, prose), _seconds(server, text)) for _ in range(7)]

    assert min(seconds for _, seconds in took) <= MOST_TIMES * min(plain for plain, _ in took)


def test_who_writes_at_once_gets_their_own_answer(server: Server) -> None:
    texts = [f"{text[:200]} {number}" for text in ODD_TEXTS.values() for number in range(8)]
    alone = [server.parse(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(server.parse, texts))

    assert together == alone


def test_memory_is_bounded(server: Server, kind: str) -> None:
    for text in ODD_TEXTS.values():
        server.parse(text[:LONGEST])

    assert server.resident_mib() <= MOST_MIB[kind]


def test_no_word_of_a_message_is_printed(kind: str, tmp_path: Path) -> None:
    with serving(kind, tmp_path) as running:
        running.parse(CANARY)
        running.request("POST", "/model/parse", f'{{"text": "{CANARY}'.encode())
        printed = running.printed.read_text(encoding="utf-8")

    assert "7731" not in printed
    assert "паспорт" not in printed


TORN = {
    "a body that is longer than was said": b"Content-Length: 2\r\n\r\n%b\r\n\r\n",
    "pieces that are none": b"Transfer-Encoding: chunked\r\n\r\n%b\r\n",
    "packed, as it says": b"Content-Encoding: gzip\r\nContent-Length: 300\r\n\r\n%b",
    "a header that is none": b"%b\r\n\r\n",
}
"""What a client with a fault, or a proxy between, might make of a message."""


@pytest.mark.parametrize("torn", TORN)
def test_a_request_that_is_torn_is_not_printed(kind: str, torn: str, tmp_path: Path) -> None:
    """The library's own complaint quotes the line that it can't read."""
    with serving(kind, tmp_path) as running:
        host, port = running.url.removeprefix("http://").split(":")
        body = json.dumps({"text": CANARY}, ensure_ascii=False).encode()
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            head = b"POST /model/parse HTTP/1.1\r\nHost: model\r\n"
            connection.sendall(head + TORN[torn] % body)
            assert b" 400 " in connection.recv(4096)
        running.request("GET", "/status")
        shown = running.printed.read_text(encoding="utf-8")

    assert "7731" not in shown
    assert all(set(json.loads(line)) <= PRINTED for line in shown.splitlines())


def test_with_a_token_nobody_else_is_answered(kind: str, tmp_path: Path) -> None:
    with serving(kind, tmp_path, token="fir-tree") as running:
        assert running.request("GET", "/status")[0] == 401
        assert running.request("GET", "/status", token="fir-tre")[0] == 401
        assert running.request("GET", "/status", token="fir-tree")[0] == 200


def test_without_a_token_it_stays_on_this_machine(kind: str) -> None:
    assert "needs a token" in refused(kind, "--host", "0.0.0.0")  # noqa: S104 - it is refused


@pytest.mark.parametrize(
    ("which", "said"),
    [(BUNDLE, "make model"), pytest.param(RASA, "no such file", marks=pytest.mark.rasa)],
)
def test_a_model_that_is_not_there_is_named_as_such(which: str, said: str, tmp_path: Path) -> None:
    assert said in refused(which, "--model", str(tmp_path / "none"))


def test_what_means_the_same_lies_close_together(server: Server) -> None:
    paid, unpaid, shelter = server.embed(
        "мне не платят зарплату", "they don't pay me my wages", "где можно переночевать"
    )

    def near(one: list[float], other: list[float]) -> float:
        return sum(a * b for a, b in zip(one, other, strict=True))

    assert near(paid, paid) == pytest.approx(1, abs=1e-3)
    assert near(paid, unpaid) > near(paid, shelter) + 0.1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"{}", 422),
        (b'{"texts": "a"}', 422),
        (b'{"texts": [1]}', 422),
        (json.dumps({"texts": ["a"] * 9}).encode(), 422),
        (b'{"texts": []}', 200),
    ],
)
def test_what_are_no_texts_is_refused(server: Server, body: bytes, status: int) -> None:
    assert server.request("POST", "/embed", body)[0] == status


def test_whoever_has_given_up_keeps_no_place_from_the_others(kind: str, tmp_path: Path) -> None:
    """Bots wait less than a second; what nobody waits for any more isn't read."""
    body = json.dumps({"text": "меня заперли помогите " * 180}).encode()
    head = b"POST /model/parse HTTP/1.1\r\nHost: m\r\nContent-Length: %d\r\n\r\n" % len(body)
    with serving(kind, tmp_path, "--readers", "1", "--waiting", "60") as running:
        running.parse("salom")
        host, port = running.url.removeprefix("http://").split(":")
        began = time.monotonic()
        running.request("POST", "/model/parse", body)
        one = time.monotonic() - began
        asked = [socket.create_connection((host, int(port))) for _ in range(60)]
        for connection in asked:
            connection.sendall(head + body)
        for connection in asked:
            connection.close()
        began = time.monotonic()
        running.parse("salom")
        assert time.monotonic() - began < 20 * one

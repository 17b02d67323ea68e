"""The desk speaks its operators' languages: nothing is missing, and nobody gets an id to read."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot
from bot.console.desk.asked import BLOCKS, MORNING, SNOOZES
from bot.console.desk.drawer_view import SUBJECT
from bot.console.practice import marks
from bot.console.reviews.state import Stage
from bot.desk import card, menu
from bot.errors import ConfigError, ContentError
from bot.message import wording
from bot.reports.counting import OUTCOMES, WAITING
from bot.store.log_lines import Delivery
from bot.store.rows import Note
from bot.store.staff.alarms import Alarm
from bot.store.staff.passkeys import Device
from bot.studio.flow_chart import STEPS
from bot.studio.work import Kind
from bot.texts.checks.own_words import Rule
from bot.texts.citations.asked import Reviewer
from bot.texts.citations.sources import Certainty
from bot.texts.publishers.approval import Reason
from bot.texts.saying import BOTS
from bot.texts.tree import Kept
from bot.texts.voices import check, voices
from bot.tickets.hand_over import AwaitedKind, PromiseKind, ToldKind
from bot.tickets.operator import DeskAction, Role
from bot.tickets.ticket import Outcome
from flows.effects import AlertLevel, Notice
from flows.events import Unsupported
from flows.format.load import load
from flows.format.model import HandoverStep
from flows.signals import QUESTIONS, Signal
from flows.urgency import Urgency
from nlu.intents import LOCALES

ALL = voices().all
CODE = Path(bot.__file__).parent
_ID = re.compile(r"[a-z]+(-[a-z_]+)+")
_BOARD = ("outcome", "emergency", "waiting", "lately")
_KINDS = {name.split("-")[0] for name in ALL["ru"].sentences.places}


def _enumerated() -> Iterator[str]:
    """Texts whose ids are put together: one for each member."""
    yield from (f"notice-{one.value}" for one in Notice)
    yield from (f"note-{one.value}" for one in Note)
    yield from (f"unsupported-{one.value}" for one in Unsupported)
    yield from (f"call-{one.value}" for one in AlertLevel)
    yield from (f"urgency-{one.word}" for one in Urgency)
    yield from (f"role-{one.value}" for one in Role)
    yield from (f"console-role-{one.value}" for one in Role)
    yield from (f"console-delivery-{one.value}" for one in Delivery if one is not Delivery.NONE)
    yield from (f"console-key-{one}" for one in "jkacrntmxzq")
    yield from (f"console-hint-{one.value}" for one in Rule)
    yield from (f"console-snooze-{one}" for one in (*SNOOZES, MORNING))
    yield from (f"console-block-{one}" for one in BLOCKS)
    yield from (f"console-urgency-{one.word}" for one in Urgency)
    yield from (f"button-close-{one.value}" for one in Outcome)
    yield from (f"button-{one.value}" for one in card.BUTTONS)
    yield from (f"done-{one.value}" for one in card.DONE)
    yield from (f"texts-why-{one.value}" for one in Reason)
    yield from ("done-lift", "done-agree", "done-ask", "done-say")
    subjects = (one for one in load().slots if one.endswith(SUBJECT))
    yield from (f"console-texts-{one.removesuffix(SUBJECT)}" for one in subjects)
    yield from (f"alarm-{one.value}" for one in Alarm)
    grave = (
        *(DeskAction.INVITE, DeskAction.REMOVE, DeskAction.ROLE, DeskAction.RESTORE),
        *(DeskAction.SUSPEND, DeskAction.DEVICE, DeskAction.LOSE_DEVICE),
    )
    yield from (f"propose-{one.value}" for one in grave)
    yield from (f"device-{one.value}" for one in Device)
    steps = (step for flow in load().flows.values() for step in flow.steps)
    yield from (f"topic-{one.topic}" for one in steps if isinstance(one, HandoverStep))
    yield from (f"command-{one}" for one in {*menu.PRIVATE, *menu.GROUP})
    yield from (f"language-{one}" for one in LOCALES)
    yield from (f"sheet-promised-{one.value}" for one in PromiseKind)
    yield from (f"sheet-told-{one.value}" for one in ToldKind)
    yield from (f"sheet-awaited-{one.value}" for one in AwaitedKind)
    yield from (f"console-board-by-{one}" for one in _BOARD)
    yield from (f"console-board-ended-{one.replace(' ', '-')}" for one in OUTCOMES)
    yield from (f"console-board-waited-{one.replace(' ', '-')}" for one in WAITING)
    yield from (f"fact-{one.value}" for one in Signal if one not in QUESTIONS)
    yield from (f"practice-{what}-{one.value}" for one in marks.Rule for what in ("rule", "why"))
    yield from (f"practice-verdict-{one.value}" for one in marks.Verdict)
    yield from (f"studio-{what}-{one.value}" for one in Kind for what in ("kind", "why"))
    yield from (f"studio-step-{one}" for one in STEPS)
    yield from (f"publication-bot-{one}" for one in BOTS)
    yield from (f"review-stage-{one.value}" for one in Stage)
    yield from (
        f"review-{what}-{one.value}"
        for one in Reviewer
        for what in ("by", "how", "reads", "asked", "ask-whole")
    )
    yield from (f"review-sure-{one.value}" for one in Certainty if one is not Certainty.OWN)


def _written() -> set[str]:
    """Every string in the code that looks like the id of a text of the desk."""
    strings = (
        node.value
        for file in CODE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    found = {one for one in strings if _ID.fullmatch(one) and one.split("-")[0] in _KINDS}
    return found | _shown()


def _shown() -> set[str]:
    """Texts that the console's pages name."""
    pages = (file.read_text(encoding="utf-8") for file in CODE.glob("console/*/templates/*.html"))
    return {one for page in pages for one in re.findall(r"\bt\('([a-z]+(?:-[a-z_]+)+)'[,)]", page)}


def test_every_language_has_every_text_and_none_is_left_over() -> None:
    wanted = {*_enumerated(), *_written(), "stranger", "proposal"}
    for voice in ALL.values():
        assert set(voice.sentences.places) == wanted, voice.locale


@pytest.mark.parametrize("locale", ["ru", "kk", "en"])
def test_these_languages_are_spoken(locale: str) -> None:
    assert voices(locale).own.locale == locale


def test_without_a_word_the_desk_speaks_russian_and_a_strange_word_stops_the_start() -> None:
    assert voices().own.locale == "ru"
    with pytest.raises(ConfigError, match="HELPLINE_DESK_LOCALE is one of: en, kk, ru"):
        voices("uz")


def test_an_operator_is_answered_in_the_first_of_their_languages_that_the_desk_speaks() -> None:
    spoken = voices("kk")
    assert spoken.of(("uz", "en", "ru")).locale == "en"
    assert spoken.of(("uz",)).locale == spoken.of(()).locale == "kk"


def test_a_text_may_name_a_text() -> None:
    said = ALL["ru"].say(wording("card-waiting", since="10:00", span=wording("span-moment")))
    assert said == "ждёт с 10:00 (меньше минуты)"


def test_russian_counts() -> None:
    def call(count: int) -> str:
        return ALL["ru"]("backup-call", count=count)

    assert "1 экстренный запрос ждёт" in call(1)
    assert "3 экстренных запроса ждут" in call(3)
    assert "5 экстренных запросов ждут" in call(5)


def test_what_nobody_has_named_yet_is_called_as_it_is() -> None:
    assert ALL["ru"].named("topic", "lost_papers") == "lost papers"
    with pytest.raises(ContentError, match="there is no text gone"):
        ALL["ru"]("gone")


def test_the_menus_fit_telegram() -> None:
    """Bot API, BotCommand: 1-32 of a-z, 0-9 and _; a description of 1-256 characters."""
    for word in {*menu.PRIVATE, *menu.GROUP}:
        assert re.fullmatch(r"[a-z0-9_]{1,32}", word)
        for voice in ALL.values():
            assert 1 <= len(voice(f"command-{word}")) <= 256


def test_an_answer_to_a_press_fits() -> None:
    """Bot API, answerCallbackQuery: 0-200 characters."""
    for voice in ALL.values():
        for text_id in voice.sentences.places:
            if text_id.startswith("done-") or text_id.endswith(("-others", "-unclaimed", "-taken")):
                told = voice(text_id, name="Lavender-999", operator="X" * 20)
                assert len(told) <= 200, text_id
        for text_id in ("refused-no-ticket", "refused-over", "refused-not-enrolled"):
            assert len(voice(text_id)) <= 200
        assert len(voice("refused-capacity", own=20, capacity=20)) <= 200


def test_the_check_finds_what_a_language_lacks_or_names_otherwise() -> None:
    files = {
        "content/desk/ru.ftl": "a = { $one }\nb = б\n",
        "content/desk/kk.ftl": "a = { $two }\nc = ц\n",
    }
    found = [(one.file, one.what) for one in check(Kept(files, "content"))]
    assert found == [
        ("content/desk/kk.ftl", "b is missing"),
        ("content/desk/kk.ftl", "a names other things"),
        ("content/desk/kk.ftl", "c isn't in ru.ftl"),
    ]
    assert not list(check(Kept({}, "content"))), "a tree from before the desk had texts"

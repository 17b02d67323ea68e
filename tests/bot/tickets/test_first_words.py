"""Equal first words are marked, and stand together; short ones mark nothing."""

from dataclasses import replace

import pytest

from bot.desk import queue_monitor
from bot.texts.voices import voices
from bot.tickets.first_words import mark, together
from bot.tickets.ticket import Ticket
from flows.urgency import Urgency
from tests.bot.tickets.test_queue_health import HERON, measured
from tests.kit.constants import NOW

LONG = "Нас держат в доме у реки, помогите!"


@pytest.mark.parametrize("same", [LONG, LONG.upper(), f"  {LONG}!!! ", LONG.replace(",", "")])
def test_letters_alone_count(same: str) -> None:
    assert mark(same) == mark(LONG) != ""


def test_other_words_have_another_mark() -> None:
    assert mark(LONG.replace("реки", "горы")) != mark(LONG)


@pytest.mark.parametrize("short", ["", "нас заперли помогите", "help help help help", "1" * 40])
def test_what_people_write_alike_by_chance_is_not_marked(short: str) -> None:
    assert mark(short) == ""


def crowd() -> list[Ticket]:
    """Five that cry the same, another one among them."""
    one = Ticket("Oak-0", "danger", Urgency.EMERGENCY, "ru", NOW, first_words=mark(LONG))
    many = [replace(one, name=f"Oak-{number}") for number in range(5)]
    return [*many[:2], replace(one, name="Fir-9", first_words=""), *many[2:]]


def test_each_keeps_its_place_by_the_first_of_its_group() -> None:
    names = [[ticket.name for ticket in group] for group in together(crowd())]
    assert names == [["Oak-0", "Oak-1", "Oak-2", "Oak-3", "Oak-4"], ["Fir-9"]]


def test_the_board_shows_a_crowd_in_one_line_and_hides_nobody_behind_it() -> None:
    one = Ticket("Oak-0", "danger", Urgency.EMERGENCY, "ru", NOW, first_words=mark(LONG))
    many = [replace(one, name=f"Oak-{number}") for number in range(30)]
    true = replace(one, name="Fir-9", first_words="")
    shown = queue_monitor.text(voices("en").own, measured([*many, true], [HERON]))
    assert "= 29 more with equal first words: Oak-1 Oak-2" in shown
    assert "Fir-9 (ru)" in shown

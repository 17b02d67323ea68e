"""What may go live: a whole tree without a fault, named by its content."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from bot.clock import SettableClock
from bot.texts.check import read_tree
from bot.texts.publication import BrokenTree, compiled, gate, version_of
from tests.bot.texts.trees import tree

CLOCK = SettableClock(datetime(2026, 11, 25, 12, tzinfo=UTC))
FILES = read_tree()
UNLISTED = "is understood, but isn't listed"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Russian and Kazakh alone, which are checked in a fraction of the time."""
    return read_tree(content=tree(tmp_path_factory.mktemp("texts"), "kk"))


@pytest.mark.slow
def test_today_s_tree_may_go_live() -> None:
    assert gate(FILES, CLOCK).faults == []


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("content/ru/small_talk.ftl", "utter_goodbye = ", "utter_goodbye ", "not readable"),
        ("content/ru/small_talk.ftl", "Всего доброго", "Полиция поможет", "says “полиция поможет”"),
        ("flows/definitions/menus.yml", "link: minors", "link: nowhere", "no flow 'nowhere'"),
    ],
)
def test_a_tree_with_a_fault_may_not(
    file: str, old: str, new: str, fault: str, small: Mapping[str, str]
) -> None:
    assert old in small[file]
    with pytest.raises(BrokenTree) as broken:
        gate({**small, file: small[file].replace(old, new)}, CLOCK)
    assert any(fault in str(one) for one in broken.value.faults), broken.value.faults


def test_a_tree_without_a_language_that_is_understood_may_not(small: Mapping[str, str]) -> None:
    with pytest.raises(BrokenTree) as broken:
        gate(small, CLOCK)
    assert f"the language tg {UNLISTED}" in " ".join(map(str, broken.value.faults))
    assert all(UNLISTED in str(one) for one in broken.value.faults), "nothing else is wrong"


@pytest.mark.slow
def test_translations_that_lag_behind_go_live_only_if_it_is_asked_for() -> None:
    file = "content/ru/small_talk.ftl"
    mended = {**FILES, file: FILES[file].replace("Всего доброго", "Всего доброго, до 7 дня")}
    with pytest.raises(BrokenTree) as broken:
        gate(mended, CLOCK, stale=False)
    assert all(one.stale for one in broken.value.faults)
    assert any("other figures" in str(one) for one in broken.value.faults)
    assert gate(mended, CLOCK).faults == []


@pytest.mark.parametrize("file", ["content/forbidden.yml", "content/ru/start.ftl"])
def test_a_tree_that_lacks_a_file_may_not(file: str, small: Mapping[str, str]) -> None:
    with pytest.raises(BrokenTree) as broken:
        gate({name: text for name, text in small.items() if name != file}, CLOCK)
    assert not any(UNLISTED in str(one) for one in broken.value.faults), "a fault of its own"


def test_the_version_is_the_content() -> None:
    backwards = dict(reversed(list(FILES.items())))
    assert version_of(FILES) == version_of(backwards)
    assert version_of({"a": "bc"}) != version_of({"ab": "c"})
    assert version_of({"a": "b", "c": "d"}) != version_of({"a": "bcd"})


def test_it_speaks() -> None:
    publication = compiled("v1", FILES, CLOCK, production=True)
    assert "112" in publication.catalogue.plain("utter_notice", "ru")
    assert "menu" in publication.library.flows
    assert "суд" in publication.catalogue.plain("utter_immigration_status", "ru")


def test_in_production_it_withholds_a_page_that_is_marked() -> None:
    file = "content/ru/pages/immigration_status.md"
    marked = FILES[file].replace("reviewed_on:", "reviewed_on:\nwithheld_until_reviewed: true", 1)
    publication = compiled("v1", {**FILES, file: marked}, CLOCK, production=True)
    withheld = publication.catalogue.plain("utter_withheld", "ru")
    assert publication.catalogue.plain("utter_immigration_status", "ru") == withheld

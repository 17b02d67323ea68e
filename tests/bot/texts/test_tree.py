"""Texts in memory are read as those on the disk are."""

from datetime import UTC, datetime

import pytest

from bot.clock import SettableClock
from bot.texts.catalogue import CONTENT, Catalogue
from bot.texts.check import library_of, read_tree
from bot.texts.tree import Kept
from flows.errors import FlowError
from flows.format.load import load

CLOCK = SettableClock(datetime(2026, 11, 25, 12, tzinfo=UTC))
FILES = {"content/a.yml": "a", "content/ru/b.ftl": "b", "content/ru/c.ftl": "c"}


def test_a_kept_folder_knows_its_files() -> None:
    folder = Kept(FILES, "content")
    assert [file.name for file in folder.glob("*.yml")] == ["a.yml"]
    assert [file.parts for file in (folder / "ru").glob("*.ftl")] == [
        ("content", "ru", "b.ftl"),
        ("content", "ru", "c.ftl"),
    ]
    assert (folder / "ru" / "b.ftl").read_text("utf-8") == "b"
    assert (folder / "ru" / "b.ftl").stem == "b"


def test_what_is_not_there_is_missing() -> None:
    with pytest.raises(FileNotFoundError):
        (Kept(FILES) / "content" / "z.yml").read_text("utf-8")


def test_every_text_reads_the_same_from_memory_and_from_the_disk() -> None:
    kept = Catalogue.read(CLOCK, Kept(read_tree(), "content"))
    disk = Catalogue.read(CLOCK, CONTENT)
    for locale in disk.locales.all:
        assert kept.texts[locale.id].bubbles == disk.texts[locale.id].bubbles
        assert kept.texts[locale.id].sentences.places == disk.texts[locale.id].sentences.places
    assert kept.contacts == disk.contacts


def test_flows_read_the_same_from_memory_and_from_the_disk() -> None:
    assert library_of(read_tree()) == load()


def test_a_tree_without_flows_is_none() -> None:
    with pytest.raises(FlowError, match="no flow definitions"):
        library_of({name: text for name, text in read_tree().items() if "flows/" not in name})

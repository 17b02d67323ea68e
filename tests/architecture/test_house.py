"""docs/house.md draws the rooms as they are."""

import pytest

from scripts import house


def test_the_page_is_that_of_the_code() -> None:
    assert house.faults(house.PAGE.read_text(encoding="utf-8")) == []


def test_a_page_that_lacks_an_arrow_or_names_a_file_that_is_gone_is_refused() -> None:
    page = house.PAGE.read_text(encoding="utf-8")
    arrow = next(line for line in page.splitlines() if "-->" in line)
    assert house.faults(page.replace(f"{arrow}\n", "")) == ["the rooms or arrows have changed"]
    way = next(line for line in page.splitlines() if line.startswith("- `bot/helpline/`"))
    assert house.faults(page.replace(way, "- `bot/helpline/`: `nowhere.py`", 1)) == [
        "bot/helpline/nowhere.py is gone"
    ]


def test_an_arrow_that_others_imply_is_not_drawn() -> None:
    imports = {"a": {"b", "c"}, "b": {"c"}, "c": set[str]()}
    assert house.reduced(imports) == {("a", "b"), ("b", "c")}


def test_rooms_that_import_in_a_circle_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="a → b → a"):
        house.reduced({"a": {"b"}, "b": {"a"}})

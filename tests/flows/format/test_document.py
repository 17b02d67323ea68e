"""What isn't readable as YAML, or is there twice, is refused with its line."""

import pytest

from tests.flows.definitions import fault_in, with_change


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("\nflows:\n", "\nslots: {}\nflows:\n", 5),
        ("  day: {type: date}", "  day: {type: date}\n  day: {type: date}", 5),
        ("type: date", "type: date, type: date", 4),
        ("    description: another flow", "    description: a\n    description: b", 25),
        ("action: utter_two", "action: utter_two\n        action: utter_b", 27),
    ],
)
def test_refuses_a_key_that_is_there_twice(old: str, new: str, line: int) -> None:
    fault = fault_in(with_change(old, new))

    assert "duplicate key" in fault.message
    assert (fault.file, fault.line) == ("some.yml", line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("just words", 1),
        ("- a list", 1),
        ('version: "3.1"\nflows: {', 2),
        ('version: "3.1"\n\tflows: {}', 2),
        ('version: "3.1"\nflows: {a: *nobody}', 2),
        ('version: "3.1"\nflows: {}\n---\nversion: "3.1"', 3),
        ('version: "3.1"\nflows: {}\n\x00', 3),
        ('version: "3.1"\nslots: [a]', 2),
        ('version: "3.1"\nflows: [a]', 2),
        ('version: "3.1"\nflows: some', 2),
    ],
)
def test_refuses_what_is_no_flow_file(text: str, line: int) -> None:
    fault = fault_in(text)

    assert (fault.file, fault.line) == ("some.yml", line)

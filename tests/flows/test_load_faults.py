"""YAML → flows: what is refused. Every fault names its file and line, and how to mend it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import FlowError
from flows.load import load_texts

WHOLE = """\
version: "3.1"
slots:
  safe: {type: categorical, values: ["yes", "no"]}
  day: {type: date}
flows:
  one:
    description: the flow under test
    nlu_trigger:
      - intent: {name: greet, confidence_threshold: 0.4}
    steps:
      - id: ask
        collect: safe
        next:
          - if: slots.safe = "yes"
            then:
              - action: utter_a
          - else: END
      - set_slots:
          - safe: "no"
      - handover: {topic: danger, urgency: high}
      - call: two
      - link: two
  two:
    description: another flow
    steps:
      - action: utter_two
"""


def fault_in(text: str) -> FlowError:
    with pytest.raises(FlowError) as refused:
        load_texts({"some.yml": text})
    return refused.value


def with_change(old: str, new: str) -> str:
    """The whole file with one thing changed."""
    assert WHOLE.count(old) == 1, f"{old!r} must be there exactly once"
    return WHOLE.replace(old, new)


def test_the_whole_file_is_right_to_begin_with() -> None:
    assert set(load_texts({"some.yml": WHOLE}).flows) == {"one", "two"}


@pytest.mark.parametrize(
    ("old", "new", "line", "complaint"),
    [
        # the file
        ('version: "3.1"', 'version: "3.0"', 1, "the first line must be"),
        ('version: "3.1"', "version: 3.1", 1, "the first line must be"),
        ("flows:\n", "flow:\n", 5, "a flow file has no key 'flow'; it may have: flows, slots"),
        # slots
        ("{type: date}", "date", 4, "slot 'day' must be a mapping"),
        ("{type: date}", "{type: text}", 4, "its type is one of: categorical, date"),
        ("{type: date}", "{values: [x]}", 4, "its type is one of"),
        ("{type: date}", "{type: []}", 4, "its type is one of"),
        ("{type: date}", "{type: date, initial: x}", 4, "slot 'day' has no key 'initial'"),
        ("{type: date}", "{type: categorical}", 4, "the values of slot 'day' must be a list"),
        ("{type: date}", "{type: categorical, values: []}", 4, "needs values, each once"),
        ("{type: date}", "{type: categorical, values: [a, a]}", 4, "needs values, each once"),
        ("{type: date}", "{type: categorical, values: [1]}", 4, 'put the value in quotes: "1"'),
        ("{type: date}", "{type: categorical, values: [true]}", 4, "put the value in quotes"),
        # flows
        ("    description: another flow\n", "", 24, "flow 'two' needs a word at 'description'"),
        ("description: another flow", "description: 7", 24, "needs a word at 'description'"),
        ("      - action: utter_two", "      []", 25, "flow 'two' has no steps"),
        (
            "    steps:\n      - action: utter_two",
            "    colour: red",
            25,
            "flow 'two' has no key 'colour'",
        ),
        (
            "    steps:\n      - action: utter_two",
            "    brief: x",
            24,
            "the steps of flow 'two' must be a list",
        ),
        ("description: another flow", "description: x\n    evergreen: 1", 25, "true or false"),
        ("description: another flow", 'description: x\n    resumes: "yes"', 25, "true or false"),
        # triggers
        ("intent: {name: greet", "word: {name: greet", 9, "has no key 'word'"),
        ("{name: greet, confidence", "{nam: greet, confidence", 9, "has no key 'nam'"),
        ("{name: greet, ", "{", 9, "intent needs a word at 'name'"),
        ("confidence_threshold: 0.4", "confidence_threshold: 1.4", 9, "between 0 and 1"),
        ("confidence_threshold: 0.4", "confidence_threshold: high", 9, "between 0 and 1"),
        ("confidence_threshold: 0.4", "confidence_threshold: true", 9, "between 0 and 1"),
        ("intent: {name: greet, confidence_threshold: 0.4}", "greet", 9, "must be a mapping"),
        # steps
        ("action: utter_two", "say: utter_two", 26, "exactly one of: action, call, collect"),
        ("action: utter_two", "action: utter_two\n        link: one", 26, "exactly one of"),
        ("- action: utter_two", "- utter_two", 26, "a step of flow 'two' must be a mapping"),
        ("action: utter_two", "action:", 26, "step needs a word at 'action'"),
        ("action: utter_two", "action: 5", 26, "step needs a word at 'action'"),
        ("action: utter_two", "action: utter_two\n        utter: x", 27, "has no key 'utter'"),
        ("link: two", "link: two\n        next: END", 23, "a step 'link' has no key 'next'"),
        ("id: ask", "id: END", 11, "END is no id"),
        ("collect: safe", "collect: safe\n        rejections: []", 13, "no key 'rejections'"),
        # next
        ("if: slots.safe", "when: slots.safe", 14, "an arm of next has no key 'when'"),
        ('slots.safe = "yes"', "slots.safe = yes", 14, "cannot read"),
        ('if: slots.safe = "yes"', "if: true", 14, "needs a word at 'if'"),
        ("- else: END", "- then: END", 17, "an arm of next needs a word at 'else'"),
        ("- else: END", "- else: []", 17, "an arm of next needs a word at 'else'"),
        ("- else: END", "- END", 17, "an arm of next in flow 'one' must be a mapping"),
        ("- else: END", "- else: END\n          - else: ask", 18, "nothing can follow `else`"),
        (
            '          - if: slots.safe = "yes"\n            then:\n'
            "              - action: utter_a\n          - else: END",
            "          then: END",
            13,
            "next in flow 'one' must be a list",
        ),
        (
            "call: two",
            "call: two\n        next: [{if: slots.safe, then: END}]",
            22,
            "what follows a call is decided in a noop step after it",
        ),
        # set_slots, handover
        ('          - safe: "no"', '          safe: "no"', 18, "set_slots must be a list"),
        ('- safe: "no"', "- safe", 19, "an entry of set_slots must be a mapping"),
        ('- safe: "no"', "- safe: 1", 19, "slot 'safe': a quoted value, or null"),
        ("{topic: danger, urgency: high}", "danger", 20, "handover must be a mapping"),
        ("topic: danger, ", "", 20, "handover needs a word at 'topic'"),
        (", urgency: high", "", 20, "handover needs a word at 'urgency'"),
        ("urgency: high", "urgency: dire", 20, "urgency is one of: normal, high, emergency"),
        ("urgency: high", "urgency: high, to: me", 20, "handover has no key 'to'"),
    ],
)
def test_refuses_what_it_does_not_know(old: str, new: str, line: int, complaint: str) -> None:
    fault = fault_in(with_change(old, new))

    assert complaint in fault.message
    assert (fault.file, fault.line) == ("some.yml", line)
    assert str(fault) == f"some.yml:{line}: {fault.message}"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("link: two", "link: three", "flow 'one': there is no flow 'three'"),
        ("call: two", "call: three", "flow 'one': there is no flow 'three'"),
        ("collect: safe", "collect: mood", "there is no slot 'mood'"),
        ("- else: END", "- else: nowhere", "there is no step 'nowhere'"),
        ("- action: utter_a", "- {action: utter_a, next: nowhere}", "there is no step 'nowhere'"),
        ("- action: utter_a", "- link: three", "there is no flow 'three'"),
        ('slots.safe = "yes"', "slots.mood", "there is no slot 'mood'"),
        ('slots.safe = "yes"', 'slots.safe = "maybe"', "slot 'safe' has no value 'maybe'"),
        ('slots.safe = "yes"', 'slots.day = "today"', "slot 'day' has no value 'today'"),
        ('- safe: "no"', '- mood: "no"', "there is no slot 'mood'"),
        ('- safe: "no"', '- safe: "maybe"', "slot 'safe' has no value 'maybe'"),
    ],
)
def test_refuses_names_that_lead_nowhere(old: str, new: str, complaint: str) -> None:
    fault = fault_in(with_change(old, new))

    assert complaint in fault.message
    assert (fault.file, fault.line) == ("some.yml", 6)  # the flow that holds the step


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


def test_two_steps_may_not_have_the_same_id() -> None:
    fault = fault_in(with_change("- action: utter_a", "- {id: ask, action: utter_a}"))

    assert "two steps 'ask'" in fault.message
    assert fault.file == "some.yml"


def test_two_flows_may_not_have_the_same_name_in_any_file() -> None:
    with pytest.raises(FlowError, match=r"^b\.yml:3: flow 'two' exists twice$"):
        load_texts(
            {"a.yml": WHOLE, "b.yml": 'version: "3.1"\nflows:\n  two: {description: x, steps: []}'}
        )


def test_two_slots_may_not_have_the_same_name_in_any_file() -> None:
    with pytest.raises(FlowError, match=r"^b\.yml:3: slot 'day' exists twice$"):
        load_texts({"a.yml": WHOLE, "b.yml": 'version: "3.1"\nslots:\n  day: {type: date}\n'})


def test_an_intent_can_start_one_flow_only() -> None:
    fault = fault_in(
        with_change(
            "    description: another flow",
            "    description: another flow\n    nlu_trigger: [{intent: {name: greet}}]",
        )
    )

    assert fault.message == "intent 'greet' already starts flow 'one'"
    assert (fault.file, fault.line) == ("some.yml", 23)


def test_a_fault_without_a_place_is_told_without_one() -> None:
    assert str(FlowError("something is wrong")) == "something is wrong"


LINES = WHOLE.splitlines()
AWKWARD = st.sampled_from(
    ["", "- x", "  a: b", "    - link: two", "key: [", "      steps: {}", "\t", "~: ~", "? [a]"]
)


def fault_of(text: str) -> FlowError | None:
    try:
        load_texts({"some.yml": text})
    except FlowError as fault:
        return fault
    return None


@given(st.integers(0, len(LINES)), st.integers(0, 3), st.lists(AWKWARD | st.text(max_size=12)))
def test_whatever_an_editor_does_to_a_file_ends_in_flows_or_in_a_fault_with_its_place(
    start: int, removed: int, added: list[str]
) -> None:
    text = "\n".join([*LINES[:start], *added, *LINES[start + removed :]])

    fault = fault_of(text)

    if fault is not None:
        assert fault.message
        assert fault.file == "some.yml"
        assert 1 <= fault.line <= len(text.splitlines()) + 1

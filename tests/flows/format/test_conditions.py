"""The condition language of flow definitions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.format.conditions import (
    And,
    Condition,
    ConditionError,
    Equals,
    Filled,
    Not,
    Or,
    comparisons,
    holds,
    parse,
)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("slots.need", Filled("need")),
        ('slots.need = "talk"', Equals("need", "talk")),
        ('slots.need="talk"', Equals("need", "talk")),
        ('slots.need != "talk"', Not(Equals("need", "talk"))),
        ('slots.need = ""', Equals("need", "")),
        ('slots.need = "a and (b)"', Equals("need", "a and (b)")),
        ("not slots.need", Not(Filled("need"))),
        ("not not slots.need", Not(Not(Filled("need")))),
        ("(slots.need)", Filled("need")),
        ("  slots.a   and\n slots.b ", And((Filled("a"), Filled("b")))),
        ("slots.a or slots.b or slots.c", Or((Filled("a"), Filled("b"), Filled("c")))),
        ("slots.order", Filled("order")),
        ("slots.a2_b", Filled("a2_b")),
    ],
)
def test_reads(text: str, condition: Condition) -> None:
    assert parse(text) == condition


def test_and_binds_more_tightly_than_or() -> None:
    assert parse("slots.a or slots.b and slots.c") == Or(
        (Filled("a"), And((Filled("b"), Filled("c"))))
    )


def test_brackets_bind_most_tightly() -> None:
    assert parse("(slots.a or slots.b) and slots.c") == And(
        (Or((Filled("a"), Filled("b"))), Filled("c"))
    )


def test_not_takes_only_the_term_that_follows() -> None:
    assert parse('not slots.a = "x" and slots.b') == And((Not(Equals("a", "x")), Filled("b")))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "ends too early"),
        ("   ", "ends too early"),
        ("slots.a and", "ends too early"),
        ("not", "ends too early"),
        ("(slots.a", "bracket stays open"),
        ("slots.a)", "unexpected ')'"),
        ("slots.a slots.b", "unexpected 'slots.b'"),
        ("and slots.a", "unexpected 'and'"),
        ("= slots.a", "unexpected '='"),
        ('"yes" = slots.a', "unexpected"),
        ("slots.a = yes", "cannot read ' yes'"),
        ("slots.a =", "quoted value"),
        ("slots.a = slots.b", "quoted value"),
        ('slots.a == "x"', "quoted value"),
        ('slots.a = "x', "cannot read"),
        ("slots.a = 'x'", "cannot read"),
        ("a", "cannot read 'a'"),
        ("slots.", "cannot read"),
        ("slots.Need", "cannot read"),
        ("slots.9", "cannot read"),
        ("slots.a & slots.b", "cannot read ' & slots.b'"),
        ("True", "cannot read 'True'"),
        ("__import__('os')", "cannot read"),
    ],
)
def test_refuses_and_says_where(text: str, complaint: str) -> None:
    with pytest.raises(ConditionError, match=r"condition ") as refused:
        parse(text)

    assert complaint in str(refused.value)


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("slots.need", True),
        ("slots.other", False),
        ('slots.need = "talk"', True),
        ('slots.need = "leave"', False),
        ('slots.other = "talk"', False),
        ('slots.other != "talk"', True),
        ('slots.need = "talk" and slots.other', False),
        ('slots.need = "talk" or slots.other', True),
        ("not slots.other", True),
    ],
)
def test_is_true_of_slots(text: str, truth: bool) -> None:
    assert holds(parse(text), {"need": "talk"}) is truth


def test_an_empty_value_still_fills_a_slot() -> None:
    assert holds(parse("slots.need"), {"need": ""})


def test_every_slot_looked_at_is_listed_for_the_lint() -> None:
    looked_at = comparisons(parse('slots.a = "x" or not (slots.b and slots.c != "y")'))

    assert looked_at == (Equals("a", "x"), Filled("b"), Equals("c", "y"))


# -- properties ------------------------------------------------------------------------------

NAMES = st.sampled_from(["a", "b", "long_name", "or_not", "order", "x9"])
VALUES = st.sampled_from(["yes", "no", "", "not (a or b)", "ү қ", "slots.a"])
LEAVES: st.SearchStrategy[Condition] = st.builds(Filled, NAMES) | st.builds(Equals, NAMES, VALUES)


def several(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[tuple[Condition, ...]]:
    return st.lists(parts, min_size=2, max_size=3).map(tuple)


CONDITIONS = st.recursive(
    LEAVES,
    lambda parts: (
        st.builds(Not, parts) | st.builds(And, several(parts)) | st.builds(Or, several(parts))
    ),
    max_leaves=12,
)
SLOTS = st.dictionaries(NAMES, VALUES)


def written(condition: Condition) -> str:
    """The condition as an editor would write it, with a bracket around every inner and/or."""
    match condition:
        case Filled(slot):
            return f"slots.{slot}"
        case Equals(slot, value):
            return f'slots.{slot} = "{value}"'
        case Not(Equals(slot, value)):
            return f'slots.{slot} != "{value}"'
        case Not(part):
            return f"not {bracketed(part)}"
        case And(parts):
            return " and ".join(bracketed(part) for part in parts)
        case Or(parts):
            return " or ".join(bracketed(part) for part in parts)


def bracketed(part: Condition) -> str:
    return f"({written(part)})" if isinstance(part, And | Or) else written(part)


@given(CONDITIONS)
def test_what_was_written_is_what_is_read(condition: Condition) -> None:
    assert parse(written(condition)) == condition


@given(CONDITIONS, SLOTS)
def test_not_turns_the_truth_round(condition: Condition, slots: dict[str, str]) -> None:
    assert holds(Not(condition), slots) is not holds(condition, slots)


# A sum of products without any brackets, judged by a few lines that know nothing of the parser:
# each term is (negated?, slot, "=" | "!=" | "", value).
TERMS = st.tuples(st.booleans(), NAMES, st.sampled_from(["=", "!=", ""]), VALUES)
SUMS = st.lists(st.lists(TERMS, min_size=1, max_size=4), min_size=1, max_size=4)


def term_text(negated: bool, slot: str, operator: str, value: str) -> str:
    compared = f' {operator} "{value}"' if operator else ""
    return f"{'not ' if negated else ''}slots.{slot}{compared}"


def term_truth(slots: dict[str, str], negated: bool, slot: str, operator: str, value: str) -> bool:
    plain = {
        "": slot in slots,
        "=": slot in slots and slots[slot] == value,
        "!=": slot not in slots or slots[slot] != value,
    }[operator]
    return plain is not negated


@given(SUMS, SLOTS)
def test_agrees_with_a_simple_evaluator(
    products: list[list[tuple[bool, str, str, str]]], slots: dict[str, str]
) -> None:
    text = " or ".join(" and ".join(term_text(*term) for term in terms) for terms in products)
    truth = any(all(term_truth(slots, *term) for term in terms) for terms in products)

    assert holds(parse(text), slots) is truth


PIECES = st.sampled_from(
    ["slots.a", "slots.", "and", "or", "not", "(", ")", "=", "!=", '"x"', '"', "a", "!", "\n"]
)


@given(st.lists(PIECES, max_size=10).map(" ".join) | st.text(max_size=20))
def test_any_text_is_a_condition_or_a_condition_error(text: str) -> None:
    try:
        condition = parse(text)
    except ConditionError:
        return
    assert parse(written(condition)) == condition

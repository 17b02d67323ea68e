"""A page names a ticket by a handle that says nothing and leads nowhere elsewhere."""

from hypothesis import given
from hypothesis import strategies as st

from bot.console.handles import Handles

SHE = "aGVscGxpbmUtb25l"
IDS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-", min_size=1)


@given(IDS, st.text(min_size=1))
def test_a_handle_leads_back_within_its_session(conversation: str, token: str) -> None:
    handles = Handles(token)
    handle = handles.of(conversation)

    assert handles.read(handle) == conversation
    assert handle == handles.of(conversation), "a page knows a ticket again"
    assert conversation not in handle or len(conversation) < 4


@given(st.text())
def test_whatever_else_is_asked_for_leads_nowhere(handle: str) -> None:
    assert Handles("token").read(handle) is None


def test_it_leads_nowhere_in_another_session() -> None:
    assert Handles("one").of(SHE) != Handles("another").of(SHE)
    assert Handles("another").read(Handles("one").of(SHE)) is None


def test_it_can_stand_in_an_address() -> None:
    handle = Handles("token").of(SHE)

    assert handle.replace("-", "").replace("_", "").isalnum()

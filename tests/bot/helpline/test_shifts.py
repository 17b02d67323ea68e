"""A shift takes a code that only the operator's own app shows: an account alone opens none."""

from datetime import timedelta

import pytest

from bot.errors import NotAllowed
from bot.helpline.shifts import (
    DRIFT_STEPS,
    MOST_TRIES,
    SHIFT,
    STEP_SECONDS,
    address,
    code_at,
    matching,
    new_secret,
    readable,
)
from bot.tickets.operator import Operator, Role
from bot.tickets.ticket import Action
from tests.kit.constants import NOW
from tests.kit.helpline import Helpline

RFC_SECRET = b"12345678901234567890"


@pytest.mark.parametrize(
    ("seconds", "code"), [(59, "287082"), (1111111109, "081804"), (2000000000, "279037")]
)
def test_the_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    """RFC 6238, appendix B, for SHA-1, with six digits."""
    moment = NOW + timedelta(seconds=seconds - NOW.timestamp())
    assert code_at(RFC_SECRET, moment) == code
    assert matching(RFC_SECRET, code, moment) == seconds // STEP_SECONDS


@pytest.mark.parametrize("drift", range(-3, 4))
def test_a_phones_clock_may_differ_a_little(drift: int) -> None:
    found = matching(RFC_SECRET, code_at(RFC_SECRET, NOW, drift), NOW)
    assert (found is not None) is (abs(drift) <= DRIFT_STEPS)


def test_a_secret_as_it_is_typed_and_as_apps_read_it() -> None:
    assert readable(RFC_SECRET) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    assert address(RFC_SECRET, "Heron").startswith("otpauth://totp/helpline:Heron?digits=6&secret=")
    assert new_secret() != new_secret()


async def enrolled(helpline: Helpline, name: str = "Robin") -> tuple[Operator, bytes]:
    """Somebody who was invited by a command on the server, which showed the secret."""
    staff = helpline.parts.helpline.staff
    made = await staff.invitations.make(Role.OPERATOR)
    return await staff.by_telegram.enrol(11, made.code, name), made.secret


async def test_without_a_code_nothing_is_claimed(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    robin, secret = await enrolled(helpline)
    await helpline.asks(1)
    for code in ("", "12345", "abcdef", "１２３４５６"):
        with pytest.raises(NotAllowed, match=r"^refused-code-how$"):
            await staff.shifts.open(robin, code)
    with pytest.raises(NotAllowed, match=r"^refused-off-shift$"):
        await helpline.acts(Action.CLAIM, robin, 1)

    opened = await staff.shifts.open(robin, code_at(secret, helpline.clock.now()))

    assert await helpline.acts(Action.CLAIM, opened.operator, 1)


async def test_a_code_opens_one_shift(helpline: Helpline) -> None:
    """Whoever looked over a shoulder, or read it in the chat, has nothing of it."""
    staff = helpline.parts.helpline.staff
    robin, secret = await enrolled(helpline)
    code = code_at(secret, helpline.clock.now())
    await staff.shifts.open(robin, code)
    await staff.shifts.close(robin)
    for _ in range(2):
        with pytest.raises(NotAllowed, match=r"^refused-code-used$"):
            await staff.shifts.open(robin, code)
        helpline.clock.advance(STEP_SECONDS)
    again = await staff.shifts.open(robin, code_at(secret, helpline.clock.now()))
    assert again.operator.on_shift


async def test_codes_cant_be_guessed(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    robin, secret = await enrolled(helpline)
    right = code_at(secret, helpline.clock.now())
    wrong = f"{(int(right) + 500_000) % 1_000_000:06}"
    for _ in range(MOST_TRIES):
        with pytest.raises(NotAllowed, match=r"^refused-code-wrong$"):
            await staff.shifts.open(robin, wrong)
    with pytest.raises(NotAllowed, match=r"^refused-tries$"):
        await staff.shifts.open(robin, right)
    told = await helpline.parts.store.audit.about("Robin", helpline.clock.now())
    assert "wrong codes" in {one.action for one in told.entries}


async def test_a_shift_ends_by_itself(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    robin, secret = await enrolled(helpline)
    await staff.shifts.open(robin, code_at(secret, helpline.clock.now()))
    helpline.clock.advance(SHIFT.total_seconds() - 1)
    assert [one.on_shift for one in await staff.all()] == [True]
    helpline.clock.advance(1)
    assert [one.on_shift for one in await staff.all()] == [False]


async def test_a_lost_phone_is_replaced_on_the_server_alone(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    robin, secret = await enrolled(helpline)
    await staff.shifts.open(robin, code_at(secret, helpline.clock.now()))

    fresh = await staff.shifts.renew(await staff.named("Robin"))

    robin = await staff.named("Robin")
    assert not robin.on_shift
    helpline.clock.advance(STEP_SECONDS)
    with pytest.raises(NotAllowed, match=r"^refused-code-wrong$"):
        await staff.shifts.open(robin, code_at(secret, helpline.clock.now()))
    opened = await staff.shifts.open(robin, code_at(fresh, helpline.clock.now()))
    assert opened.operator.on_shift


async def test_a_secret_shows_in_telegram_until_a_code_of_it_was_given(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    chief = await helpline.admits(12, "Heron", Role.SUPERVISOR)
    made = await staff.invitations.make(Role.OPERATOR, chief)
    assert not made.secret, "the supervisor doesn't see it"
    robin = await staff.by_telegram.enrol(11, made.code, "Robin")
    factor = await staff.shifts.to_show(robin)
    assert factor is not None
    await staff.shifts.shown(robin, factor, 77)

    opened = await staff.shifts.open(robin, code_at(factor.secret, helpline.clock.now()))

    assert opened.message == 77, "this message is to be deleted"
    assert await staff.shifts.to_show(robin) is None


async def test_one_that_was_shown_on_the_server_never_shows_in_telegram(helpline: Helpline) -> None:
    robin, _ = await enrolled(helpline)
    assert await helpline.parts.helpline.staff.shifts.to_show(robin) is None


async def test_only_who_was_admitted_by_a_demo_needs_no_code(helpline: Helpline) -> None:
    staff = helpline.parts.helpline.staff
    heron = await helpline.admits(12, "Heron")
    await staff.shifts.close(heron)
    assert (await staff.shifts.open(heron)).operator.on_shift
    robin, _ = await enrolled(helpline)
    assert (heron.waived, robin.waived) == (True, False)

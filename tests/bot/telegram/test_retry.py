"""Both bots wait alike after the same error, though their libraries name it differently."""

from datetime import timedelta

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import GetMe
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.attempt import GIVEN_UP, Attempt, put_off
from bot.desk.errors import ERRORS as DESK
from bot.errors import Conflict, StoreUnavailable
from bot.intake.errors import ERRORS as INTAKE
from bot.intake.errors import later
from bot.telegram.retry import Errors

CALL = GetMe()


@pytest.mark.parametrize(
    ("library", "error", "attempt"),
    [
        (INTAKE, TelegramRetryAfter(CALL, "", 7), put_off(7.0)),
        (DESK, RetryAfter(7), put_off(7.0)),
        (DESK, RetryAfter(timedelta(seconds=7)), put_off(7.0)),
        (INTAKE, StoreUnavailable(), put_off(0.5)),
        (DESK, Conflict(), put_off(0.5)),
        (DESK, BadRequest("message is too long"), GIVEN_UP),
        (INTAKE, KeyError(), GIVEN_UP),
        (DESK, KeyError(), GIVEN_UP),
    ],
)
def test_how_long_to_wait(library: Errors, error: Exception, attempt: Attempt) -> None:
    assert library.attempt(error, 1) == attempt


@pytest.mark.parametrize(
    ("library", "error"),
    [
        (INTAKE, TelegramNetworkError(CALL, "")),
        (DESK, NetworkError("")),
        (DESK, TimedOut()),
    ],
)
def test_while_the_network_is_away_the_pauses_grow(library: Errors, error: Exception) -> None:
    waits = [library.attempt(error, failures).seconds for failures in (1, 2, 3, 100)]

    assert waits == [0.5, 1.0, 2.0, 10.0]


def test_a_call_of_intake_s_is_put_off_as_telegram_asks() -> None:
    assert later(TelegramRetryAfter(CALL, "", 7)).attempt == put_off(7.0)
    assert later(TelegramBadRequest(CALL, "")).attempt == put_off(2.0)

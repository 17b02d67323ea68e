"""Shifts: an operator shows by a code that it is they who hold the account.

A code is that of an authenticator app (TOTP, RFC 6238, by `cryptography`): six digits of each half
minute. Whoever takes an operator's Telegram account over, by their SIM card or an SMS, has none.
In the console a passkey opens the shift: it is two factors by itself, a device and what unlocks it
(docs/decisions/0041-passkeys.md). Without a shift nobody claims, answers, or does anything to the
roster (`bot.tickets.permissions`).
"""

import base64
import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from bot.clock import Clock
from bot.errors import NotAllowed
from bot.helpline.staff_audit import StaffAudit
from bot.store.staff.console_sessions import ConsoleSessions
from bot.store.staff.factors import Factor, Factors
from bot.store.staff.roster import Roster
from bot.tickets import permissions
from bot.tickets.operator import SHELL, DeskAction, Operator

SHIFT = timedelta(hours=12)
"""So long a code opens a shift; then another is asked for."""

STEP_SECONDS = 30
DIGITS = 6
SECRET_BYTES = 20
"""RFC 6238 with what every authenticator app takes: SHA-1, whose weakness isn't in HMAC."""

DRIFT_STEPS = 1
"""Half minutes by which a phone's clock may differ (RFC 6238, 5.2)."""

MOST_TRIES = 5
"""Wrong codes an hour for one operator."""

_ISSUER = "helpline"


@dataclass(frozen=True, slots=True)
class OpenedShift:
    """A shift that has begun. `message`: the number of the message that showed the secret, which
    is to be deleted now; 0 for none."""

    operator: Operator
    message: int = 0


class Shifts:
    """Opens and ends them."""

    def __init__(
        self,
        roster: Roster,
        factors: Factors,
        sessions: ConsoleSessions,
        log: StaffAudit,
        clock: Clock,
    ) -> None:
        self._roster = roster
        self._factors = factors
        self._sessions = sessions
        self._log = log
        self._clock = clock

    async def open(
        self, operator: Operator, code: str = "", *, proved: bool = False
    ) -> OpenedShift:
        """Begin a shift, or go on with one. `proved`: a passkey has just shown that it is they, so
        no code is asked for. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.SHIFT, operator)
        if operator.suspended:
            raise NotAllowed("refused-suspended")
        known = proved or operator.waived
        factor = None if known else await self._checked(operator, code)
        ends = self._clock.now() + SHIFT
        changed = await self._changed(operator, on_shift=True, shift_ends=ends)
        await self._log.note(changed, "on")
        return OpenedShift(changed, factor.message if factor else 0)

    async def close(self, operator: Operator) -> Operator:
        """End a shift, and with it all sessions in browsers; tickets stay until they are finished
        or given back. Raises `NotAllowed`."""
        permissions.check_desk(DeskAction.SHIFT, operator)
        changed = await self._changed(operator, on_shift=False, shift_ends=None)
        await self._sessions.end_all(operator.id)
        await self._log.note(changed, "off")
        return changed

    # -- secrets -------------------------------------------------------------------------------

    async def begin(self, operator: Operator, secret: bytes = b"") -> None:
        """Give somebody who was enrolled a secret. `secret`: the one that was shown to them outside
        Telegram already."""
        factor = Factor(secret or new_secret(), outside=bool(secret))
        await self._factors.put(operator.id, factor)

    async def renew(self, operator: Operator) -> bytes:
        """A new secret by a command on the server, which shows it: the phone with the old one is
        lost. Their shift ends, and with it all sessions."""
        secret = new_secret()
        await self.begin(operator, secret)
        await self._roster.change(operator, on_shift=False, shift_ends=None)
        await self._sessions.end_all(operator.id)
        await self._log.note(SHELL, "totp", about=operator)
        return secret

    async def to_show(self, operator: Operator) -> Factor | None:
        """The factor whose secret is to be shown in Telegram: nobody has seen it elsewhere, and no
        code of it was given yet."""
        factor = None if operator.waived else await self._factors.get(operator.id)
        return None if factor is None or factor.confirmed or factor.outside else factor

    async def shown(self, operator: Operator, factor: Factor, message: int) -> None:
        """The secret stands in this message until a code of it is given."""
        await self._factors.put(operator.id, replace(factor, message=message))

    async def _checked(self, operator: Operator, code: str) -> Factor:
        """The factor as it was when this code of it was used up. Raises `NotAllowed`."""
        factor = await self._factors.get(operator.id)
        if factor is None:
            raise NotAllowed("refused-no-factor")
        digits = "".join(code.split())
        if not (digits.isascii() and digits.isdigit() and len(digits) == DIGITS):
            raise NotAllowed("refused-code-how")
        tries = f"code-{operator.id}"
        if await self._roster.tried(tries) >= MOST_TRIES:
            raise NotAllowed("refused-tries")
        step = matching(factor.secret, digits, self._clock.now())
        if step is None:
            if await self._roster.tries(tries) == MOST_TRIES:
                await self._log.note(operator, "wrong codes", about=operator)
            raise NotAllowed("refused-code-wrong")
        if not await self._factors.use(operator.id, step):
            raise NotAllowed("refused-code-used")
        if not factor.confirmed:
            await self._factors.put(operator.id, replace(factor, confirmed=True, message=0))
        return factor

    async def _changed(self, operator: Operator, **fields: object) -> Operator:
        changed = await self._roster.change(operator, **fields)
        if changed is None:
            raise NotAllowed("refused-no-operator-any-more")
        return changed


def new_secret() -> bytes:
    """A random secret: 160 bits (RFC 4226, R6)."""
    return secrets.token_bytes(SECRET_BYTES)


def code_at(secret: bytes, moment: datetime, steps: int = 0) -> str:
    """The code of a moment, `steps` half minutes later."""
    return _totp(secret).generate(int(moment.timestamp()) + steps * STEP_SECONDS).decode()


def matching(secret: bytes, code: str, now: datetime) -> int | None:
    """The half minute since 1970 of which this is the code, if it is near enough."""
    found = None
    for drift in range(-DRIFT_STEPS, DRIFT_STEPS + 1):
        if hmac.compare_digest(code_at(secret, now, drift), code):
            found = int(now.timestamp()) // STEP_SECONDS + drift
    return found


def readable(secret: bytes) -> str:
    """A secret as it is typed into an app: base32 (RFC 4648) in groups of four."""
    text = base64.b32encode(secret).decode()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def address(secret: bytes, name: str) -> str:
    """A secret as apps read it from a QR code (otpauth://)."""
    return _totp(secret).get_provisioning_uri(name, _ISSUER)


def _totp(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), STEP_SECONDS)  # noqa: S303 - RFC 6238

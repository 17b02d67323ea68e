"""Alarms: what may be an attack on the operators' groups or on a bot's token.

Any process rings one; the desk shows those that stand and calls for each once a day. Only words of
ours are kept, unsealed: whoever can write to Redis could ring or still an alarm.
"""

from enum import StrEnum

from bot.clock import Clock
from bot.privacy.retention import Retention
from bot.store.client.connection import Redis, redis_errors
from bot.telemetry.metrics import ALARMS

_ROW = "alarms"

STANDS_SECONDS = 900.0
"""An alarm stands for so long after it was last rung: above the pause between two looks."""


class Alarm(StrEnum):
    """A sign of an attack or of a wrong setting. Each has a text in `content/desk/`, `alarm-…`."""

    INTAKE_WEBHOOK = "intake-webhook"
    DESK_WEBHOOK = "desk-webhook"
    INTAKE_POLLER = "intake-poller"
    DESK_POLLER = "desk-poller"
    PUBLIC = "group-public"
    MEMBERS_INVITE = "group-members-invite"
    NOT_PROTECTED = "group-not-protected"
    CROWD = "group-crowd"
    STRANGE_ADMIN = "group-strange-admin"
    NO_RIGHT = "group-no-right"
    NOT_PUT_OUT = "group-not-put-out"


for _alarm in Alarm:  # from the start, so that the first one counts as an increase
    ALARMS.labels(_alarm.value)


class Alarms:
    """The alarms of all processes."""

    def __init__(self, redis: Redis, clock: Clock) -> None:
        self._redis = redis
        self._clock = clock

    async def ring(self, alarm: Alarm) -> None:
        """Note that an alarm's cause was seen just now."""
        ALARMS.labels(alarm.value).inc()
        now = self._clock.now().timestamp()
        with redis_errors():
            pipe = self._redis.pipeline(transaction=False)
            pipe.zadd(_ROW, {alarm.value: now})
            pipe.pexpire(_ROW, Retention.ALARM.milliseconds)
            await pipe.execute()

    async def standing(self) -> list[Alarm]:
        """Alarms that were rung lately, in a fixed order."""
        since = self._clock.now().timestamp() - STANDS_SECONDS
        with redis_errors():
            found = await self._redis.zrangebyscore(_ROW, since, "+inf")
        words = {one.decode() for one in found}
        return [alarm for alarm in Alarm if alarm.value in words]

    async def first_told(self, alarm: Alarm) -> bool:
        """Whether nobody was called for it within the last day; from now on somebody was."""
        with redis_errors():
            life = Retention.ALARM.milliseconds
            return bool(await self._redis.set(f"alarm:{alarm.value}", b"1", nx=True, px=life))

    async def not_told(self, alarm: Alarm) -> None:
        """The call couldn't be sent."""
        with redis_errors():
            await self._redis.delete(f"alarm:{alarm.value}")

"""Messages that stay in a chat: counted in the log and among the metrics."""

import logging

from bot.telemetry.metrics import NOT_DELETED

logger = logging.getLogger(__name__)


def stay(count: int) -> None:
    """Count so many more messages that will not be deleted."""
    if count:
        logger.warning("messages_not_deleted", extra={"count": count})
        NOT_DELETED.inc(count)

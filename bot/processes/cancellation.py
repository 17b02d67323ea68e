"""Ending tasks that are told to end."""

import asyncio


def ending() -> bool:
    """Whether this task was told to end, even if something that it awaited swallowed that.

    A cancellation that meets the end of a command to Redis can get lost, and the process with it:
    it would wait for its next conversation for ever.
    """
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0

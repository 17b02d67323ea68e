"""`helpline rotate-key`: from the old key to the new one, step by step."""

import pytest

from bot.privacy.vault import Keys
from bot.processes.redis_server import store_and_keyring
from tests.kit.command import helpline

pytestmark = pytest.mark.process


async def test_from_the_old_key_to_the_new_one() -> None:
    old = Keys.new_master()
    begun = (await helpline("rotate-key", "--begin", HELPLINE_MASTER_KEY=old)).out.strip()
    first, new = begun.split(",")
    assert first == old
    switched = (await helpline("rotate-key", "--switch", HELPLINE_MASTER_KEY=begun)).out.strip()
    assert switched == f"{new},{old}"
    async with store_and_keyring() as servers:
        ended = await helpline("rotate-key", HELPLINE_MASTER_KEY=switched, **servers.environment())
    assert ended.status == 0
    assert ended.out.splitlines() == [
        "put under the new key: 0; opened by no key, they will lapse: 0",
        new,
    ]
    desk = await helpline("key", "--for-desk", HELPLINE_MASTER_KEY=begun)
    assert len(desk.out.strip().split(",")) == 2


async def test_a_step_out_of_turn_is_refused_without_the_key() -> None:
    old = Keys.new_master()
    for options in ([], ["--switch"]):
        ended = await helpline("rotate-key", *options, HELPLINE_MASTER_KEY=old)
        assert ended.status == 2
        assert old not in ended.err

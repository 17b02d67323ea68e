"""A chat's list of message numbers is bounded; what it loses stays in the chat, and is counted."""

import pytest

from bot.attempt import Result
from bot.privacy.chat_deletion import MOST, Author, ChatMessage
from bot.privacy.vault import Vault
from bot.store import Changes, Contact
from bot.store.conversations.batch import FIRST_NUMBERS, MOST_NUMBERS
from bot.store.conversations.outcome import Outcome
from bot.store.keyring.keyring import Keyring
from bot.store.names import row_key
from bot.store.rows import PersonRow, encode_number
from bot.telemetry.metrics import REGISTRY
from flows.conversation import Conversation
from tests.bot.store.conftest import Shelf
from tests.bot.store.turns import SHE

AT = 1_000_000.0
DAY = 24 * 3600.0


def _lost() -> float:
    return REGISTRY.get_sample_value("helpline_messages_not_deleted_total") or 0.0


async def _knows(shelf: Shelf, count: int) -> None:
    vault = Vault(shelf.keys)
    key, _ = await Keyring(shelf.keyring, vault).make_address_key(SHE)
    numbers = (ChatMessage(number, Author.PERSON, AT) for number in range(1, count + 1))
    rows = [vault.seal(key, SHE, "messages", encode_number(one)) for one in numbers]
    await shelf.redis.rpush(row_key(SHE, "messages"), *rows)


async def _writes(shelf: Shelf, number: int, *rows: PersonRow) -> None:
    read = await shelf.store.conversations.load(SHE)
    contact = Contact(77, number, AT)
    changes = Changes(Conversation(), None, contact=contact, to_person=rows)
    assert await shelf.store.conversations.commit(SHE, read, changes) is Result.DONE


async def _numbers(shelf: Shelf) -> list[int]:
    return [message.number for _, message in await shelf.store.people.messages(SHE)]


async def test_a_long_chat_is_looked_at_now_and_not_in_a_day(shelf: Shelf) -> None:
    await _knows(shelf, MOST - 1)
    await _writes(shelf, MOST)
    assert await shelf.store.deletions.due(AT + DAY - 1) == []
    await _writes(shelf, MOST + 1)
    [(_, conversation)] = await shelf.store.deletions.due(AT)
    assert conversation == SHE


async def test_a_full_list_keeps_the_first_and_the_latest_and_counts_the_others(
    shelf: Shelf,
) -> None:
    await _knows(shelf, MOST_NUMBERS - 1)
    before = _lost()
    await _writes(shelf, MOST_NUMBERS)
    assert _lost() == before
    await _writes(shelf, MOST_NUMBERS + 1, PersonRow("words"))
    assert _lost() == before + 1
    [(raw, _)] = await shelf.store.outbox.for_person(SHE)
    answer = ChatMessage(MOST_NUMBERS + 2, Author.BOT, AT)
    await shelf.store.sent_messages.sent(SHE, 77, answer, raw)
    assert _lost() == before + 2
    known = await _numbers(shelf)
    assert known[:FIRST_NUMBERS] == list(range(1, FIRST_NUMBERS + 1))
    assert known[FIRST_NUMBERS:] == list(range(FIRST_NUMBERS + 3, MOST_NUMBERS + 3))


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (0, Outcome(Result.CONFLICT)),
        (-1, Outcome(Result.REPEATED)),
        (1, Outcome(Result.DONE)),
        (3, Outcome(Result.DONE, leased=True)),
        (1 + 8, Outcome(Result.DONE, lost=2)),
    ],
)
def test_one_number_says_it_all(code: int, outcome: Outcome) -> None:
    assert Outcome.read(code) == outcome

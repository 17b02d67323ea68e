"""What a crowd writes: floods, false cries, hostile texts, forged buttons, erasures in a loop."""

import random
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from typing import Any

from sandbox.errors import ClientError
from sandbox.people import Person

LONGEST = 4096
"""Letters of a message (Bot API, Message)."""


def _filled(letter: str) -> str:
    """A message of nothing but this, as long as Telegram lets through (UTF-16)."""
    return letter * (LONGEST // (len(letter.encode("utf-16-le")) // 2))


TEXTS: dict[str, Callable[[random.Random], str]] = {
    "short": lambda dice: dice.choice(["?", "привет", "/menu", "ок", "салем", "1", "👍"]),
    "question": lambda dice: dice.choice(
        ["какие у меня права", "мне не платят зарплату", "забрали паспорт", "/operator"]
    ),
    "longest": lambda dice: _filled(dice.choice(["한", "я", "a", "👨‍👩‍👧"])),
    "digraphs": lambda dice: "ш" + "ч" * (LONGEST - 1 - dice.randrange(9)),
    "marks": lambda _: "п\u0301\u0302\u0303\u0304" * 500,
    "bidi": lambda _: "\u202eтревога\u202c /release /claim@x t.me/x \u2066\u2067" * 40,
    "notices": lambda _: "👁 the person says that nobody is reading along any more\n" * 9,
    "products": lambda dice: " ".join(f"слово{dice.randrange(10**6)}" for _ in range(300)),
    "false cry": lambda _: "нас заперли помогите, мы в подвале у вокзала, пишу за всех нас",
}
"""Kind → a text of it."""

WEIGHTS = {
    "short": 24,
    "question": 14,
    "longest": 16,
    "digraphs": 8,
    "marks": 5,
    "bidi": 5,
    "notices": 4,
    "products": 6,
    "false cry": 3,
    "erasure": 5,
    "forged": 5,
    "picture": 5,
}
"""Of a hundred acts."""


class Crowd:
    """Accounts that act at random, by a seed, as fast as they are told to."""

    def __init__(self, accounts: Sequence[Person], seed: int) -> None:
        self._accounts = accounts
        self._dice = random.Random(seed)  # noqa: S311 - nothing depends on its being secret
        self.done: Counter[str] = Counter()

    async def act(self) -> None:
        """Let one of the accounts do something hostile, chosen by the weights of `WEIGHTS`."""
        person = self._dice.choice(self._accounts)
        (kind,) = self._dice.choices(list(WEIGHTS), list(WEIGHTS.values()))
        person.see_all()
        with suppress(ClientError):  # what isn't on the screen can't be pressed
            await self._acts(kind, person)
            self.done[kind] += 1

    def _acts(self, kind: str, person: Person) -> Coroutine[Any, Any, object]:
        match kind:
            case "erasure":
                return self._erases(person)
            case "forged":
                data = self._dice.choice(["", "x" * 64, "claim:Oak-1", "close:other", "🌍"])
                return person.forge_callback(data)
            case "picture":
                return person.send_photo("нас заперли")
            case _:
                return person.say(TEXTS[kind](self._dice))

    async def _erases(self, person: Person) -> None:
        """The question, or, where it stands there already, the yes."""
        try:
            await person.press("Да, стереть")
        except ClientError:
            await person.say("/delete")

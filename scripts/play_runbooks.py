"""Plays each runbook once against a helpline on this machine, and writes at its end what was seen.

    python -m scripts.play_runbooks [NAME …]

Both bots run as processes against the sandbox, as in `helpline demo`. A step that doesn't come to
pass ends the play with an error, and the page stays as it is: a runbook that doesn't work is no
runbook.
"""

import asyncio
import signal
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.clock import SystemClock
from bot.processes.redis_server import redis_server
from bot.store import connect, memory
from bot.texts.check import read_tree
from bot.texts.publication import version_of
from bot.texts.publishers.signatures import written_form
from sandbox.faults import Fault
from sandbox.operators import Operator
from sandbox.people import Person
from sandbox.shown import ShownTopic, Unmet
from tests.kit.command import Ended, helpline
from tests.kit.processes import Prepared, Process, prepared
from tests.kit.publishers import KESTREL, OWL, WREN, listed, publication

PAGES = Path(__file__).parent.parent / "docs" / "runbooks"
PATIENCE = 240.0
START_SECONDS = 300.0
AGAIN_SECONDS = 30.0
"""After which somebody who isn't answered writes again."""

MOST_LINES = 6
"""Of what a command prints."""

CRY = "нас заперли помогите"
THIEF = "https://thief.example/updates"

PLAYED = "## Played"
HEAD = f"""{PLAYED}

By `python -m scripts.play_runbooks {{name}}`: both bots as processes, Redis, keyring and the
sandbox on one machine; what was done, and what was seen.
"""
"""How what was seen begins on a runbook's page."""


@dataclass
class Play:
    """One runbook being played: the helpline, and what was seen."""

    ready: Prepared
    bots: dict[str, Process]
    seen: list[str] = field(default_factory=list)

    def say(self, line: str) -> None:
        """Note what was done or seen."""
        self.seen.append(f"- {line}")
        print(f"  {line}", flush=True)

    @property
    def heron(self) -> Operator:
        """A supervisor."""
        return self.ready.sandbox.operator("o1")

    async def command(self, *words: str, of: str = "intake", **more: str) -> Ended:
        """A command of ours, with a bot's settings; noted with what it printed."""
        ended = await helpline(*words, **{**self.ready.environments[of], **more})
        lines = [line.strip() for line in (ended.out + ended.err).splitlines() if line.strip()]
        shown = " / ".join(lines[:MOST_LINES])
        named = " ".join(Path(word).name if "/" in word else word for word in words)
        self.say(f"`helpline {named}` → {ended.status}: {shown}")
        return ended

    async def cries(self, key: str) -> tuple[Person, ShownTopic]:
        """Somebody in danger, and the topic that opens."""
        person, before = self.ready.sandbox.person(key), len(self.heron.topics)
        await person.say(CRY)
        await self.heron.until(lambda: len(self.heron.topics) > before, timeout=PATIENCE)
        topic = self.heron.topics[-1]
        await self.heron.expect_card(with_button="Claim", topic=topic, timeout=PATIENCE)
        return person, topic

    async def claimed(self, key: str) -> tuple[Person, ShownTopic]:
        """As above, and a supervisor has it."""
        person, topic = await self.cries(key)
        await self.heron.press_in(topic, "Claim")
        await person.expect(contains="Теперь здесь человек", timeout=PATIENCE)
        return person, topic

    async def answered(self, key: str) -> None:
        """Somebody new is answered, if need be when they write again: the helpline works."""
        person = self.ready.sandbox.person(key)
        async with asyncio.timeout(PATIENCE):
            while not person.unseen:
                await person.say("Русский")
                with suppress(Unmet):
                    await person.until(lambda: person.unseen, timeout=AGAIN_SECONDS)
        self.say("somebody who writes now is answered")


def expect(seen: bool) -> None:
    """Raises `RuntimeError` where something didn't come to pass."""
    if not seen:
        raise RuntimeError("the runbook doesn't work")


def on_disk(folder: Path) -> bytes:
    """All that a folder holds."""
    return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


async def stolen_token(play: Play) -> None:
    """Somebody else sets a webhook with intake's token."""
    await play.answered("before")
    stolen = {"HELPLINE_WEBHOOK_URL": THIEF, "HELPLINE_WEBHOOK_SECRET": "t" * 40}
    await play.command("webhook", "set", "intake", **stolen)
    found = await play.command("webhook", "show", "intake")
    expect(THIEF in found.out)
    alarm = await play.heron.expect(contains="🚨", timeout=PATIENCE)
    play.say(f"in the group: “{alarm.text.splitlines()[0]}”")
    await play.command("webhook", "delete", "intake")
    await play.answered("after")


async def lost_keyring(play: Play) -> None:
    """All of the keyring's servers end at once, while the desk runs with a claimed ticket."""
    person, topic = await play.claimed("she")
    keyring = connect(play.ready.servers.keyring, "HELPLINE_KEYRING_URL")
    await keyring.flushall()
    await keyring.aclose()
    play.say("the keyring is empty; both bots run on")
    await play.heron.say_in(topic, "вы здесь?")
    said = await play.heron.expect(matches="(?i)ticket|over|ended", topic=topic, timeout=PATIENCE)
    play.say(f"the operator who writes on is told: “{said.text}”")
    await person.say(CRY)
    before = topic.id
    await play.heron.until(
        lambda: any(one.id != before for one in play.heron.topics), timeout=PATIENCE
    )
    play.say("the person cries again and has a new ticket, without what was said")


async def full_store(play: Play) -> None:
    """Redis takes nothing more."""
    _, topic = await play.claimed("she")
    store = connect(play.ready.servers.store, "HELPLINE_REDIS_URL")
    await store.config_set("maxmemory-policy", "noeviction")
    used = int((await store.info("memory"))["used_memory"])
    await store.config_set("maxmemory", int(used / 0.97))
    await asyncio.sleep(memory.LOOK_SECONDS + 1)  # until intake has looked
    stranger = play.ready.sandbox.person("stranger")
    await stranger.say("Русский")
    play.say("the store is 97 % full (`maxmemory`)")
    await play.cries("in-danger")
    play.say("somebody in danger has a card")
    expect(not stranger.unseen)
    play.say("somebody new who only chose a language isn't answered")
    await play.heron.say_in(topic, "/close other")
    await play.heron.until(lambda: topic.id not in play.heron.chat.topics, timeout=PATIENCE)
    play.say("a supervisor closes: the ticket's topic is gone")
    await store.config_set("maxmemory", 512 * 1024 * 1024)
    await store.aclose()
    play.say("`CONFIG SET maxmemory 536870912`")
    await asyncio.sleep(memory.LOOK_SECONDS + 1)
    await play.answered("after")


async def hijacked_operator(play: Play) -> None:
    """Robin's account is in other hands; a supervisor takes it off the roster."""
    robin = play.ready.sandbox.operator("o4")
    _, topic = await play.cries("she")
    await robin.press_in(topic, "Claim")
    await robin.until(lambda: bool(robin.toasts), timeout=PATIENCE)
    play.say(f"Robin's account claims: “{robin.toasts[-1]}”")
    await play.heron.private.say("/remove Robin")
    done = await play.heron.private.expect(contains="Robin", timeout=PATIENCE)
    play.say(f"the supervisor, privately: `/remove Robin` → “{done.text}”")
    before = len(robin.toasts)
    await robin.press()
    await robin.until(lambda: len(robin.toasts) > before, timeout=PATIENCE)
    play.say(f"Robin's account presses again: “{robin.toasts[-1]}”")


async def wrong_text(play: Play) -> None:
    """What is live is wrong; back to what was live before."""
    folder = Path(play.ready.environments["intake"]["HELPLINE_PUBLISHERS"]).parent
    signed, key = folder / "signed.json", WREN.key_file(folder)
    signed.write_bytes(written_form(publication(1, version_of(read_tree()))))
    await play.command("texts", "publish", str(signed))
    expect((await play.command("texts", "back", "--key", str(key))).status == 0)
    await play.answered("after")


async def lost_publisher_key(play: Play) -> None:
    """Wren's key is stolen; Kestrel and Owl sign what is live anew, and Wren goes off the list."""
    folder = Path(play.ready.environments["intake"]["HELPLINE_PUBLISHERS"]).parent
    digest = version_of(read_tree())
    first, anew, lie = (folder / name for name in ("first.json", "anew.json", "lie.json"))
    first.write_bytes(written_form(publication(1, digest, KESTREL, WREN)))
    await play.command("texts", "publish", str(first))
    lie.write_bytes(written_form(publication(2, digest, WREN)))
    expect((await play.command("texts", "publish", str(lie))).status != 0)
    play.say("with one stolen key nothing new is shown")
    await play.command("texts", "propose", "--out", str(anew), "--with-stale")
    for one in (KESTREL, OWL):
        await play.command("texts", "sign", str(anew), "--key", str(one.key_file(folder)))
    expect((await play.command("texts", "publish", str(anew), "--with-stale")).status == 0)
    listed(folder, KESTREL, OWL)
    for name, bot in play.bots.items():
        await bot.killed_and_started()
        await play.ready.sandbox.polled(name, START_SECONDS)
    play.say("Wren is off the list; both bots were started again, one after the other")
    lie.write_bytes(written_form(publication(9, digest, KESTREL, WREN)))
    expect((await play.command("texts", "publish", str(lie))).status != 0)
    await play.answered("after")


async def telegram_blocked(play: Play) -> None:
    """Telegram answers nobody for a while."""
    box = play.ready.sandbox
    box.faults.add(Fault("error", times=10**6))
    box.faults.add(Fault("error", times=10**6, method="getUpdates"))
    person = box.person("she")
    await person.say(CRY)
    await asyncio.sleep(2)
    play.say(f"Telegram answers each call with 502; topics meanwhile: {len(play.heron.topics)}")
    box.faults.clear()
    began = SystemClock().monotonic()
    await play.heron.until(lambda: len(play.heron.topics) > 0, timeout=PATIENCE)
    seconds = SystemClock().monotonic() - began
    play.say(f"Telegram is back: the cry's topic is there after {seconds:.0f} s, nothing was lost")


async def seized_host(play: Play) -> None:
    """The machine is taken: what is on its disk, and the first steps elsewhere."""
    person, _ = await play.cries("she")
    for bot in play.bots.values():
        await bot.kill()
    folder = Path(play.ready.environments["intake"]["PLAYED_DISK"])
    found = on_disk(folder)
    expect(bool(found))
    expect(str(person.chat_id).encode() not in found and CRY.encode() not in found)
    play.say(f"the disk holds {len(found)} bytes; the person's number and words aren't among them")
    await play.command("key", "--to", str(folder / "master-key"))
    play.say("a new key, for elsewhere; new tokens, certificates and a group weren't played")


PLAYS: dict[str, Callable[[Play], Awaitable[None]]] = {
    "stolen-token": stolen_token,
    "seized-host": seized_host,
    "lost-keyring": lost_keyring,
    "full-store": full_store,
    "hijacked-operator": hijacked_operator,
    "wrong-text": wrong_text,
    "lost-publisher-key": lost_publisher_key,
    "telegram-blocked": telegram_blocked,
}


async def played(name: str) -> list[str]:
    """Play one against a fresh helpline; what was seen."""
    print(name, flush=True)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as signers:
        list_of_publishers = str(listed(Path(signers), KESTREL, WREN, OWL))
        async with (
            redis_server(disk=Path(folder)) as store,
            prepared(store, HELPLINE_PUBLISHERS=list_of_publishers) as ready,
        ):
            for environment in ready.environments.values():
                environment["PLAYED_DISK"] = folder
            bots = {bot: ready.bot(bot, None) for bot in ready.environments}
            for bot, process in bots.items():
                await process.start()
                await ready.sandbox.polled(bot, START_SECONDS)
            play = Play(ready, bots)
            try:
                await PLAYS[name](play)
            finally:
                for process in bots.values():
                    await process.end(signal.SIGKILL)
            return play.seen


def written(page: str, name: str, seen: Sequence[str]) -> str:
    """A runbook with what was seen, in the place of what was seen before."""
    told = page.partition(f"\n{PLAYED}")[0].rstrip()
    return f"{told}\n\n{HEAD.format(name=name)}\n" + "\n".join(seen) + "\n"


def main(names: Sequence[str]) -> int:
    """Play these, or all."""
    for name in names or PLAYS:
        seen = asyncio.run(played(name))
        page = PAGES / f"{name}.md"
        page.write_text(written(page.read_text(encoding="utf-8"), name, seen), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

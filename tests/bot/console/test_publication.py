"""Publications over HTTP: what is checked, who may what, signatures from a terminal, and how a
passkey comes into the list. (tests/wire/test_publication.py: with bots, in a browser.)"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fido2.utils import websafe_decode

from bot.texts.check import read_tree
from bot.texts.publication import version_of
from bot.texts.publishers import signatures
from bot.texts.publishers.listed import read_publishers
from bot.texts.publishers.signatures import read_proposal, written_form
from bot.texts.switching import Switching
from bot.tickets.operator import Role
from flows.format.load import DEFINITIONS
from sandbox.ports import free_port
from tests.bot.console.conftest import Answer, Browser, Served, serving
from tests.bot.studio.trees import git, whole
from tests.bot.texts.trees import edit
from tests.kit import authenticator
from tests.kit.publishers import KESTREL, OWL, Authenticator, Person, listed

GOODBYE = "content/ru/small_talk.ftl"
PAGE = "content/ru/pages/interpreter.md"


PHONE = Authenticator()


@dataclass(frozen=True, slots=True)
class Office:
    """A console with the editors' folder, an editor who has shown a passkey, and publishers."""

    served: Served
    folder: Path
    editor: Browser
    phone: Authenticator

    def save(self, pattern: str, words: str, file: str = GOODBYE) -> None:
        edit(self.folder / file, pattern, words)
        git(self.folder, "commit", "-q", "-a", "-m", "Corrected")

    async def digest(self) -> str:
        found = re.search('data-digest="([0-9a-f]{64})"', await self.page())
        assert found
        return found[1]

    async def proposal(self) -> str:
        found = re.search('data-proposal="([0-9a-f]{64})"', await self.page())
        assert found
        return found[1]

    async def page(self) -> str:
        answer = await self.editor.gets("/publication")
        assert answer.status == 200, answer.text
        return answer.text

    async def fragment(self, path: str) -> str:
        """A part of the page, once it is there."""
        while "data-again" in (found := (await self.editor.gets(path)).text):
            pass
        return found

    async def proposes(self, **more: Any) -> Answer:
        digest = await self.digest()
        await self.fragment("/publication/check")  # as the page does, before anybody presses
        return await self.editor.posts("/publication/propose", **{"digest": digest, **more})


def refused(answer: Answer) -> str:
    assert answer.status == 409, (answer.status, answer.text)
    return str(msgspec.json.decode(answer.text)["refused"])


async def unproved_editor(served: Served) -> Browser:
    """Somebody who signed in too long ago."""
    parts = served.helpline.parts
    operator = await parts.helpline.staff.newcomers.take_in("Heron", Role.EDITOR)
    return Browser(served, operator, await parts.store.console_sessions.begin(operator.id))


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    folder = whole(tmp_path / "texts")
    port = free_port()
    phone = Authenticator(
        credential=b"a phone", relying_party="localhost", origin=f"http://localhost:{port}"
    )
    file = listed(tmp_path, KESTREL, Person("Wren", passkeys=(phone,), has_key=False))
    async with serving(folder, port, publishers=str(file)) as served:
        operator = await served.helpline.admits(10, "Wagtail", Role.EDITOR)
        token = await served.helpline.parts.store.console_sessions.begin(operator.id, proved=True)
        yield Office(served, folder, Browser(served, operator, token), phone)


@pytest.mark.slow
async def test_what_has_faults_or_lags_is_proposed_by_nobody(office: Office) -> None:
    assert "Nothing is waiting" in await office.page()
    office.save("^utter_goodbye = .*", "utter_goodbye = Полиция уже едет к Вам.")
    assert "says “полиция уже едет" in await office.fragment("/publication/check")
    assert "the check finds 1 faults" in refused(await office.proposes())
    office.save("^utter_goodbye = .*", "utter_goodbye = До встречи.")
    office.save("Не понимаете бумагу", "Не поняли бумагу", PAGE)
    assert "lag behind" in await office.fragment("/publication/check")
    assert "Mend them, or tick that they may" in refused(await office.proposes())
    assert "Load it again" in refused(await office.proposes(digest="ab" * 32))
    assert (await office.proposes(with_stale=True)).status == 204
    assert "Proposed: no. 1" in await office.page()
    shown = await office.fragment("/publication/changes/next")
    assert "До встречи." in shown
    assert "Всего доброго. Написать можно" in shown
    assert "Не поняли бумагу" in shown
    assert (await office.editor.gets("/publication/changes/x")).status == 404
    gone = await office.fragment(f"/publication/changes/{'ab' * 32}")
    assert "kept any more" in gone


@pytest.mark.slow
async def test_one_signs_in_a_terminal_and_one_here(office: Office) -> None:
    """The hash is the same, whoever takes it of the same commit; the files are as good as each
    other's signatures."""
    office.save("^utter_goodbye = .*", "utter_goodbye = До встречи.")
    assert (await office.proposes(with_stale=True)).status == 204
    name, editor = await office.proposal(), office.editor
    got = await editor.posts("/publication/file", name=name)
    proposal = read_proposal(msgspec.json.decode(got.text)["file"].encode())
    checkout = read_tree(DEFINITIONS, office.folder / "content")
    assert proposal.said.digest == version_of(checkout)
    by_key = proposal.with_signature(signatures.sign(proposal.said, KESTREL.key))

    async def gives(file: str) -> Answer:
        return await editor.posts("/publication/signed", name=name, file=file)

    assert "no proposal" in refused(await gives("{}"))
    assert "no new signature" in refused(await gives(written_form(proposal).decode()))
    stranger = proposal.with_signature(signatures.sign(proposal.said, OWL.key))
    assert "no publisher of the list" in refused(await gives(written_form(stranger).decode()))
    assert (await gives(written_form(by_key).decode())).status == 204
    assert "no new signature" in refused(await gives(written_form(by_key).decode()))
    assert "too few" in refused(await editor.posts("/publication/publish", name=name))

    asked = await editor.posts("/publication/sign/begin", name=name)
    options = msgspec.json.decode(asked.text)
    assert websafe_decode(options["challenge"]) == proposal.said.challenge
    assert [one["id"] for one in options["allowCredentials"]] == ["YSBwaG9uZQ"]
    answer = msgspec.json.decode(office.phone.json(proposal.said.challenge))
    forged = msgspec.json.decode(office.phone.json(b"x" * 32))
    assert "no publisher" in refused(
        await editor.posts("/publication/sign", name=name, answer=forged)
    )
    assert "no publisher" in refused(await editor.posts("/publication/sign", name=name, answer={}))
    assert (await editor.posts("/publication/sign", name=name, answer=answer)).status == 204
    assert "Wren has signed already" in refused(
        await editor.posts("/publication/sign", name=name, answer=answer)
    )
    assert "Nobody else" in refused(await editor.posts("/publication/sign/begin", name=name))
    assert "signed by Kestrel, Wren" in await office.page()

    unproved = await unproved_editor(office.served)
    for act in ("publish", "withdraw"):
        assert (await unproved.posts(f"/publication/{act}", name=name)).status == 403
    assert (await editor.posts("/publication/publish", name=name)).status == 204
    parts = office.served.helpline.parts
    store = parts.store
    await Switching(parts.live, store.proposed_texts, store.publications).look()
    assert await store.publications.history() == [proposal.said.digest]
    assert "The bots are checking" in await office.page()
    found = await store.audit.recent(parts.clock.now())
    assert [one.action for one in found.entries if "texts" in one.action] == [
        "propose texts",
        "sign texts",
        "sign texts",
        "publish texts",
    ]


async def test_a_passkey_for_the_list(office: Office, tmp_path: Path) -> None:
    """The lines are those that the list takes, and what it signs is then a publisher's."""
    device = authenticator.Authenticator(office.served.origin)
    begun = await office.editor.posts("/publication/passkey/begin")
    asked = msgspec.json.decode(begun.text)
    assert asked["options"]["user"]["name"] == "Wagtail: publishing"
    assert asked["options"]["authenticatorSelection"]["residentKey"] == "discouraged"
    answer = device.create(asked["options"])
    made = await office.editor.posts("/publication/passkey", user=asked["user"], answer=answer)
    lines = msgspec.json.decode(made.text)["lines"]
    again = await office.editor.posts("/publication/passkey", user=asked["user"], answer=answer)
    assert again.status == 409, "an answer counts once"
    other = await office.editor.posts("/publication/passkey", user="x", answer=answer)
    assert other.status == 409, "it is for whom it was asked"
    file = tmp_path / "new.toml"
    file.write_text(f'deployment = "almaty"\n[[publisher]]\nname = "Wagtail"\n{lines}\n', "utf-8")
    ((publisher,),) = (read_publishers(file).all,)
    (passkey,) = publisher.passkeys
    assert (passkey.credential, passkey.origin) == (device.id, office.served.origin)
    shown = (await office.editor.gets("/publication/passkey")).text
    assert "Kestrel: passkeys for this address 0, key files 1" in shown
    assert "Wren: passkeys for this address 1, key files 0" in shown


@pytest.mark.slow
async def test_in_a_demo_one_click_publishes(tmp_path: Path) -> None:
    async with serving(whole(tmp_path / "texts"), unsigned_texts=True) as served:
        editor = await served.signs_in(Role.EDITOR, "Wagtail", 10)
        operator = editor.operator
        assert operator is not None
        token = await served.helpline.parts.store.console_sessions.begin(operator.id, proved=True)
        office = Office(served, tmp_path / "texts", Browser(served, operator, token), PHONE)
        office.save("^utter_goodbye = .*", "utter_goodbye = До встречи.")
        assert (await office.proposes()).status == 204
        page = await office.page()
        assert "This is a demo: nobody signs here." in page
        assert "Sign with my passkey" not in page
        name, parts = await office.proposal(), served.helpline.parts
        assert (await office.editor.posts("/publication/publish", name=name)).status == 204
        await Switching(parts.live, parts.store.proposed_texts, parts.store.publications).look()
        assert await parts.live.refresh()
        assert parts.catalogue.plain("utter_goodbye", "ru") == "До встречи."
        assert "Live now: No. 1" in await office.page()
        back = await office.editor.posts("/publication/back", digest=parts.live.own_digest)
        assert back.status == 204

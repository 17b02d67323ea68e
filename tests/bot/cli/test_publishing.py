"""`helpline texts`: keys, proposals and what is refused. (tests/wire/test_texts.py: with bots.)"""

import base64
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from bot.cli.texts.key import read_key
from bot.errors import ConfigError
from bot.processes.redis_server import redis_server
from bot.store import connect
from bot.store.publications import Publications
from bot.texts.current import own_digest
from bot.texts.publishers.listed import raw
from bot.texts.publishers.signatures import read_proposal, written_form
from tests.kit.command import Ended, helpline
from tests.kit.publishers import (
    KESTREL,
    WREN,
    Authenticator,
    Person,
    listed,
    publication,
    unpadded,
    way_back,
)

PHONE = Authenticator()
TEXTS = "ab" * 32


async def texts(folder: Path, *arguments: str | Path, given: str = "", redis: str = "") -> Ended:
    """With the list of publishers in this folder."""
    more = {"HELPLINE_REDIS_URL": redis} if redis else {}
    return await helpline(
        *("texts", *map(str, arguments)),
        given=given,
        HELPLINE_PUBLISHERS=str(folder / "publishers.toml"),
        **more,
    )


@pytest.mark.process
@pytest.mark.parametrize("passphrase", ["", "one two three"])
async def test_a_key_is_made_for_its_owner_alone(tmp_path: Path, passphrase: str) -> None:
    file = tmp_path / "kestrel.pem"
    ended = await helpline("texts", "key", str(file), given=f"{passphrase}\n" * 2)
    assert ended.status == 0, ended
    assert file.stat().st_mode & 0o777 == 0o600
    assert (b"ENCRYPTED" in file.read_bytes()) is bool(passphrase)
    public = base64.b64decode(ended.out.partition('keys = ["')[2].partition('"]')[0])
    listed(tmp_path, KESTREL, WREN)
    again = await helpline("texts", "key", str(file))
    assert (again.status, "something is there" in again.err) == (2, True)
    if not passphrase:
        assert raw(read_key(file).public_key()) == public


@pytest.mark.process
async def test_passphrases_that_differ_make_no_key(tmp_path: Path) -> None:
    ended = await helpline("texts", "key", str(tmp_path / "it.pem"), given="one\ntwo\n")
    assert (ended.status, "differ" in ended.err) == (2, True)
    assert not (tmp_path / "it.pem").exists()


def test_a_key_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    file = KESTREL.key_file(tmp_path)
    file.chmod(0o640)
    with pytest.raises(ConfigError, match="others on this machine"):
        read_key(file)


def test_what_is_no_ed25519_key(tmp_path: Path) -> None:
    other = generate_private_key(SECP256R1())
    pem = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for number, (written, said) in enumerate(((pem, "no Ed25519"), (b"x", "no key in PEM"))):
        file = tmp_path / f"{number}.pem"
        file.write_bytes(written)
        file.chmod(0o600)
        with pytest.raises(ConfigError, match=said):
            read_key(file)
    with pytest.raises(ConfigError, match="no key that can be read"):
        read_key(tmp_path / "nowhere.pem")


@pytest.mark.process
async def test_what_cannot_be_signed(tmp_path: Path) -> None:
    """A way back, since texts that are new are checked for seconds."""
    listed(tmp_path)
    back, key = tmp_path / "back.json", KESTREL.key_file(tmp_path)
    back.write_bytes(written_form(way_back(3, publication(1, TEXTS), Person("Nobody"))))
    done = await texts(tmp_path, "sign", back, "--key", key)
    assert (done.status, "signed by Kestrel; needed: 1" in done.out) == (0, True), done
    stranger = await texts(tmp_path, "sign", back, "--key", Person("Owl").key_file(tmp_path))
    assert "no publisher of the list has signed that" in stranger.err
    back.write_bytes(written_form(publication(1, TEXTS, deployment="astana")))
    assert "another helpline's" in (await texts(tmp_path, "sign", back, "--key", key)).err
    back.write_bytes(b"{}")
    assert "no proposal" in (await texts(tmp_path, "sign", back, "--key", key)).err
    gone = await texts(tmp_path, "sign", tmp_path / "nowhere", "--key", key)
    assert "no proposal that can be read" in gone.err


def list_of(folder: Path) -> None:
    listed(folder, KESTREL, Person("Wren", passkeys=(PHONE,), has_key=False))


@pytest.mark.process
async def test_a_passkey_signs_what_the_challenge_says(tmp_path: Path) -> None:
    list_of(tmp_path)
    back, answer = tmp_path / "back.json", tmp_path / "answer.json"
    earlier = publication(1, TEXTS, KESTREL)
    earlier = earlier.with_signature(PHONE.signs(earlier.said))
    proposal = way_back(3, earlier, Person("Nobody"))
    back.write_bytes(written_form(proposal))
    asked = await texts(tmp_path, "sign", back, "--challenge")
    assert f"challenge: {unpadded(proposal.said.challenge)}" in asked.out, asked
    assert "Wren: https://console.example.org, relying party console.example.org" in asked.out
    answer.write_bytes(PHONE.json(proposal.said.challenge, flags=1))
    unverified = await texts(tmp_path, "sign", back, "--assertion", answer)
    assert "no publisher of the list has signed that" in unverified.err
    answer.write_bytes(PHONE.json(proposal.said.challenge))
    done = await texts(tmp_path, "sign", back, "--assertion", answer)
    assert "signed by Wren; needed: 1" in done.out, done
    assert len(read_proposal(back.read_bytes()).signatures) == 2
    answer.write_bytes(b"{}")
    assert "no assertion" in (await texts(tmp_path, "sign", back, "--assertion", answer)).err


@pytest.mark.process
async def test_without_a_list_nobody_publishes(tmp_path: Path) -> None:
    key = KESTREL.key_file(tmp_path)
    without = await helpline("texts", "sign", str(tmp_path / "it.json"), "--key", str(key))
    assert (without.status, "set HELPLINE_PUBLISHERS" in without.err) == (2, True)
    ended = await texts(tmp_path, "sign", tmp_path / "it.json", "--key", key)
    assert (ended.status, "names no file that can be read" in ended.err) == (2, True)


@pytest.mark.process
async def test_the_way_back_takes_one_of_those_that_are_kept(tmp_path: Path) -> None:
    listed(tmp_path)
    key, out = KESTREL.key_file(tmp_path), tmp_path / "back.json"
    async with redis_server() as url:
        redis = connect(url, "HELPLINE_REDIS_URL")
        store, instead, before = Publications(redis), None, ""
        nothing = await texts(tmp_path, "back", "--key", key, redis=url)
        assert "there is nothing to go back to" in nothing.err
        for number in (1, 2, 3):
            proposal = publication(number, f"{number:064x}")
            written = written_form(proposal)
            digest = proposal.said.digest
            await store.publish(written, digest, {"a": "b"}, instead=instead, before=before)
            instead, before = written, digest
        for more, number in (((), 2), (("--to", "1"), 1)):
            done = await texts(tmp_path, "back", *more, "--out", out, redis=url)
            assert done.status == 0, done
            back = read_proposal(out.read_bytes())
            assert (back.said.number, back.said.digest) == (4, f"{number:064x}")
            assert "signed by nobody yet; needed: 1" in done.out
        own = await texts(tmp_path, "back", "--to", "0", "--number", "9", "--out", out, redis=url)
        back = read_proposal(out.read_bytes())
        assert (back.said.number, back.said.digest) == (9, own_digest()), own
        assert "needed: 1" in own.out
        await redis.set("{texts}:live", b"junk")
        lost = await texts(tmp_path, "back", "--to", "3", "--number", "9", "--out", out, redis=url)
        assert "What lies in the store is shown by no bot that starts" in lost.out
        assert read_proposal(out.read_bytes()).said.digest == f"{3:064x}"
        await redis.set("{texts}:live", instead)
        unknown = await texts(tmp_path, "back", "--to", "7", "--out", out, redis=url)
        assert "no. 7 isn't kept any more" in unknown.err
        other = await texts(tmp_path, "back", "--key", key, redis=url)
        assert (other.status, "aren't those that were signed" in other.out) == (1, True), other
        await redis.aclose()

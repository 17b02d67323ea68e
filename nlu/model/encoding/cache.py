"""Embeddings of training texts on disk, by hash, so that retraining encodes only what is new.

Only training uses it. Messages of people are never written anywhere.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import numpy as np

from encoding.encoder import shared_encoder
from nlu.runtime.encoder.encoder import SentenceEncoder

CACHE_VARIABLE = "HELPLINE_NLU_CACHE"
"""The environment variable that names another file."""

_DEFAULT = Path(__file__).resolve().parent.parent / ".cache" / "embeddings.sqlite"
CACHE_FILE = Path(os.environ.get(CACHE_VARIABLE, _DEFAULT))
_CHUNK = 2048
_CORES = os.cpu_count() or 1
_LOOKUP = 500  # SQLite's safe number of variables in one statement


def _key(encoder: str, text: str) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    digest.update(encoder.encode())
    digest.update(b"\0")
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.digest()


class CachedEncoder:
    """Encodes training texts in batches on all cores; known texts come from disk."""

    def __init__(self, encoder: SentenceEncoder | None = None, path: Path = CACHE_FILE) -> None:
        self._encoder = encoder or shared_encoder()
        self._path = path

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Returns one row of float32 a text, in the order given."""
        keys = [_key(self._encoder.name, text) for text in texts]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._rows(texts, keys)
        except sqlite3.DatabaseError:  # half a page, where a machine stopped: it can be had again
            print("  the cache of embeddings is damaged, so it begins anew", file=sys.stderr)
            self._path.unlink()
            return self._rows(texts, keys)

    def _rows(self, texts: Sequence[str], keys: Sequence[bytes]) -> np.ndarray:
        with closing(sqlite3.connect(self._path)) as db:
            db.execute("CREATE TABLE IF NOT EXISTS embedding (key BLOB PRIMARY KEY, row BLOB)")
            known = self._read(db, keys)
            new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
            if new:
                known |= self._encode_new(db, new)
        return np.stack([known[key] for key in keys])

    def _read(self, db: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, np.ndarray]:
        known: dict[bytes, np.ndarray] = {}
        unique = list(dict.fromkeys(keys))
        for start in range(0, len(unique), _LOOKUP):
            part = unique[start : start + _LOOKUP]
            marks = ",".join("?" * len(part))
            # only as many question marks are put in as there are keys
            asked = f"SELECT key, row FROM embedding WHERE key IN ({marks})"  # noqa: S608
            rows = db.execute(asked, part)
            known.update((key, np.frombuffer(row, dtype=np.float32)) for key, row in rows)
        return known

    def _encode_new(self, db: sqlite3.Connection, new: dict[bytes, str]) -> dict[bytes, np.ndarray]:
        # By length, so that all cores are done with a part at about the same time.
        order = sorted(new, key=lambda key: len(new[key]))
        done: dict[bytes, np.ndarray] = {}
        began = time.monotonic()
        for start in range(0, len(order), _CHUNK):
            part = order[start : start + _CHUNK]
            rows = self._on_all_cores([new[key] for key in part])
            db.executemany(
                "INSERT OR REPLACE INTO embedding VALUES (?, ?)",
                [(key, row.tobytes()) for key, row in zip(part, rows, strict=True)],
            )
            db.commit()
            done.update(zip(part, rows, strict=True))
            passed = time.monotonic() - began
            line = f"  encoded {len(done)} of {len(order)} new texts, {passed:.0f} s"
            print(line, file=sys.stderr, flush=True)
        return done

    def _on_all_cores(self, texts: Sequence[str]) -> np.ndarray:
        """A thread a core; the engine itself uses one."""
        size = -(-len(texts) // _CORES)
        parts = [texts[start : start + size] for start in range(0, len(texts), size)]
        with ThreadPoolExecutor(_CORES) as pool:
            return np.vstack(list(pool.map(self._encoder.encode, parts)))

"""The trained pipeline without Rasa: n-grams, locale, meaning, intent, urgency and signal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nlu.runtime.bundle import BUNDLE, Bundle, read_bundle
from nlu.runtime.encoder.encoder import SentenceEncoder, base_path, encoder_name
from nlu.runtime.encoder.layers import read_adapted
from nlu.runtime.encoder.weights import Floats, read_encoder
from nlu.runtime.heads.intent import IntentHead
from nlu.runtime.heads.locale import LocaleHead
from nlu.runtime.heads.meaning import Meaning
from nlu.runtime.heads.signal import SignalHead
from nlu.runtime.heads.urgency import UrgencyHead
from nlu.runtime.spelling.ngrams import Ngrams
from nlu.runtime.spelling.speller import spell


class Parser:
    """A loaded bundle. Several threads may share it: parsing only reads what was loaded, and the
    encoder runs without Python's lock."""

    def __init__(self, bundle: Bundle) -> None:
        self.fingerprint = bundle.fingerprint
        parts = {name: (one.settings, one.learnt) for name, one in bundle.components.items()}
        self._ngrams = Ngrams.of(*parts["NgramFeaturizer"])
        self._locale = LocaleHead.of(*parts["LocaleIdentifier"])
        self._meaning = Meaning.of(*parts["SentenceFeaturizer"])
        self._intent = IntentHead.of(*parts["IntentClassifier"])
        self._urgency = UrgencyHead.of(*parts["UrgencyClassifier"])
        self._signal = SignalHead.of(*parts["SignalClassifier"])
        self._encoder = _encoder(bundle)

    @classmethod
    def from_folder(cls, folder: Path = BUNDLE) -> Parser:
        """Loads a bundle. Raises `BadBundle`, `NoBase` and `WrongBase`."""
        return cls(read_bundle(folder))

    def parse(self, text: str) -> dict[str, Any]:
        """Rasa's shape of a parsed message, with `urgency`, `locale` and `signal` beside it."""
        try:
            spelled = spell(self._ngrams, text)
            locale = self._locale.answer(text, spelled.whole)
            read = self._meaning.read(spelled, self._encoder)
            intents = self._intent.answer(read)
            urgency = self._urgency.answer(read, intents, locale["name"])
            signal = self._signal.answer(read)
        finally:
            # The encoder remembers texts while windows are chosen; from here on they are others'.
            self._encoder.forget()
        return {
            "text": text,
            "intent": dict(intents.ranking[0]),
            "entities": [],
            "intent_ranking": intents.ranking,
            "locale": locale,
            "urgency": urgency,
            "signal": signal,
        }

    def embed(self, texts: Sequence[str]) -> Floats:
        """Vectors for search by meaning, one for each text (`Meaning.vectors`)."""
        try:
            return self._meaning.vectors(texts, self._encoder)
        finally:
            self._encoder.forget()


def _encoder(bundle: Bundle) -> SentenceEncoder:
    file = read_encoder(base_path())
    adapted = read_adapted(bundle.folder)
    learnt = adapted.arrays(file)
    return SentenceEncoder(file, bundle.skeleton, learnt, encoder_name(adapted.layers))

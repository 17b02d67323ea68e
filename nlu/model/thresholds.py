"""Where the alarm rings: `python thresholds.py`. The last line of stdout is JSON.

Read from the model that would be served: the threshold of each locale, the score from which one
sentence is enough, what was aimed at, and the curve of the development set that they were chosen on
(for each of 99 thresholds itself, recall, share of false alarms).
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Dict

from serve import choose_model


def chosen(model: Path) -> Dict[str, Any]:
    """What the model's archive holds of it. Raises `ValueError` for a model without an alarm."""
    from components.store import read
    from components.urgency_classifier import CURVE, UrgencyClassifier
    from runtime import ParsingStorage

    with tempfile.TemporaryDirectory(prefix="helpline-model-") as folder:
        storage, metadata = ParsingStorage.from_model_archive(Path(folder), model)
        nodes = metadata.predict_schema.nodes.values()
        found = [node for node in nodes if issubclass(node.uses, UrgencyClassifier)]
        if len(found) != 1 or found[0].resource is None:
            raise ValueError("this model has no alarm of its own")
        arrays = read(storage, found[0].resource)
        aims = {**UrgencyClassifier.get_default_config(), **found[0].config}
    names = [str(name) for name in arrays["locales"]]
    return {
        "model": model.name.split(".")[0],
        "recall": aims["recall"],
        "least": aims["least"],
        "thresholds": dict(zip(names, arrays["thresholds"].round(4).tolist())),
        "sure": round(float(arrays["sure"]), 4),
        "curve": arrays[CURVE].round(4).tolist(),
    }


def main() -> int:
    """The command line."""
    print(json.dumps(chosen(choose_model(None))))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Where the alarm rings: `python thresholds.py`. The last line of stdout is JSON.

Read from the model that would be served: the threshold of each locale, the score from which one
sentence is enough, what was aimed at and the share of calm messages that no threshold may exceed,
and the curve of the development set that they were chosen on (for each of 99 thresholds itself,
recall, share of false alarms).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from serve import choose_model


def chosen(model: Path) -> dict[str, Any]:
    """What the model's archive holds of it. Raises `KeyError` for a model without an alarm."""
    from nlu.runtime.heads.urgency import UrgencyHead
    from serving.rasa_model import components

    found = components(model)["UrgencyClassifier"]
    head = UrgencyHead.of(found.settings, found.learnt)
    return {
        "model": model.name.split(".")[0],
        "recall": found.settings["recall"],
        "least": found.settings["least"],
        "false": found.settings["false"],
        "thresholds": {name: round(score, 4) for name, score in head.thresholds.items()},
        "sure": round(head.sure, 4),
        "curve": head.curve.round(4).tolist(),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line."""
    argparse.ArgumentParser(description="Tell where the alarm rings.").parse_args(arguments)
    print(json.dumps(chosen(choose_model(None))))
    return 0


if __name__ == "__main__":
    sys.exit(main())

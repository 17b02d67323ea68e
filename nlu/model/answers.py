"""What Rasa's model makes of each message: `python answers.py`, JSON lines in and out.

For comparison with the bundle, whose answers must be the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from serve import choose_model


def main(arguments: Sequence[str] | None = None) -> int:
    """A line `{"text": …}` in, the parse out, in order."""
    description = 'Lines {"text": …} on stdin; what Rasa\'s model makes of each on stdout.'
    argparse.ArgumentParser(description=description).parse_args(arguments)
    from serving.rasa_model import Parser

    parser = Parser(choose_model(None))
    for line in sys.stdin:
        print(json.dumps(parser.parse(json.loads(line)["text"])))
    return 0


if __name__ == "__main__":
    sys.exit(main())

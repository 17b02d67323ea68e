#!/bin/sh
# pytest with these arguments; what fails is run once more, by itself, and must pass.
#
# A shared machine stands still now and then, for longer than a test of failovers or of lags can wait.
# Both runs are printed, so nothing is hidden: what is red twice, or more than FEW at once, is red.
set -eu
FEW=5
pytest=.venv/bin/pytest
code=0
"$pytest" "$@" || code=$?
[ "$code" = 1 ] || exit "$code"
failed=$(grep -c '": true' .pytest_cache/v/cache/lastfailed || true)
[ "$failed" -gt 0 ] && [ "$failed" -le "$FEW" ] || exit "$code"
echo "Red once: $failed. Once more, each by itself:"
exec "$pytest" "$@" -n 0 --last-failed --last-failed-no-failures none

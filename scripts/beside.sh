#!/bin/sh
# Run a command beside another one: sh scripts/beside.sh COMMAND OTHER ARGUMENTS…
#
# COMMAND, a line of shell that ends with `exec`, runs in the background and is printed whole at the
# end, so that the two outputs don't mix. Red if either is. A signal ends it too.
set -eu
beside=$1
shift
output=$(mktemp)
trap 'rm -f "$output"' EXIT
sh -c "$beside" >"$output" 2>&1 &
job=$!
trap 'kill "$job" 2>/dev/null; exit 130' INT
trap 'kill "$job" 2>/dev/null; exit 143' TERM
code=0
"$@" || code=$?
wait "$job" || code=$?
echo "Beside it: $beside"
cat "$output"
exit "$code"

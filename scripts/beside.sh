#!/bin/sh
# Run a command beside another one: sh scripts/beside.sh COMMAND OTHER ARGUMENTS…
#
# COMMAND, a line of shell, runs in the background and is printed whole at the end, so that the two
# outputs don't mix. Red if either is.
set -eu
beside=$1
shift
output=$(mktemp)
trap 'rm -f "$output"' EXIT
sh -c "$beside" >"$output" 2>&1 &
code=0
"$@" || code=$?
wait $! || code=$?
echo "Beside it: $beside"
cat "$output"
exit "$code"

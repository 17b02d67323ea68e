#!/bin/sh
# Brings uv from PyPI into .tools, if it isn't at the given path: the version and the files (by hash) of
# scripts/uv.txt, which uv itself makes: echo uv==VERSION | uv pip compile - --generate-hashes --universal
set -eu
uv=$1
wanted=$(dirname "$0")/uv.txt
[ -x "$uv" ] && exit 0
for python in python3.13 python3.12 python3.11 python3; do
    command -v "$python" >/dev/null 2>&1 || continue
    echo "bringing $(sed -n 's/ .*//;1p' "$wanted")"
    if "$python" -m venv .tools >/dev/null 2>&1; then
        .tools/bin/pip install --quiet --require-hashes -r "$wanted" && exit 0
    elif "$python" -m pip install --quiet --target .tools --require-hashes -r "$wanted" 2>/dev/null; then
        exit 0
    fi
done
echo "uv could not be brought: Python 3.11 with venv or pip, and a package registry, are needed." >&2
echo "On Debian: apt-get install python3-venv. Or install uv yourself and put it on PATH." >&2
exit 1

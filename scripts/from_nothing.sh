#!/bin/sh
# How long a newcomer waits: a fresh clone in an empty HOME, with one Python on PATH and nothing else.
#
#   sh scripts/from_nothing.sh PYTHON    e.g. python3.13, or a path to it
#
# Prints after how many seconds the demo's page answers and free text is understood, and how many
# megabytes lie on disk then. Packages come from wherever uv finds them, its cache is in that HOME.
set -eu
python=$(command -v "${1:?which Python}")
python=$("$python" -c 'import sys; print(sys.executable)')
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin" "$folder/home"
ln -s "$python" "$folder/bin/python3"
ln -s "$python" "$folder/bin/$(basename "$python")"
export HOME="$folder/home" PATH="$folder/bin:/usr/local/bin:/usr/bin:/bin"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
seconds() { python3 -c 'import sys, time; print(f"{time.time() - float(sys.argv[1]):.1f}")' "$began"; }

began=$(date +%s.%N)
git clone -q "$here" "$folder/helpline"
cd "$folder/helpline"
make demo PORT="$port" >"$folder/log" 2>&1 &
made=$!
asked() { python3 -c "import urllib.request as r; r.urlopen('http://127.0.0.1:$port/', timeout=1)" 2>/dev/null; }
until asked; do
    kill -0 "$made" 2>/dev/null || { cat "$folder/log"; exit 1; }
    sleep 0.2
done
echo "$(python3 --version): the page answers after $(seconds) s"
until grep -q 'model: ready' "$folder/log"; do sleep 0.2; done
echo "free text is understood after $(seconds) s"
echo "on disk: $(du -sm "$folder" | cut -f1) MB, uv's cache included"
pkill -INT -P "$made" || true
wait "$made" || true

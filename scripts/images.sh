#!/bin/sh
# Builds both images and sees that each does its work as it will be run: not as root, with nothing
# to write to but /tmp, without capabilities. Works with docker and with podman.
#
#   sh scripts/images.sh [docker|podman]
#   BUILD_OPTIONS, RUN_OPTIONS: what this machine needs besides, such as its certificates
set -eu
cd "$(dirname "$0")/.."

# An image that is pinned to no content is built only for a reason that is given.
.venv/bin/python -m scripts.image_lock check ||
    { [ -n "${HELPLINE_UNPINNED:-}" ] && echo "HELPLINE_UNPINNED: $HELPLINE_UNPINNED"; } ||
    { echo "or set HELPLINE_UNPINNED to the reason" >&2; exit 1; }

engine=${1:-docker}
command -v "$engine" >/dev/null || { echo "$engine isn't here: see scripts/images.sh" >&2; exit 1; }

for part in bot model; do
    # shellcheck disable=SC2086 - options are several words
    "$engine" build --quiet ${BUILD_OPTIONS:-} -f "deploy/$part.Dockerfile" -t "helpline-$part" .
done

hardened="--read-only --cap-drop ALL --security-opt no-new-privileges ${RUN_OPTIONS:-}"
bot() {
    # shellcheck disable=SC2086
    "$engine" run --rm $hardened --tmpfs /tmp:size=16m --memory 512m helpline-bot "$@"
}

bot check --brief
for process in intake desk; do
    said=$(bot "$process" 2>&1) && { echo "$process starts without settings"; exit 1; }
    case "$said" in
        *HELPLINE_REDIS_URL*) echo "$process: says which settings it needs" ;;
        *) echo "$process: $said"; exit 1 ;;
    esac
done

# a token of this run alone, in no process's arguments
HELPLINE_NLU_TOKEN=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
export HELPLINE_NLU_TOKEN
# shellcheck disable=SC2086
model=$("$engine" run -d $hardened --tmpfs /tmp:size=64m --memory 2g -e HELPLINE_NLU_TOKEN helpline-model)
trap '"$engine" rm -f "$model" >/dev/null' EXIT
asked='
import json, os, urllib.request as u
def ask(path, body=None):
    head = {"Authorization": "Bearer " + os.environ["HELPLINE_NLU_TOKEN"]}
    with u.urlopen(u.Request("http://127.0.0.1:5005" + path, body, head), timeout=3) as answer:
        return json.load(answer)
ask("/status")
told = ask("/model/parse", json.dumps({"text": "нас заперли помогите"}).encode())
print("model:", told["intent"]["name"])
'
tries=0
until "$engine" exec "$model" python -c "$asked" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 60 ] || { "$engine" logs "$model"; exit 1; }
    sleep 1
done

for part in bot model; do
    "$engine" image inspect --format "helpline-$part: {{.Size}} bytes" "helpline-$part"
done

#!/bin/sh
# Brings Chromium for the tests of the page: the one on PATH, Debian's as root, or Playwright's own.
set -eu
playwright=$1
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "bringing Debian's chromium"
    if apt-get update -qq >/dev/null && apt-get install -y -qq chromium >/dev/null 2>&1; then
        exit 0
    fi
fi
echo "bringing Playwright's chromium"
"$playwright" install chromium && exit 0
echo "no Chromium to be had: install one, so that \`chromium\` is on PATH" >&2
exit 1

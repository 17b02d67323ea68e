#!/bin/sh
# deploy/users.acl: the users of deploy/redis/users.acl with hashes of the passwords in deploy/.env.
#
# Redis runs as user 999 and must read the file. Root gives it that user; anybody else can't, so
# everybody may read it then: the hash of a long random password opens nothing. Passwords go through
# a pipe, since everybody on the machine can read arguments.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."
made=${ACL_FILE:-users.acl}

refuse() {
    echo "$1" >&2
    exit 1
}

[ ! -e "$made" ] || [ -w "$made" ] || refuse "$made is another user's: remove it first"
. "${ENV_FILE:-./.env}"
for name in INTAKE DESK KEEPER MAINTENANCE CONSOLE PRACTICE REPLICA SENTINEL FOUNDER; do
    export "${name}_HASH="
    eval "password=\${${name}_PASSWORD:-}"
    if [ -z "$password" ]; then
        case $name in
            INTAKE | DESK | KEEPER | MAINTENANCE) refuse "set ${name}_PASSWORD in deploy/.env" ;;
            *) continue ;;
        esac
    fi
    case $password in
        *[!A-Za-z0-9]*) refuse "${name}_PASSWORD may be letters and digits only: it stands in an address" ;;
    esac
    [ "${#password}" -ge 32 ] ||
        refuse "${name}_PASSWORD is too short, its hash could be guessed: openssl rand -hex 24 makes one"
    hash=$(printf %s "$password" | sha256sum)
    export "${name}_HASH=${hash%% *}"
done
umask 077
awk '
    /^#/ { next }
    match($0, />[A-Z]+_PASSWORD/) {
        hash = ENVIRON[substr($0, RSTART + 1, RLENGTH - length(">_PASSWORD")) "_HASH"]
        if (hash == "") next
        $0 = substr($0, 1, RSTART - 1) "#" hash substr($0, RSTART + RLENGTH)
    }
    { print }
' redis/users.acl >"$made"
if [ "$(id -u)" = 0 ]; then
    chown 999 "$made"
    chmod 600 "$made"
else
    chmod 644 "$made"
fi

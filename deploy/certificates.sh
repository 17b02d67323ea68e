#!/bin/sh
# deploy/tls: certificates for what passes between our own processes: Redis's servers and the webhook.
#
# An authority of this deployment's own signs them, and its key is destroyed at once: nobody can make
# another one that our processes trust. So all are made anew together, each year, and when a key may have
# leaked; then restart Redis's servers and the bots. Run by root: each key belongs to the user that needs
# it, and nobody else can read it. NAMES: host names of Redis's servers; BOT_NAMES: those of the bots;
# ADDRESSES: where somebody comes by number.
set -eu
cd "$(dirname "$0")"
made=${TLS_FOLDER:-tls}
names=${NAMES:-store keyring keyring-spare watch store.helpline keyring-0.keyring keyring-1.keyring keyring-2.keyring localhost}
bots=${BOT_NAMES:-intake desk console intake.helpline desk.helpline console.helpline localhost}
days=400

umask 077
[ ! -e "$made" ] || { echo "$made is there: move it away first" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1" 2>/dev/null; }

key "$work/ca.key"
openssl req -x509 -new -key "$work/ca.key" -days "$days" -subj "/CN=helpline" -out "$work/ca.crt" \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign"

# For these names: one certificate and its key, beside the authority's certificate, for this user.
certify() {
    folder=$made/$1 user=$2
    shift 2
    mkdir -p "$folder"
    san=IP:127.0.0.1
    for address in ${ADDRESSES:-}; do san="$san,IP:$address"; done
    for name in "$@"; do san="$san,DNS:$name"; done
    key "$folder/tls.key"
    openssl req -new -key "$folder/tls.key" -subj "/CN=helpline" -out "$work/one.csr"
    printf 'subjectAltName=%s\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth,clientAuth\n' "$san" >"$work/one.ext"
    openssl x509 -req -in "$work/one.csr" -CA "$work/ca.crt" -CAkey "$work/ca.key" -CAcreateserial \
        -days "$days" -extfile "$work/one.ext" -out "$folder/tls.crt" 2>/dev/null
    cp "$work/ca.crt" "$folder/ca.crt"
    if [ "$(id -u)" = 0 ]; then chown -R "$user" "$folder"; fi
}

# unquoted: each name is a word of its own
certify redis 999:999 $names
certify bot 10001:10001 $bots
if [ "$(id -u)" = 0 ]; then chmod 711 "$made"; fi

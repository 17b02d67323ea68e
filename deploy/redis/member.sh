#!/bin/sh
# One of several Redis servers that hold the same in memory alone, watched by Sentinel: the keyring.
#
#   member.sh serve OPTION...   the server: redis.conf, keyring.conf and these options
#   member.sh watch             a sentinel
#   member.sh ready             whether the server here may be counted on (a probe)
#
# A server that begins anew is empty. Would it come back as the master that it was, its replicas would
# empty themselves after it. So it asks the others first, and while one of them still holds what the
# master gave it, it waits until Sentinel has made that one the master. If Sentinel is gone as well,
# somebody has to say so (deploy/README.md, the keyring): nothing is better than an empty master.
#
# Environment: SELF and MEMBERS, as HOST:PORT (the first one begins); REPLICA_PASSWORD and
# SENTINEL_PASSWORD, which are never arguments, since everybody on the machine can read those; CA, the
# file of the authority's certificate, where all of them speak TLS (tls.conf).
set -eu
: "${SELF:?}" "${MEMBERS:?}" "${REPLICA_PASSWORD:?}" "${SENTINEL_PASSWORD:?}"
data=${DATA:-/data}          # in memory, for the files that Sentinel and Redis change
settings=${SETTINGS:-/etc/redis}
patience=${PATIENCE:-20}     # seconds; longer than Sentinel takes to see that a master is gone
quorum=${QUORUM:-2}          # sentinels that must agree on that
umask 077
tls=${CA:+--tls --cacert $CA}

# A member's answer to a command; nothing if it doesn't answer.
ask() {
    from=$1
    shift
    # unquoted: each option of TLS is a word of its own
    REDISCLI_AUTH=$SENTINEL_PASSWORD timeout 3 redis-cli --user sentinel $tls \
        -h "${from%:*}" -p "${from##*:}" "$@" 2>/dev/null || true
}

# The master among these members; "?" if there is none, but one that holds what a master gave it (its
# ROLE doesn't tell: without a master its offset is -1).
master_among() {
    held=
    for one in "$@"; do
        case $(ask "$one" role) in
            master*) echo "$one" && return ;;
        esac
        case $(ask "$one" info keyspace) in
            *db0:keys=*) held='?' ;;
        esac
    done
    echo "$held"
}

# The lines that say where and how to listen.
listens() {
    if [ -z "$tls" ]; then
        echo "port $1"
    else
        cat "$settings/tls.conf"
        echo "tls-port $1"
    fi
}

serve() {
    waited=0 others=
    for one in $MEMBERS; do
        [ "$one" = "$SELF" ] || others="$others $one"
    done
    while :; do
        # unquoted: each member is a word of its own
        found=$(master_among $others)
        case $found in
            '?') waited=0 ;;
            '') [ "$SELF" != "${MEMBERS%% *}" ] || [ "$waited" -lt "$patience" ] || break ;;
            *) break ;;
        esac
        sleep 1
        waited=$((waited + 1))
    done
    {
        echo "include $settings/redis.conf"
        echo "include $settings/keyring.conf"
        listens "${SELF##*:}"
        echo "dir $data"
        echo "masterauth $REPLICA_PASSWORD"
        echo "replica-announce-ip ${SELF%:*}"
        [ -z "$found" ] || echo "replicaof ${found%:*} ${found##*:}"
    } >"$data/member.conf"
    unset REPLICA_PASSWORD SENTINEL_PASSWORD
    exec redis-server "$data/member.conf" "$@"
}

watch() {
    # unquoted: each member is a word of its own
    until found=$(master_among $MEMBERS) && [ "${found:-?}" != '?' ]; do
        sleep 1
    done
    # The same name for the same place: else the others would count one that began anew twice.
    name=$(printf %s "$SELF" | sha1sum)
    HOST=${found%:*} PORT=${found##*:} QUORUM=$quorum awk '
        /^sentinel monitor/ { $0 = "sentinel monitor helpline " ENVIRON["HOST"] " " ENVIRON["PORT"] " " ENVIRON["QUORUM"] }
        { gsub(/SENTINEL_PASSWORD/, ENVIRON["SENTINEL_PASSWORD"]); print }
    ' "$settings/sentinel.conf" >"$data/sentinel.conf"
    {
        listens "${SENTINEL_PORT:-26379}"
        echo "dir $data"
        echo "sentinel myid ${name%% *}"
        echo "sentinel announce-ip ${SELF%:*}"
        [ -z "${DOWN_AFTER:-}" ] || echo "sentinel down-after-milliseconds helpline $DOWN_AFTER"
    } >>"$data/sentinel.conf"
    unset REPLICA_PASSWORD SENTINEL_PASSWORD
    exec redis-server "$data/sentinel.conf" --sentinel
}

ready() {
    case $(ask "$SELF" role | tr '\n' ' ') in
        master* | 'slave '*' connected '*) ;;
        *) false ;;
    esac
}

"$@"

#!/bin/sh
# deploy/users.acl: the users of deploy/redis/users.acl with the passwords of deploy/.env. Passwords
# go through the environment, since everybody on the machine can read arguments.
set -eu
cd "$(dirname "$0")/.."
set -a
. "${ENV_FILE:-./.env}"
set +a
for name in INTAKE DESK KEEPER; do
    eval "[ -n \"\${${name}_PASSWORD:-}\" ]" || { echo "set ${name}_PASSWORD in deploy/.env"; exit 1; }
done
umask 077
awk '{
    for (n = split("INTAKE DESK KEEPER", names, " "); n > 0; n--) {
        at = index($0, ">" names[n] "_PASSWORD")
        if (at) $0 = substr($0, 1, at) ENVIRON[names[n] "_PASSWORD"] \
            substr($0, at + length(names[n] "_PASSWORD") + 1)
    }
    print
}' redis/users.acl >"${ACL_FILE:-users.acl}"
# the servers run as user 999 and nobody else need read it
[ "$(id -u)" != 0 ] || chown 999 "${ACL_FILE:-users.acl}"

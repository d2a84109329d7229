#!/bin/sh
# A PostgreSQL cluster for one process of tests, on a loopback port and in a folder of its own. Nothing global is made, and all of it is gone
# when our standard input closes, however the process that holds the other end comes to its end.
#
#   postgres-cluster.sh PORT FSYNC     says "ready" when it answers; FSYNC is on or off. The line "restart" on the standard input kills the server and starts it again.
#
# The cluster sorts text in Norwegian order, as a careful administrator would set it up: what the product relies on must not hang on it.
set -eu
port=$1
fsync=$2
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed: apt-get install postgresql" >&2; exit 1; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/individualplan-postgres-XXXXXX")
as=

# The server refuses to run as root.
if [ "$(id -u)" -eq 0 ]; then
  chown postgres "$folder"
  as="setpriv --reuid=postgres --regid=postgres --clear-groups"
fi

cd "$folder"
$as "$bin/initdb" -D "$folder/data" -U individualplan --auth=trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=nb-NO --no-sync >"$folder/log" 2>&1 \
  || { cat "$folder/log" >&2; exit 1; }
start() {
  $as "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/server.log" -w -s -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' \
    -c fsync=$fsync -c full_page_writes=$fsync -c max_connections=400 -c timezone=America/New_York" start </dev/null \
    || { cat "$folder/data/server.log" >&2; exit 1; }
  echo ready
}
start
while read -r order; do
  [ "$order" = restart ] || continue
  $as "$bin/pg_ctl" -D "$folder/data" -m immediate -s stop || true
  start
done
$as "$bin/pg_ctl" -D "$folder/data" -m immediate -s stop || true
rm -rf "$folder"

#!/usr/bin/env bash
# The tests on Debian's PostgreSQL 15: first straight to it, then as the runtime role through pgbouncer
# in transaction mode. A cluster of its own in a temporary folder, on free ports; no other is touched.
# Words after the command go to pytest: scripts/test-postgres.sh tests/walls -x
set -euo pipefail
cd -P "$(dirname "$0")/.."
. scripts/words.sh

programs=/usr/lib/postgresql/15/bin

# Debian would start a cluster of its own beside the package: told not to, only where none is configured yet.
need_postgresql() {
  local common=/etc/postgresql-common/createcluster.d
  if [ "$(id -u)" -eq 0 ] && [ ! -d /etc/postgresql ]; then
    mkdir -p "$common"
    echo "create_main_cluster = false" >"$common/heed-tests.conf"
    made_conf=$common/heed-tests.conf
  fi
  need_package postgresql-15 "the tests on PostgreSQL 15"
}

free_port() {
  "$PWD/.venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# PostgreSQL and pgbouncer refuse to run as root.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then (cd "$place" && exec runuser -u postgres -- "$@"); else "$@"; fi
}

clean_up() {
  local code=$?
  trap - EXIT
  [ ! -s "$place/pgbouncer.pid" ] || kill "$(cat "$place/pgbouncer.pid")" || true
  [ ! -f "$place/data/postmaster.pid" ] || as_server "$programs/pg_ctl" -D "$place/data" -m immediate -w stop >/dev/null || true
  rm -rf "$place"
  [ -z "${made_conf:-}" ] || rm -f "$made_conf"
  exit "$code"
}

start_postgresql() {
  as_server "$programs/initdb" -D "$place/data" -U postgres -E UTF8 --locale=C.UTF-8 \
    --auth-local=peer --auth-host=scram-sha-256 --pwfile="$place/password" >/dev/null
  as_server "$programs/pg_ctl" -D "$place/data" -w -l "$place/postgresql.log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off" start >/dev/null ||
    stop "PostgreSQL 15 did not start." "$(cat "$place/postgresql.log")"
  HEED_SUPERUSER_URL=postgresql://postgres:$password@127.0.0.1:$port/postgres \
    .venv/bin/python - "$password" <<'PYTHON'
import os
import sys

from psycopg import connect, sql

from heed.lib.embedded.roles import ATTRIBUTES, make_ready

with connect(os.environ["HEED_SUPERUSER_URL"], autocommit=True) as connection:
    make_ready(connection, "heed")
    for role in ATTRIBUTES:
        connection.execute(
            sql.SQL("alter role {} password {}").format(sql.Identifier(role), sql.Literal(sys.argv[1]))
        )
PYTHON
}

start_pgbouncer() {
  printf '"heed_app" "%s"\n' "$password" >"$place/users"
  cat >"$place/pgbouncer.ini" <<INI
[databases]
* = host=127.0.0.1 port=$port
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $pooled_port
unix_socket_dir =
auth_type = scram-sha-256
auth_file = $place/users
pool_mode = transaction
max_client_conn = 200
default_pool_size = 4
server_idle_timeout = 2
logfile = $place/pgbouncer.log
pidfile = $place/pgbouncer.pid
INI
  [ "$(id -u)" -ne 0 ] || chown postgres "$place/users" "$place/pgbouncer.ini"
  as_server /usr/sbin/pgbouncer -q -d "$place/pgbouncer.ini" >/dev/null 2>&1 ||
    stop "pgbouncer did not start." "$(cat "$place/pgbouncer.log")"
}

# What the embedded server alone can do (being killed with its demo) is tried by `make test`.
tests() {
  if [ $# -gt 0 ]; then
    .venv/bin/pytest "$@"
  else
    .venv/bin/pytest --numprocesses=auto --ignore=tests/journeys
    .venv/bin/pytest tests/journeys/test_the_job.py tests/journeys/test_words_are_kept.py
  fi
}

run() { # what it is, the port of the runtime role, words for pytest
  local name=$1 at=$2 began=$SECONDS
  shift 2
  say "" "The tests on $name"
  HEED_DATABASE_URL=postgresql://heed_app:$password@127.0.0.1:$at/heed \
    HEED_DATABASE_OWNER_URL=postgresql://heed_owner:$password@127.0.0.1:$port/heed \
    tests "$@"
  say "$name: $((SECONDS - began)) seconds"
}

place=$(mktemp -d)
trap clean_up EXIT
trap 'exit 130' INT TERM
[ -x "$programs/initdb" ] || need_postgresql
[ -x /usr/sbin/pgbouncer ] || need_package pgbouncer "the tests through a pooler"
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
port=$(free_port)
pooled_port=$(free_port)
printf '%s' "$password" >"$place/password"
chmod 600 "$place/password"
[ "$(id -u)" -ne 0 ] || chown -R postgres "$place"

start_postgresql
run "PostgreSQL 15" "$port" "$@"
start_pgbouncer
run "PostgreSQL 15 through pgbouncer" "$pooled_port" "$@"

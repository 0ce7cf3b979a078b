#!/usr/bin/env bash
# Keeps a private PostgreSQL for the tests running, beside any other server, and prints its connection string.
#   etc/test-postgres.sh          starts it where it is not running
#   etc/test-postgres.sh stop     stops it and removes its data
set -euo pipefail
home=${SALEAUTO_TEST_POSTGRES_HOME:-${TMPDIR:-/tmp}/saleauto-test-postgres-$(id -u)}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [[ -z $bin ]]; then
    echo "PostgreSQL is not installed: run etc/test.sh, or apt-get install postgresql" >&2
    exit 1
fi

# The server refuses to run as root.
as_server() {
    if [[ $(id -u) -eq 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

if [[ ${1:-} == stop ]]; then
    [[ -d $home/data ]] && as_server "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$home"
    exit 0
fi

mkdir -p "$home"
exec 9>"$home/lock"
flock 9
port=$(cat "$home/port" 2>/dev/null || true)
if [[ -z $port ]] || ! as_server "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; then
    [[ -d $home/data ]] && as_server "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$home/data"
    [[ $(id -u) -eq 0 ]] && chown postgres "$home"
    as_server "$bin/initdb" -D "$home/data" -U saleauto -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null \
        || echo $((20000 + RANDOM % 20000)))
    # Test data need not survive a power cut.
    as_server "$bin/pg_ctl" -D "$home/data" -w -l "$home/server.log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400" start >/dev/null 9>&-
    echo "$port" >"$home/port"
fi
echo "Host=127.0.0.1;Port=$port;Username=saleauto;Database=postgres"

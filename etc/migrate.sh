#!/usr/bin/env bash
# Adds a migration for both databases:  etc/migrate.sh add NAME
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
if [[ ${1:-} != add || ! ${2:-} =~ ^[A-Za-z][A-Za-z0-9_]*$ ]]; then
    echo "Usage: etc/migrate.sh add NAME" >&2
    exit 2
fi
dotnet run --project "$root/etc/migrations" -- "$2" "$root/src"

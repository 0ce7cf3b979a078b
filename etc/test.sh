#!/usr/bin/env bash
# Installs what the tests need where it is missing, builds, checks the format and runs every test.
#   etc/test.sh                     everything
#   etc/test.sh --filter NAME       passes the filter on to dotnet test
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 PUPPETEER_SKIP_DOWNLOAD=1 REDOCLY_TELEMETRY=off

install_debian() {
    local sudo=""
    [[ $(id -u) -eq 0 ]] || sudo=sudo
    echo "Installing: $*"
    $sudo apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

missing=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
command -v chromium >/dev/null || missing+=(chromium)
command -v npm >/dev/null || missing+=(nodejs npm)
[[ ${#missing[@]} -eq 0 ]] || install_debian "${missing[@]}"

# npm parts: servers and checkers that the tests talk to, as recorded in the lock file.
lock=$(sha256sum test/npm/package-lock.json | cut -d' ' -f1)
if [[ $(cat test/npm/node_modules/.lock-hash 2>/dev/null) != "$lock" ]]; then
    (cd test/npm && npm ci --no-audit --no-fund --loglevel=error)
    echo "$lock" >test/npm/node_modules/.lock-hash
fi

dotnet restore SaleAuto.sln
# Rules of style and the analyzers are errors of the build; what is left to check is the layout of the text.
dotnet build SaleAuto.sln --no-restore -p:UseSharedCompilation=true
dotnet build-server shutdown --vbcscompiler >/dev/null
dotnet format whitespace SaleAuto.sln --no-restore --verify-no-changes

SALEAUTO_TEST_POSTGRES=$(etc/test-postgres.sh)
export SALEAUTO_TEST_POSTGRES
log=$(mktemp)
trap 'rm -f "$log"; etc/test-postgres.sh stop' EXIT

# One project at a time: browsers, servers and databases share two cores.
status=0
dotnet test SaleAuto.sln --no-build -m:1 "$@" 2>&1 | tee "$log" || status=$?

passed=$(awk '/^(Passed!|Failed!) /{ if (match($0, /Passed: +[0-9]+/)) { s = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", s); n += s } } END { print n + 0 }' "$log")
failed=$(awk '/^(Passed!|Failed!) /{ if (match($0, /Failed: +[0-9]+/)) { s = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", s); n += s } } END { print n + 0 }' "$log")
[[ $status -eq 0 || $failed -gt 0 ]] || failed=1 # a test host that crashed is a failure too
[[ $passed -gt 0 ]] || { echo "No test ran"; status=1; }
echo "$passed passed, $failed failed"
exit "$status"

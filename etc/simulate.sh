#!/usr/bin/env bash
# Lives through months of the company in simulated time and checks every invariant; exits non-zero when one is broken.
#   etc/simulate.sh --months 12 --seed 7 --database Sqlite
#   etc/simulate.sh --months 12 --seed 7 --database PostgreSql
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
if [[ " $* " == *" PostgreSql "* && -z ${SALEAUTO_TEST_POSTGRES:-} ]]; then
    SALEAUTO_TEST_POSTGRES=$(etc/test-postgres.sh)
    export SALEAUTO_TEST_POSTGRES
fi
dotnet build test/SaleAuto.Simulation -v q
exec dotnet test/SaleAuto.Simulation/bin/Debug/net10.0/SaleAuto.Simulation.dll "$@"

#!/usr/bin/env bash
# Copies the parts of the site that others made (fonts) from npm into wwwroot and records their hashes.
# Run it after a change of etc/vendor/package.json; the copies are committed, so that running needs only the .NET SDK.
set -euo pipefail
cd "$(dirname "$0")/.."

npm ci --prefix etc/vendor --ignore-scripts --no-audit --no-fund --silent

font=etc/vendor/node_modules/@fontsource-variable/golos-text
target=src/SaleAuto.Web/wwwroot/fonts
mkdir -p "$target"
for subset in cyrillic latin latin-ext; do
  cp "$font/files/golos-text-$subset-wght-normal.woff2" "$target/golos-text-$subset.woff2"
done
cp "$font/LICENSE" "$target/golos-text-LICENSE.txt"

sha256sum "$target"/* > etc/vendor/vendor.sha256

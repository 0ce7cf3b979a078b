#!/usr/bin/env bash
# Copies the parts that others made (font, styles, icons, scripts) from npm into wwwroot and records their hashes.
# Run it after a change of etc/vendor/package.json or icons.txt; the copies are committed, so that running needs only the .NET SDK.
set -euo pipefail
cd "$(dirname "$0")/.."

npm ci --prefix etc/vendor --ignore-scripts --no-audit --no-fund --silent

modules=etc/vendor/node_modules
site=src/SaleAuto.Web/wwwroot/fonts
admin=src/SaleAuto.Admin/wwwroot/lib
paper=src/SaleAuto.Documents/Fonts
mkdir -p "$site" "$admin" "$paper"

without_map() { sed -E '/^(\/\/|\/\*)# sourceMappingURL=.*$/d' "$1" > "$2"; }

font=$modules/@fontsource-variable/golos-text
for subset in cyrillic latin latin-ext; do
  cp "$font/files/golos-text-$subset-wght-normal.woff2" "$site/golos-text-$subset.woff2"
done
cp "$font/LICENSE" "$site/golos-text-LICENSE.txt"

printed=$modules/@expo-google-fonts/golos-text # the same face as TrueType, for what is printed
cp "$printed/400Regular/GolosText_400Regular.ttf" "$paper/golos-text-400.ttf"
cp "$printed/600SemiBold/GolosText_600SemiBold.ttf" "$paper/golos-text-600.ttf"
cp "$printed/LICENSE_FONT" "$paper/golos-text-LICENSE.txt"

without_map "$modules/@tabler/core/dist/css/tabler.min.css" "$admin/tabler.css"
cp etc/vendor/tabler-LICENSE.txt "$admin/" # the package comes without it
node etc/vendor/icons.mjs "$modules/@tabler/icons/icons" "$admin/icons.svg"
cp "$modules/@tabler/icons/LICENSE" "$admin/icons-LICENSE.txt"
without_map "$modules/htmx.org/dist/htmx.min.js" "$admin/htmx.js"
cp "$modules/htmx.org/LICENSE" "$admin/htmx-LICENSE.txt"

bundle() { "$modules/.bin/esbuild" "$1" --bundle --minify --format=esm --target=es2022 --legal-comments=none --log-level=warning "--outfile=$admin/$2"; }
bundle "$modules/sortablejs/modular/sortable.core.esm.js" sortable.js
bundle "$modules/tom-select/dist/esm/tom-select.complete.js" tom-select.js
without_map "$modules/tom-select/dist/css/tom-select.bootstrap5.min.css" "$admin/tom-select.css"
bundle etc/vendor/calendar.mjs calendar.js
bundle etc/vendor/charts.mjs charts.js
cp "$modules/sortablejs/LICENSE" "$admin/sortable-LICENSE.txt"
cp "$modules/tom-select/LICENSE" "$admin/tom-select-LICENSE.txt"
cp "$modules/fullcalendar/LICENSE.md" "$admin/calendar-LICENSE.txt"
cp "$modules/chart.js/LICENSE.md" "$admin/charts-LICENSE.txt"

sha256sum "$site"/* "$admin"/* "$paper"/* > etc/vendor/vendor.sha256

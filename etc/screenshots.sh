#!/usr/bin/env bash
# Makes the pictures of docs/client.md, docs/manager.md, docs/seller.md, docs/owner.md and docs/developer.md from the running program, and the site's own pictures (og.png, touch-icon.png).
#   etc/screenshots.sh          everything
#   etc/screenshots.sh site     only the site's own pictures
set -euo pipefail
cd "$(dirname "$0")/.."
browser=${CHROMIUM:-/usr/bin/chromium}

picture() { # page, width, height, target
  "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files \
    --disable-background-networking --window-size="$2,$3" --screenshot="$4" "file://$PWD/etc/pictures/$1" 2>/dev/null
}

picture og.html 1200 630 src/SaleAuto.Web/wwwroot/img/og.png
picture touch-icon.html 180 180 src/SaleAuto.Web/wwwroot/img/touch-icon.png
[[ "${1:-}" != site ]] || exit 0

mkdir -p docs/img
fc-list | grep -qi emoji || echo "No font with emoji: buttons of the bot will show boxes (Debian: fonts-noto-color-emoji)" >&2
SALEAUTO_SCREENSHOTS="$PWD/docs/img" dotnet test test/SaleAuto.Browser.Tests --filter "FullyQualifiedName~ClientScreenshots|FullyQualifiedName~Lists_Tests.Should_Be_Usable|FullyQualifiedName~CallDesk_Tests.Should_Be_Usable|FullyQualifiedName~DevPanel|FullyQualifiedName~Records_Tests.Should_Be_Usable|FullyQualifiedName~Accounts_Tests.Should_Be_Usable|FullyQualifiedName~Imports_Tests|FullyQualifiedName~Settings_Tests|FullyQualifiedName~SellersDay|FullyQualifiedName~Money_Tests|FullyQualifiedName~OwnerPage_Tests|FullyQualifiedName~Admin.Distributions_Tests"

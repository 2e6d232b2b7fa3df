#!/usr/bin/env bash
# The browser that the tests and the pictures use.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/words.sh

command -v chromium >/dev/null || need_package chromium "the tests that use a browser"

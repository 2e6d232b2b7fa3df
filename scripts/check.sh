#!/usr/bin/env bash
# Everything that can be checked without running the tests. All of it runs; what failed is named at the end.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/words.sh

bin=$PWD/.venv/bin
failed=()

check() { # name, command...
  local name=$1 began=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@" </dev/null; then
    say "-- $name: good ($((SECONDS - began)) s)"
  else
    say "-- $name: FAILED"
    failed+=("$name")
  fi
}

check "format" "$bin/ruff" format --check .
check "lint" "$bin/ruff" check .
check "types" "$bin/mypy"
check "import contracts" "$bin/lint-imports"
check "migrations" "$bin/heed" makemigrations --check --dry-run
check "picture of the states" "$bin/heed" states --check
check "table of settings" "$bin/heed" settings --check
check "templates" "$bin/heed" check-templates
check "secrets" scripts/secrets.sh
check "settings" "$bin/heed" check --fail-level WARNING

if [ ${#failed[@]} -gt 0 ]; then
  printf '\nNot good yet:\n'
  printf '  %s\n' "${failed[@]}"
  exit 1
fi
printf '\nAll checks are good.\n'

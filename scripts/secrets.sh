#!/usr/bin/env bash
# Is there a password or key in a file of the project that nobody has looked at?
#   scripts/secrets.sh         compare with .secrets.baseline, the list of what was looked at
#   scripts/secrets.sh renew   write that list again; read what it gained before you commit it
set -euo pipefail
cd -P "$(dirname "$0")/.."
. scripts/words.sh

baseline=.secrets.baseline
pinned='(^|/)(requirements[^/]*\.lock|package-lock\.json)$' # long numbers by nature
new=$(mktemp)
trap 'rm -f "$new"' EXIT

# Git distrusts a folder that somebody else cloned. Here it only lists names, for us and for the tool.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=$PWD
git ls-files -z --cached --others --exclude-standard -- ":!:$baseline" >"$new" ||
  stop "This folder is not one that git knows." "Get Heed with git clone."
files=()
while IFS= read -r -d '' file; do
  [ ! -f "$file" ] || files+=("$file")
done <"$new"

if [ "${1:-}" = renew ]; then
  .venv/bin/detect-secrets scan --no-verify --all-files --exclude-files "$pinned" "${files[@]}" >"$new"
  cat "$new" >"$baseline"
  say "$baseline is new. What it gained looks like a secret: read it before you commit it."
  exit
fi

# The tool corrects line numbers in the list it is given, and calls that 3: it may, in a copy.
cp "$baseline" "$new"
code=0
said=$(.venv/bin/detect-secrets-hook --no-verify --baseline "$new" "${files[@]}") || code=$?
case $code in
  0 | 3) ;;
  *)
    say "$said"
    say "If it is a secret, take it out and change it. If it is not, run: scripts/secrets.sh renew"
    exit 1
    ;;
esac

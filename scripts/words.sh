# Shared by the scripts beside it: how they speak, and how they ask Debian for a package.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }

stop() { # the reason, then what to do, a line each
  printf '\nHeed stopped here. %s\n' "$1" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

# Install a package of Debian when we may; otherwise stop and name it.
need_package() { # package, what it is for
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    say "Installing $1, for $2."
    install_package "$1" || stop "$1 could not be installed." "Run: apt-get update && apt-get install $1"
  else
    stop "The package $1 is missing. It is needed for $2." \
      "Ask whoever looks after this computer to run:  apt-get install $1" "Then run the same command again."
  fi
}

install_package() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update </dev/null >&2 &&
    apt-get -qq install -y --no-install-recommends "$1" </dev/null >&2
}

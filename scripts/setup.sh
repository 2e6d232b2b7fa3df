#!/usr/bin/env bash
# Make everything Heed needs, below this folder, in .venv and .build. Quick when nothing has changed.
set -euo pipefail
cd -P "$(dirname "$0")/.."
. scripts/words.sh

locks=(requirements-installer.lock requirements.lock pyproject.toml)
python=${PYTHON:-python3}

have_python() {
  command -v "$python" >/dev/null ||
    stop "Python is missing." "Install Python 3.11 or newer, on Debian: apt-get install python3 python3-venv"
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Heed needs Python 3.11 or newer; here is $("$python" --version)." \
      "If you have a newer one, name it:  make demo PYTHON=python3.12"
}

# One that was moved, or whose Python went away, does not count: its commands name the old place.
venv_works() {
  .venv/bin/python -c '' 2>/dev/null && { [ ! -f .venv/heed.where ] || [ "$(cat .venv/heed.where)" = "$PWD" ]; }
}

make_venv() {
  have_python
  "$python" -c 'import venv, ensurepip' 2>/dev/null || need_package python3-venv "the folder of Python packages"
  say "Making the folder of Python packages, .venv"
  "$python" -m venv --clear .venv || stop ".venv could not be made." "Is the disk full, or this folder not yours?"
  pwd >.venv/heed.where
}

# What the installed packages depend on, as one line.
wanted_packages() { { pwd && cat "${locks[@]}"; } | sha256sum; }

install_packages() {
  say "Installing the Python packages Heed is made of. This takes a minute, the first time."
  local pip=(.venv/bin/python -m pip --quiet --disable-pip-version-check --no-input)
  "${pip[@]}" install --require-hashes --only-binary :all: -r requirements-installer.lock || no_packages
  if ! .venv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock; then
    say "That did not work; trying the slower way."
    "${pip[@]}" install --require-hashes -r requirements.lock || no_packages
  fi
  "${pip[@]}" install --no-deps --no-build-isolation --editable . || stop "Heed itself could not be installed."
}

no_packages() {
  stop "The Python packages could not be fetched." "Is this computer online? The reason is in the lines above."
}

# What gathering depends on: each file that pages may ask for, with size and age; settings; packages.
wanted_static() {
  {
    find heed -path '*/static/*' -type f -printf '%p %s %T@\n' | sort
    cat heed/config/settings.py .venv/heed.stamp
  } | sha256sum
}

is_up_to_date() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

venv_works || make_venv
packages=$(wanted_packages)
if ! is_up_to_date .venv/heed.stamp "$packages"; then
  install_packages
  printf '%s\n' "$packages" >.venv/heed.stamp
fi

.venv/bin/python -m heed.ui.assets

static=$(wanted_static)
if ! { [ -f .build/static/staticfiles.json ] && is_up_to_date .build/static.stamp "$static"; }; then
  say "Gathering the files that pages ask for."
  .venv/bin/heed collectstatic --noinput -v0
  mkdir -p .build
  printf '%s\n' "$static" >.build/static.stamp
fi

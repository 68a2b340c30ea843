# Sourced by the other scripts: a virtual environment in .venv with Tidebook in it.
# usage: prepare "<extras>"   ("" for users, "dev" for the tests)

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo "$@"; else return 1; fi
}

apt_install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  as_root env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends $*" >/dev/null
}

find_python() {
  for candidate in python3.11 python3.12 python3.13 python3 python; do
    if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s' "$candidate"
      return 0
    fi
  done
  say "Tidebook needs Python 3.11 or newer, and none is on the PATH; install one (https://www.python.org/downloads/) and run this again."
  return 1
}

prepare() {
  local python extras=$1
  if [ ! -x .venv/bin/python ]; then
    python=$(find_python) || return 1
    if ! "$python" -m venv .venv 2>/dev/null; then
      rm -rf .venv
      say "Python's venv module is not whole; installing it"
      apt_install python3-venv || { say "Install the package python3-venv and run this again."; return 1; }
      "$python" -m venv .venv || return 1
    fi
  fi
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".${extras:+[$extras]}"
}

need_browser() {
  for candidate in chromium chromium-browser google-chrome; do
    command -v "$candidate" >/dev/null 2>&1 && return 0
  done
  say "No Chromium found; installing it for the tests of the report"
  apt_install chromium fonts-dejavu-core || { say "Install Chromium and run this again: the report is tested in a real browser."; return 1; }
}

#!/bin/sh
# Makes .venv ready and says nothing when it already is:  tools/bootstrap.sh [run|dev]
#
# Needs only Python 3.11 or later. Installs hashed wheels, the project itself, and Qt's system libraries where Qt does
# not load without them: with apt as root or through sudo, else unpacked into .venv/syslibs (tools/env.sh finds them).
# Environment: PYTHON, the interpreter to use.
set -eu
cd "$(dirname "$0")/.."

purpose=${1:-run}
case $purpose in
    run) lock=requirements.txt ;;
    dev) lock=requirements-dev.txt ;;
    *) echo "usage: tools/bootstrap.sh [run|dev]" >&2; exit 2 ;;
esac
root=$PWD
venv=.venv
python=$venv/bin/python

say() { echo "bootstrap: $*" >&2; }
fail() { say "$*"; exit 1; }

checksum() { # of everything the environment is made from, and of where it lies: a virtual environment does not move
    { pwd; cat "$lock" pyproject.toml tools/bootstrap.sh; "$python" -V; } 2>/dev/null | sha256sum | cut -d' ' -f1
}
is_ready() { [ -x "$python" ] && [ "$(cat "$venv/sandyq-$1" 2>/dev/null)" = "$(lock=$2 checksum)" ]; }

if is_ready dev requirements-dev.txt || is_ready "$purpose" "$lock"; then exit 0; fi

# --- apt, for what pip cannot bring ------------------------------------------------------------------------------
apt_as_root() { # PACKAGE…: installs, or fails when nobody here may
    if [ "$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; else return 1; fi
    $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
apt_own() { # apt-get with package lists of our own, which needs no rights
    apt=$root/$venv/apt
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
    apt-get -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt/cache" -o Debug::NoLocking=1 -o APT::Sandbox::User= "$@"
}
unpack() { # FOLDER PACKAGE…: downloads these packages and what they need that is not installed, and unpacks them
    folder=$root/$venv/$1; shift
    apt_own update -qq || return 1
    wanted=$(apt_own install -s --no-install-recommends "$@" | sed -n 's/^Inst \([^ ]*\).*/\1/p')
    mkdir -p "$folder/debs"
    # shellcheck disable=SC2086 # a list of package names
    (cd "$folder/debs" && apt_own download -qq $wanted) || return 1
    for deb in "$folder"/debs/*.deb; do dpkg-deb -x "$deb" "$folder" || return 1; done
    rm -rf "$folder/debs" "${venv:?}/apt"
}

# --- the virtual environment -------------------------------------------------------------------------------------
is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if ! { [ -x "$python" ] && is_new_enough "$python"; }; then
    for candidate in ${PYTHON:-python3.11 python3 python3.12 python3.13 python3.14}; do
        if is_new_enough "$candidate"; then base=$candidate; break; fi
    done
    [ -n "${base:-}" ] || fail "Python 3.11 or later is needed; name it with PYTHON=/path/to/python"
    say "making $venv with $("$base" -V)"
    rm -rf "$venv"
    "$base" -m venv --without-pip "$venv"
fi
if ! "$python" -m pip --version >/dev/null 2>&1; then
    if ! "$python" -m ensurepip >/dev/null 2>&1; then # Debian keeps it in packages of its own
        rm -rf "$venv/pip"
        find /usr/share/python-wheels -name 'pip-*.whl' 2>/dev/null | grep -q . || unpack pip python3-pip-whl ||
            fail "neither pip nor ensurepip is to be had; install python3-venv"
        wheel=$(find "$venv/pip" /usr/share/python-wheels -name 'pip-*.whl' 2>/dev/null | head -n 1)
        PYTHONPATH=$wheel "$python" -m pip install -qq --disable-pip-version-check --no-index --no-deps "$wheel"
        rm -rf "$venv/pip"
    fi
fi

say "installing $lock"
"$python" -m pip install -qq --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock"
# As a plain path, not an import hook: each start of the program is 20 ms quicker.
"$python" -m pip install -qq --disable-pip-version-check --no-index --no-deps --no-build-isolation \
    --config-settings editable_mode=compat -e .

# --- Qt's system libraries ---------------------------------------------------------------------------------------
qt_loads() {
    tools/env.sh "$python" - <<'PROBE' >/dev/null 2>&1
import ctypes, pathlib
import PySide6.QtWidgets as widgets
platforms = pathlib.Path(widgets.__file__).parent / "Qt/plugins/platforms"
for plugin in ("libqoffscreen.so", "libqxcb.so"):
    ctypes.CDLL(str(platforms / plugin))
PROBE
}
if [ "$(uname)" = Linux ] && ! qt_loads; then
    say "installing the system libraries Qt needs"
    needed="libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0 libxcb-cursor0 libxcb-icccm4
        libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
    command -v apt-get >/dev/null || fail "Qt does not load here; install the equivalents of: $needed"
    rm -rf "$venv/syslibs"
    # shellcheck disable=SC2086 # a list of package names
    apt_as_root $needed || unpack syslibs $needed
    qt_loads || fail "Qt still does not load: $(tools/env.sh "$python" -c 'import PySide6.QtWidgets' 2>&1 | tail -n 1)"
fi

checksum >"$venv/sandyq-$purpose"
say "ready"

#!/bin/sh
# Runs a command with a real window on a screen nobody sees (Xvfb). Without Xvfb it says so and leaves the command out;
# with REQUIRE_WINDOW set, as on CI, that is a failure.
if ! command -v Xvfb >/dev/null; then
    echo "window.sh: Xvfb is not installed; left out: $*" >&2
    [ -z "${REQUIRE_WINDOW:-}" ]
    exit
fi
number=$(mktemp)
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$number" 2>/dev/null &
server=$!
trap 'kill $server 2>/dev/null; rm -f "$number"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do
    [ -s "$number" ] && break
    sleep 0.2
done
DISPLAY=:$(cat "$number") QT_QPA_PLATFORM=xcb "$@"

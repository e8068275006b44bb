#!/bin/sh
# Runs a command with the project's programs first and, where there are any, the system libraries of .venv/syslibs.
root=$(cd "$(dirname "$0")/.." && pwd)
PATH=$root/.venv/bin:$PATH
syslibs=$root/.venv/syslibs
if [ -d "$syslibs" ]; then
    for folder in "$syslibs"/usr/lib/*-linux-gnu* "$syslibs"/lib/*-linux-gnu*; do
        if [ -d "$folder" ]; then LD_LIBRARY_PATH=${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$folder; fi
    done
    export LD_LIBRARY_PATH
    if [ ! -d /etc/fonts ]; then export FONTCONFIG_PATH="$syslibs/etc/fonts"; fi
    if [ ! -d /usr/share/X11/xkb ]; then export XKB_CONFIG_ROOT="$syslibs/usr/share/X11/xkb"; fi
fi
export PATH
exec "$@"

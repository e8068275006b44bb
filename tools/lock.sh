#!/bin/sh
# Writes the hashed locks from pyproject.toml. They name packages and checksums only: no index, no host, no path.
set -eu
cd "$(dirname "$0")/.."
compile() {
    tools/env.sh uv pip compile --no-config --universal --generate-hashes --no-annotate --no-header \
        --only-binary :all: --quiet pyproject.toml --extra build "$@"
}
compile --extra dev --output-file requirements-dev.txt
compile --constraint requirements-dev.txt --output-file requirements.txt
if grep -nE '://|--(extra-)?index-url|--find-links' requirements.txt requirements-dev.txt; then
    echo "lock.sh: a lock names where a package came from" >&2
    exit 1
fi

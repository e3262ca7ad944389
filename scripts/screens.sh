#!/usr/bin/env bash
# Takes a picture of every screen of build/hashiya on virtual displays, with test/screens: scripts/screens.sh [NAME...].
# The pictures are left in build/screens, with index.html to look at all of them. Without names those of an earlier run go first.
set -euo pipefail
cd "$(dirname "$0")/.."

out=build/screens
if [ $# = 0 ]; then
  rm -rf "$out"
fi
mkdir -p "$out"
go build -o build/screens-driver ./test/screens
build/screens-driver build/hashiya "$out" "$@"

#!/usr/bin/env bash
# Opens build/hashiya, which "make run" has just built, on a demo project made from the samples.
# Without a display it runs the scripted tour in a virtual one instead.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$(uname)" != Darwin ]; then
  echo "there is no display here: the program runs as a scripted tour in a virtual one"
  scripts/deps.sh test
  exec scripts/tour.sh
fi

project=build/demo.hashiya
if [ ! -e "$project" ]; then
  build/hashiya new "$project" --samples --as "$(id -un)"
fi
echo "opening $project; \"make clean\" removes it, the next \"make run\" then makes a new one"
exec build/hashiya "$project"

#!/usr/bin/env bash
# Starts a virtual display and a window manager, and lets test/tour drive build/hashiya in it.
# The screenshots and the exported dataset are left in build/tour. Everything started here ends with the script.
set -euo pipefail
cd "$(dirname "$0")/.."

out=build/tour
own=$(mktemp -d)
started=()

finish() {
  local code=$? id
  trap - EXIT INT TERM HUP
  for id in "${started[@]}"; do
    kill "$id" 2>/dev/null || true
  done
  wait
  if [ "$code" != 0 ] && [ "$code" -lt 128 ]; then
    echo "the tour failed; what the programs wrote:" >&2
    tail -n 20 "$own"/*.log >&2 || true
  fi
  rm -rf "$own"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

rm -rf "$out"
mkdir -p "$out"
go build -o build/tour-driver ./test/tour

# Xvfb looks for a free display itself and writes its number once it answers.
mkfifo "$own/number"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -noreset 3>"$own/number" >"$own/xvfb.log" 2>&1 &
started+=($!)
if ! read -r -t 20 number <"$own/number"; then
  echo "Xvfb opened no display within 20 seconds" >&2
  exit 1
fi
export DISPLAY=:$number
unset WAYLAND_DISPLAY

# Settings and the device's id are those of the tour, never the user's.
export HOME=$own/home XDG_CONFIG_HOME=$own/config XDG_RUNTIME_DIR=$own
mkdir -p "$HOME" "$XDG_CONFIG_HOME"
openbox >"$own/openbox.log" 2>&1 &
started=($! "${started[@]}")
for _ in {1..50}; do # until the window manager answers; without it the tour goes on, and windows have no title
  if xdotool get_num_desktops >/dev/null 2>&1; then break; fi
  sleep 0.2
done

build/tour-driver build/hashiya "$out" &
driver=$!
started=("$driver" "${started[@]}")
wait "$driver"
started=("${started[@]:1}") # its id is free again

echo "the tour is done; screenshots and the exported dataset are in $out:"
ls "$out"

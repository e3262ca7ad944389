#!/usr/bin/env bash
# Runs every fuzz target for a few seconds. FUZZ_SECONDS is the time of one (5), FUZZ_LIMIT that of all with their building (180).
set -euo pipefail
cd "$(dirname "$0")/.."

each=${FUZZ_SECONDS:-5}
limit=${FUZZ_LIMIT:-180}

# "go test -list" prints the names of a package's targets and then its "ok" line.
targets=$(go test -list '^Fuzz' ./... | awk '
  /^Fuzz/ { names[++n] = $1 }
  $1 == "ok" { for (i = 1; i <= n; i++) print $2, names[i]; n = 0 }')
if [ -z "$targets" ]; then
  echo "there are no fuzz targets"
  exit 0
fi

SECONDS=0
left=()
while read -r package name; do
  if [ $((SECONDS + each)) -gt "$limit" ]; then
    left+=("$name")
    continue
  fi
  echo "fuzzing $name of $package"
  go test -run '^$' -fuzz "^$name\$" -fuzztime "${each}s" "$package" </dev/null
done <<<"$targets"
if [ ${#left[@]} -gt 0 ]; then
  echo "not run, the $limit seconds are over: ${left[*]}"
fi

#!/usr/bin/env bash
# Runs every fuzz target for a few seconds: FUZZ_INPUTS inputs each (5000), FUZZ_LIMIT seconds for all with their building (180).
# Inputs and not seconds are counted, since Go now and then reports the end of the time itself as a failure.
set -euo pipefail
cd "$(dirname "$0")/.."

inputs=${FUZZ_INPUTS:-5000}
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
  if [ "$SECONDS" -gt "$limit" ]; then
    left+=("$name")
    continue
  fi
  echo "fuzzing $name of $package"
  go test -run '^$' -fuzz "^$name\$" -fuzztime "${inputs}x" -timeout 120s "$package" </dev/null
done <<<"$targets"
if [ ${#left[@]} -gt 0 ]; then
  echo "not run, the $limit seconds are over: ${left[*]}"
fi

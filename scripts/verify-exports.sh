#!/usr/bin/env bash
# Exports a project of the sample articles and a probe in every format and lets test/exports/verify.py read them with other people's
# programs, in the versions of test/exports/requirements.txt. All of it is left in build/exports.
set -euo pipefail
cd "$(dirname "$0")/.."

out=build/exports
rm -rf "$out/data" "$out/project.hashiya"
mkdir -p "$out/data"
if [ ! -x "$out/venv/bin/python" ]; then
  python3 -m venv "$out/venv"
fi
"$out/venv/bin/pip" install --quiet --require-hashes -r test/exports/requirements.txt

build/hashiya-nogui new "$out/project.hashiya" --samples --as verify
build/hashiya-nogui import "$out/project.hashiya" test/exports/probe.jsonl --as verify
for format in jsonl csv brat labelstudio spacy html doccano conll w3c geojson; do
  build/hashiya-nogui export "$out/project.hashiya" --format "$format" --out "$out/data/$format"
done
"$out/venv/bin/python" test/exports/verify.py "$out/data"

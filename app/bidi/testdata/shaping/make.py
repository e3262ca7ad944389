#!/usr/bin/env python3
"""Writes what HarfBuzz makes of the words of the samples and of the seeds.

    testdata/shaping/make.py [--short] FONT.ttf OUT.tsv      (in app/bidi; needs hb-shape, Debian package libharfbuzz-bin)

Each line of OUT.tsv is a key and a value. The key of a word of the samples is the word, that of a word that only the seeds
have is the start of its SHA-256. The value is what hb-shape prints; with --short it is the start of the SHA-256 of that.
"""
import glob, hashlib, json, re, subprocess, sys

# The same expressions, in the same order, as in shaping_test.go, with what hb-shape is to be told.
KINDS = [
    (r"[\u0610-\u061A\u0620-\u065F\u066E-\u06D3\u06D5-\u06DC\u06DF-\u06E8\u06EA-\u06EF\u06FA-\u06FF\u200C\u200D]+", "rtl", "Arab", "ar"),
    (r"[A-Za-z\u00C0-\u024F]+", "ltr", "Latn", "en"),
    (r"[0-9\u0660-\u0669]+(?:[.,:/][0-9\u0660-\u0669]+)*", "ltr", "Zyyy", "en"),
]


def digest(s):
    return hashlib.sha256(s.encode()).hexdigest()[:16]


def sample_texts():
    for name in sorted(glob.glob("../../samples/[0-9]*.jsonl")):
        with open(name, encoding="utf-8") as f:
            for line in f:
                yield json.loads(line)["text"]


def seed_texts():
    names = sorted(glob.glob("../../../shared/seeds/*.txt"))
    if not names:
        sys.exit("../shared/seeds is not beside the repository: the data would lose its words, put it there first")
    for name in names:
        with open(name, encoding="utf-8", newline="") as f:
            yield f.read()


def shape(font, words, direction, script, language):
    out = subprocess.run(
        ["hb-shape", "--no-glyph-names", "--no-clusters", "--direction=" + direction, "--script=" + script, "--language=" + language, font],
        input="\n".join(words) + "\n", capture_output=True, text=True, check=True).stdout.splitlines()
    if len(out) != len(words):
        sys.exit(f"hb-shape gave {len(out)} lines for {len(words)} words")
    return out


def main():
    short = "--short" in sys.argv
    font, target = [a for a in sys.argv[1:] if a != "--short"]
    rows = {}
    for kind in KINDS:
        known = {w for text in sample_texts() for w in re.findall(kind[0], text)}
        found = {w for text in seed_texts() for w in re.findall(kind[0], text)} - known
        words = sorted(known) + sorted(found)
        for word, glyphs in zip(words, shape(font, words, *kind[1:])):
            rows[word if word in known else digest(word)] = digest(glyphs)[:8] if short else glyphs
    with open(target, "w", encoding="utf-8") as f:
        f.writelines(f"{key}\t{rows[key]}\n" for key in sorted(rows))


main()

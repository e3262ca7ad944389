#!/usr/bin/env python3
"""Writes the lines that Pango makes of the samples, of the seeds and of hard.txt, 37.5 em wide, from right to left.

    testdata/pango/make.py      (in app/bidi; Debian packages gir1.2-pango-1.0, python3-gi, python3-gi-cairo, fontconfig)

Each line of lines.tsv is the start of the SHA-256 of a paragraph and its lines, separated by spaces. A line is its visual runs
from left to right, separated by commas; a run is its first code point, < or > for its direction, and the code point after it.
"""
import glob, hashlib, json, os, sys, tempfile

FONT = os.path.abspath("../../assets/fonts/Vazirmatn-Regular.ttf")
UNITS_PER_EM = 2048  # the size in pixels too, so that a font unit is one pixel and nothing is rounded
WIDTH = 37.5  # em

config = tempfile.mkdtemp()
os.symlink(FONT, os.path.join(config, "font.ttf"))
with open(os.path.join(config, "fonts.conf"), "w") as f:
    f.write(f"<fontconfig><dir>{config}</dir><cachedir>{config}/cache</cachedir></fontconfig>")
os.environ["FONTCONFIG_FILE"] = os.path.join(config, "fonts.conf")

import cairo, gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo


def new_layout():
    context = PangoCairo.FontMap.new().create_context()
    options = cairo.FontOptions()
    options.set_hint_style(cairo.HINT_STYLE_NONE)
    options.set_hint_metrics(cairo.HINT_METRICS_OFF)
    PangoCairo.context_set_font_options(context, options)
    context.set_round_glyph_positions(False)
    context.set_base_dir(Pango.Direction.RTL)
    layout = Pango.Layout.new(context)
    layout.set_auto_dir(False)
    font = Pango.FontDescription.from_string("Vazirmatn")
    font.set_absolute_size(UNITS_PER_EM * Pango.SCALE)
    layout.set_font_description(font)
    layout.set_width(int(WIDTH * UNITS_PER_EM * Pango.SCALE))
    layout.set_wrap(Pango.WrapMode.WORD_CHAR)
    attributes = Pango.AttrList.new()
    attributes.insert(Pango.attr_insert_hyphens_new(False))
    layout.set_attributes(attributes)
    return layout


def lines(layout, text):
    layout.set_text(text, -1)
    data = text.encode()
    offset = lambda at: len(data[:at].decode())
    out = []
    for line in layout.get_lines_readonly():
        runs = []
        for run in line.runs:
            start, rtl = offset(run.item.offset), run.item.analysis.level % 2 == 1
            end = offset(run.item.offset + run.item.length)
            if runs and runs[-1][2] == rtl and (end == runs[-1][0] if rtl else start == runs[-1][1]):
                runs[-1] = [min(start, runs[-1][0]), max(end, runs[-1][1]), rtl]
            else:
                runs.append([start, end, rtl])
        out.append(",".join(f"{start}{'<' if rtl else '>'}{end}" for start, end, rtl in runs))
    return " ".join(out)


def texts():
    for name in sorted(glob.glob("../../samples/[0-9]*.jsonl")):
        with open(name, encoding="utf-8") as f:
            for line in f:
                yield json.loads(line)["text"]
    seeds = sorted(glob.glob("../../../shared/seeds/*.txt"))
    if not seeds:
        sys.exit("../shared/seeds is not beside the repository: the data would lose its lines, put it there first")
    for name in ["testdata/pango/hard.txt"] + seeds:
        with open(name, encoding="utf-8", newline="") as f:
            yield f.read()


layout, rows = new_layout(), {}
for text in texts():
    for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n"):
        if paragraph:
            rows[hashlib.sha256(paragraph.encode()).hexdigest()[:16]] = lines(layout, paragraph)
with open("testdata/pango/lines.tsv", "w") as f:
    f.writelines(f"{key}\t{rows[key]}\n" for key in sorted(rows))

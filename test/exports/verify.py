"""Reads exports with the programs that other people read them with.

Usage: verify.py FOLDER, where FOLDER holds one export of the same project for
each format, named after it (see scripts/verify-exports.sh). What every reader
sees is compared with the project's own JSON Lines, span by span: the offsets
in code points and the words. Ends with status 1 when one differs.
"""

import collections
import csv
import html.parser
import json
import pathlib
import sys

FOLDER = pathlib.Path(sys.argv[1])


def lines(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [json.loads(line) for line in file]


def project():
    """The articles by id, and all spans as (article, start, end, words)."""
    articles, spans = {}, collections.Counter()
    for row in lines(FOLDER / "jsonl"):
        if "text" not in row:
            continue
        articles[row["id"]] = row["text"]
        for record in row["records"]:
            for span in record["spans"]:
                words = row["text"][span["start"] : span["end"]]
                assert words == span["text"], span
                spans[row["id"], span["start"], span["end"], words] += 1
    return articles, spans


def brat(articles):
    """bratly reads each line; fragments are compared with the .txt file."""
    from bratly import AttributeAnnotation, EntityAnnotation, NormalizationAnnotation, NoteAnnotation, RelationAnnotation

    kinds = {"R": RelationAnnotation, "A": AttributeAnnotation, "N": NormalizationAnnotation, "#": NoteAnnotation}
    for entry in lines(FOLDER / "brat" / "documents.jsonl"):
        stem = FOLDER / "brat" / entry["path"]
        text = open(f"{stem}.txt", encoding="utf-8", newline="").read()
        assert text == articles[entry["article"]]
        known = {}
        content = open(f"{stem}.ann", encoding="utf-8", newline="").read()
        for line in filter(None, content.split("\n")):
            name = line.split("\t")[0]
            if name[0] == "T":
                known[name] = EntityAnnotation.from_line(line)
                for fragment in known[name].fragments:
                    yield entry["article"], fragment.start, fragment.end, text[fragment.start : fragment.end]
            else:
                known[name] = kinds[name[0]].from_line(line, known)


def labelstudio(articles):
    """label-studio-sdk holds each result against the labelling interface."""
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface((FOLDER / "labelstudio" / "config.xml").read_text("utf-8"))
    interface.validate()
    for path in sorted((FOLDER / "labelstudio").glob("tasks-*.json")):
        for task in json.loads(path.read_text("utf-8")):
            text = task["data"]["text"]
            assert text == articles[task["data"]["article"]]
            for annotation in task["annotations"]:
                assert interface.validate_annotation({"result": annotation["result"]}), task["id"]
                for result in annotation["result"]:
                    if result["type"] == "labels":
                        value = result["value"]
                        assert text[value["start"] : value["end"]] == value["text"]
                        yield task["data"]["article"], value["start"], value["end"], value["text"]


def spacy(articles):
    """spaCy makes a DocBin as the format's page says, and reads it back."""
    import spacy
    from spacy.tokens import DocBin

    nlp, out = spacy.blank("ar"), DocBin(attrs=["ORTH", "SPACY"])
    rows = lines(FOLDER / "spacy")
    for row in rows:
        doc = nlp.make_doc(row["text"])
        for key in ("items", "evidence"):
            doc.spans[key] = [
                doc.char_span(s["start"], s["end"], s["label"], kb_id=s["kb_id"] or "", span_id=s["id"], alignment_mode="expand")
                for s in row["spans"]
                if s["key"] == key
            ]
        out.add(doc)
    docs = list(DocBin().from_bytes(out.to_bytes()).get_docs(nlp.vocab))
    for row, doc in zip(rows, docs, strict=True):
        assert doc.text == row["text"] == articles[row["meta"]["article"]]
        groups = {span.id_: span for key in doc.spans for span in doc.spans[key]}
        for span in row["spans"]:
            read = groups[span["id"]]  # widened to whole tokens
            assert read.start_char <= span["start"] and span["end"] <= read.end_char and read.label_ == span["label"]
            yield row["meta"]["article"], span["start"], span["end"], doc.text[span["start"] : span["end"]]


def doccano(articles):
    """No reader of doccano's runs without its server: UTF-16 by Python itself."""
    for row in lines(FOLDER / "doccano"):
        assert row["text"] == articles[row["meta"]["article"]]
        units = row["text"].encode("utf-16-le")
        for entity in row["entities"]:
            start, end = entity["start_offset"] * 2, entity["end_offset"] * 2
            before, words = units[:start].decode("utf-16-le"), units[start:end].decode("utf-16-le")
            yield row["meta"]["article"], len(before), len(before) + len(words), words


def w3c(articles):
    """Python's own JSON: position and quote must select the same words."""
    page = json.loads((FOLDER / "w3c" / "annotations.jsonld").read_text("utf-8"))
    sources = {entry["source"]: entry["article"] for entry in lines(FOLDER / "w3c" / "documents.jsonl")}
    assert page["total"] == len(page["first"]["items"])
    for annotation in page["first"]["items"]:
        for target in annotation["target"]:
            if isinstance(target, str):
                continue
            text = open(FOLDER / "w3c" / target["source"], encoding="utf-8", newline="").read()
            position, quote = target["selector"]
            assert text == articles[sources[target["source"]]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"]) and text[position["end"] :].startswith(quote["suffix"])
            yield sources[target["source"]], position["start"], position["end"], quote["exact"]


class Page(html.parser.HTMLParser):
    """Puts the texts of a report and the ranges of its marks together."""

    def __init__(self):
        super().__init__()
        self.article, self.depth, self.skip, self.open = "", 0, 0, []
        self.texts = []  # (article, pieces, ranges by number)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert tag not in ("script", "link", "img", "iframe") and not any(k in ("src", "href") or k.startswith("on") for k in attributes)
        self.article = attributes.get("data-article", self.article)
        if tag == "div" and attributes.get("class") == "text":
            self.depth = 1
            self.texts.append((self.article, [], {}))
        elif self.depth:
            self.depth += 1
            if tag == "mark":
                self.open = attributes["data-spans"].split()
            elif tag == "i":
                self.handle_data(chr(int(attributes["data-c"])))
                self.skip = self.depth
            elif tag == "sup":
                self.skip = self.depth

    def handle_endtag(self, tag):
        if self.depth:
            if tag == "mark":
                self.open = []
            if self.skip == self.depth:
                self.skip = 0
            self.depth -= 1

    def handle_data(self, data):
        if not self.depth or self.skip:
            return
        _, pieces, ranges = self.texts[-1]
        start = sum(map(len, pieces))
        pieces.append(data)
        for number in self.open:
            ranges[number] = (ranges.get(number, (start,))[0], start + len(data))


def report(articles):
    """Python's HTML parser, which mends nothing and knows no XML."""
    page = Page()
    page.feed(open(FOLDER / "html", encoding="utf-8", newline="").read())
    page.close()
    for article, pieces, ranges in page.texts:
        text = "".join(pieces)
        assert text == articles[article]
        for start, end in ranges.values():
            yield article, start, end, text[start:end]


def tables(_):
    """Python's csv module, which reads as pandas does."""
    with open(FOLDER / "csv" / "spans.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield row["article_id"], int(row["start"]), int(row["end"]), row["text"]


def conll():
    """spaCy's converter reads the labels; returns the entities it sees and those in the file."""
    import spacy
    from spacy.training.converters import conll_ner_to_docs

    content = (FOLDER / "conll" / "dataset.conll").read_text("utf-8")
    docs = list(conll_ner_to_docs(content, n_sents=0, no_print=True, model=None))
    assert spacy.__version__
    return sum(len(doc.ents) for doc in docs), content.count(" B-")


def geojson():
    """shapely makes a shape of each geometry; returns how many there are."""
    from shapely.geometry import shape

    features = json.loads((FOLDER / "geojson").read_text("utf-8"))["features"]
    shapes = [shape(feature["geometry"]) for feature in features if feature["geometry"]]
    assert all(s.is_valid and -180 <= s.bounds[0] <= 180 and -90 <= s.bounds[1] <= 90 for s in shapes)
    return len(features), len(shapes)


def cut(spans):
    """The spans as brat has them: cut at line breaks."""
    pieces = collections.Counter()
    for (article, start, _, words), times in spans.items():
        at = start
        for line in words.splitlines(keepends=True):
            piece = line.rstrip("\r\n")
            if piece.strip():
                pieces[article, at, at + len(piece), piece] += times
            at += len(line)
    return pieces


def main():
    articles, want = project()
    print(f"project: {len(articles)} articles, {want.total()} spans")
    wrong = 0
    for name, reader in {"csv": tables, "brat": brat, "labelstudio": labelstudio, "spacy": spacy, "html": report, "doccano": doccano, "w3c": w3c}.items():
        got = collections.Counter(reader(articles))
        same = got == (cut(want) if name == "brat" else want)
        wrong += not same
        print(f"{name}: {got.total()} spans, {'the same' if same else 'DIFFERENT'}")
    seen, written = conll()
    wrong += seen != written
    print(f"conll: {seen} entities of {written}")
    print("geojson: {} features, {} shapes".format(*geojson()))
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())

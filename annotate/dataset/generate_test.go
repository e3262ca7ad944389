package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"hashiya/model"
	"pgregory.net/rapid"
)

// generator draws documents in the order of files and with Extra in the form
// that reading gives it, so that they can be compared with what is read.
type generator struct {
	*rapid.T
	ids int
}

// textRunes are letters, and what trips a file format: marks, quotes, line
// separators, controls, direction marks and signs outside the first plane.
var textRunes = []rune("ابتثقكعىةأ ٣٧12 \u064b\u0651\u0640\ufdfa\"\\/<>&'«»,;=\t\r\n\u2028\u0085\u200f\u202b\ufeff\ufffd\u001f🚨𐎠")

func (g *generator) chance(percent int) bool {
	return rapid.IntRange(0, 99).Draw(g.T, "chance") < percent
}

func (g *generator) of(values ...string) string { return rapid.SampledFrom(values).Draw(g.T, "value") }

func (g *generator) words() string {
	return rapid.StringOfN(rapid.RuneFrom(textRunes), 1, 12, -1).Draw(g.T, "words")
}

func (g *generator) maybe() string {
	if g.chance(50) {
		return ""
	}
	return g.words()
}

func (g *generator) id() string {
	g.ids++
	return fmt.Sprintf("%08x-0000-7000-8000-%012x", rapid.Uint32().Draw(g.T, "id"), g.ids)
}

func (g *generator) extra(under ...string) model.Extra {
	if g.chance(70) {
		return ""
	}
	fields := map[string]any{"x": g.words(), g.of("y", "ملاحظة", "a\"b"): []any{json.Number("1.50"), nil, map[string]any{"z": g.words()}}}
	for _, name := range under {
		fields[name] = map[string]any{"inner": g.words()}
	}
	b, err := json.Marshal(fields) // with its keys in order
	if err != nil {
		g.Fatalf("extra: %v", err)
	}
	return model.Extra(b)
}

// values draws well-formed values of a field.
func (g *generator) values(f model.Field) []string {
	if g.chance(40) {
		return nil
	}
	if f.Name == "codebook" {
		return []string{"c@1"}
	}
	switch f.Type {
	case model.CodeValue:
		return []string{g.of("1", "7", "01", "other", "killed", "٣")}
	case model.EntityValue:
		return []string{g.of("sdf", "isis", "هجين")}
	case model.EntityList:
		return rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"sdf", "isis", "هجين", "a;b"}), 1, 3, rapid.ID[string]).Draw(g.T, "entities")
	case model.DecimalValue:
		return []string{g.of("0", "37", "0.50", "1.5", "999999999999999999.123456789012345678")}
	case model.DateValue:
		return []string{g.of("2018", "2018-09", "2018-09-30")}
	case model.PeriodValue:
		return []string{g.of("2018-09-10/2018-10", "/2018", "2018-12-01/")}
	case model.BoolValue:
		return []string{"true"}
	case model.TriValue:
		return []string{g.of("true", "false")}
	}
	return []string{g.words()}
}

func (g *generator) set(owner any, fields ...model.Field) {
	for _, f := range fields {
		if err := f.Set(owner, g.values(f)...); err != nil {
			g.Fatalf("generator: %v", err)
		}
	}
}

func (g *generator) header() *Header {
	h := &Header{Name: g.maybe(), Extra: g.extra()}
	if g.chance(50) {
		h.Codebook = json.RawMessage(`{"id":"c","version":2,"names":{"ar":"\u0627"}}`)
	}
	for i := range rapid.IntRange(0, 3).Draw(g.T, "entities") {
		h.Entities = append(h.Entities, model.Entity{
			Key: fmt.Sprint("k", i), NameAr: g.maybe(), NameEn: g.maybe(), Type: g.maybe(), Parent: g.maybe(),
			Lat: model.Decimal(g.of("", "-35.10", "90")), Lon: model.Decimal(g.of("", "40", "-180.0")), PCode: g.maybe(),
			MergedInto: g.maybe(), Extra: g.extra("names", "place"),
		})
		if g.chance(50) {
			h.Entities[i].Aliases = []string{g.words(), g.words()}
		}
		h.Annotators = append(h.Annotators, model.Annotator{
			Name: fmt.Sprint("n", i, g.maybe()), Role: model.Role(g.of("annotator", "supervisor")), Extra: g.extra(),
		})
	}
	return h
}

func (g *generator) document() *Document {
	text := rapid.StringOfN(rapid.RuneFrom(textRunes), 1, 60, -1).Draw(g.T, "text")
	sum := sha256.Sum256([]byte(text))
	d := &Document{Text: text, Article: model.Article{
		ID: g.id(), SHA256: hex.EncodeToString(sum[:]), RawSHA256: g.of("", hex.EncodeToString(sum[:])), Title: g.maybe(), Length: len([]rune(text)),
		Published: g.of("", "2018", "2018-10-13"), Duplicate: g.chance(20), Language: g.maybe(), ExternalID: g.maybe(), Extra: g.extra("source"),
	}}
	for _, f := range sourceFields {
		if f.name != "published" && f.name != "raw_sha256" {
			*f.at(&d.Article) = g.maybe()
		}
	}
	for range rapid.IntRange(0, 2).Draw(g.T, "records") {
		d.Records = append(d.Records, g.record(d))
	}
	d.Sort()
	return d
}

func (g *generator) record(d *Document) Record {
	r := Record{Record: model.Record{
		ID: g.id(), Article: d.Article.ID, Annotator: g.words(), Kind: model.RecordKind(g.of("annotation", "adjudication")),
		Status: model.Status(g.of("in_progress", "submitted")), Codebook: g.of("", "c@2"), ExternalID: g.maybe(), Extra: g.extra(),
	}}
	g.set(&r.Record, model.RecordFields...)
	for _, other := range d.Records {
		r.Cites = append(r.Cites, other.ID)
	}
	for range rapid.IntRange(0, 6).Draw(g.T, "items") {
		item := model.NewItem(rapid.SampledFrom(model.Kinds).Draw(g.T, "kind"))
		g.set(item, slices.Concat(model.Fields(item.Kind()), model.HeadFields)...)
		head := item.Meta()
		head.ID, head.Record, head.Extra = g.id(), r.ID, g.extra()
		r.Items = append(r.Items, item)
	}
	text := []rune(d.Text)
	for _, item := range r.Items {
		g.refer(item, r.Items)
		g.spans(item, &r, text)
	}
	return r
}

// refer fills what an item says of other items.
func (g *generator) refer(item model.Item, items []model.Item) {
	for _, other := range items {
		if g.chance(60) {
			continue
		}
		switch item := item.(type) {
		case *model.Count:
			if other.Kind() == model.KindCount {
				item.Links = append(item.Links, model.Link{Type: g.of("part_of", "subset_of"), Count: other.Meta().ID})
			}
		case *model.Event:
			item.Members = append(item.Members, model.Member{ID: other.Meta().ID, Role: g.of("", "victim")})
		}
	}
}

// spans gives an item words of its own and evidence for its fields. Ranges of
// different places often coincide.
func (g *generator) spans(item model.Item, r *Record, text []rune) {
	places := []place{{}, {}}
	for _, f := range slices.Concat(model.Fields(item.Kind()), model.HeadFields) {
		places = append(places, place{field: f.Name})
		if f.Type == model.EntityList {
			for _, key := range f.Get(item) {
				places = append(places, place{f.Name, key})
			}
		}
	}
	if item.Meta().Extra != "" {
		places = append(places, place{field: "x"})
	}
	for _, at := range places {
		if g.chance(70) {
			continue
		}
		start := rapid.IntRange(0, len(text)-1).Draw(g.T, "start")
		end := rapid.IntRange(start+1, min(len(text), start+4)).Draw(g.T, "end")
		r.Spans = append(r.Spans, model.Span{
			ID: g.id(), Record: r.ID, Item: item.Meta().ID, Field: at.field, Entity: at.entity,
			Start: start, End: end, Text: string(text[start:end]), Extra: g.extra(),
		})
	}
}

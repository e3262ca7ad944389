package dataset

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"strings"
	"testing"
	"unicode/utf8"

	"hashiya/model"
)

// sampleText has an emoji, harakat, Arabic digits and quotation marks, so that
// offsets in bytes or UTF-16 units would show.
const sampleText = "🚨 جُرح ١٢ مدنياً شرق «الميدان»\n" +
	"وقال المجلس المحلي إن ٥ منهم أطفال، وذلك بعد قصف مساء أمس.\n"

// sampleID returns the n-th id of the sample.
func sampleID(n int) string { return fmt.Sprintf("01900000-0000-7000-8000-%012x", n) }

// sampleSpan quotes the first occurrence of words in the sample text.
func sampleSpan(n int, words, item, field, entity string) model.Span {
	at := strings.Index(sampleText, words)
	if at < 0 {
		panic("no such words: " + words)
	}
	start := utf8.RuneCountInString(sampleText[:at])
	return model.Span{
		ID: sampleID(n), Item: item, Field: field, Entity: entity,
		Start: start, End: start + utf8.RuneCountInString(words), Text: words,
	}
}

func sampleHeader() *Header {
	return &Header{
		Name:     "تجربة",
		Codebook: []byte(`{"id":"default","version":1,"lists":{}}`),
		Entities: []model.Entity{
			{Key: "local_council", NameAr: "المجلس المحلي", NameEn: "Local Council", Type: "local_authority", Aliases: []string{"المجلس"}},
			{Key: "mayadin", NameAr: "الميدان", Type: "town", Parent: "deir_ezzor", Lat: "35.020", Lon: "40.45", PCode: "C1", Extra: `{"names":{"ku":"Meyadîn"},"place":{"source":"survey"}}`},
			{Key: "deir_ezzor", NameEn: "Deir ez-Zor", MergedInto: "dz", Extra: `{"wikidata":"Q0"}`},
			{Key: "dz"},
		},
		Annotators: []model.Annotator{{Name: "سلمى", Role: model.RoleSupervisor, Extra: `{"team":3}`}, {Name: "n-7", Role: model.RoleAnnotator}},
		Extra:      `{"licence":"CC BY 4.0"}`,
	}
}

// sampleDocument has every kind of item, rival claims, every form of link and
// evidence, a record of each kind and status, and extra fields.
func sampleDocument() *Document {
	sum := sha256.Sum256([]byte(sampleText))
	d := &Document{
		Text: sampleText,
		Article: model.Article{
			ID: sampleID(1), SHA256: hex.EncodeToString(sum[:]), Title: model.Title(sampleText), Length: utf8.RuneCountInString(sampleText),
			Language: "ar", File: "a.txt", Outlet: "=شبكة", Published: "2018-10", Decoding: "utf-8", Duplicate: true,
			Extra: `{"source":{"page":4},"tags":["a",{"b":1.50}]}`,
		},
	}
	d.Records = []Record{sampleRecord(), {Record: model.Record{
		ID: sampleID(3), Article: sampleID(1), Annotator: "سلمى", Kind: model.RecordAdjudication, Status: model.InProgress, Cites: []string{sampleID(2)},
	}}}
	d.Sort()
	return d
}

func sampleRecord() Record {
	yes := true
	total, part, council, town, tactic, date, event := sampleID(10), sampleID(11), sampleID(12), sampleID(13), sampleID(14), sampleID(15), sampleID(16)
	r := Record{
		Record: model.Record{
			ID: sampleID(2), Article: sampleID(1), Annotator: "n-7", Kind: model.RecordAnnotation, Status: model.Submitted,
			Relevance: "relevant", Note: "-1+1", Codebook: "default@1", ExternalID: "r1", Extra: `{"active_seconds":754,"answers":{"casualties":"number_not_given","events":"none"},"minutes":12}`,
		},
		Items: []model.Item{
			&model.Count{
				Head: model.Head{ID: total, Certainty: "high", Origin: "picked", Codebook: "default@1", Extra: `{"sex":"mixed"}`},
				What: "wounded", Unit: "persons", Who: []string{"civilians"}, WhoStatus: "civilian", Modifier: "exact",
				Value: "12", Min: "12", Max: "12.50", ClaimedBy: []string{"local_council", "wire"}, ClaimStatus: "claimed",
				To: "mayadin", Period: "2018-10-01/", Cumulative: true,
			},
			&model.Count{
				Head: model.Head{ID: part, Note: "<أطفال> & \"خمسة\","}, What: "wounded", Value: "5", Date: "2018-10-12", Implicit: true,
				Links: []model.Link{{Type: "part_of", Count: total}},
			},
			&model.Actor{Head: model.Head{ID: council, ExternalID: "T1"}, Entity: "local_council", Role: "claimant", MentionType: "named"},
			&model.Location{Head: model.Head{ID: town}, Entity: "mayadin", Role: "event_site", Relation: "شرق", Precision: "2"},
			&model.Tactic{Head: model.Head{ID: tactic}, Code: "bombardment", Initiator: []string{"unknown"}, Target: []string{"civilians"}, Success: &yes},
			&model.Date{Head: model.Head{ID: date}, Type: "relative", Start: "2018-10-12", Precision: "part_of_day", Basis: "أمس"},
			&model.Event{Head: model.Head{ID: event}, Title: "@قصف الميدان", Date: "2018-10-12", Members: []model.Member{{ID: tactic}, {ID: town, Role: "event_site"}, {ID: total}}},
		},
		Spans: []model.Span{
			sampleSpan(30, "١٢ مدنياً", total, "", ""),
			sampleSpan(31, "جُرح", total, "kind", ""),
			sampleSpan(32, "مدنياً", total, "who", "civilians"),
			sampleSpan(33, "المجلس المحلي", total, "claimed_by", "local_council"),
			sampleSpan(34, "المجلس المحلي", council, "", ""),
			sampleSpan(35, "٥ منهم أطفال", part, "", ""),
			sampleSpan(36, "الميدان", town, "", ""),
			sampleSpan(37, "قصف", tactic, "", ""),
			sampleSpan(38, "مساء أمس", date, "", ""),
			sampleSpan(39, "أمس", date, "basis", ""),
			sampleSpan(40, "مدنياً شرق «الميدان»\nوقال", event, "title", ""),
			sampleSpan(41, "أطفال", part, "", ""),
		},
	}
	for _, item := range r.Items {
		item.Meta().Record = r.ID
	}
	for i := range r.Spans {
		r.Spans[i].Record = r.ID
	}
	r.Spans[0].Extra = `{"tok":[3,4]}`
	return r
}

// documents makes a sequence of documents.
func documents(all ...*Document) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		for _, d := range all {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// fataler is a *testing.T, *testing.B or *rapid.T.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// encode writes lines as the jsonl format does, without a file.
func encode(t fataler, h *Header, all ...*Document) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := &jsonlWriter{encoder: newEncoder(), file: &buf}
	if h != nil {
		if err := w.Header(h); err != nil {
			t.Fatalf("header: %v", err)
		}
	}
	for _, d := range all {
		if err := w.Document(d); err != nil {
			t.Fatalf("document: %v", err)
		}
	}
	return buf.Bytes()
}

// decode reads lines and keeps what they hold.
func decode(t fataler, lines []byte) (h *Header, all []*Document, refused []LineError) {
	t.Helper()
	refused, err := ReadJSONL(bytes.NewReader(lines), func(_ int, header *Header, d *Document) error {
		if header != nil {
			h = header
		} else {
			all = append(all, d)
		}
		return nil
	})
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return h, all, refused
}

var _ fataler = (*testing.T)(nil)

package dataset

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"hashiya/model"
	"pgregory.net/rapid"
)

// probeText has an astral character, harakat and a ligature before the count,
// so that offsets in bytes, UTF-16 units or normalised text would show.
const (
	probeText  = "🚨 نُقِلَ ﻻجئون، ١٧ شخصاً إلى «الرقة»\n"
	probeWords = "١٧ شخصاً"
	probeStart = 16 // code points; one more in UTF-16 units
	probeEnd   = 24
)

func probe() *Document {
	words := []rune(probeText)[probeStart:probeEnd]
	if string(words) != probeWords {
		panic("the probe's words stand elsewhere: " + string(words))
	}
	id, record, town, event := sampleID(50), sampleID(51), sampleID(52), sampleID(53)
	at := utf8.RuneCountInString(probeText[:strings.Index(probeText, "الرقة")])
	return newDocument(probeText, Record{
		Record: model.Record{ID: record, Annotator: "n-7", Kind: model.RecordAnnotation, Status: model.Submitted},
		Items: []model.Item{
			&model.Count{Head: model.Head{ID: id}, What: "displaced", Value: "17"},
			&model.Location{Head: model.Head{ID: town}, Entity: "raqqa"},
			&model.Event{Head: model.Head{ID: event}, Members: []model.Member{{ID: id}, {ID: town, Role: "event_site"}}},
		},
		Spans: []model.Span{
			{ID: sampleID(60), Item: id, Start: probeStart, End: probeEnd, Text: probeWords},
			{ID: sampleID(61), Item: town, Start: at, End: at + 5, Text: "الرقة"},
		},
	})
}

// newDocument makes an article of a text with records in it.
func newDocument(text string, records ...Record) *Document {
	sum := sha256.Sum256([]byte(text))
	d := &Document{Text: text, Records: records, Article: model.Article{
		ID: sampleID(49), SHA256: hex.EncodeToString(sum[:]), Title: model.Title(text), Length: utf8.RuneCountInString(text), Language: "ar",
	}}
	for i := range d.Records {
		for j := range d.Records[i].Spans {
			d.Records[i].Spans[j].Record = d.Records[i].ID
		}
	}
	d.Sort()
	return d
}

func probeHeader() *Header {
	return &Header{
		Name:     "probe",
		Codebook: json.RawMessage(`{"id":"c","version":1,"names":{"ar":"ا","en":"a"},"lists":{"count_kind":[{"key":"displaced","names":{"ar":"نزوح","en":"displaced"}}]}}`),
		Entities: []model.Entity{{Key: "raqqa", NameAr: "الرقة", Lat: "35.950", Lon: "39.01"}},
	}
}

// written writes documents in a format and returns all files as one text, each
// after its name.
func written(t testing.TB, format Format, o Options, h *Header, all ...*Document) (string, *Report) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "out")
	report, err := Write(format, path, o, h, documents(all...), nil)
	if err != nil {
		t.Fatalf("%s: %v", format.Name, err)
	}
	return contents(t, path), report
}

func contents(t testing.TB, path string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := os.ReadFile(name)
		b.WriteString(strings.TrimPrefix(name, path) + "\n")
		b.Write(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestProbe sees the offsets of the probe in each format's own unit.
func TestProbe(t *testing.T) {
	want := map[string]string{
		"jsonl":       `"start":16,"end":24,"text":"١٧ شخصاً"`,
		"csv":         `,16,24,١٧ شخصاً`,
		"brat":        "count 16 24\t١٧ شخصاً\n",
		"labelstudio": `"start":16,"end":24,"text":"١٧ شخصاً","labels":["count"]`,
		"spacy":       `"start":16,"end":24,"label":"count"`,
		"html":        `ﻻجئون، <mark class="count" data-spans="0">١٧ شخصاً</mark>`,
		"doccano":     `"label":"count","start_offset":17,"end_offset":25`,
		"conll":       "١٧ 16-18 _ B-count\nشخصاً 19-24 _ I-count\n",
		"w3c":         `"start":16,"end":24},{"type":"TextQuoteSelector","exact":"١٧ شخصاً","prefix":"🚨 نُقِلَ ﻻجئون، ","suffix":" إلى «الرقة»`,
		"geojson":     `"start":16,"end":24,"text":"١٧ شخصاً"`,
	}
	for _, format := range Formats() {
		got, _ := written(t, format, Options{}, probeHeader(), probe())
		if want[format.Name] == "" || !strings.Contains(got, want[format.Name]) {
			t.Errorf("%s: no %q in\n%s", format.Name, want[format.Name], got)
		}
	}
}

// TestGeoJSONPoint sees longitude before latitude, digits as they are.
func TestGeoJSONPoint(t *testing.T) {
	got, _ := written(t, geojsonFormat(), Options{}, probeHeader(), probe())
	if n := strings.Count(got, `"geometry":{"type":"Point","coordinates":[39.01,35.950]}`); n != 2 {
		t.Errorf("%d points, want those of the place and the event:\n%s", n, got)
	}
}

// hostile is a document that tries to get out of its place everywhere.
func hostile() (*Header, *Document) {
	const evil = "=HYPERLINK(\"x\")</title><script>alert(1)</script>]]>\u202e&amp;'\x01\x1f\ufffe ../../up"
	text := evil + "\r\n\u2028\u0085نص ثانٍ\r\nثالث\n"
	letters := []rune(text)
	actor, count, bare := sampleID(70), sampleID(71), sampleID(72)
	quote := func(start, end int) string { return string(letters[start:end]) }
	r := Record{
		Record: model.Record{ID: sampleID(73), Annotator: "../../" + evil, Kind: model.RecordAnnotation, Status: model.InProgress, Note: evil},
		Items: []model.Item{
			&model.Actor{Head: model.Head{ID: actor, Note: evil}, Entity: evil, Role: evil},
			&model.Count{Head: model.Head{ID: count, Extra: `{"x":"</script>"}`}, What: evil, Who: []string{evil}, Value: "1.50", Links: []model.Link{{Type: evil, Count: bare}}},
			&model.Count{Head: model.Head{ID: bare}, Who: []string{evil}},
		},
		Spans: []model.Span{
			{ID: sampleID(80), Item: actor, Start: 0, End: len(letters), Text: text},
			{ID: sampleID(81), Item: actor, Start: 3, End: 9, Text: quote(3, 9)},
			{ID: sampleID(82), Item: count, Start: 5, End: 30, Text: quote(5, 30)},
			{ID: sampleID(83), Item: count, Field: "who", Entity: evil, Start: 28, End: 33, Text: quote(28, 33)},
		},
	}
	d := newDocument(text, r)
	d.Article.File, d.Article.Outlet, d.Article.URL = "../../"+evil+".txt", evil, "javascript:"+evil
	h := &Header{
		Name: evil, Codebook: json.RawMessage(`{"id":"c","version":1,"lists":{}}`),
		Entities:   []model.Entity{{Key: evil, NameAr: evil, Lat: "1", Lon: "2"}},
		Annotators: []model.Annotator{{Name: r.Annotator, Role: model.RoleAnnotator}},
	}
	return h, d
}

// TestHostile sees that every format takes the document, names files safely,
// and lets nothing out of its quotes.
func TestHostile(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format.Name, func(t *testing.T) {
			h, d := hostile()
			dir := t.TempDir()
			path := filepath.Join(dir, "out")
			if _, err := Write(format, path, Options{}, h, documents(d), nil); err != nil {
				t.Fatal(err)
			}
			_ = filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
				base := filepath.Base(name)
				if err != nil || name != dir && strings.Trim(base, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") != "" || len(base) > 120 {
					t.Errorf("a file is called %q: %v", base, err)
				}
				return nil
			})
			got := contents(t, path)
			if format.Name == "html" && (strings.Contains(got, "<script") || strings.Contains(got, "</title><") || strings.Count(got, "</title>") != 1) {
				t.Errorf("the page runs what it shows:\n%s", got)
			}
			if format.Name == "labelstudio" {
				config, err := os.Open(filepath.Join(path, "config.xml"))
				if err != nil {
					t.Fatal(err)
				}
				defer config.Close()
				for d := xml.NewDecoder(config); ; {
					if _, err := d.Token(); errors.Is(err, io.EOF) {
						break
					} else if err != nil {
						t.Fatal(err)
					}
				}
			}
		})
	}
}

// forgetful leaves out a span of each document, as a faulty format would.
type forgetful struct {
	Writer
	forget func(r *Record)
}

func (f forgetful) Document(d *Document) error {
	c := d.sorted()
	for i := range c.Records {
		f.forget(&c.Records[i])
	}
	return f.Writer.Document(c)
}

// TestSelfCheck sees that a format that drops or moves words is found out, and
// that nothing is left of its output.
func TestSelfCheck(t *testing.T) {
	town := func(s model.Span) bool { return s.ID == sampleID(61) }
	faults := map[string]func(r *Record){
		"dropped": func(r *Record) { r.Spans = slices.DeleteFunc(r.Spans, town) },
		"moved": func(r *Record) {
			i := slices.IndexFunc(r.Spans, town)
			r.Spans[i].Start--
			r.Spans[i].Text = "«" + r.Spans[i].Text
		},
		"record": func(r *Record) { r.Items, r.Spans = nil, nil },
	}
	for _, format := range Formats() {
		for name, fault := range faults {
			faulty := format
			faulty.New = func(s *Sink) (Writer, error) {
				w, err := format.New(s)
				return forgetful{w, fault}, err
			}
			dir := t.TempDir()
			_, err := Write(faulty, filepath.Join(dir, "out"), Options{}, probeHeader(), documents(probe()), nil)
			if got := names(t, dir); !errors.Is(err, ErrSelfCheck) || got != "" {
				t.Errorf("%s, %s: error %v, left %q", format.Name, name, err, got)
			}
		}
	}
}

// TestSpanThatDoesNotQuote sees that a fault of the project is named.
func TestSpanThatDoesNotQuote(t *testing.T) {
	d := probe()
	d.Records[0].Spans[0].Text = "غير ذلك"
	_, err := Write(spacyFormat(), filepath.Join(t.TempDir(), "out"), Options{}, nil, documents(d), nil)
	if err == nil || !strings.Contains(err.Error(), d.Records[0].Spans[0].ID) {
		t.Errorf("error %v", err)
	}
}

// TestAnyDocument writes drawn documents in every format; the self-check of
// Write is the test.
func TestAnyDocument(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		g := &generator{T: t}
		h, d := g.header(), g.document()
		d.Sort()
		for _, format := range Formats() {
			if _, err := Write(format, filepath.Join(dir, format.Name), Options{Force: true}, h, documents(d), nil); err != nil {
				t.Fatalf("%v", err)
			}
		}
	})
}

// TestLosses fixes what each format reports for the sample.
func TestLosses(t *testing.T) {
	for _, format := range Formats() {
		if format.Lossless {
			continue
		}
		dir := t.TempDir()
		path := filepath.Join(dir, "out")
		report, err := Write(format, path, Options{}, sampleHeader(), documents(sampleDocument()), nil)
		if err != nil {
			t.Fatal(err)
		}
		body, err := os.ReadFile(path + ".loss.json")
		if err != nil {
			t.Fatal(err)
		}
		var losses struct {
			Losses []Loss
			Totals struct{ Losses map[Reason]int }
		}
		if err := json.Unmarshal(body, &losses); err != nil {
			t.Fatalf("%s: %v\n%s", format.Name, err, body)
		}
		if len(losses.Losses) != report.Lost() || report.LossFile != path+".loss.txt" {
			t.Errorf("%s: %d entries, %d counted", format.Name, len(losses.Losses), report.Lost())
		}
		golden(t, filepath.Join("losses", format.Name+".txt"), must(os.ReadFile(path+".loss.txt")))
	}
}

func must(body []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n"))
}

package dataset

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"hashiya/model"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares output with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs; run the test with -update and look at the difference:\n%s", path, diff)
	}
}

func TestJSONLGolden(t *testing.T) {
	d := sampleDocument()
	lines := encode(t, sampleHeader(), d)
	golden(t, "sample.jsonl", lines)
	h, all, refused := decode(t, lines)
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	if diff := cmp.Diff(sampleHeader(), h); diff != "" {
		t.Errorf("header:\n%s", diff)
	}
	if diff := cmp.Diff([]*Document{d}, all); diff != "" {
		t.Errorf("document:\n%s", diff)
	}
}

func TestRoundTrip(t *testing.T) {
	schema := compileSchema(t)
	rapid.Check(t, func(t *rapid.T) {
		g := &generator{T: t}
		h, d := g.header(), g.document()
		lines := encode(t, h, d)
		validate(t, schema, lines)
		h2, all, refused := decode(t, lines)
		if len(refused) > 0 {
			t.Fatalf("refused: %v\n%s", refused, lines)
		}
		if diff := cmp.Diff(h, h2); diff != "" {
			t.Fatalf("header:\n%s", diff)
		}
		if diff := cmp.Diff([]*Document{d}, all); diff != "" {
			t.Fatalf("document:\n%s", diff)
		}
		if again := encode(t, h2, all...); !bytes.Equal(lines, again) {
			t.Fatalf("written again:\n%s", cmp.Diff(string(lines), string(again)))
		}
	})
}

// compileSchema reads the schema that is published with the program.
func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "assets", "schema", "jsonl.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("jsonl.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("jsonl.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(t fataler, schema *jsonschema.Schema, lines []byte) {
	t.Helper()
	for line := range bytes.Lines(lines) {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		if err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		if err := schema.Validate(value); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
	}
}

func TestSampleFitsSchema(t *testing.T) {
	validate(t, compileSchema(t), encode(t, sampleHeader(), sampleDocument()))
}

// TestPublishedSamples reads the sample articles that come with the program
// and writes them again without a loss.
func TestPublishedSamples(t *testing.T) {
	schema := compileSchema(t)
	paths, err := filepath.Glob(filepath.Join("..", "..", "samples", "*.jsonl"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			lines, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			validate(t, schema, lines)
			h, all, refused := decode(t, lines)
			if len(refused) > 0 {
				t.Fatal(refused)
			}
			written := encode(t, h, all...)
			validate(t, schema, written)
			h2, all2, _ := decode(t, written)
			if diff := cmp.Diff(h, h2) + cmp.Diff(all, all2); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestArticleFacts sees to it that a fact added to the model reaches files.
func TestArticleFacts(t *testing.T) {
	for _, f := range model.ArticleFacts {
		if !sourceKeys[f.Name] {
			t.Errorf("article fact %q is not among sourceFields", f.Name)
		}
	}
}

func TestReadGoesOn(t *testing.T) {
	good := string(encode(t, nil, sampleDocument()))
	lines := "\ufeff" + string(encode(t, sampleHeader())) + "\r\n{bad\n" + good + "  \n" + strings.TrimSuffix(good, "\n")
	boom := errors.New("boom")
	var seen []int
	refused, err := ReadJSONL(strings.NewReader(lines), func(line int, h *Header, d *Document) error {
		if (h == nil) == (d == nil) {
			t.Errorf("line %d: header %v, document %v", line, h, d)
		}
		seen = append(seen, line)
		if line == 4 {
			return boom
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int{1, 4, 6}, seen); diff != "" {
		t.Errorf("lines handed on:\n%s", diff)
	}
	if len(refused) != 2 || refused[0].Line != 3 || refused[1].Line != 4 || !errors.Is(refused[1], boom) {
		t.Errorf("refused: %v", refused)
	}
}

// failingReader breaks off in the middle of a line.
type failingReader struct {
	rest *strings.Reader
	err  error
}

func (f *failingReader) Read(p []byte) (int, error) {
	if f.rest.Len() == 0 {
		return 0, f.err
	}
	return f.rest.Read(p)
}

func TestReadErrorStops(t *testing.T) {
	cause := errors.New("stick pulled out")
	read := 0
	_, err := ReadJSONL(&failingReader{strings.NewReader(string(encode(t, sampleHeader())) + `{"hashiya"`), cause},
		func(int, *Header, *Document) error { read++; return nil })
	if !errors.Is(err, cause) || read != 1 || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("error %v after %d lines", err, read)
	}
}

// endless is a stream of one byte, n of them.
type endless struct {
	b byte
	n int
}

func (e *endless) Read(p []byte) (int, error) {
	n := min(len(p), e.n)
	for i := range n {
		p[i] = e.b
	}
	e.n -= n
	if n == 0 {
		return 0, errors.New("end of stream")
	}
	return n, nil
}

func TestLineTooLong(t *testing.T) {
	if testing.Short() {
		return
	}
	refused, err := ReadJSONL(&endless{' ', maxLine + 100}, func(int, *Header, *Document) error { return nil })
	if err == nil || len(refused) != 0 {
		t.Errorf("error %v, refused %v", err, refused)
	}
	long := io.MultiReader(io.LimitReader(&endless{' ', 1 << 40}, maxLine+100), strings.NewReader("\n{}\n"))
	lines := &lineReader{r: bufio.NewReader(long)}
	if _, err := lines.next(); !errors.Is(err, errLineTooLong) {
		t.Errorf("first line: %v", err)
	}
	if line, err := lines.next(); err != nil || string(line) != "{}" {
		t.Errorf("second line: %q, %v", line, err)
	}
}

func TestTooManyBadLines(t *testing.T) {
	refused, err := ReadJSONL(strings.NewReader(strings.Repeat("x\n", maxBadLines+5)), nil)
	if err == nil || len(refused) != maxBadLines+1 {
		t.Errorf("error %v, refused %d", err, len(refused))
	}
}

// TestCodebookIsKept covers the one part that is kept byte for byte.
func TestCodebookIsKept(t *testing.T) {
	const body = `{ "version" : 1.0, "id":"\u0627", "id2":1}`
	h, _, refused := decode(t, []byte(`{"hashiya":1,"kind":"project","codebook":`+body+`}`))
	if len(refused) > 0 || string(h.Codebook) != body {
		t.Errorf("codebook %s, refused %v", h.Codebook, refused)
	}
	if !json.Valid(encode(t, h)) {
		t.Error("written header is not JSON")
	}
}

func TestStopEndsReading(t *testing.T) {
	good := string(encode(t, nil, sampleDocument()))
	cause := errors.New("disk pulled out")
	var seen []int
	refused, err := ReadJSONL(strings.NewReader("{bad\n"+good+good), func(line int, _ *Header, _ *Document) error {
		seen = append(seen, line)
		return Stop(cause)
	})
	if err != cause {
		t.Errorf("error %v, want %v", err, cause)
	}
	if diff := cmp.Diff([]int{2}, seen); diff != "" {
		t.Errorf("lines handed on:\n%s", diff)
	}
	if len(refused) != 1 || refused[0].Line != 1 {
		t.Errorf("refused: %v, want line 1 alone", refused)
	}
}

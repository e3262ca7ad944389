package dataset

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"hashiya/model"
)

const (
	uuidA = "0190aaaa-0000-7000-8000-00000000000a"
	uuidB = "0190aaaa-0000-7000-8000-00000000000b"
	uuidC = "0190aaaa-0000-7000-8000-00000000000c"
)

// articleLine makes an article with the text "قتل سبعة" and the given members
// of one record.
func articleLine(record string) string {
	return `{"hashiya":1,"id":"` + uuidA + `","text":"قتل سبعة","records":[{"id":"r","annotator":"n"` + record + `}]}`
}

// countLine makes one whose only count has the given members.
func countLine(members string) string {
	return articleLine(`,"spans":[{"id":"s","start":4,"end":8,"text":"سبعة"}],"counts":[{"id":"c","spans":["s"]` + members + `}]`)
}

// numbered makes the elements of a list of a pattern and the numbers to n.
func numbered(pattern string, n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf(pattern, i)
	}
	return strings.Join(all, ",")
}

func TestBadLines(t *testing.T) {
	for name, test := range map[string]struct{ line, want string }{
		"not JSON":            {`{"hashiya":1,`, "not valid JSON"},
		"two values":          {`{"hashiya":1} {}`, "not valid JSON"},
		"not UTF-8":           {"{\"hashiya\":1,\"text\":\"\xff\"}", "UTF-8"},
		"not an object":       {`[1]`, "not an object"},
		"another format":      {`{"text":"a","label":[[0,1,"x"]]}`, `no field "hashiya"`},
		"newer":               {`{"hashiya":2,"text":"a"}`, "update it"},
		"another line":        {`{"hashiya":1,"kind":"incident"}`, `"incident"`},
		"doubled key":         {`{"hashiya":1,"text":"a","text":"b"}`, `key "text" stands twice`},
		"doubled key escaped": {`{"hashiya":1,"text":"a","\u0074ext":"b"}`, `key "text" stands twice`},
		"too deep":            {`{"hashiya":1,"text":"a","x":` + strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth) + "}", "nested more than 64"},
		"too many keys":       {`{"hashiya":1,` + numbered(`"k%d":1`, maxMembers) + "}", "more than 1000 keys"},

		"no text":         {`{"hashiya":1,"id":"a"}`, `field "text" is missing or empty`},
		"empty text":      {`{"hashiya":1,"id":"a","text":""}`, `field "text" is missing or empty`},
		"text of numbers": {`{"hashiya":1,"id":"a","text":7}`, `field "text" is not a text`},
		"NUL":             {`{"hashiya":1,"id":"a","text":"a\u0000"}`, "NUL"},
		"lone surrogate":  {`{"hashiya":1,"id":"a","text":"a\ud83d\\ude00"}`, "surrogate"},
		"large text":      {`{"hashiya":1,"id":"a","text":"` + strings.Repeat("a", model.MaxArticleBytes+1) + `"}`, "limit is 20971520"},
		"changed text":    {`{"hashiya":1,"id":"a","text":"b","sha256":"` + strings.Repeat("0", 64) + `"}`, `field "sha256"`},
		"published":       {`{"hashiya":1,"id":"a","text":"b","source":{"published":"13.10.2018"}}`, `field "published"`},
		"duplicate":       {`{"hashiya":1,"id":"a","text":"b","duplicate":1}`, `field "duplicate"`},
		"two article ids": {`{"hashiya":1,"id":"a","text":"b","external_id":"c"}`, "only one"},
		"source":          {`{"hashiya":1,"id":"a","text":"b","source":"wire"}`, `field "source" is not an object`},

		"many records": {`{"hashiya":1,"text":"b","records":[` + numbered(`{"id":"%d","annotator":"n"}`, maxRecords+1) + `]}`, "more than 10000"},
		"many texts":   {`{"hashiya":1,"kind":"project","entities":[{"key":"a","aliases":[` + numbered(`"%d"`, maxTexts+1) + `]}]}`, `"a": field "aliases" lists more than 200000`},

		"records":             {`{"hashiya":1,"id":"a","text":"b","records":{}}`, "not a list"},
		"record without id":   {`{"hashiya":1,"id":"a","text":"b","records":[{"annotator":"n"}]}`, `record 1: field "id" is missing`},
		"no annotator":        {`{"hashiya":1,"id":"a","text":"b","records":[{"id":"r"}]}`, `record "r": field "annotator"`},
		"record kind":         {articleLine(`,"kind":"gold"`), `field "kind" is "gold"`},
		"record status":       {articleLine(`,"status":"done"`), `field "status" is "done"`},
		"record note":         {articleLine(`,"note":5`), `field "note" is not a text`},
		"cites":               {articleLine(`,"cites":["nobody"]`), `record "nobody"`},
		"doubled record":      {`{"hashiya":1,"text":"b","records":[{"id":"r","annotator":"n"},{"id":"r","annotator":"m"}]}`, `id "r" stands twice`},
		"span without id":     {articleLine(`,"spans":[{"start":0,"end":1,"text":"ق"}]`), `span 1: field "id" is missing`},
		"doubled span":        {articleLine(`,"spans":[{"id":"s","start":0,"end":1,"text":"ق"},{"id":"s","start":0,"end":1,"text":"ق"}]`), `span "s": id "s" stands twice`},
		"span offset":         {articleLine(`,"spans":[{"id":"s","start":0.5,"end":1,"text":"ق"}]`), `field "start"`},
		"span without end":    {articleLine(`,"spans":[{"id":"s","start":0,"text":"ق"}]`), `field "end"`},
		"span outside":        {articleLine(`,"spans":[{"id":"s","start":4,"end":9,"text":"سبعة"}]`), "range 4-9 is not inside"},
		"span backwards":      {articleLine(`,"spans":[{"id":"s","start":1,"end":1,"text":""}]`), "range 1-1"},
		"span in bytes":       {articleLine(`,"spans":[{"id":"s","start":7,"end":8,"text":"س"}]`), "not the words it quotes"},
		"span of nobody":      {articleLine(`,"spans":[{"id":"` + uuidB + `","start":0,"end":1,"text":"ق"}]`), "span " + uuidB + " belongs to nothing"},
		"span missing":        {countLine(`,"evidence":{"kind":["t"]}`), `count "c": field "evidence": field "kind": span "t"`},
		"span twice":          {countLine(`,"evidence":{"kind":["s","s"]}`), `span "s" is named twice`},
		"two span ids":        {articleLine(`,"spans":[{"id":"s","external_id":"x","start":0,"end":1,"text":"ق"}]`), "only one"},
		"item without id":     {articleLine(`,"actors":[{},{"id":"a"}]`), `actor 1: field "id" is missing`},
		"item not an object":  {articleLine(`,"actors":["a"]`), `actor 1 is not an object`},
		"doubled item":        {articleLine(`,"actors":[{"id":"a"}],"dates":[{"id":"a"}]`), `date "a": the id stands twice`},
		"doubled UUID":        {articleLine(`,"actors":[{"id":"` + strings.ToUpper(uuidA) + `"}]`), "stands twice"},
		"two item ids":        {countLine(`,"external_id":"x"`), `count "c": has the id "c"`},
		"negative":            {countLine(`,"value":-1`), `count "c": field "value" is -1; it cannot be negative`},
		"NaN":                 {countLine(`,"value":NaN`), "not valid JSON"},
		"NaN as text":         {countLine(`,"min":"NaN"`), `field "min": value "NaN" is not a decimal`},
		"exponent":            {countLine(`,"max":1e3`), `field "max": value "1e3"`},
		"boolean number":      {countLine(`,"value":true`), `field "value" is not a number`},
		"code":                {countLine(`,"kind":3`), `field "kind" is not a text`},
		"empty code":          {countLine(`,"kind":""`), `field "kind": value "" has an empty value`},
		"date":                {countLine(`,"date":"2018-13"`), `field "date": value "2018-13"`},
		"period":              {countLine(`,"period":"2018"`), `field "period"`},
		"flag":                {countLine(`,"implicit":"yes"`), `field "implicit" is "yes", not true or false`},
		"list":                {countLine(`,"who":"sdf"`), `field "who" is not a list`},
		"doubled entity":      {countLine(`,"who":["sdf","sdf"]`), `field "who": value "sdf" names the same value twice`},
		"many entities":       {countLine(`,"who":[` + numbered(`"%d"`, maxEntities+1) + `]`), "more than 1000 entities"},
		"element":             {countLine(`,"who":[{"spans":["s"]}]`), `field "who" has an element without "entity"`},
		"element's key":       {countLine(`,"who":[{"entity":"sdf","age":3}]`), `the key "age"`},
		"evidence":            {countLine(`,"evidence":{"knd":["s"]}`), `field "knd"`},
		"evidence for words":  {countLine(`,"evidence":{"spans":["s"]}`), `field "spans": value "" is not a field of this kind`},
		"evidence not a list": {countLine(`,"evidence":{"kind":"s"}`), `field "evidence": field "kind"`},
		"precision":           {articleLine(`,"locations":[{"id":"l","precision":1.5}]`), `field "precision" is not a text`},
		"success":             {articleLine(`,"tactics":[{"id":"t","success":0}]`), `field "success" is 0`},
		"link":                {countLine(`,"links":[{"type":"part_of","count":"d"}]`), `field "links": "d" is not an item`},
		"link to no count":    {articleLine(`,"actors":[{"id":"a"}],"counts":[{"id":"c","links":[{"type":"part_of","count":"a"}]}]`), `"a" is not a count`},
		"link without type":   {countLine(`,"links":[{"count":"c"}]`), `without "type"`},
		"total":               {countLine(`,"total_of":["d"]`), `field "total_of": "d" is not an item`},
		"member":              {articleLine(`,"events":[{"id":"e","members":[{"id":"x"}]}]`), `field "members": "x" is not an item`},
		"member without id":   {articleLine(`,"events":[{"id":"e","members":[{"role":"x"}]}]`), `field "members" has an element without "id"`},
		"many items":          {articleLine(`,"counts":[` + numbered(`{"id":"%d"}`, maxRows+1) + `]`), "more than 200000"},

		"entity without key": {`{"hashiya":1,"kind":"project","entities":[{}]}`, `entity 1: field "key" is empty`},
		"doubled entity key": {`{"hashiya":1,"kind":"project","entities":[{"key":"a"},{"key":"a"}]}`, `entity "a" stands twice`},
		"place":              {`{"hashiya":1,"kind":"project","entities":[{"key":"a","place":{"lat":"north"}}]}`, `"a": field "lat"`},
		"place off the map":  {`{"hashiya":1,"kind":"project","entities":[{"key":"a","place":{"lon":180.1}}]}`, `field "lon" is 180.1`},
		"annotator's name":   {`{"hashiya":1,"kind":"project","annotators":[{"role":"annotator"}]}`, `annotator 1: field "name" is empty`},
		"annotator's role":   {`{"hashiya":1,"kind":"project","annotators":[{"name":"a","role":"boss"}]}`, `"boss"`},
		"doubled annotator":  {`{"hashiya":1,"kind":"project","annotators":[{"name":"a"},{"name":"a"}]}`, `annotator "a" stands twice`},
		"codebook":           {`{"hashiya":1,"kind":"project","codebook":[]}`, `field "codebook"`},
	} {
		t.Run(name, func(t *testing.T) {
			h, all, refused := decode(t, []byte(test.line+"\n"))
			if h != nil || len(all) > 0 || len(refused) != 1 {
				t.Fatalf("header %v, %d documents, refused %v", h, len(all), refused)
			}
			if got := refused[0].Error(); !strings.HasPrefix(got, "line 1: ") || !strings.Contains(got, test.want) {
				t.Errorf("error %.300q, want %q in it", got, test.want)
			}
		})
	}
}

func TestSecondProjectLine(t *testing.T) {
	line := `{"hashiya":1,"kind":"project","name":"a"}` + "\n"
	_, _, refused := decode(t, []byte(line+"\n"+line))
	if len(refused) != 1 || refused[0].Line != 3 {
		t.Errorf("refused %v", refused)
	}
}

// one reads a line, here over several lines for the eye, that must hold one
// document with one record.
func one(t *testing.T, line string) Record {
	t.Helper()
	_, all, refused := decode(t, []byte(strings.ReplaceAll(line, "\n\t", " ")))
	if len(refused) > 0 || len(all) != 1 || len(all[0].Records) != 1 {
		t.Fatalf("refused %v, %d documents", refused, len(all))
	}
	return all[0].Records[0]
}

func TestForms(t *testing.T) {
	r := one(t, articleLine(`,"spans":[],
		"locations":[{"id":"1","precision":3},{"id":"2","precision":"4"},{"id":"3","precision":null}],
		"counts":[{"id":"4","value":"0.50","min":1.0,"who":null,"implicit":false,"links":null}],
		"tactics":[{"id":"5","success":false},{"id":"6","success":true},{"id":"7","success":null}],
		"events":[{"id":"8","members":["1",{"id":"4"},{"id":"5","role":"x"}]}]`))
	got := map[string]string{}
	for _, item := range r.Items {
		id := item.Meta().ExternalID
		for _, f := range model.Fields(item.Kind()) {
			if values := f.Get(item); len(values) > 0 {
				got[id+"."+f.Name] = strings.Join(values, ";")
			}
		}
	}
	want := map[string]string{"1.precision": "3", "2.precision": "4", "4.value": "0.50", "4.min": "1.0", "5.success": "false", "6.success": "true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	event := r.Items[len(r.Items)-1].(*model.Event)
	if len(event.Members) != 3 || event.Members[0].Role != "" || event.Members[1].Role != "" || event.Members[2].Role != "x" {
		t.Errorf("members %v", event.Members)
	}
}

func TestDefaults(t *testing.T) {
	_, all, refused := decode(t, []byte(`{"hashiya":1,"text":"\n  سطر \nb","records":[{"id":"`+strings.ToUpper(uuidB)+`","annotator":"n"}]}`))
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	a, r := all[0].Article, all[0].Records[0]
	if a.Title != "سطر" || a.Length != 9 || len(a.SHA256) != 64 || a.ExternalID != "" {
		t.Errorf("article %+v", a)
	}
	if r.ID != uuidB || r.Kind != model.RecordAnnotation || r.Status != model.InProgress || r.ExternalID != "" {
		t.Errorf("record %+v", r.Record)
	}
	_, all, _ = decode(t, []byte(`{"hashiya":1,"text":"b","title":"other"}`))
	if all[0].Article.Title != "other" {
		t.Errorf("title %q", all[0].Article.Title)
	}
}

// TestForeignIDs checks that ids which are no UUIDs become the same UUIDs each
// time, other ones for another annotator, and are kept and followed.
func TestForeignIDs(t *testing.T) {
	line := countLine(`},{"id":"d","links":[{"type":"subset_of","count":"c"}]`)
	r, again := one(t, line), one(t, line)
	if diff := cmp.Diff(r, again); diff != "" {
		t.Errorf("second reading:\n%s", diff)
	}
	other := one(t, strings.Replace(line, `"n"`, `"m"`, 1))
	if other.ID == r.ID || other.Items[0].Meta().ID == r.Items[0].Meta().ID || other.Spans[0].ID == r.Spans[0].ID {
		t.Error("two annotators' rows have the same id")
	}
	c, d := r.Items[0].(*model.Count), r.Items[1].(*model.Count)
	if r.ExternalID != "r" || c.ExternalID != "c" || d.Links[0].Count != c.ID || r.Spans[0].Item != c.ID || r.Spans[0].Extra != `{"external_id":"s"}` {
		t.Errorf("%+v %+v %+v %+v", r.Record, c, d, r.Spans)
	}
	for _, id := range []string{r.ID, c.ID, r.Spans[0].ID} {
		if !isUUIDForm(id) || id[14] != '8' || !strings.ContainsRune("89ab", rune(id[19])) {
			t.Errorf("id %s is not a UUID of version 8", id)
		}
	}
}

func TestTotals(t *testing.T) {
	r := one(t, articleLine(`,"counts":[
		{"id":"`+uuidB+`","total_of":["`+uuidC+`"],"links":[{"type":"total_of","count":"x"},{"type":"total_of","count":"`+uuidC+`"}]},
		{"id":"`+uuidC+`","links":[{"type":"part_of","count":"`+uuidB+`"}]},{"id":"x"}]`))
	links := map[string][]model.Link{}
	for _, item := range r.Items {
		name := item.Meta().ExternalID
		if name == "" {
			name = item.Meta().ID
		}
		links[name] = item.(*model.Count).Links
	}
	part := []model.Link{{Type: "part_of", Count: uuidB}}
	want := map[string][]model.Link{uuidB: nil, uuidC: part, "x": part}
	if diff := cmp.Diff(want, links); diff != "" {
		t.Error(diff)
	}
}

// TestSharedSpan cites one span from five places: each gets one of its own.
func TestSharedSpan(t *testing.T) {
	line := countLine(`,"who":[{"entity":"a","spans":["S"]},{"entity":"b","spans":["S"]}],"evidence":{"who":["S"]}},{"id":"d","spans":["S"]`)
	line = strings.NewReplacer(`"S"`, `"`+uuidB+`"`, `"s"`, `"`+uuidB+`"`).Replace(line)
	r := one(t, line)
	items := map[string]string{}
	for _, item := range r.Items {
		items[item.Meta().ID] = item.Meta().ExternalID
	}
	got, ids := map[string]bool{}, map[string]bool{}
	for _, s := range r.Spans {
		if s.Start != 4 || s.End != 8 || s.Text != "سبعة" {
			t.Errorf("span %+v", s)
		}
		ids[s.ID] = true
		got[items[s.Item]+"/"+s.Field+"/"+s.Entity] = s.ID == uuidB
	}
	want := map[string]bool{"c//": false, "c/who/": false, "c/who/a": true, "c/who/b": false, "d//": false}
	if diff := cmp.Diff(want, got); diff != "" || len(ids) != 5 {
		t.Errorf("%d ids, places and whether they kept the id:\n%s", len(ids), diff)
	}
	again := one(t, string(encode(t, nil, &Document{Text: "قتل سبعة", Article: model.Article{ID: uuidA}, Records: []Record{r}})))
	if diff := cmp.Diff(r, again); diff != "" {
		t.Errorf("written and read again:\n%s", diff)
	}
}

// TestExtra sees that unknown fields come back where they stood, and that they
// never take the place of known ones.
func TestExtra(t *testing.T) {
	line := `{"hashiya":1,"id":"` + uuidA + `","text":"a","zeta":[1.0],"source":{"file":"f","wire":{"b":"\u0627"}},` +
		`"records":[{"id":"` + uuidB + `","annotator":"n","mood":null,"actors":[{"id":"` + uuidC + `","tone": {"x" : 1e2}}]}]}`
	_, all, refused := decode(t, []byte(line))
	if len(refused) > 0 {
		t.Fatal(refused)
	}
	d := all[0]
	if got := d.Article.Extra; got != `{"source":{"wire":{"b":"\u0627"}},"zeta":[1.0]}` {
		t.Errorf("article extra %s", got)
	}
	if got := d.Records[0].Extra; got != `{"mood":null}` {
		t.Errorf("record extra %s", got)
	}
	if got := d.Records[0].Items[0].Meta().Extra; got != `{"tone":{"x":1e2}}` {
		t.Errorf("item extra %s", got)
	}
	d.Records[0].Items[0].Meta().Extra = `{"role":"victim","note":"n","fine":1}`
	var written struct {
		Zeta    json.RawMessage
		Source  struct{ Wire json.RawMessage }
		Records []struct{ Actors []map[string]any }
	}
	if err := json.Unmarshal(encode(t, nil, d), &written); err != nil {
		t.Fatal(err)
	}
	if string(written.Zeta) != "[1.0]" || string(written.Source.Wire) != `{"b":"\u0627"}` {
		t.Errorf("written %s %s", written.Zeta, written.Source.Wire)
	}
	actor := written.Records[0].Actors[0]
	if actor["role"] != nil || actor["note"] != nil || actor["fine"] != 1.0 {
		t.Errorf("actor %v", actor)
	}
}

// TestBracketsInText sees that brackets in a text are not taken for nesting.
func TestBracketsInText(t *testing.T) {
	text := strings.Repeat("[{", maxDepth)
	_, all, refused := decode(t, []byte(`{"hashiya":1,"text":"`+text+`","x":"}]\\\"["}`))
	if len(refused) > 0 || all[0].Text != text || all[0].Article.Extra != `{"x":"}]\\\"["}` {
		t.Errorf("refused %v, documents %v", refused, all)
	}
}

func TestWriteRefuses(t *testing.T) {
	for name, change := range map[string]func(*Document){
		"span of no item":   func(d *Document) { d.Records[0].Spans[3].Item = uuidA },
		"span of no entity": func(d *Document) { d.Records[0].Spans[3].Entity = "nobody" },
		"extra":             func(d *Document) { d.Article.Extra = "{" },
		"decimal":           func(d *Document) { d.Records[0].Items[2].(*model.Count).Value = "many" },
		"broken text":       func(d *Document) { d.Records[0].Note = "\xff" },
	} {
		t.Run(name, func(t *testing.T) {
			d := sampleDocument()
			change(d)
			path := filepath.Join(t.TempDir(), "out.jsonl")
			if _, err := Write(jsonlFormat(), path, Options{}, nil, documents(d), nil); err == nil || !strings.Contains(err.Error(), d.Article.ID) {
				t.Errorf("error %v", err)
			}
			if _, err := os.Stat(path); err == nil {
				t.Error("a file was left")
			}
		})
	}
}

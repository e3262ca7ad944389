package model

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// colours is a codebook with one list, of which some codes have gone.
func colours(t *testing.T, codes string) *Codebook {
	t.Helper()
	c, err := ParseCodebook([]byte(`{"id":"x","version":1,"lists":{"tactic":[` + codes + `]}}`))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func keysOf(codes []Code) string {
	var keys []string
	for _, code := range codes {
		keys = append(keys, code.Key)
	}
	return strings.Join(keys, " ")
}

func TestListOffersWhatIsNotGone(t *testing.T) {
	c := colours(t, `{"key":"a","cues":["أ"]},{"key":"b","merged_into":"c","cues":["ب"]},{"key":"c","merged_into":"a","cues":["ج"]},
		{"key":"d","retired":true},{"key":"e","split_into":["a","f"]},{"key":"f"}`)
	if got := keysOf(c.List("tactic")); got != "a f" {
		t.Errorf("offered are %q", got)
	}
	if cues := c.List("tactic")[0].Cues; !slices.Equal(cues, []string{"أ", "ب", "ج"}) {
		t.Errorf("the cues of merged codes are %q", cues)
	}
	if cues := c.Lists["tactic"][0].Cues; len(cues) != 1 {
		t.Errorf("the codebook itself has changed: %q", cues)
	}
	for key, want := range map[string]struct{ live, offer string }{
		"a": {"a", "a"}, "b": {"a", "a"}, "c": {"a", "a"}, "d": {"d", ""}, "e": {"e", ""}, "f": {"f", "f"}, "none": {"none", ""},
	} {
		live := c.Resolve("tactic", key)
		code, found := c.Code("tactic", key)
		if live != want.live || c.Offer("tactic", key) != want.offer || found != (key != "none") || found && code.Key != want.live {
			t.Errorf("%s leads to %q, %q, offers %q", key, live, code.Key, c.Offer("tactic", key))
		}
	}
}

func TestCodebooksThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"not JSON":      {`{`, "not valid JSON"},
		"no id":         {`{"version":1}`, "needs an id"},
		"id with @":     {`{"id":"a@b","version":1}`, "needs an id"},
		"no version":    {`{"id":"a"}`, "needs an id"},
		"empty key":     {`{"id":"a","version":1,"lists":{"x":[{"key":""}]}}`, "empty or doubled"},
		"doubled key":   {`{"id":"a","version":1,"lists":{"x":[{"key":"k"},{"key":"k"}]}}`, "empty or doubled"},
		"ring":          {`{"id":"a","version":1,"lists":{"x":[{"key":"k","merged_into":"l"},{"key":"l","merged_into":"k"}]}}`, "in a ring"},
		"into itself":   {`{"id":"a","version":1,"lists":{"x":[{"key":"k","merged_into":"k"}]}}`, "in a ring"},
		"lost merge":    {`{"id":"a","version":1,"lists":{"x":[{"key":"k","merged_into":"l"}]}}`, `leads to "l"`},
		"lost split":    {`{"id":"a","version":1,"lists":{"x":[{"key":"k","split_into":["l"]}]}}`, `leads to "l"`},
		"split in self": {`{"id":"a","version":1,"lists":{"x":[{"key":"k","split_into":["k"]}]}}`, "is itself"},
		"code is null":  {`{"id":"a","version":1,"lists":{"x":[null]}}`, "is null"},
		"too large":     {`{"id":"` + strings.Repeat("a", MaxCodebookBytes) + `"}`, "limit"},
	} {
		if _, err := ParseCodebook([]byte(c.body)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// TestCodebookKeepsWhatItDoesNotKnow has fields of other programs at each place
// where a file may have them.
func TestCodebookKeepsWhatItDoesNotKnow(t *testing.T) {
	const body = `{"id":"x","version":2,"names":{"ar":"أ","en":"a <b>"},"kinds":{"count":[{"name":"kind","required":true,"tip":[1]}]},` +
		`"lists":{"tactic":[{"key":"a","names":{"ar":"","en":"a"},"mappings":{"acled":null,"gtd":"X"},"icon":{"name":"fire"}}]},"licence":"CC BY"}`
	c, err := ParseCodebook([]byte(body))
	if err != nil {
		t.Fatal(err)
	}
	again, err := c.Encode()
	if err != nil || string(again) != body {
		t.Errorf("written again it is\n%s, not\n%s (%v)", again, body, err)
	}
	copied, err := c.Clone()
	if err != nil || !copied.Same(c) {
		t.Errorf("a copy differs: %v", err)
	}
	copied.Version = 9
	if !copied.Same(c) {
		t.Error("the version alone makes it different")
	}
	copied.Lists["tactic"][0].Extra = ""
	if copied.Same(c) {
		t.Error("a lost field goes unnoticed")
	}
}

func TestChanged(t *testing.T) {
	former := colours(t, `{"key":"a"},{"key":"b"},{"key":"c","names":{"ar":"","en":"c"}},{"key":"d"},{"key":"e"},{"key":"f"},{"key":"g","merged_into":"a"},{"key":"h"},{"key":"i"}`)
	now := colours(t, `{"key":"a","merged_into":"b"},{"key":"b","rule":{"ar":"","en":"new"}},{"key":"c","names":{"ar":"","en":"C"}},{"key":"d","retired":true},
		{"key":"e","split_into":["b","c"]},{"key":"f","definition":{"ar":"جديد","en":""}},{"key":"g","merged_into":"a"},{"key":"h","colour":"#112233","cues":["x"]},
		{"key":"new"},{"key":"newer","retired":true}`)
	for key, want := range map[string]CodeChange{
		"a": CodeMerged, "b": CodeNewRule, "c": CodeNewNames, "d": CodeRetired, "e": CodeSplit, "f": CodeNewMeaning,
		"g": CodeMerged, "h": CodeSame, "i": CodeMissing, "new": CodeSame, "newer": CodeRetired,
	} {
		if got := now.Changed(former, CodeRef{"tactic", key}); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
		if got := now.Changed(now, CodeRef{"tactic", key}); got != CodeSame && want != CodeMissing {
			t.Errorf("%s has changed since now: %q", key, got)
		}
	}
	for key, want := range map[string]CodeChange{"a": CodeMerged, "b": CodeSame, "d": CodeRetired, "e": CodeSplit, "i": CodeMissing} {
		if got := now.Changed(nil, CodeRef{"tactic", key}); got != want {
			t.Errorf("%s since a version that is not known: %q, want %q", key, got, want)
		}
	}
	// What b says is what a means, since a was merged into it.
	merged := colours(t, `{"key":"a","merged_into":"b"},{"key":"b"}`)
	if got := now.Changed(merged, CodeRef{"tactic", "a"}); got != CodeNewRule {
		t.Errorf("a new rule of the code that stands for it: %q", got)
	}
}

func TestGuides(t *testing.T) {
	c := colours(t, `{"key":"a","names":{"ar":"ألف","en":"A"},"definition":{"ar":"","en":"the first"},"rule":{"ar":"قاعدة","en":"rule"},
		"examples":[{"ar":"مثال","en":"example"}],"counter_examples":[{"ar":"ضد","en":""}]},{"key":"b","names":{"ar":"باء","en":"B"},"merged_into":"a"}`)
	g, found := c.Rule("tactic", "a", "ar")
	want := Guide{"ألف", "the first", "قاعدة", []string{"مثال"}, []string{"ضد"}, nil, true}
	if fmt.Sprintf("%+v", g) != fmt.Sprintf("%+v", want) || !found {
		t.Errorf("%+v, want %+v", g, want)
	}
	if g, _ := c.Rule("tactic", "b", "en"); g.Name != "B" || g.Offered || !slices.Equal(g.Instead, []string{"A"}) {
		t.Errorf("a merged code: %+v", g)
	}
	if _, found := c.Rule("tactic", "none", "en"); found {
		t.Error("an unknown code has a rule")
	}
	c.Kinds = map[Kind][]FieldGuide{KindCount: {{Name: "by", Hidden: true, Names: Names{"على يد", "by"}}, {Name: "kind", Required: true}}}
	if g, found := c.FieldRule(KindCount, "by", "en"); g.Name != "by" || !found || c.Shows(KindCount, "by") || !c.Shows(KindCount, "who") {
		t.Errorf("%+v, %v", g, found)
	}
	if fields, stated := c.Required(KindCount); !slices.Equal(fields, []string{"kind"}) || !stated {
		t.Errorf("required are %q, %v", fields, stated)
	}
	if _, stated := c.Required(KindDate); stated {
		t.Error("the codebook says nothing of dates")
	}
}

func TestResolveItem(t *testing.T) {
	c := &Codebook{Lists: map[string][]Code{
		"actor_role":    {{Key: "x", MergedInto: "y"}, {Key: "y"}},
		"location_role": {{Key: "x", MergedInto: "z"}, {Key: "z"}},
		"link_type":     {{Key: "l", MergedInto: "part_of"}, {Key: "part_of"}},
		"count_kind":    {{Key: "dead", MergedInto: "killed"}, {Key: "killed"}},
		"relevance":     {{Key: "r", MergedInto: "s"}, {Key: "s"}},
	}}
	count := &Count{What: "dead", Unit: "unknown", Links: []Link{{"l", "1"}}}
	event := &Event{Members: []Member{{"actor", "x"}, {"place", "x"}, {"else", ""}}}
	kinds := map[string]Kind{"actor": KindActor, "place": KindLocation}
	for _, item := range []Item{count, event} {
		c.ResolveItem(item, func(id string) Kind { return kinds[id] })
	}
	if count.What != "killed" || count.Unit != "unknown" || count.Links[0].Type != "part_of" {
		t.Errorf("%+v", count)
	}
	if got := fmt.Sprint(event.Members); got != "[{actor y} {place z} {else }]" {
		t.Errorf("members are %s", got)
	}
	r := &Record{Relevance: "r"}
	if c.ResolveRecord(r); r.Relevance != "s" {
		t.Errorf("relevance is %q", r.Relevance)
	}
	if got := CodesOf(event); len(got) != 4 {
		t.Errorf("codes of an event: %v", got)
	}
	if got := CodesOf(count); !slices.Contains(got, CodeRef{"link_type", "part_of"}) || !slices.Contains(got, CodeRef{"count_kind", "killed"}) || len(got) != 3 {
		t.Errorf("codes of a count: %v", got)
	}
}

// TestCodebookFile has one thing wrong in each file, beside a sound code.
func TestCodebookFile(t *testing.T) {
	const sound = `{"key":"ok","names":{"ar":"جيد","en":"ok"}}`
	file := func(rest string) string {
		return "{\n\"id\": \"x\", \"version\": 3,\n\"lists\": {\"tactic\": [\n" + sound + rest
	}
	for name, c := range map[string]struct {
		body, want string // what the only problem says
		minor      bool
		codes      string // what is left of the list
	}{
		"doubled key":       {file(",\n" + sound + "]}}"), `line 5: tactic "ok" stands in line 4`, false, "ok"},
		"no name":           {file(",\n{\"key\":\"a\"}]}}"), `line 5: tactic "a" has no name`, false, "ok"},
		"no Arabic name":    {file(",\n{\"key\":\"a\",\"names\":{\"ar\":\"\",\"en\":\"a\"}}]}}"), `line 5: tactic "a" has no Arabic name`, true, "ok a"},
		"bad key":           {file(",\n{\"key\":\"a b\",\"names\":{\"en\":\"a\",\"ar\":\"b\"}}]}}"), "has the key", false, "ok"},
		"bad colour":        {file(",\n{\"key\":\"a\",\"names\":{\"en\":\"a\",\"ar\":\"b\"},\"colour\":\"red\"}]}}"), "#rrggbb", false, "ok"},
		"bad form":          {file(",\n{\"key\":\"a\",\"names\":7}]}}"), `line 5: tactic "a" cannot be read`, false, "ok"},
		"no object":         {file(",\n7]}}"), `line 5: tactic "number 2" cannot be read`, false, "ok"},
		"field twice":       {file(",\n{\"key\":\"a\",\"key\":\"b\"}]}}"), `the field "key" twice`, false, "ok"},
		"into itself":       {file(",\n{\"key\":\"a\",\"names\":{\"en\":\"a\",\"ar\":\"b\"},\"merged_into\":\"a\"}]}}"), "in a ring", false, "ok"},
		"merge to nowhere":  {file(",\n{\"key\":\"a\",\"names\":{\"en\":\"a\",\"ar\":\"b\"},\"merged_into\":\"z\"}]}}"), `line 5: tactic "a" leads to "z"`, false, "ok"},
		"unknown list":      {file("],\n\"colours\":[]}}"), `line 5: colours: is not a list`, false, "ok"},
		"list twice":        {file("],\n\"tactic\":[]}}"), `line 5: lists "tactic" stands twice`, false, "ok"},
		"unknown kind":      {file("]},\n\"kinds\":{\"mood\":[]}}"), `line 5: kinds "mood" is not a kind`, false, "ok"},
		"unknown field":     {file("]},\n\"kinds\":{\"count\":[{\"name\":\"mood\"}]}}"), `line 5: kinds.count "mood" is not a field`, false, "ok"},
		"hidden, required":  {file("]},\n\"kinds\":{\"count\":[{\"name\":\"unit\",\"hidden\":true,\"required\":true}]}}"), "hidden and required", false, "ok"},
		"list is no list":   {"{\"id\":\"x\",\"version\":1,\n\"lists\":{\"tactic\":{}}}", `line 2: "tactic" must begin with`, false, ""},
		"not JSON":          {file(",\n{\"key\":}]}}"), "line 5: the file is not valid JSON", false, ""},
		"ends early":        {file(","), "not valid JSON", false, ""},
		"no version":        {`{"id":"x","lists":{}}`, "needs an id", false, ""},
		"version is a text": {"{\"id\":\"x\",\n\"version\":\"1\"}", "line 2: the value is not of the right form", false, ""},
		"not UTF-8":         {"{\n\"id\":\"\xff\"}", "line 2: the file is not valid UTF-8", false, ""},
		"too deep":          {strings.Repeat("[", 40) + strings.Repeat("]", 40), "nested more than 32", false, ""},
		"too large":         {strings.Repeat(" ", MaxCodebookBytes+1), "the limit is", false, ""},
		"empty":             {"", "not valid JSON", false, ""},
		"null":              {"null", "must begin with", false, ""},
	} {
		f := ReadCodebookFile([]byte(c.body))
		if len(f.Problems) != 1 || !strings.Contains(f.Problems[0].Error(), c.want) || f.Problems[0].Minor != c.minor {
			t.Errorf("%s: %v, want %q", name, f.Problems, c.want)
		}
		got := ""
		if f.Codebook != nil {
			got = keysOf(f.Codebook.Lists["tactic"])
		}
		if got != c.codes || (f.Codebook == nil) != (c.codes == "") {
			t.Errorf("%s: what is left is %q, want %q", name, got, c.codes)
		}
	}
}

// TestCodebookFileDropsWhatLeadsToTheDropped has a chain that hangs on a ring.
func TestCodebookFileDropsWhatLeadsToTheDropped(t *testing.T) {
	var codes []string
	for key, into := range map[string]string{"a": "b", "b": "a", "c": "b", "d": "c", "e": "f", "f": ""} {
		codes = append(codes, fmt.Sprintf(`{"key":%q,"names":{"ar":%q,"en":%q},"merged_into":%q}`, key, key, key, into))
	}
	f := ReadCodebookFile([]byte(`{"id":"x","version":1,"lists":{"tactic":[` + strings.Join(codes, ",") + `]}}`))
	if f.Codebook == nil || len(f.Codebook.Lists["tactic"]) != 2 || len(f.Problems) != 4 || len(f.Refused) != 4 {
		t.Errorf("%+v", f)
	}
}

// FuzzCodebookFile wants that no file brings the reader down, that whatever it
// lets through can be parsed, and is read again without problems.
func FuzzCodebookFile(f *testing.F) {
	f.Add([]byte(`{"id":"x","version":1,"names":{"ar":"أ","en":"a"},"lists":{"tactic":[{"key":"a","names":{"en":"a"},"merged_into":"b"},{"key":"b"}]}}`))
	f.Add([]byte(`{"id":"x","version":1,"kinds":{"count":[{"name":"unit"}]},"families":[{"key":"f"}],"x":[1]}`))
	f.Add([]byte("\ufeff{\"id\":\"x\",\"version\":1,\"lists\":{\"tactic\":[null,7,{\"key\":\"\\u0000\"}]}}"))
	f.Add([]byte(`{"id":"x","Version":2,"LISTS":{},"lists":{}}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		file := ReadCodebookFile(body)
		if file.Codebook == nil {
			if len(file.Problems) == 0 {
				t.Fatal("nothing was read and nothing is said to be wrong")
			}
			return
		}
		encoded, err := file.Codebook.Encode()
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		parsed, err := ParseCodebook(encoded)
		if err != nil || !parsed.Same(file.Codebook) {
			t.Fatalf("what was read cannot be parsed: %v\n%s", err, encoded)
		}
		for _, problem := range ReadCodebookFile(encoded).Problems {
			if !problem.Minor {
				t.Fatalf("what was read has a problem: %v\n%s", problem, encoded)
			}
		}
		if !json.Valid(encoded) {
			t.Fatalf("not JSON: %s", encoded)
		}
	})
}

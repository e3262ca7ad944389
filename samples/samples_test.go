package samples

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// uuidV7 is the text form of RFC 9562 section 5.7: version 7, variant 10.
var uuidV7 = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

const notice = "Written as a sample for Hashiya; not a news report. كُتب هذا النص نموذجاً لبرنامج حاشية، وليس خبراً منشوراً."

func TestJSONL(t *testing.T) {
	body := JSONL()
	if !utf8.Valid(body) || !bytes.HasSuffix(body, []byte("}\n")) || bytes.Contains(body, []byte(`\u`)) {
		t.Error("not UTF-8 text with literal letters and a newline at the end")
	}
	body[0] = 'x'
	if JSONL()[0] != '{' {
		t.Error("a caller can change what the next one gets")
	}
	if _, articles := load(t); len(articles) < 5 {
		t.Errorf("%d articles, want at least 5", len(articles))
	}
}

func TestProjectLine(t *testing.T) {
	project, _ := load(t)
	if project.Hashiya != 1 || project.Kind != "project" || project.Name == "" {
		t.Errorf("head is %d %q %q", project.Hashiya, project.Kind, project.Name)
	}
	if len(project.Annotators) != 1 || project.Annotators[0].Name != "sample" || project.Annotators[0].Role != "annotator" {
		t.Errorf("annotators are %v", project.Annotators)
	}
	lists, aliases := codeLists(t), map[string]string{}
	for _, e := range project.Entities {
		if e.Names.Ar == "" || e.Names.En == "" {
			t.Errorf("%s lacks a name", e.Key)
		}
		if e.Parent != nil && project.byKey[*e.Parent].Key == "" {
			t.Errorf("%s has the unknown parent %s", e.Key, *e.Parent)
		}
		isActor, isPlace := lists["entity_type_actor"][e.Type], lists["entity_type_location"][e.Type]
		if !isActor && !isPlace || e.Place != nil && !isPlace {
			t.Errorf("%s has type %q and place %v", e.Key, e.Type, e.Place)
		}
		for _, name := range append(e.Aliases, e.Names.Ar) {
			if other, doubled := aliases[name]; doubled {
				t.Errorf("%s and %s are both called %s", other, e.Key, name)
			}
			aliases[name] = e.Key
		}
	}
	if len(project.byKey) != len(project.Entities) {
		t.Error("an entity key stands twice")
	}
	if _, is := aliases["التنظيم"]; is {
		t.Error("a common noun is an alias")
	}
}

func TestArticleHead(t *testing.T) {
	_, articles := load(t)
	for i, a := range articles {
		sum := sha256.Sum256([]byte(a.Text))
		if a.Hashiya != 1 || a.Language != "ar" || a.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("article %d: version %d, language %q, sha256 %s, want that of the text", i+1, a.Hashiya, a.Language, a.SHA256)
		}
		if title, _, _ := strings.Cut(a.Text, "\n"); a.Title != title {
			t.Errorf("article %d: title %q, want %q", i+1, a.Title, title)
		}
		if n := len(a.runes); n < 1800 || n > 2600 {
			t.Errorf("article %d has %d code points", i+1, n)
		}
		if !strings.HasSuffix(a.Text, "\n"+notice+"\n") || !strings.Contains(a.Source.Outlet, "نص نموذجي") {
			t.Errorf("article %d does not say that it is a sample", i+1)
		}
		if len(a.Source.Published) != len("2018-10-13") || a.Source.PublishedBasis == "" {
			t.Errorf("article %d: published %q, basis %q", i+1, a.Source.Published, a.Source.PublishedBasis)
		}
		r := a.Records[0]
		if r.Kind != "annotation" || r.Annotator != "sample" || r.Status != "submitted" || r.Relevance != "relevant" || r.Note == "" || r.Codebook != "hashiya@1" {
			t.Errorf("article %d: head of the record is %s %s %s %s %q %s", i+1, r.Kind, r.Annotator, r.Status, r.Relevance, r.Note, r.Codebook)
		}
	}
}

func TestIDs(t *testing.T) {
	_, articles := load(t)
	seen := map[string]bool{}
	check := func(id string) {
		if !uuidV7.MatchString(id) || seen[id] {
			t.Errorf("id %q is no UUIDv7 or stands twice", id)
		}
		seen[id] = true
	}
	for _, a := range articles {
		r := &a.Records[0]
		check(a.ID)
		check(r.ID)
		for _, s := range r.Spans {
			check(s.ID)
		}
		for _, i := range r.items() {
			check(i.ID)
		}
		for _, e := range r.Events {
			check(e.ID)
		}
	}
}

func TestSpans(t *testing.T) {
	_, articles := load(t)
	const edge = " \u00a0\n#\"«»،.؛:'"
	for i, a := range articles {
		r := &a.Records[0]
		cited := map[string]int{}
		cite := func(ids []string) {
			for _, id := range ids {
				cited[id]++
				if a.spans[id].ID == "" {
					t.Errorf("article %d: span %s does not exist", i+1, id)
				}
			}
		}
		for _, x := range r.items() {
			if len(x.Spans) == 0 {
				t.Errorf("article %d: item %s has no words", i+1, x.ID)
			}
			cite(x.Spans)
			for _, ids := range x.Evidence {
				cite(ids)
			}
		}
		for _, p := range r.proofs() {
			cite(p.Spans)
		}
		for _, s := range r.Spans {
			if s.Start < 0 || s.Start >= s.End || s.End > len(a.runes) || string(a.runes[s.Start:s.End]) != s.Text {
				t.Errorf("article %d: span %d-%d is not %q", i+1, s.Start, s.End, s.Text)
			}
			if strings.Trim(s.Text, edge) != s.Text {
				t.Errorf("article %d: span %q begins or ends with a space or a mark", i+1, s.Text)
			}
			if cited[s.ID] != 1 {
				t.Errorf("article %d: span %q is cited %d times, want once", i+1, s.Text, cited[s.ID])
			}
		}
	}
}

func TestReferences(t *testing.T) {
	project, articles := load(t)
	lists := codeLists(t)
	for i, a := range articles {
		r := &a.Records[0]
		entity := func(key, list string) {
			e, known := project.byKey[key]
			if !known || !lists[list][e.Type] {
				t.Errorf("article %d: entity %q is unknown or not of %s", i+1, key, list)
			}
		}
		for _, x := range r.Actors {
			entity(x.Entity, "entity_type_actor")
		}
		for _, x := range r.Locations {
			entity(x.Entity, "entity_type_location")
		}
		for _, p := range r.proofs() {
			entity(p.Entity, "entity_type_actor")
		}
		counts := map[string]bool{}
		for _, c := range r.Counts {
			counts[c.ID] = true
		}
		for _, c := range r.Counts {
			if c.To != nil {
				entity(*c.To, "entity_type_location")
			}
			for _, l := range c.Links {
				if !counts[l.Count] || l.Count == c.ID {
					t.Errorf("article %d: count %s links to %s", i+1, c.ID, l.Count)
				}
			}
		}
		checkMembers(t, i+1, r, lists)
	}
}

func checkMembers(t *testing.T, n int, r *record, lists map[string]map[string]bool) {
	t.Helper()
	roles := map[string]string{} // list of the roles that a member of each id may have
	for _, i := range r.items() {
		roles[i.ID] = "none"
	}
	for _, x := range r.Actors {
		roles[x.ID] = "actor_role"
	}
	for _, x := range r.Locations {
		roles[x.ID] = "location_role"
	}
	if len(r.Events) < 3 {
		t.Errorf("article %d has %d events, want several", n, len(r.Events))
	}
	for _, e := range r.Events {
		var ids []string
		for _, m := range e.Members {
			list, known := roles[m.ID]
			if !known || slices.Contains(ids, m.ID) || m.Role != "" && !lists[list][m.Role] || m.Role == "" && list != "none" {
				t.Errorf("article %d, event %q: member %s with role %q", n, e.Title, m.ID, m.Role)
			}
			ids = append(ids, m.ID)
		}
		if e.Title == "" || e.Date == "" || len(ids) < 2 {
			t.Errorf("article %d, event %q lacks something", n, e.Title)
		}
	}
}

func TestCodesExist(t *testing.T) {
	_, articles := load(t)
	lists := codeLists(t)
	for list, codes := range uses(articles) {
		for code := range codes {
			if !lists[list][code] {
				t.Errorf("the default codebook has no %s %q", list, code)
			}
		}
	}
	for _, a := range articles {
		for _, c := range a.Records[0].Counts {
			if (c.Kind == "other" || c.Unit == "other") && c.Note == "" {
				t.Errorf("count %q is \"other\" without a note", a.words(c.item))
			}
		}
	}
}

func TestCountValues(t *testing.T) {
	_, articles := load(t)
	for i, a := range articles {
		for _, c := range a.Records[0].Counts {
			ordered := c.Min == nil || c.Max == nil || *c.Min <= *c.Max
			exact := c.Value != nil && c.Min != nil && c.Max != nil && *c.Value == *c.Min && *c.Value == *c.Max
			if !ordered || c.Modifier == "exact" && !exact {
				t.Errorf("article %d: count %q: value, min and max do not agree", i+1, a.words(c.item))
			}
			if c.Modifier == "few" && (c.Value != nil || c.Min == nil || *c.Min != 3 || c.Max == nil || *c.Max != 9) {
				t.Errorf("article %d: count %q is few and not 3 to 9", i+1, a.words(c.item))
			}
		}
	}
}

func TestTotals(t *testing.T) {
	_, articles := load(t)
	totals := 0
	for i, a := range articles {
		sums, parts := map[string]float64{}, map[string]int{}
		for _, c := range a.Records[0].Counts {
			for _, l := range c.Links {
				if l.Type == "part_of" {
					if c.Value == nil {
						t.Fatalf("article %d: part %q has no value", i+1, a.words(c.item))
					}
					sums[l.Count] += *c.Value
					parts[l.Count]++
				}
			}
		}
		for _, c := range a.Records[0].Counts {
			if parts[c.ID] == 0 {
				continue
			}
			totals++
			if c.Value == nil || *c.Value != sums[c.ID] || parts[c.ID] < 2 {
				t.Errorf("article %d: total %q is not the sum %g of its %d parts", i+1, a.words(c.item), sums[c.ID], parts[c.ID])
			}
		}
	}
	if totals < 3 {
		t.Errorf("%d totals, want at least 3", totals)
	}
}

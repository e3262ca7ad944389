package annotate_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"hashiya/annotate"
	"hashiya/annotate/dataset"
	"hashiya/model"
	"hashiya/samples"
)

// copyRecord builds a record again through a session, as another annotator, and
// returns the new ids of items by the old ones.
func copyRecord(t *testing.T, p *annotate.Project, s *annotate.Session, r *dataset.Record) map[string]string {
	t.Helper()
	ids := map[string]string{}
	for _, item := range r.Items {
		old := item.Meta().ID
		ids[old] = copyWords(t, s, item, spansOf(r, old, true))
		fields := map[string][]string{}
		for _, f := range slices.Concat(model.Fields(item.Kind()), model.HeadFields) {
			fields[f.Name] = f.Get(item)
		}
		setFields(t, p, s, ids[old], fields)
		for _, span := range spansOf(r, old, false) {
			f, _ := model.FieldOf(item.Kind(), span.Field)
			entity := ""
			if span.Entity != "" {
				entity = toIDs(t, p, f, []string{span.Entity})[0]
			}
			must(t, span.ID, s.Bind(ids[old], span.Field, entity, span.Start, span.End))
		}
	}
	for _, item := range r.Items {
		switch item := item.(type) {
		case *model.Count:
			for _, link := range item.Links {
				must(t, item.ID, s.Link(ids[item.ID], link.Type, ids[link.Count]))
			}
		case *model.Event:
			members := slices.Clone(item.Members)
			for i := range members {
				members[i].ID = ids[members[i].ID]
			}
			must(t, item.ID, s.SetMembers(ids[item.ID], members))
		}
	}
	must(t, "relevance", s.SetRecordField("relevance", r.Relevance))
	must(t, "note", s.SetRecordField("note", r.Note))
	if r.Status == model.Submitted {
		must(t, "submit", s.Submit())
	}
	return ids
}

// copyWords makes an item with its own words.
func copyWords(t *testing.T, s *annotate.Session, item model.Item, own []model.Span) (id string) {
	t.Helper()
	if len(own) == 0 {
		id, err := s.Add(item.Kind())
		must(t, item.Meta().ID, err)
		return id
	}
	id, err := s.Annotate(item.Kind(), own[0].Start, own[0].End)
	must(t, item.Meta().ID, err)
	must(t, item.Meta().ID, s.Move(s.SpansOf(id)[0].ID, own[0].Start, own[0].End))
	for _, span := range own[1:] {
		must(t, span.ID, s.Bind(id, "", "", span.Start, span.End))
	}
	return id
}

func spansOf(r *dataset.Record, item string, own bool) []model.Span {
	var found []model.Span
	for _, span := range r.Spans {
		if span.Item == item && (span.Field == "") == own {
			found = append(found, span)
		}
	}
	return found
}

// comparableRecord takes off a record what differs between two annotators who agree:
// ids, who and when. Items are named by their ids in the first record.
func comparableRecord(r dataset.Record, names map[string]string) dataset.Record {
	name := func(id string) string {
		if old, found := names[id]; found {
			return old
		}
		return id
	}
	r.ID, r.Annotator = "", ""
	items := make([]model.Item, len(r.Items))
	for i, item := range r.Items {
		item = item.Clone()
		head := item.Meta()
		head.ID, head.Record = name(head.ID), ""
		switch item := item.(type) {
		case *model.Count:
			for j := range item.Links {
				item.Links[j].Count = name(item.Links[j].Count)
			}
		case *model.Event:
			for j := range item.Members {
				item.Members[j].ID = name(item.Members[j].ID)
			}
		}
		items[i] = item
	}
	r.Items, r.Spans = items, slices.Clone(r.Spans)
	for i := range r.Spans {
		r.Spans[i].ID, r.Spans[i].Record, r.Spans[i].Item = "", "", name(r.Spans[i].Item)
	}
	return r
}

// TestSamplesRebuilt builds every sample again through a session and compares
// both records as they come out of the exported file.
func TestSamplesRebuilt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "samples.jsonl")
	if err := os.WriteFile(path, samples.JSONL(), 0o600); err != nil {
		t.Fatal(err)
	}
	store, p := newProject(t)
	importAll(t, store, p, path)
	if err := p.Reload(); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for d, err := range annotate.Documents(store) {
		must(t, "read", err)
		for old, made := range copyRecord(t, p, open(t, p, d.Article.ID), &d.Records[0]) {
			names[made] = old
		}
	}
	expectNoFindings(t, store)
	out := filepath.Join(t.TempDir(), "both.jsonl")
	export(t, store, p, out)
	expectSameRecords(t, out, names)
}

func expectSameRecords(t *testing.T, path string, names map[string]string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	byID := cmpopts.SortSlices(func(a, b model.Item) bool { return a.Meta().ID < b.Meta().ID })
	bySpan := cmpopts.SortSlices(func(a, b model.Span) bool {
		return a.Item+a.Field+a.Entity+a.Text < b.Item+b.Field+b.Entity+b.Text || a.Item+a.Field+a.Entity+a.Text == b.Item+b.Field+b.Entity+b.Text && a.Start < b.Start
	})
	seen := 0
	refused, err := dataset.ReadJSONL(f, func(_ int, _ *dataset.Header, d *dataset.Document) error {
		if d == nil {
			return nil
		}
		seen++
		if len(d.Records) != 2 || len(d.Records[0].Items) == 0 {
			t.Errorf("%s: %d records, want two with something in them", d.Article.Title, len(d.Records))
			return nil
		}
		one, other := comparableRecord(d.Records[0], names), comparableRecord(d.Records[1], names)
		if diff := cmp.Diff(one, other, byID, bySpan, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: the records differ: %s", d.Article.Title, diff)
		}
		return nil
	})
	if err != nil || len(refused) > 0 || seen < 5 {
		t.Errorf("%d articles read back: %v, %v", seen, refused, err)
	}
}

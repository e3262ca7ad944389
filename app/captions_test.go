package app

import (
	"slices"
	"strings"
	"testing"

	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/model"
)

func TestArrowNeedsATarget(t *testing.T) {
	for _, c := range [][3]string{{"", "", ""}, {"ISIS", "", "ISIS"}, {"", "SDF", "› SDF"}, {"ISIS", "SDF", "ISIS › SDF"}} {
		if got := arrow(c[0], c[1]); got != c[2] {
			t.Errorf("from %q to %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestPeriodOfDates(t *testing.T) {
	d := newDesk(t)
	from, to := words.Isolate("10 Oct 2018"), words.Isolate("12 Oct 2018")
	for _, c := range [][3]string{
		{"", "", ""}, {"2018-10-10", "", from}, {"2018-10-10", "2018-10-10", from}, {"2018-10-10", "2018-10-12", from + " – " + to}, {"", "2018-10-12", to},
	} {
		if got := d.period(c[0], c[1]); got != c[2] {
			t.Errorf("%q to %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// A figure is a dot only where the count says a figure; a bound is open on its
// other side.
func TestScalePoint(t *testing.T) {
	for name, c := range map[string]struct {
		count model.Count
		want  ui.ScalePoint
	}{
		"exact":            {model.Count{Value: "37", Min: "37", Max: "37", Modifier: "exact"}, ui.ScalePoint{From: 37, To: 37}},
		"value alone":      {model.Count{Value: "37"}, ui.ScalePoint{From: 37, To: 37}},
		"about":            {model.Count{Value: "40", Modifier: "approx"}, ui.ScalePoint{From: 40, To: 40}},
		"range":            {model.Count{Min: "30", Max: "37"}, ui.ScalePoint{From: 30, To: 37}},
		"more than":        {model.Count{Value: "100", Min: "101", Modifier: "more_than"}, ui.ScalePoint{From: 101, OpenTo: true}},
		"more than, bare":  {model.Count{Value: "100", Modifier: "more_than"}, ui.ScalePoint{From: 100, OpenTo: true}},
		"less than":        {model.Count{Value: "400", Max: "399", Modifier: "less_than"}, ui.ScalePoint{To: 399, OpenFrom: true}},
		"less than, bare":  {model.Count{Value: "400", Modifier: "at_most"}, ui.ScalePoint{To: 400, OpenFrom: true}},
		"less than, known": {model.Count{Value: "400", Min: "1", Max: "399", Modifier: "less_than"}, ui.ScalePoint{From: 1, To: 399}},
		"tens":             {model.Count{Min: "20", Modifier: "tens"}, ui.ScalePoint{From: 20, OpenTo: true}},
		"words":            {model.Count{Modifier: "vague"}, ui.ScalePoint{NoFigure: true}},
	} {
		if got := scalePoint(&c.count); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

func TestWordsFoundAreMarked(t *testing.T) {
	for _, c := range []struct {
		text, query string
		want        []string
	}{
		{"إلى الشعفة، في", "الشعفه", []string{"الشعفة"}},
		{"قرب هجين وهجين", "هجين", []string{"هجين", "هجين"}},
		{"قرب هجين والسوسة", "السوسه هجين", []string{"السوسة", "هجين"}},
		{"ريف ادلب", "إدلب", []string{"ادلب"}},
		{"قرب هجين", "", nil},
	} {
		var got []string
		for _, at := range foundIn(c.text, c.query) {
			got = append(got, string([]rune(c.text)[at[0]:at[1]]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q marks %q, want %q", c.query, c.text, got, c.want)
		}
	}
}

// Why a project or a record is locked is said where its fields are, and in the
// status bar as long as nothing is selected there.
func TestLockedSaysWhy(t *testing.T) {
	d := newTestProgram(t)
	says := func(key string) {
		t.Helper()
		a := d.work()
		if got := a.status.Text(); got != d.words.T(key) {
			t.Errorf("the status bar says %q, want %q", got, d.words.T(key))
		}
		line := a.form.facts.lock
		if locked := key != "selection.none"; line.content.Visible() != locked || locked && line.words.Text() != d.words.T(key) {
			t.Errorf("over the form: %q, shown %v; want %q", line.words.Text(), line.content.Visible(), key)
		}
	}
	says("selection.none")
	if err := d.work().session.Submit(); err != nil {
		t.Fatal(err)
	}
	says("status.submitted")
	if err := d.work().session.Reopen(); err != nil {
		t.Fatal(err)
	}
	says("selection.none")
	d, _ = held(t)
	says("status.readOnly")
	text := strings.Join(d.notices.Texts(), "\n")
	if want := d.words.T("error.locked", "", "سعاد", "test.hashiya"); !strings.Contains(text, want) {
		t.Errorf("the message is %q, want %q", text, want)
	}
}

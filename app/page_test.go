package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hashiya/app/ui"
	"hashiya/model"
)

// shownItems returns the ids of the items that a section shows, in text order.
func shownItems(a *annotateScreen, kind model.Kind) []string {
	s := a.form.sections[kind]
	var ids []string
	for _, item := range a.session.Work().Order(kind) {
		if id := item.Meta().ID; s.chips[id] != nil || s.cards[id] != nil {
			ids = append(ids, id)
		}
	}
	return ids
}

func TestManyItemsAreShownByPages(t *testing.T) {
	d := startOn(t, bigProject(t, 500))
	a := d.work()
	for _, l := range looks() {
		s := a.form.sections[l.kind]
		var all []string
		for _, item := range a.session.Work().Order(l.kind) {
			all = append(all, item.Meta().ID)
		}
		if len(all) != 100 || s.count.Text() != "100" {
			t.Fatalf("%s: %d items, the heading says %q", l.kind, len(all), s.count.Text())
		}
		pages := [][2]int{{0, 48}, {48, 96}, {52, 100}}
		for i, page := range pages {
			if got := shownItems(a, l.kind); !slices.Equal(got, all[page[0]:page[1]]) {
				t.Fatalf("%s: page %d shows %d items", l.kind, i, len(got))
			}
			if want := d.words.T("section.page", page[0]+1, page[1], 100); !slices.Contains(textsUnder(s.body), want) {
				t.Errorf("%s: the pager says %q, want %q", l.kind, textsUnder(s.body), want)
			}
			back, on := pager(s)
			if back.Disabled() != (i == 0) || on.Disabled() != (i == len(pages)-1) {
				t.Errorf("%s: the buttons of page %d are not right", l.kind, i)
			}
			test.Tap(on)
		}
		// The open card is always there, wherever it is opened from.
		a.reader.OnTapMark([]string{a.spans[all[3]][0]}, 0)
		if !slices.Contains(shownItems(a, l.kind), all[3]) || a.form.sections[l.kind].open() == nil {
			t.Errorf("%s: the card opened from the article is not shown", l.kind)
		}
		back, on := pager(s)
		test.Tap(on)
		if a.active != "" || back == nil {
			t.Errorf("%s: turning the page leaves a card open that is out of sight", l.kind)
		}
	}
}

// pager returns the buttons that turn a section's pages.
func pager(s *section) (back, on *ui.Button) {
	b := buttonsIn(s.body.Objects[0].(*fyne.Container))
	if len(b) != 2 {
		return nil, nil
	}
	return b[0], b[1]
}

func TestFewItemsHaveNoPager(t *testing.T) {
	d := newTestProgram(t)
	d.label("1", "المرصد")
	if back, _ := pager(d.work().form.sections[model.KindActor]); back != nil {
		t.Error("one item has a pager")
	}
}

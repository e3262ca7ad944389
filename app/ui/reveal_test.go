package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func TestFocusIsTold(t *testing.T) {
	newApp(t)
	log := ""
	tell := func(gained bool) { log += map[bool]string{true: "+", false: "-"}[gained] }
	button, chip, card := NewButton("a", Plain, nil), NewChip("b", ToneActor), NewCard(canvas.NewRectangle(nil))
	chip.SetOnTapped(func() {})
	card.OnTapped = func() {}
	button.OnFocus, chip.OnFocus, card.OnFocus = tell, tell, tell
	w := newWindow(t, NewColumn(8, button, chip, card), fyne.NewSize(300, 300))
	for _, o := range []fyne.Focusable{button, chip, card} {
		w.Canvas().Focus(o)
	}
	w.Canvas().Unfocus()
	if log != "+-+-+-" {
		t.Errorf("told %q", log)
	}
}

// TestScrollRevealsFocus walks through a form higher than its scroll by Tab.
func TestScrollRevealsFocus(t *testing.T) {
	newApp(t)
	column := NewColumn(8)
	var all []fyne.Focusable
	for range 6 {
		entry, button := NewEntry(EntryOptions{}), NewButton("b", Plain, nil)
		chooser := NewChooser(ChooserOptions{}, nil)
		all = append(all, entry, button, chooser)
		column.Add(NewCard(NewColumn(8, entry, NewRow(0, button), chooser)))
	}
	scroll := NewScroll(NewPad(8, 8, column))
	w := newWindow(t, NewSplit(scroll, box(10, 10), 0.8), fyne.NewSize(400, 160))
	visible := func(o fyne.CanvasObject) bool {
		d := fyne.CurrentApp().Driver()
		y := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(scroll).Y
		return y >= 0 && y+o.Size().Height <= scroll.Size().Height
	}
	for i := range all {
		w.Canvas().FocusNext()
		if w.Canvas().Focused() != all[i] || !visible(all[i].(fyne.CanvasObject)) {
			t.Fatalf("widget %d: has the focus %v, in sight %v", i, w.Canvas().Focused() == all[i], visible(all[i].(fyne.CanvasObject)))
		}
	}
	if scroll.Offset() == 0 {
		t.Error("nothing was scrolled; the test shows nothing")
	}
	w.Canvas().Focus(all[0])
	if !visible(all[0].(fyne.CanvasObject)) {
		t.Error("back at the first, it is out of sight")
	}
}

// TestScrollKeepsItsWidth has content that would be wider than the scroll: it
// must not move out of sight at the side where reading starts.
func TestScrollKeepsItsWidth(t *testing.T) {
	newApp(t)
	wide := NewFixed(500, 20, NewText("wide", TextStyle{}))
	s := NewScroll(wide)
	newWindow(t, s, fyne.NewSize(300, 100))
	if got := wide.Size().Width; got != s.Size().Width {
		t.Errorf("the content is %v wide in a scroll of %v", got, s.Size().Width)
	}
}

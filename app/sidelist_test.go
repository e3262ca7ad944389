package app

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
)

func TestSideListPassesHeads(t *testing.T) {
	d := newDesk(t)
	l := newSideList(d.program)
	var went []int
	l.mayLeave, l.onCurrent = func() bool { return true }, func(i int) { went = append(went, i) }
	l.setLines([]sideLine{{head: true}, {label: "a"}, {head: true}, {label: "b"}, {label: "c"}}, -1)
	l.FocusGained()
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyDown, 3}, {fyne.KeyDown, 4}, {fyne.KeyDown, 4}, {fyne.KeyHome, 1}, {fyne.KeyUp, 1}, {fyne.KeyEnd, 4}, {fyne.KeyUp, 3}, {fyne.KeyUp, 1}} {
		l.TypedKey(&fyne.KeyEvent{Name: step.key})
		if l.current != step.want {
			t.Errorf("%s leads to %d, want %d", step.key, l.current, step.want)
		}
	}
	l.mayLeave = func() bool { return false }
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if l.current != 1 || len(went) != 7 {
		t.Errorf("held at %d after %v", l.current, went)
	}
}

// A drag carries the row by as many places as it is pulled rows, and is told
// once, when the mouse lets go.
func TestDragIsToldOnce(t *testing.T) {
	d := newBoss(t)
	d.goToCode("count_kind", "killed")
	s := d.codes()
	version := d.project.Codebook().Version
	row := newSideRow(s.list)
	row.show(0)
	row.Resize(fyne.NewSize(200, lineHeight))
	for range 5 {
		row.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, lineHeight/2)})
	}
	if s.list.current != 2 || d.project.Codebook().Version != version {
		t.Fatalf("dragged to %d, version %d", s.list.current, d.project.Codebook().Version)
	}
	row.DragEnd()
	if codes := d.project.Codebook().Lists["count_kind"]; codes[2].Key != "killed" || d.project.Codebook().Version != version+1 {
		t.Errorf("the third is %q in version %d", codes[2].Key, d.project.Codebook().Version)
	}
}

func TestColourOf(t *testing.T) {
	for text, want := range map[string]color.Color{
		"#0aF010": color.NRGBA{R: 0x0a, G: 0xf0, B: 0x10, A: 0xff}, "": color.Transparent, "#12345": color.Transparent, "#12345g": color.Transparent,
	} {
		if got := colourOf(text); got != want {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
}

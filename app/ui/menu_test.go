package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// menuWithLog shows a menu whose items note their names.
func menuWithLog(w fyne.Window, at fyne.Position, log *string) *Menu {
	item := func(label string) MenuItem {
		return MenuItem{Label: label, OnTapped: func() { *log += label }}
	}
	off := item("off")
	off.Disabled = true
	ticked := item("c")
	ticked.Checked = true
	return ShowMenu(w, at, []MenuItem{off, item("a"), item("b"), {Separator: true}, off, ticked})
}

func TestMenuKeys(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"Down Enter", "a"},
		{"Down Down Down Enter", "c"},
		{"Down Down Down Down Enter", "a"},
		{"Up Enter", "c"},
		{"End Up Enter", "b"},
		{"End Home Enter", "a"},
		{"Enter Down Enter", "a"},
		{"Down Esc", ""},
	} {
		newApp(t)
		e := NewEntry(EntryOptions{})
		w := newWindow(t, e, fyne.NewSize(500, 400))
		w.Canvas().Focus(e)
		log := ""
		m := menuWithLog(w, fyne.NewPos(10, 10), &log)
		press(t, w.Canvas(), strings.Fields(c.keys)...)
		if log != c.want || m.Open() || w.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: took %q, open %v; want %q", c.keys, log, m.Open(), c.want)
		}
		if w.Canvas().Focused() != fyne.Focusable(e) || !e.Focused() {
			t.Errorf("%s: the focus is not where it was", c.keys)
		}
	}
}

func TestMenuMouse(t *testing.T) {
	newApp(t)
	w := newWindow(t, NewEntry(EntryOptions{}), fyne.NewSize(500, 400))
	log := ""
	point := func(m *Menu, item int) *fyne.PointEvent {
		pos, _ := m.frame(m.Size())
		tops, _ := m.tops()
		return &fyne.PointEvent{Position: pos.AddXY(20, menuPad+tops[item]+4)}
	}
	m := menuWithLog(w, fyne.NewPos(100, 100), &log)
	m.MouseMoved(&desktop.MouseEvent{PointEvent: *point(m, 2)})
	if m.current != 2 {
		t.Errorf("the mouse is on item 2, highlighted is %d", m.current)
	}
	m.MouseMoved(&desktop.MouseEvent{PointEvent: *point(m, 0)})
	m.Tapped(point(m, 0))
	m.Tapped(point(m, 3))
	if m.current != -1 || !m.Open() || log != "" {
		t.Errorf("what cannot be taken: highlighted %d, open %v, took %q", m.current, m.Open(), log)
	}
	m.Tapped(point(m, 5))
	if log != "c" || m.Open() {
		t.Errorf("took %q, open %v; want c", log, m.Open())
	}
	for _, beside := range []func(*Menu){
		func(m *Menu) { m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)}) },
		func(m *Menu) { m.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(5, 5)}) },
	} {
		m := menuWithLog(w, fyne.NewPos(100, 100), &log)
		if beside(m); m.Open() || log != "c" {
			t.Errorf("after a click beside it: open %v, took %q", m.Open(), log)
		}
	}
}

func TestMenuStaysInWindow(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		for _, window := range []fyne.Size{{Width: 500, Height: 400}, {Width: 120, Height: 90}} {
			for _, at := range []fyne.Position{{X: 0, Y: 0}, {X: 250, Y: 200}, {X: 499, Y: 399}, {X: 0, Y: 399}} {
				newApp(t)
				useTheme(func(th *Theme) { th.SetRightToLeft(rtl) })
				w := newWindow(t, NewEntry(EntryOptions{}), window)
				log := ""
				m := menuWithLog(w, at, &log)
				pos, size := m.frame(m.Size())
				if pos.X < 0 || pos.Y < 0 || pos.X+size.Width > window.Width || pos.Y+size.Height > window.Height {
					t.Errorf("rtl %v, at %v: %v, %v in a window of %v", rtl, at, pos, size, window)
				}
				if window.Width == 500 && at.X == 250 && (pos.X < at.X) != rtl {
					t.Errorf("rtl %v: opened at x %.0f from %.0f", rtl, pos.X, at.X)
				}
				press(t, w.Canvas(), "End")
				top, _ := m.tops()
				if y := top[5] - m.offset; y < 0 || y+ControlHeight > size.Height-2*menuPad+1 {
					t.Errorf("window %v: the last item is at %.0f of %.0f", window, y, size.Height)
				}
			}
		}
	}
}

func TestEntryMenu(t *testing.T) {
	labels := &MenuLabels{"undo", "redo", "cut", "copy", "paste", "delete", "all"}
	for _, c := range []struct {
		name, text, clipboard string
		disabled              bool
		want                  string // the items that can be taken
	}{
		{"empty", "|", "", false, ""},
		{"empty, something to paste", "|", "x", false, "paste"},
		{"text", "ab|", "", false, "all"},
		{"selection", "[a|b", "x", false, "cut copy paste delete all"},
		{"disabled", "[a|b", "x", true, "copy all"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, w := focusedEntry(t, EntryOptions{})
			useTheme(func(th *Theme) { th.SetMenuLabels(labels) })
			fyne.CurrentApp().Clipboard().SetContent(c.clipboard)
			setMarked(e, c.text)
			if c.disabled {
				e.Disable()
			}
			press(t, w.Canvas(), "Menu")
			m, ok := w.Canvas().Overlays().Top().(*Menu)
			if !ok {
				t.Fatal("the Menu key opens no menu")
			}
			var got []string
			for _, item := range m.items {
				if item.takes() {
					got = append(got, item.Label)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("can be taken: %q, want %q", got, c.want)
			}
		})
	}
}

func TestEntryMenuActs(t *testing.T) {
	e, w := focusedEntry(t, EntryOptions{})
	useTheme(func(th *Theme) {
		th.SetMenuLabels(&MenuLabels{"undo", "redo", "cut", "copy", "paste", "delete", "all"})
	})
	for _, c := range []struct{ before, item, after string }{
		{"[ab| c", "cut", "| c"},
		{"a| c", "paste", "aab| c"},
		{"[a|b", "delete", "|b"},
		{"a|b", "all", "[ab|"},
	} {
		setMarked(e, c.before)
		press(t, w.Canvas(), "S-F10")
		m := w.Canvas().Overlays().Top().(*Menu)
		for i, item := range m.items {
			if item.Label == c.item {
				m.take(i)
			}
		}
		if got := marked(e); got != c.after {
			t.Errorf("%s on %q: %q, want %q", c.item, c.before, got, c.after)
		}
	}
	press(t, w.Canvas(), "Delete", "S-F10", "Down", "Enter")
	if e.Text() != "ab" {
		t.Errorf("undo from the menu: %q", e.Text())
	}
}

func TestEntrySecondaryClick(t *testing.T) {
	e, w := focusedEntry(t, EntryOptions{})
	click := func(offset int) {
		x := e.view.clip.Position().X + e.view.origin().X + float32(e.edit.lines.X(caretAt(offset)))*SizeInterface
		test.TapSecondaryAt(e, fyne.NewPos(x, 16))
	}
	setMarked(e, "one [two| three")
	click(6)
	if got := marked(e); got != "one [two| three" {
		t.Errorf("a click on the selection: %q", got)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("a menu without words")
	}
	asked := false
	e.OnMenu = func(fyne.Position) { asked = true }
	useTheme(func(th *Theme) { th.SetMenuLabels(&MenuLabels{}) })
	click(11)
	if got := marked(e); got != "one two thr|ee" {
		t.Errorf("a click beside the selection: %q", got)
	}
	if !asked || w.Canvas().Overlays().Top() != nil {
		t.Errorf("the owner's menu: asked %v, ours %v", asked, w.Canvas().Overlays().Top())
	}
}

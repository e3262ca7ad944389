package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// tooltipWindow has a row of icon buttons at the bottom of a window.
func tooltipWindow(t *testing.T, c *clock) (*Tooltips, []*Button, fyne.Window) {
	t.Helper()
	var buttons []*Button
	row := NewRow(Step)
	for _, name := range []string{"undo", "redo"} {
		b := NewButton("", Quiet, nil)
		b.SetIcon(theme.ContentUndoIcon())
		b.SetTooltip(name, "Ctrl+Z")
		buttons = append(buttons, b)
		row.Add(b)
	}
	layer := NewTooltips(c.runner())
	page := NewColumn(0, row, Expand(NewEntry(EntryOptions{})))
	w := newWindow(t, container.NewStack(page, layer), fyne.NewSize(300, 200))
	return layer, buttons, w
}

func TestTooltipComesAndGoes(t *testing.T) {
	for _, c := range []struct {
		name  string
		leave func(b *Button, w fyne.Window)
	}{
		{"leave", func(b *Button, _ fyne.Window) { b.MouseOut() }},
		{"press", func(b *Button, _ fyne.Window) { b.MouseDown(nil) }},
		{"key", func(b *Button, w fyne.Window) { w.Canvas().Focus(b); press(t, w.Canvas(), "F2") }},
		{"typed", func(_ *Button, w fyne.Window) { w.Canvas().FocusPrevious(); press(t, w.Canvas(), "x") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			newApp(t)
			timer := &clock{}
			layer, buttons, w := tooltipWindow(t, timer)
			buttons[0].MouseIn(nil)
			if layer.Shown() != "" {
				t.Error("shown at once")
			}
			c.leave(buttons[0], w)
			if timer.fire(); layer.Shown() != "" {
				t.Error("shown although it ended before its time")
			}
			buttons[1].MouseIn(nil)
			if timer.fire(); layer.Shown() != "redo" {
				t.Fatalf("after its time: %q", layer.Shown())
			}
			if c.leave(buttons[1], w); layer.Shown() != "" {
				t.Errorf("still there: %q", layer.Shown())
			}
		})
	}
}

func TestTooltipStaysInWindow(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		newApp(t)
		useTheme(func(th *Theme) { th.SetRightToLeft(rtl) })
		timer := &clock{}
		layer, buttons, w := tooltipWindow(t, timer)
		for _, text := range []string{"x", strings.Repeat("long words ", 20)} {
			buttons[0].SetTooltip(text, "F1")
			buttons[0].MouseIn(nil)
			timer.fire()
			r := test.WidgetRenderer(layer).(*tooltipRenderer)
			pos, size := r.panel.Position(), r.panel.Size()
			if pos.X < 0 || pos.X+size.Width > 300 || pos.Y < buttons[0].Size().Height || size.Width < 20 {
				t.Errorf("rtl %v: %v, %v", rtl, pos, size)
			}
			w.Resize(fyne.NewSize(300, 50)) // no room under the button
			if layer.Refresh(); r.panel.Position().Y > 0 {
				t.Errorf("without room below: at %v", r.panel.Position())
			}
			w.Resize(fyne.NewSize(300, 200))
			layer.Dismiss()
		}
	}
}

// TestTooltipOfOtherWidgets is for those of other packages.
func TestTooltipOfOtherWidgets(t *testing.T) {
	newApp(t)
	timer := &clock{}
	layer, _, w := tooltipWindow(t, timer)
	chip := NewChip("x", ToneActor)
	w.Content().(*fyne.Container).Objects[0].(*fyne.Container).Add(chip)
	OfferTooltip(chip, "", "F1")
	if timer.fire(); layer.Shown() != "" {
		t.Errorf("no words are shown as %q", layer.Shown())
	}
	OfferTooltip(chip, "what it does", "F1")
	if timer.fire(); layer.Shown() != "what it does" {
		t.Errorf("shown: %q", layer.Shown())
	}
	if HideTooltip(chip); layer.Shown() != "" {
		t.Errorf("still there: %q", layer.Shown())
	}
}

func TestIconButtonIsCalledByItsTooltip(t *testing.T) {
	newApp(t)
	b := NewButton("", Quiet, nil)
	b.SetTooltip("Undo", "Ctrl+Z")
	if b.AccessibilityLabel() != "Undo" {
		t.Errorf("called %q", b.AccessibilityLabel())
	}
}

// TestTooltipLateTimer has a timer that has fired before it was stopped.
func TestTooltipLateTimer(t *testing.T) {
	newApp(t)
	timer := &clock{}
	layer, buttons, _ := tooltipWindow(t, timer)
	after := layer.runner.After
	layer.runner.After = func(d time.Duration, f func()) func() {
		after(d, f)
		return func() {}
	}
	buttons[0].MouseIn(nil)
	buttons[0].MouseOut()
	if timer.fire(); layer.Shown() != "" {
		t.Errorf("shown after the mouse has left: %q", layer.Shown())
	}
}

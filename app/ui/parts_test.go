package ui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// clock is a runner whose timers fire when the test says so.
type clock struct{ waiting []func() }

func (c *clock) runner() Runner {
	now := func(f func()) { f() }
	return Runner{Go: now, Do: now, After: func(_ time.Duration, f func()) func() {
		stopped := false
		c.waiting = append(c.waiting, func() {
			if !stopped {
				f()
			}
		})
		return func() { stopped = true }
	}}
}

func (c *clock) fire() {
	for _, f := range c.waiting {
		f()
	}
	c.waiting = nil
}

func TestNotices(t *testing.T) {
	newApp(t)
	c := &clock{}
	n := NewNotices(c.runner())
	newWindow(t, n, fyne.NewSize(600, 400))
	acted := false
	n.Notify(Notice{Kind: Info, Text: "saved"})
	n.Notify(Notice{Kind: Failure, Text: "disk full", Action: "again", OnAction: func() { acted = true }})
	n.Notify(Notice{Kind: Warning, Text: "slow"})
	c.fire()
	if got := n.Texts(); !slices.Equal(got, []string{"disk full"}) {
		t.Fatalf("after their time: %q, want only the failure", got)
	}
	test.Tap(n.shown[0].action)
	if !acted || len(n.Texts()) != 0 {
		t.Errorf("action called %v, left %q", acted, n.Texts())
	}
	for _, text := range []string{"a", "b", "c", "d", "e"} {
		n.Notify(Notice{Kind: Failure, Text: text})
	}
	n.Notify(Notice{Text: "f"})
	if got := strings.Join(n.Texts(), ""); got != "bcde" && got != "bcdef" {
		t.Errorf("of six messages %q are shown", got)
	}
	if !n.Dismiss() || len(n.Texts()) != 3 {
		t.Errorf("after dismissing one: %q", n.Texts())
	}
}

func TestDialogAnswers(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want string
	}{
		{"enter takes the default", []string{"Enter"}, "delete"},
		{"space takes what has the focus", []string{" "}, "delete"},
		{"esc takes cancel", []string{"Esc"}, "keep"},
		{"the default stands last", []string{"Tab", "Enter"}, "keep"},
		{"others stand before it", []string{"S-Tab", "Enter"}, "other"},
		{"cancel stands first", []string{"S-Tab", "S-Tab", "Enter"}, "keep"},
	} {
		t.Run(c.name, func(t *testing.T) {
			newApp(t)
			w := newWindow(t, NewEntry(EntryOptions{}), fyne.NewSize(500, 300))
			answer := ""
			say := func(s string) func() { return func() { answer += s } }
			d := ShowDialog(w, DialogOptions{Title: "حذف 12 بطاقة؟", Text: strings.Repeat("text ", 30), Buttons: []DialogButton{
				{Label: "Keep", Cancel: true, OnTapped: say("keep")},
				{Label: "Delete", Kind: Primary, Default: true, OnTapped: say("delete")},
				{Label: "Other", OnTapped: say("other")},
			}})
			press(t, w.Canvas(), c.keys...)
			if answer != c.want || d.Open() || w.Canvas().Overlays().Top() != nil {
				t.Errorf("answer %q, open %v; want %q", answer, d.Open(), c.want)
			}
		})
	}
}

func TestDialogStaysInWindow(t *testing.T) {
	newApp(t)
	w := newWindow(t, NewEntry(EntryOptions{}), fyne.NewSize(260, 200))
	last := NewButton("last", Plain, nil)
	d := ShowDialog(w, DialogOptions{
		Title: "t", Text: strings.Repeat("long text ", 100), Content: last, Buttons: []DialogButton{{Label: "OK"}},
	})
	r := test.WidgetRenderer(d).(*dialogRenderer)
	pos, size := r.panel.Position(), r.panel.Size()
	if pos.X < 0 || pos.Y < 0 || pos.X+size.Width > 260 || pos.Y+size.Height > 200 {
		t.Errorf("panel at %v, size %v, in a window of 260 by 200", pos, size)
	}
	if end := d.row.Position().Y + d.row.Size().Height; end != pos.Y+size.Height-dialogPad {
		t.Errorf("the buttons end at %v, in a panel that ends at %v", end, pos.Y+size.Height)
	}
	if w.Canvas().Focus(last); d.middle.Offset() == 0 {
		t.Error("what is focused below the edge is not scrolled into sight")
	}
}

func TestBackground(t *testing.T) {
	failure := errors.New("unreadable")
	for _, c := range []struct {
		name string
		err  error
	}{{"result", nil}, {"error", failure}} {
		t.Run(c.name, func(t *testing.T) {
			newApp(t)
			w := newWindow(t, NewEntry(EntryOptions{}), fyne.NewSize(400, 300))
			calls := 0
			BackgroundWith(InlineRunner(), w, "importing", "cancel",
				func(_ context.Context, progress func(done, total int)) (int, error) {
					progress(1, 2)
					return 7, c.err
				}, func(n int, err error) {
					calls++
					if n != 7 || !errors.Is(err, c.err) {
						t.Errorf("done with %d, %v", n, err)
					}
				})
			if calls != 1 || w.Canvas().Overlays().Top() != nil {
				t.Errorf("done was called %d times, overlay %v", calls, w.Canvas().Overlays().Top())
			}
		})
	}
}

func TestBackgroundShowsProgressAndCancels(t *testing.T) {
	newApp(t)
	w := newWindow(t, NewEntry(EntryOptions{}), fyne.NewSize(400, 300))
	c := &clock{}
	var got error
	BackgroundWith(c.runner(), w, "importing", "cancel", func(ctx context.Context, progress func(done, total int)) (int, error) {
		if w.Canvas().Overlays().Top() != nil {
			t.Error("a dialog is shown at once")
		}
		c.fire()
		d, ok := w.Canvas().Overlays().Top().(*Dialog)
		if !ok {
			t.Fatal("no dialog after the delay")
		}
		time.Sleep(progressEvery)
		progress(1, 4)
		bar := d.options.Content.(*fyne.Container).Objects[0].(*ProgressBar)
		if bar.Value() != 0.25 {
			t.Errorf("bar at %v, want 0.25", bar.Value())
		}
		press(t, w.Canvas(), "Enter")
		return 0, ctx.Err()
	}, func(_ int, err error) { got = err })
	if !errors.Is(got, context.Canceled) || w.Canvas().Overlays().Top() != nil {
		t.Errorf("after cancelling: %v, overlay %v", got, w.Canvas().Overlays().Top())
	}
}

func TestControlsReactToKeysAndClicks(t *testing.T) {
	newApp(t)
	count := 0
	act := func() { count++ }
	button := NewButton("Import", Plain, act)
	chip := NewChip("SDF", ToneActor)
	chip.SetOnTapped(act)
	card := NewCard(canvas.NewRectangle(nil))
	card.OnTapped = act
	w := newWindow(t, NewColumn(8, button, chip, card), fyne.NewSize(300, 300))
	for _, o := range []interface {
		fyne.Tappable
		fyne.Focusable
		fyne.Disableable
		fyne.CanvasObject
	}{button, chip, card} {
		count = 0
		if size := o.Size(); size.Height < 24 || o.MinSize().Height < 24 {
			t.Errorf("%T is %v", o, size)
		}
		w.Canvas().Focus(o)
		press(t, w.Canvas(), "Enter", " ")
		test.Tap(o)
		if count != 3 {
			t.Errorf("%T reacted to %d of Enter, Space and a click", o, count)
		}
		o.Disable()
		test.Tap(o)
		if count != 3 {
			t.Errorf("%T reacts while disabled", o)
		}
	}
}

func TestChipRemoves(t *testing.T) {
	newApp(t)
	removed, tapped := 0, 0
	chip := NewChip("SDF", ToneActor)
	chip.SetOnTapped(func() { tapped++ })
	chip.SetOnRemove(func() { removed++ })
	w := newWindow(t, NewRow(0, chip), fyne.NewSize(300, 60))
	test.TapAt(chip, fyne.NewPos(chip.Size().Width-8, 16))
	w.Canvas().Focus(chip)
	press(t, w.Canvas(), "Delete")
	test.TapAt(chip, fyne.NewPos(8, 16))
	if removed != 2 || tapped != 1 {
		t.Errorf("removed %d times, tapped %d times; want 2 and 1", removed, tapped)
	}
}

func TestKeysNobodyUsesReachTheCanvas(t *testing.T) {
	newApp(t)
	button := NewButton("Import", Plain, nil)
	entry := NewEntry(EntryOptions{})
	w := newWindow(t, NewColumn(8, button, entry), fyne.NewSize(300, 200))
	var got []string
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { got = append(got, string(ev.Name)) })
	w.Canvas().Focus(button)
	press(t, w.Canvas(), "F2")
	w.Canvas().Focus(entry)
	press(t, w.Canvas(), "F2", "Z")
	if strings.Join(got, ",") != "F2,F2" {
		t.Errorf("the canvas saw %q, want F2 twice", got)
	}
	ShowDialog(w, DialogOptions{Title: "t", Buttons: []DialogButton{{Label: "OK"}}})
	press(t, w.Canvas(), "F2")
	if len(got) != 2 {
		t.Errorf("a key reached the program under a dialog: %q", got)
	}
}

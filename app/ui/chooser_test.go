package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func actors() []Choice {
	return []Choice{
		{Key: "isis", Label: "تنظيم الدولة الإسلامية", Detail: "جماعة مسلحة", Aliases: []string{"داعش", "ISIS", "Islamic State"}},
		{Key: "sdf", Label: "قوات سوريا الديمقراطية", Aliases: []string{"قسد", "SDF"}},
		{Key: "sohr", Label: "المرصد السوري لحقوق الإنسان", Aliases: []string{"SOHR"}},
		{Key: "civilians", Label: "مدنيون", Recent: true},
		{Key: "saa", Label: "الجيش السوري", Aliases: []string{"SAA"}},
	}
}

func TestChoiceSearch(t *testing.T) {
	x := newChoiceIndex(actors())
	for _, c := range []struct {
		name, filter, want string
		equal              bool
	}{
		{"nothing typed, recent first", "", "civilians isis sdf sohr saa", false},
		{"prefix of the label", "قوات", "sdf", false},
		{"prefix of another name before the inside", "s", "sdf sohr saa civilians isis", false},
		{"a later word", "السوري", "sohr saa", false},
		{"hamza does not matter", "الاسلامية", "isis", false},
		{"vowel marks do not matter", "داعِش", "isis", true},
		{"other language, lower case", "islamic", "isis", false},
		{"equal to another name", "SDF", "sdf", true},
		{"detail comes last", "مسلحة", "isis", false},
		{"nothing", "zz", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, equal := x.search(c.filter)
			var keys []string
			for _, i := range found {
				keys = append(keys, x.choices[i].Key)
			}
			if got := strings.Join(keys, " "); got != c.want || equal != c.equal {
				t.Errorf("search(%q) = %q, %v; want %q, %v", c.filter, got, equal, c.want, c.equal)
			}
		})
	}
}

func TestChoiceRank(t *testing.T) {
	for _, c := range []struct {
		choice Choice
		want   int
	}{
		{Choice{Label: "هجين"}, rankEqual},
		{Choice{Label: "Hajin", Aliases: []string{"هجين"}}, rankEqual},
		{Choice{Label: "هجين البلدة"}, rankPrefix},
		{Choice{Label: "Hajin", Aliases: []string{"هجين البلدة"}}, rankOther},
		{Choice{Label: "مخيم هجين"}, rankWord},
		{Choice{Label: "لهجين"}, rankInside},
		{Choice{Label: "البحرة", Detail: "ناحية هجين"}, rankDetail},
		{Choice{Label: "البحرة"}, noMatch},
	} {
		x := newChoiceIndex([]Choice{c.choice})
		x.fold()
		if got := x.folded[0].rank(foldText("هجين")); got != c.want {
			t.Errorf("rank of %+v is %d, want %d", c.choice, got, c.want)
		}
	}
}

// shownChooser shows a chooser between two others and gives it the focus.
func shownChooser(t *testing.T, options ChooserOptions, choices []Choice) (*Chooser, fyne.Window) {
	t.Helper()
	newApp(t)
	c := NewChooser(options, choices)
	other := NewEntry(EntryOptions{})
	w := newWindow(t, NewPad(20, 20, NewColumn(8, c, other)), fyne.NewSize(420, 420))
	w.Canvas().Focus(c)
	return c, w
}

func TestChooserKeys(t *testing.T) {
	single := ChooserOptions{}
	optional := ChooserOptions{ClearLabel: "none"}
	multiple := ChooserOptions{Multiple: true}
	for _, c := range []struct {
		name    string
		options ChooserOptions
		picked  []string
		keys    []string
		want    string
		open    bool
	}{
		{"type and take", single, nil, []string{"قسد", "Enter"}, "sdf", false},
		{"down opens at the first", single, nil, []string{"Down", "Enter"}, "civilians", false},
		{"down moves", single, nil, []string{"Down", "Down", "Enter"}, "isis", false},
		{"opens at the value", single, []string{"sohr"}, []string{"Enter", "Up", "Enter"}, "sdf", false},
		{"page down goes to the last", single, nil, []string{"Enter", "PageDown", "Enter"}, "saa", false},
		{"space opens without a letter", single, nil, []string{" ", "Enter"}, "civilians", false},
		{"esc leaves the value", single, []string{"sdf"}, []string{"isis", "Esc"}, "sdf", false},
		{"tab takes what was typed", single, nil, []string{"SOHR", "Tab"}, "sohr", false},
		{"tab without typing leaves", single, []string{"sdf"}, []string{"Enter", "Down", "Tab"}, "sdf", false},
		{"the clear row", optional, []string{"sdf"}, []string{"Enter", "Up", "Up", "Up", "Enter"}, "", false},
		{"delete clears an optional field", optional, []string{"sdf"}, []string{"Delete"}, "", false},
		{"delete keeps a field that needs a value", single, []string{"sdf"}, []string{"Delete"}, "sdf", false},
		{"several, in order", multiple, nil, []string{"sohr", "Enter", "isis", "Enter"}, "sohr isis", false},
		{"backspace takes the last", multiple, []string{"sohr", "isis"}, []string{"Backspace"}, "sohr", false},
		{"backspace in the empty filter", multiple, []string{"sohr", "isis"}, []string{"Enter", "Backspace"}, "sohr", true},
		{"backspace in the filter", multiple, []string{"sohr"}, []string{"x", "Backspace"}, "sohr", true},
		{"taken again goes away", multiple, []string{"sohr", "isis"}, []string{"sohr", "Enter"}, "isis", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			chooser, w := shownChooser(t, c.options, actors())
			chooser.SetPicked(c.picked...)
			told := c.picked
			chooser.OnPicked = func(keys []string) { told = keys }
			press(t, w.Canvas(), c.keys...)
			if got := strings.Join(chooser.Picked(), " "); got != c.want {
				t.Errorf("picked %q, want %q", got, c.want)
			}
			if !slices.Equal(told, chooser.Picked()) {
				t.Errorf("OnPicked told %q, picked are %q", told, chooser.Picked())
			}
			if chooser.IsOpen() != c.open {
				t.Errorf("open %v, want %v", chooser.IsOpen(), c.open)
			}
		})
	}
}

func TestChooserCreates(t *testing.T) {
	chooser, w := shownChooser(t, ChooserOptions{CreateLabel: func(text string) string { return "new: " + text }}, actors())
	var created string
	chooser.OnCreate = func(text string) { created = text }
	press(t, w.Canvas(), "داعش")
	if n := chooser.list.count(); n != 1 {
		t.Errorf("%d rows for an existing name, want only that", n)
	}
	press(t, w.Canvas(), " الجديد")
	label, _, _, _ := chooser.list.rowText(0)
	press(t, w.Canvas(), "Enter")
	if label != "new: داعش الجديد" || created != "داعش الجديد" {
		t.Errorf("row %q made %q", label, created)
	}
}

func TestChooserFocus(t *testing.T) {
	chooser, w := shownChooser(t, ChooserOptions{}, actors())
	press(t, w.Canvas(), "Enter", "Enter")
	if w.Canvas().Focused() != fyne.Focusable(chooser) {
		t.Error("after taking a value the focus is not on the field")
	}
	press(t, w.Canvas(), "قسد", "Tab")
	if _, ok := w.Canvas().Focused().(*Entry); !ok || w.Canvas().Overlays().Top() != nil {
		t.Errorf("Tab went to %T with an overlay %v, want the next field", w.Canvas().Focused(), w.Canvas().Overlays().Top())
	}
}

func TestChooserMouse(t *testing.T) {
	chooser, w := shownChooser(t, ChooserOptions{}, actors())
	test.Tap(chooser)
	rows := chooser.list.rows
	test.TapAt(rows, fyne.NewPos(30, rowsPad+rowHeight*2.5))
	if got := chooser.Picked(); !slices.Equal(got, []string{"sdf"}) {
		t.Errorf("a click on the third row picked %q", got)
	}
	test.Tap(chooser)
	test.TapCanvas(w.Canvas(), fyne.NewPos(410, 410))
	if chooser.IsOpen() {
		t.Error("a click beside the list leaves it open")
	}
	chooser.Disable()
	test.Tap(chooser)
	if chooser.IsOpen() {
		t.Error("a disabled chooser opens")
	}
}

func TestChooserStaysInWindow(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		newApp(t)
		c := NewChooser(ChooserOptions{}, manyChoices(100))
		w := newWindow(t, NewColumn(0, Spring(), NewRow(0, Spring(), c)), fyne.NewSize(300, 260))
		if rtl {
			mirror(t)
		}
		w.Canvas().Focus(c)
		press(t, w.Canvas(), "Enter")
		pos, size := c.list.rows.Position(), c.list.rows.Size()
		if pos.X < 0 || pos.Y < 0 || pos.X+size.Width > 300 || pos.Y+size.Height > 260 || size.Height < 2*rowHeight {
			t.Errorf("rtl %v: list at %v, size %v, in a window of 300 by 260", rtl, pos, size)
		}
	}
}

func manyChoices(n int) []Choice {
	choices := make([]Choice, n)
	for i := range choices {
		choices[i] = Choice{Key: fmt.Sprint("k", i), Label: fmt.Sprint("بلدة رقم ", i), Aliases: []string{fmt.Sprint("town ", i)}}
	}
	return choices
}

func TestChooserManyChoices(t *testing.T) {
	chooser, w := shownChooser(t, ChooserOptions{}, manyChoices(50_000))
	press(t, w.Canvas(), "t", "own 4999", "PageDown", "Up")
	if n := len(test.WidgetRenderer(chooser.list.rows).(*rowListRenderer).views); n > maxRows+2 {
		t.Errorf("%d rows were built, want only those in sight", n)
	}
}

// TestListHoverIsNotTheHighlight moves the mouse over an open list: Enter still
// takes what the keys are at, a click what the mouse is on.
func TestListHoverIsNotTheHighlight(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		newApp(t)
		useTheme(func(th *Theme) { th.SetRightToLeft(rtl) })
		c := NewChooser(ChooserOptions{}, actors())
		w := newWindow(t, NewColumn(0, c), fyne.NewSize(500, 400))
		c.Open("")
		rows := c.list.rows
		r := test.WidgetRenderer(rows).(*rowListRenderer)
		rows.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(30, rowsPad+2*rowHeight+5)}})
		if rows.current != 0 || rows.hovered != 2 || r.views[2].back.Hidden || !r.views[0].back.Hidden {
			t.Errorf("highlighted %d, under the mouse %d", rows.current, rows.hovered)
		}
		if r.views[2].back.FillColor == r.mark.fill.FillColor {
			t.Error("hover and highlight look the same")
		}
		bar, fill := r.mark.bar, r.mark.fill
		if atRight := bar.Position().X > fill.Position().X; atRight != rtl || bar.Size().Width != 3 || bar.Hidden {
			t.Errorf("rtl %v: bar at %v of %v, width %.0f", rtl, bar.Position(), fill.Position(), bar.Size().Width)
		}
		rows.MouseOut()
		if rows.hovered != -1 || !r.views[2].back.Hidden {
			t.Error("still marked after the mouse has left")
		}
		press(t, w.Canvas(), "Enter")
		if got := c.Picked(); len(got) != 1 || got[0] != "civilians" {
			t.Errorf("Enter took %q", got)
		}
	}
}

package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hashiya/app/settings"
	"hashiya/model"
)

// listener is a screen that notes which commands reach it.
type listener struct{ got []commandID }

func (*listener) content() fyne.CanvasObject { return container.NewWithoutLayout() }
func (*listener) shown()                     {}
func (l *listener) do(id commandID) bool     { l.got = append(l.got, id); return true }

func TestEveryKeyOfTheScreensCommands(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	a, l := d.work(), &listener{}
	entry := d.row("value").field.focusable()
	focus := map[string]fyne.Focusable{
		"article": a.reader, "entry": entry, "chooser": d.row("kind").field.focusable(), "button": a.submit, "search": d.frame.search, "nothing": nil,
	}
	for _, c := range commands() {
		if c.run != nil {
			continue
		}
		if len(c.keys) == 0 {
			t.Errorf("%s has no key", c.id)
		}
		if !a.do(c.id) {
			t.Errorf("%s does nothing beside an article", c.id)
		}
		for o := d.window.canvas.Overlays(); o.Top() != nil; o.Remove(o.Top()) { // questions
		}
		d.show(a)
		for where, f := range focus {
			for _, keys := range c.keys {
				d.focus(f)
				d.program.screen, l.got = l, nil
				d.press(keys)
				if !slices.Equal(l.got, []commandID{c.id}) {
					t.Errorf("%s with the focus on the %s runs %q, want %s", keys, where, l.got, c.id)
				}
				d.program.screen = a
			}
		}
	}
}

// effects are what the program's own commands can be told by.
var effects = map[commandID]func(*desk) bool{
	"library":    func(d *desk) bool { _, is := d.screen.(*libraryScreen); return is },
	"searchAll":  func(d *desk) bool { return d.focused() == fyne.Focusable(d.frame.search) },
	"import":     func(d *desk) bool { return d.window.canvas.Overlays().Top() != nil },
	"export":     func(d *desk) bool { return d.window.canvas.Overlays().Top() != nil },
	"help":       func(d *desk) bool { return d.window.canvas.Overlays().Top() != nil },
	"codebook":   func(d *desk) bool { return shows[*codebookScreen](d.program) },
	"entities":   func(d *desk) bool { return shows[*entityScreen](d.program) },
	"guidelines": func(d *desk) bool { return shows[*guidelinesScreen](d.program) },
	"open":       func(d *desk) bool { _, is := d.screen.(*startScreen); return is },
	"saved":      func(d *desk) bool { return slices.Contains(d.notices.Texts(), d.words.T("saved.why")) },
	"commands":   func(d *desk) bool { return d.window.canvas.Overlays().Top() != nil },
	"settings":   func(d *desk) bool { return d.window.canvas.Overlays().Top() != nil },
	"theme":      func(d *desk) bool { return d.kept.Theme == settings.ThemeLight },
	"language":   func(d *desk) bool { return d.words.Language() == "ar" },
	"fullScreen": func(d *desk) bool { return d.window.FullScreen() },
}

func TestEveryKeyOfTheProgramsCommands(t *testing.T) {
	for _, c := range commands() {
		if c.run == nil {
			continue
		}
		for _, keys := range c.keys {
			for _, field := range []bool{false, true} {
				d := newTestProgram(t)
				if field {
					d.focus(d.work().form.facts.first())
				}
				if effects[c.id](d) {
					t.Fatalf("%s has its effect before it runs", c.id)
				}
				d.press(keys)
				if !effects[c.id](d) {
					t.Errorf("%s does not run %s (from a field: %v)", keys, c.id, field)
				}
			}
		}
	}
}

func TestKeysAreUnique(t *testing.T) {
	seen := map[string]commandID{}
	for _, c := range commands() {
		for _, keys := range c.keys {
			if other, taken := seen[keys]; taken {
				t.Errorf("%s runs %s and %s", keys, other, c.id)
			}
			seen[keys] = c.id
		}
	}
}

func TestHelpOpensAndCloses(t *testing.T) {
	d := newTestProgram(t)
	d.press("F1")
	d.dialog()
	d.press("Esc")
	if d.window.canvas.Overlays().Top() != nil {
		t.Error("Esc leaves the help open")
	}
	if d.focused() != fyne.Focusable(d.work().reader) {
		t.Errorf("after the help the keyboard is in a %T", d.focused())
	}
}

// controls are what the keyboard must reach beside an article with an open card.
func controls(a *annotateScreen) map[string]fyne.Focusable {
	all := map[string]fyne.Focusable{}
	for i, f := range a.form.facts.fields() {
		all["field of the article "+string(rune('0'+i))] = f.focusable()
	}
	for _, row := range a.form.editor.rows {
		all[row.model.Name] = row.field.focusable() // its mark has a key
	}
	for i, b := range buttonsIn(a.form.editor.content) {
		if !b.Disabled() {
			all["button "+string(rune('0'+i))] = b
		}
	}
	for kind, s := range a.form.sections {
		all["add "+string(kind)] = s.add
		for _, m := range s.chips {
			all["chip of "+string(kind)] = m.chip
		}
		for _, c := range s.cards {
			all["card of "+string(kind)] = c.card
		}
	}
	all["submit"], all["search"] = a.submit, a.program.frame.search
	return all
}

func TestTabVisitsEveryControl(t *testing.T) {
	for _, keys := range []string{"Tab", "Shift+Tab"} {
		d := newTestProgram(t)
		d.label("1", "المرصد")
		d.label("3", "12 عنصراً")
		d.moreFields()
		a := d.work()
		want := controls(a)
		d.focus(a.reader)
		visited := map[fyne.Focusable]bool{}
		for range 300 {
			d.press(keys)
			if d.focused() == fyne.Focusable(a.reader) {
				break
			}
			visited[d.focused()] = true
		}
		if d.focused() != fyne.Focusable(a.reader) {
			t.Fatalf("%s does not lead back to the article", keys)
		}
		for name, f := range want {
			if !visited[f] {
				t.Errorf("%s does not reach %s", keys, name)
			}
		}
	}
}

func TestEscapeLeadsToTheArticle(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	a := d.work()
	for name, f := range controls(a) {
		d.focus(f)
		d.press("Esc")
		if d.focused() != fyne.Focusable(a.reader) {
			t.Errorf("Esc from %s leads to a %T", name, d.focused())
		}
		if a.active == "" {
			t.Fatalf("Esc from %s closes the card too", name)
		}
	}
	d.press("Esc")
	if a.active != "" {
		t.Error("Esc in the article leaves the card open")
	}
	for d.notices.Dismiss() {
	}
	d.tell("done")
	d.press("Esc")
	if len(d.notices.Texts()) != 0 {
		t.Error("Esc does not take the message away")
	}
}

func TestPanes(t *testing.T) {
	d := newTestProgram(t)
	a := d.work()
	d.press("F6")
	if d.focused() != a.form.facts.first() {
		t.Errorf("F6 leads to a %T", d.focused())
	}
	d.press("F6")
	if d.focused() != fyne.Focusable(a.reader) {
		t.Errorf("F6 leads back to a %T", d.focused())
	}
	d.label("3", "12 عنصراً")
	d.press("F6")
	if d.focused() != a.form.editor.first() {
		t.Errorf("with an open card F6 leads to a %T", d.focused())
	}
	// Enter on the words does the same.
	a.open("")
	d.focus(a.reader)
	d.selectWords("عنصراً")
	d.press("Enter")
	if a.form.editor == nil || d.focused() != a.form.editor.first() {
		t.Errorf("Enter on the words leads to a %T", d.focused())
	}
}

func TestArrowsAdjustTheWords(t *testing.T) {
	d := newTestProgram(t)
	id := d.label("3", "12 عنصراً")
	d.label("1", "التنظيم")
	d.work().open(id)
	words := func() model.Span {
		w := d.stored()
		return w.Evidence(id, "", "")[0]
	}
	was := words()
	for _, step := range []struct {
		keys       string
		start, end int
	}{
		{"Ctrl+Alt+Left", 0, 1}, {"Ctrl+Alt+Left", 0, 2}, {"Ctrl+Alt+Right", 0, 1}, {"Ctrl+Alt+Shift+Right", -1, 1}, {"Ctrl+Alt+Shift+Left", 0, 1}, {"Ctrl+Z", -1, 1},
	} {
		d.press(step.keys)
		now := words()
		if now.Start-was.Start != step.start || now.End-was.End != step.end {
			t.Errorf("after %s the words are %q", step.keys, now.Text)
		}
	}
}

func TestSpacePlaysTheEvidence(t *testing.T) {
	d := newTestProgram(t)
	d.label("3", "12 عنصراً")
	d.row("claimed_by")
	d.selectWords("المرصد")
	d.keep(d.work().session.BindField(d.work().active, "claimed_by", 34, 40))
	a := d.work()
	var seen []string
	for range 3 {
		d.press(" ")
		start, end := a.reader.Selection()
		seen = append(seen, a.session.Text(start, end))
	}
	if seen[0] == seen[1] || seen[0] != seen[2] {
		t.Errorf("Space shows %q in turn", seen)
	}
}

func TestZoomIsKept(t *testing.T) {
	d := newTestProgram(t)
	d.press("Ctrl++", "Ctrl+=")
	zoom := d.work().reader.Zoom()
	if kept, _ := d.file.Load(); zoom <= 1.2 || kept.Zoom != zoom {
		t.Errorf("the zoom is %v, the settings hold %v", zoom, kept.Zoom)
	}
	d.press("Ctrl+-", "Ctrl+0")
	if z := d.work().reader.Zoom(); z != 1 {
		t.Errorf("Ctrl+0 leads to %v", z)
	}
}

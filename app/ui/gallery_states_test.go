package ui

import (
	"image"
	"image/draw"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// TestGalleryOfStates draws fields in their states, menus, tooltips and what a
// settings page is made of, in high contrast too, into build/gallery-states.png.
func TestGalleryOfStates(t *testing.T) {
	const width, form, list = 480, 700, 700
	shown := []struct {
		variant       Variant
		rtl, contrast bool
	}{{VariantLight, true, false}, {VariantDark, false, false}, {VariantLight, false, true}, {VariantDark, true, true}}
	all := image.NewNRGBA(image.Rect(0, 0, len(shown)*width, form+list))
	for i, s := range shown {
		app := test.NewTempApp(t)
		th := NewTheme()
		th.SetVariant(s.variant)
		th.SetRightToLeft(s.rtl)
		th.SetHighContrast(s.contrast)
		app.Settings().SetTheme(th)
		l := words(s.rtl)
		w := test.NewWindow(nil)
		w.SetPadded(false)
		timer := &clock{}
		layer := NewTooltips(timer.runner())
		page, pointed := galleryStates(l)
		w.SetContent(container.NewStack(canvas.NewRectangle(theme.Color(ColorWindow)), NewPad(4*Step, 4*Step, page), layer))
		w.Resize(fyne.NewSize(width, form))
		pointed.MouseIn(nil)
		timer.fire()
		galleryMenu(w, l, s.rtl, width)
		at := image.Pt(i*width, 0)
		draw.Draw(all, image.Rectangle{at, at.Add(image.Pt(width, form))}, w.Canvas().Capture(), image.Point{}, draw.Src)
		galleryList(w, l)
		w.Resize(fyne.NewSize(width, list))
		at.Y = form
		draw.Draw(all, image.Rectangle{at, at.Add(image.Pt(width, list))}, w.Canvas().Capture(), image.Point{}, draw.Src)
		w.Close()
	}
	if all.At(2*width+5, 5) == all.At(5, 5) {
		t.Error("high contrast has the usual background")
	}
	writePicture(t, "gallery-states.png", all)
}

// galleryStates is the page, and the button that the mouse is on.
func galleryStates(l words) (fyne.CanvasObject, *Button) {
	field := func(text string) *Entry {
		e := NewEntry(EntryOptions{Placeholder: l.of("اكتب هنا…", "Type here…"), Direction: FirstStrong})
		e.SetText(text)
		return e
	}
	focused := field(l.of("في الحقل 12", "has the focus 12"))
	focused.focused = true
	wrong := field(l.of("ثلاثة", "three"))
	wrong.SetError(l.of("ليس رقماً: اكتب أرقاماً", "not a number: type digits"))
	off := field(l.of("معطّل", "disabled"))
	off.Disable()
	codes := field("قتل\u200f 12\u202e مدنياً\u200b نامه\u200cها \x00\ufeff")
	codes.focused = true
	focused.Refresh()
	codes.Select(9, 14)
	undo, redo, back := NewButton("", Quiet, nil), NewButton("", Quiet, nil), NewButton(l.of("رجوع", "Back"), Plain, nil)
	undo.SetIcon(Mirrored(theme.ContentUndoIcon()))
	redo.SetIcon(Mirrored(theme.ContentRedoIcon()))
	back.SetIcon(Mirrored(theme.NavigateBackIcon()))
	undo.SetTooltip(l.of("تراجع عن آخر تعديل", "Undo the last change"), "Ctrl+Z")
	on, half, not := NewSwitch(l.of("أسهم منطقية", "Logical arrows"), nil), NewSwitch(l.of("تباين عالٍ", "High contrast"), nil), NewSwitch(l.of("معطّل", "Disabled"), nil)
	on.SetOn(true)
	half.focused = true
	not.Disable()
	look := NewSegmented([]Choice{{Key: "l", Label: l.of("فاتح", "Light")}, {Key: "d", Label: l.of("داكن", "Dark")}, {Key: "s", Label: l.of("النظام", "System")}}, nil)
	look.SetPicked("d")
	look.focused, look.under = true, 2
	look.Refresh()
	saved := NewText(l.of("محفوظ ✓ 12:30", "Saved ✓ 12:30"), TextStyle{Size: SizeSmall, Color: ColorSecondary})
	bold := NewText(l.of("محفوظ ✓", "Saved ✓"), TextStyle{Weight: Bold})
	return NewColumn(4*Step,
		NewRow(2*Step, undo, redo, back, Spring(), saved, bold), NewPad(0, 4*Step, Spring()),
		field(""), field(l.of("نص عادي", "plain text")), focused, wrong, off, codes,
		NewRow(6*Step, on, half, not), NewRow(0, look)), undo
}

func galleryMenu(w fyne.Window, l words, rtl bool, width float32) {
	at := fyne.NewPos(40, 500)
	if rtl {
		at.X = width - 40
	}
	m := ShowMenu(w, at, []MenuItem{
		{Label: l.of("تراجع", "Undo"), Hint: "Ctrl+Z", Disabled: true},
		{Separator: true},
		{Label: l.of("قصّ", "Cut"), Hint: "Ctrl+X"},
		{Label: l.of("نسخ", "Copy"), Hint: "Ctrl+C"},
		{Label: l.of("لصق", "Paste"), Hint: "Ctrl+V", Checked: true},
		{Separator: true},
		{Label: l.of("تحديد الكل", "Select all"), Hint: "Ctrl+A"},
	})
	m.move(2, 1)
}

// galleryList opens a long list in a field near the middle of the window.
func galleryList(w fyne.Window, l words) {
	for w.Canvas().Overlays().Top() != nil {
		w.Canvas().Overlays().Remove(w.Canvas().Overlays().Top())
	}
	choices := actors()
	for i := range choices {
		choices[i].Label = l.of(choices[i].Label, strings.ToUpper(choices[i].Key))
	}
	for i := range 30 {
		choices = append(choices, Choice{Key: "n" + string(rune('a'+i)), Label: l.of("جهة أخرى", "Another actor"), Detail: "n" + string(rune('a'+i))})
	}
	one := NewChooser(ChooserOptions{Placeholder: l.of("اختر…", "Choose…"), ClearLabel: l.of("بلا", "none")}, choices)
	one.SetPicked("sdf")
	w.SetContent(container.NewStack(canvas.NewRectangle(theme.Color(ColorWindow)), NewPad(4*Step, 40*Step, NewColumn(2*Step, one))))
	one.Open("")
	one.list.rows.hover(4)
}

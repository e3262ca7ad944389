package ui

import (
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// TestGallery draws every widget, in both languages and both variants, into
// build/gallery.png for people to look at. It checks that the pictures differ.
func TestGallery(t *testing.T) {
	size, low := image.Pt(720, 840), image.Pt(720, 420)
	all := image.NewNRGBA(image.Rect(0, 0, 2*size.X, 2*size.Y+2*low.Y))
	var first image.Image
	for i, shown := range []struct {
		variant Variant
		rtl     bool
	}{{VariantLight, true}, {VariantDark, false}, {VariantDark, true}, {VariantLight, false}} {
		app := test.NewTempApp(t)
		th := NewTheme()
		th.SetVariant(shown.variant)
		th.SetRightToLeft(shown.rtl)
		app.Settings().SetTheme(th)
		w := test.NewWindow(nil)
		gallery(w, shown.rtl, fyne.NewSize(float32(size.X), float32(size.Y)))
		picture := w.Canvas().Capture()
		at := image.Pt((i%2)*size.X, (i/2)*size.Y)
		draw.Draw(all, image.Rectangle{at, at.Add(size)}, picture, image.Point{}, draw.Src)
		galleryOverlay(w, words(shown.rtl), i < 2, fyne.NewSize(float32(low.X), float32(low.Y)))
		at = image.Pt((i%2)*low.X, 2*size.Y+(i/2)*low.Y)
		draw.Draw(all, image.Rectangle{at, at.Add(low)}, w.Canvas().Capture(), image.Point{}, draw.Src)
		w.Close()
		if first == nil {
			first = picture
		} else if first.At(5, 5) == picture.At(5, 5) && shown.variant == VariantDark {
			t.Error("light and dark have the same background")
		}
	}
	writePicture(t, "gallery.png", all)
}

func writePicture(t *testing.T, name string, picture image.Image) {
	t.Helper()
	dir := filepath.Join("..", "..", "build")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
}

// words picks the Arabic or the English of a pair.
type words bool

func (w words) of(arabic, english string) string {
	if w {
		return arabic
	}
	return english
}

func gallery(w fyne.Window, rtl bool, size fyne.Size) {
	l := words(rtl)
	column := NewColumn(3*Step,
		galleryBar(l), galleryActors(l), galleryCard(l), galleryFields(l), galleryText(l))
	notices := NewNotices(InlineRunner())
	w.SetPadded(false)
	background := canvas.NewRectangle(theme.Color(ColorWindow))
	w.SetContent(container.NewStack(background, NewPad(4*Step, 4*Step, column), notices))
	w.Resize(size)
	notices.Notify(Notice{Kind: Info, Text: l.of("حُفظ المقال 12 من 50", "Article 12 of 50 saved")})
	notices.Notify(Notice{
		Kind: Failure, Text: l.of("تعذر حفظ الملف: القرص ممتلئ؛ أفرغ مساحة ثم أعد المحاولة", "The file could not be saved: the disk is full. Free some space and try again"),
		Action: l.of("أعد المحاولة", "Try again"),
	})
}

// galleryOverlay shows an open list, or a dialog, over a smaller window.
func galleryOverlay(w fyne.Window, l words, list bool, size fyne.Size) {
	choices := actors()
	for i := range choices {
		choices[i].Label = l.of(choices[i].Label, strings.ToUpper(choices[i].Key))
	}
	several := NewChooser(ChooserOptions{Multiple: true, Placeholder: l.of("أضف جهة…", "Add an actor…"), Tone: func(string) Tone { return ToneActor }}, choices)
	several.SetPicked("sdf", "sohr")
	w.SetContent(container.NewStack(canvas.NewRectangle(theme.Color(ColorWindow)), NewPad(4*Step, 4*Step, NewColumn(2*Step, several))))
	w.Resize(size)
	if list {
		several.Open("")
		return
	}
	ShowDialog(w, DialogOptions{
		Title: l.of("حذف 12 بطاقة؟", "Delete 12 cards?"),
		Text:  l.of("ستحذف 12 بطاقة من المقال 37 (SOHR)، ويمكن التراجع بـ Ctrl+Z.", "12 cards of article 37 (SOHR) will be deleted. Ctrl+Z brings them back."),
		Buttons: []DialogButton{
			{Label: l.of("إلغاء", "Cancel"), Cancel: true},
			{Label: l.of("حذف", "Delete"), Kind: Primary, Default: true},
		},
	})
}

func galleryBar(l words) fyne.CanvasObject {
	submit := NewButton(l.of("إرسال", "Submit"), Primary, nil)
	submit.SetHint("Ctrl+Enter")
	undo := NewButton("", Quiet, nil)
	undo.SetIcon(theme.ContentUndoIcon())
	list := NewButton("", Quiet, nil)
	list.SetIcon(theme.ListIcon())
	list.SetActive(true)
	search := NewEntry(EntryOptions{Placeholder: l.of("ابحث في المقالات…", "Search articles…"), Direction: FirstStrong})
	bar := NewProgressBar()
	bar.SetValue(0.24)
	off := NewButton(l.of("تصدير…", "Export…"), Plain, nil)
	off.Disable()
	return NewRow(2*Step, NewText(l.of("حاشية", "Hashiya"), TextStyle{Size: 18, Weight: Bold, Color: ColorAccent}),
		bar, Expand(search), undo, list, off, submit)
}

func galleryActors(l words) fyne.CanvasObject {
	head := NewRow(2*Step, NewSwatch(ToneActor), NewText(l.of("الجهات", "Actors"), TextStyle{Weight: Bold}),
		NewText("4", TextStyle{Color: ColorFaint}), Spring(), NewKeycap("1"))
	hot := NewChip(l.of("المرصد", "SOHR"), ToneActor)
	hot.focused = true
	removable := NewChip(l.of("تنظيم الدولة الإسلامية (داعش)", "Islamic State (ISIS)"), ToneActor)
	removable.SetOnRemove(func() {})
	patterned := NewChip(l.of("أكثر من 100 عائلة", "more than 100 families"), ToneCount)
	patterned.SetPatterned(true)
	selected := NewChip(l.of("مخيم نازحي هجين", "Hajin IDP camp"), ToneLocation)
	selected.SetSelected(true)
	keyed := NewChip(l.of("أسلوب", "Tactic"), ToneTactic)
	keyed.SetKeycap("4")
	flow := NewFlow(2*Step, Step, removable, NewRole(l.of("مُبادِر", "initiator")),
		NewChip(l.of("قوات سوريا الديمقراطية", "SDF"), ToneActor), NewRole(l.of("مستهدَف", "target")),
		patterned, selected, keyed, hot, NewChip(l.of("فجر الجمعة", "Friday dawn"), ToneDate))
	signs := NewRow(2*Step, NewSwatch(ToneActor), NewSwatch(ToneLocation), NewSwatch(ToneCount), NewSwatch(ToneTactic), NewSwatch(ToneDate))
	return NewColumn(2*Step, head, NewCard(NewColumn(2*Step, flow, signs)))
}

func galleryCard(l words) fyne.CanvasObject {
	who := NewChooser(ChooserOptions{}, []Choice{{Key: "sdf", Label: l.of("قوات سوريا الديمقراطية", "Syrian Democratic Forces (SDF)")}})
	who.SetPicked("sdf")
	number := NewEntry(EntryOptions{DigitsOnly: true})
	number.SetText("37")
	number.focused = true
	kind := NewChooser(ChooserOptions{Placeholder: l.of("اختر…", "Choose…")}, nil)
	wrong := NewEntry(EntryOptions{})
	wrong.SetText(l.of("قتل 12 مدنياً (SOHR)", "killed 12 (SOHR)"))
	wrong.SetError(l.of("لا رقم في الاقتباس", "the quote has no number"))
	label := func(a, e string) fyne.CanvasObject {
		return NewFixed(64, 0, NewText(l.of(a, e), TextStyle{Color: ColorSecondary, Truncate: true}))
	}
	top := NewRow(3*Step, NewText("37", TextStyle{Size: 24, Weight: Bold, Color: ColorCount}),
		Expand(NewText(l.of("قتلى · 37 من قسد · على يد داعش (ISIS)", "killed · persons · SDF · by ISIS"), TextStyle{Truncate: true})),
		NewChip(l.of("بحسب المرصد السوري", "says SOHR"), ToneCount))
	quote := NewParagraph(l.of("«أوقع 37 قتيلاً في صفوف القوات المدافعة عنه» — الفقرة 1", "«أوقع 37 قتيلاً في صفوف القوات المدافعة عنه» — paragraph 1"),
		ParagraphStyle{Size: SizeSmall, Color: ColorSecondary, Bar: true})
	card := NewCard(NewColumn(2*Step, top,
		fieldRow(label("من", "of whom"), Expand(who), label("الصيغة", "wording"), Expand(kind)),
		fieldRow(label("العدد", "number"), Expand(number), label("المصدر", "said by"), Expand(wrong)), quote))
	card.SetActive(ColorCount)
	return card
}

func fieldRow(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: &Row{Gap: 2 * Step, Top: true}, Objects: objects}
}

func galleryFields(l words) fyne.CanvasObject {
	several := NewChooser(ChooserOptions{Multiple: true, Tone: func(string) Tone { return ToneActor }}, []Choice{
		{Key: "sohr", Label: l.of("المرصد السوري لحقوق الإنسان", "Syrian Observatory (SOHR)")},
		{Key: "isis", Label: l.of("داعش", "ISIS")},
		{Key: "sdf", Label: l.of("قسد", "SDF")},
	})
	several.SetPicked("sohr", "isis", "sdf")
	off := NewEntry(EntryOptions{})
	off.SetText(l.of("معطّل: 15 شخصاً", "disabled: 15 persons"))
	off.Disable()
	note := NewEntry(EntryOptions{Multiline: true, Rows: 3, Direction: FirstStrong})
	note.SetText("قتل 37 عنصراً من قسد (SDF) و58 من داعش في 12/10/2018،\nونسبة 25% أو 10-15 شخصاً.")
	note.focused = true
	note.Select(8, 30)
	return NewColumn(2*Step, several, off, note)
}

func galleryText(l words) fyne.CanvasObject {
	long := NewText(l.of("روايات متضاربة عن هجوم على مخيم للنازحين قرب هجين أوقع 37 قتيلاً وفق المرصد (SOHR) و28 وفق داعش وأكثر",
		"Conflicting accounts of an attack on a camp near Hajin that left 37 dead, says SOHR, and 28, says ISIS"), TextStyle{Weight: Bold, Truncate: true})
	mixed := NewText("الفترة 10-15 تشرين: 25٪ من \"دير_الزور\" [Deir ez-Zor] 1,250.5؟", TextStyle{Color: ColorSecondary, Direction: RightToLeft, Truncate: true})
	three := NewParagraph("في المقابل، تحدث بيان نشره التنظيم عبر «تلغرام» (Telegram) عن مقتل 28 عنصراً وأسر 8 آخرين، موزعين على ثلاثة مواقع: 6 شرق الكشمة و15 قرب البحرة و7 داخل المخيم، بعد أن استغل العاصفة الغبارية التي حجبت الطيران.",
		ParagraphStyle{Direction: RightToLeft, MaxLines: 2})
	return NewColumn(2*Step, long, mixed, three)
}

package reader

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

const story = `بلدية المرفأ تنفي أنباء عن إغلاق الجسر القديم
قال متحدث باسم البلدية إن 14 عاملاً أصيبوا و3 فُقدوا ليل 12/10/2018، فيما ذكر موقع «الميناء» (Harbour News) أن العدد أكثر من عشرين عاملاً.

ونشر ناشطون تحت وسم #جسر_المرفأ صوراً للحاجز الشرقي، وقالت نقابة عمال الميناء الشرقي إن 25% من العمال غادروا.
[وتبلغ] مسافة الطريق 1,250.5 متراً.`

// stage is the story with every kind of mark.
func stage(t testing.TB, width, height float32, options Options) (*Reader, fyne.Window) {
	r, w := show(t, story, width, height, options)
	r.SetArticle(story, "خبر من صنع الاختبار · 13 تشرين الأول 2018")
	r.SetMarks(storyMarks(t))
	return r, w
}

func storyMarks(t testing.TB) []Mark {
	m := func(words string, n int, id string, style Style) Mark { return markOf(t, story, words, n, id, style) }
	return []Mark{
		m("متحدث باسم البلدية", 0, "claimant", actor), m("البلدية", 0, "municipality", location),
		m("14 عاملاً", 0, "injured", count), m("3", 0, "missing", count),
		m("ليل 12/10/2018", 0, "night", date), m("12/10/2018", 0, "day", guess),
		m("الميناء", 0, "outlet", actor), m("(Harbour News)", 0, "latin", actor),
		m("أكثر من عشرين عاملاً", 0, "a", count), m("أكثر من عشرين عاملاً", 0, "b", tactic), m("من عشرين", 0, "c", location),
		m("صوراً للحاجز", 0, "left", tactic), m("للحاجز الشرقي", 0, "right", location),
		m("نقابة عمال الميناء الشرقي", 0, "n1", actor), m("عمال الميناء الشرقي", 0, "n2", count),
		m("الميناء الشرقي", 0, "n3", location), m("الشرقي", 1, "n4", tactic),
		m("غادروا", 0, "d", doubt), m("إغلاق الجسر القديم", 0, "title", tactic),
	}
}

// darken gives marks their colours on dark paper.
func darken(marks []Mark) {
	night := map[fyne.ThemeColorName]fyne.ThemeColorName{
		actor.Fill: "#1C3550", actor.Line: "#7DB8F2", location.Fill: "#173B2B", location.Line: "#6FD3A4",
		count.Fill: "#452C14", count.Line: "#F0A663", tactic.Fill: "#40213A", tactic.Line: "#E49AD6",
		date.Fill: "#31363C", date.Line: "#A5ACB3", guess.Line: "#8F969D", doubt.Line: "#FF8A80",
	}
	for i := range marks {
		marks[i].Style.Fill, marks[i].Style.Line = night[marks[i].Style.Fill], night[marks[i].Style.Line]
	}
}

// contrast is a theme of black on white without fills.
var contrast = Colors{Paper: "#FFFFFF", Ink: "#000000", Secondary: "#000000", Faint: "#000000", Selection: "#FFD54A", Accent: "#0000C0"}

// unfilled takes the fills of marks away.
func unfilled(marks []Mark) []Mark {
	for i := range marks {
		marks[i].Style.Fill = ""
	}
	return marks
}

// found returns the nth occurrence of words in the story.
func found(t testing.TB, words string, n int) []Range {
	m := markOf(t, story, words, n, "", Style{})
	return []Range{{m.Start, m.End}}
}

func TestGolden(t *testing.T) {
	dark := Colors{Paper: "#1B1F23", Ink: "#E9EAE6", Secondary: "#B4BAC0", Faint: "#8F969D", Selection: "#2C4766", Accent: "#5CC4BE", Outline: "#F0A663"}
	tests := []struct {
		name          string
		width, height float32
		options       Options
		scale         float32
		do            func(r *Reader)
	}{
		{name: "article", width: 820, height: 440, options: Options{ArabicDigits: true}, do: func(r *Reader) {
			r.SetActive("injured")
			m := markOf(t, story, "25% من العمال", 0, "", Style{})
			r.Select(m.Start, m.End)
		}},
		{name: "narrow", width: 330, height: 560, options: Options{BarRight: true}, do: func(r *Reader) {
			r.SetActive("a", "latin")
			m := markOf(t, story, "«الميناء» (Harbour", 0, "", Style{})
			r.FocusGained()
			r.Select(m.Start, m.End)
		}},
		{name: "sharp", width: 420, height: 300, scale: 2, do: func(r *Reader) { r.ScrollTo(60, 70) }},
		{name: "dark", width: 560, height: 300, options: Options{Colors: dark, Thick: true}, do: func(r *Reader) {
			marks := storyMarks(t)
			darken(marks)
			r.SetMarks(marks)
			r.SetActive("night")
			r.SetZoom(0.8)
		}},
		{name: "contrast", width: 640, height: 420, options: Options{Colors: contrast, Thick: true}, do: func(r *Reader) {
			r.SetMarks(unfilled(storyMarks(t)))
			r.SetActive("injured")
			r.SetHits(found(t, "العمال", 0), 0)
		}},
		{name: "hits", width: 640, height: 420, do: func(r *Reader) {
			r.SetHits(append(found(t, "الميناء", 0), found(t, "الميناء", 1)[0], found(t, "القديم", 0)[0]), 1)
		}},
		{name: "focus", width: 640, height: 420, do: func(r *Reader) {
			r.SetFocusMode(true)
			r.FocusGained()
			at := found(t, "للحاجز", 0)[0].Start
			r.Select(at, at)
		}},
		{name: "veil", width: 640, height: 420, do: func(r *Reader) {
			r.SetVeiled([]Range{found(t, "14 عاملاً أصيبوا و3 فُقدوا", 0)[0], found(t, "إغلاق الجسر", 0)[0], found(t, "العدد أكثر من عشرين عاملاً", 0)[0], found(t, "غادروا", 0)[0]})
			r.Unveil(found(t, "غادروا", 0)[0].Start)
		}},
		{name: "large", width: 360, height: 560, do: func(r *Reader) {
			r.SetZoom(3)
			r.FocusGained()
			at := found(t, "متحدث", 0)[0].Start
			r.Select(at, at)
			r.ScrollTo(at, at)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, w := stage(t, tt.width, tt.height, tt.options)
			if tt.scale > 0 {
				w.Canvas().(software.WindowlessCanvas).SetScale(tt.scale)
				r.Refresh()
			}
			tt.do(r)
			compareGolden(t, tt.name, w.Canvas().Capture())
		})
	}
}

// Fyne tells no widget that the window came to a screen of another density.
func TestScaleIsFollowed(t *testing.T) {
	r, w := stage(t, 420, 300, Options{})
	w.Canvas().Capture()
	w.Canvas().(software.WindowlessCanvas).SetScale(2)
	w.Canvas().Capture()
	r.ScrollTo(60, 70)
	compareGolden(t, "sharp", w.Canvas().Capture())
}

func compareGolden(t *testing.T, name string, got image.Image) {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, got); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name+".png")
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: write it with -update and look at it", err)
	}
	want, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if different := differences(got, want); different > 0 {
		t.Errorf("%s: %d pixels differ; write the picture with -update and look at it", name, different)
	}
}

// differences counts the pixels that differ by more than rounding.
func differences(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	n := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			p, q := toNRGBA(a.At(x, y)), toNRGBA(b.At(x, y))
			for _, d := range []int{int(p.R) - int(q.R), int(p.G) - int(q.G), int(p.B) - int(q.B)} {
				if d > 2 || d < -2 {
					n++
					break
				}
			}
		}
	}
	return n
}

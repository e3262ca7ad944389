package reader

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// luma returns the brightness of the pixels of the column, row by row.
func luma(r *Reader, picture image.Image) (light []int, width int) {
	b := picture.Bounds()
	b.Min.X = int(barWidth * r.geometry.scale)
	b.Max.X = int(r.geometry.right*r.geometry.scale) + 2
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := toNRGBA(picture.At(x, y))
			light = append(light, (int(c.R)*3+int(c.G)*6+int(c.B))/10)
		}
	}
	return light, b.Dx()
}

// furthest returns the greatest difference between two pictures.
func furthest(a, b []int) (most int) {
	for i := range a {
		most = max(most, a[i]-b[i], b[i]-a[i])
	}
	return most
}

// steepest returns the greatest difference between a pixel and the one beside it.
func steepest(light []int, width int) (most int) {
	for i := 1; i < len(light); i++ {
		if i%width != 0 {
			most = max(most, light[i]-light[i-1], light[i-1]-light[i])
		}
	}
	return most
}

// A veil hides what tells letters apart: words that differ in their dots alone look alike, and no edge of a letter is left.
func TestVeiledTextIsUnreadable(t *testing.T) {
	texts := []string{"بتن بتن تبن نتب ببن", "نبت تنب بتت بنن تبن"}
	for _, size := range [][2]float32{{MinZoom, 1}, {1, 1}, {1.5, 2}, {MaxZoom, 1}} {
		zoom, scale := size[0], size[1]
		t.Run(fmt.Sprint("zoom ", zoom, " scale ", scale), func(t *testing.T) {
			var sharp, veiled [2][]int
			width := 0
			for i, text := range texts {
				r, w := show(t, "عنوان\n"+text, 700, 300, Options{})
				setScale(w, scale)
				r.Refresh()
				r.SetZoom(zoom)
				sharp[i], width = luma(r, w.Canvas().Capture())
				r.SetVeiled([]Range{{0, 99}})
				veiled[i], _ = luma(r, w.Canvas().Capture())
			}
			if n := furthest(sharp[0], sharp[1]); n < 150 {
				t.Fatalf("the words look alike without a veil: they differ by %d", n)
			}
			if n := furthest(veiled[0], veiled[1]); n > 32 {
				t.Errorf("veiled words differ by %d of 255", n)
			}
			if n := steepest(veiled[0], width); n > 20 {
				t.Errorf("a veiled word has an edge of %d of 255", n)
			}
		})
	}
}

// veiledWords returns what is veiled now.
func veiledWords(r *Reader) (words []string) {
	for _, s := range r.veils.index.sorted {
		if !r.veils.shown[s] {
			words = append(words, r.article.doc.Slice(s.Start, s.End))
		}
	}
	return words
}

func TestVeilIsLiftedWhenAsked(t *testing.T) {
	at := func(words string) int { return offsetOf(t, harbour, words) }
	tests := []struct {
		name string
		do   func(r *Reader)
		want string // what stays veiled
	}{
		{"nothing", func(*Reader) {}, "المرفأ أبوابه|السوق"},
		{"click inside", func(r *Reader) { click(r, r.PositionOf(at("أبوابه")), 0) }, "السوق"},
		{"click beside", func(r *Reader) { click(r, r.PositionOf(at("ليلاً")), 0) }, "المرفأ أبوابه|السوق"},
		{"drag over it", func(r *Reader) {
			press(r, r.CaretPosition(0), 0)
			drawTo(r, r.CaretPosition(at("ليلاً")))
			lift(r, r.CaretPosition(at("ليلاً")))
		}, "المرفأ أبوابه|السوق"},
		{"caret up to it", func(r *Reader) { typeKeys(r, "Left Left Left Left Left") }, "المرفأ أبوابه|السوق"},
		{"caret into it", func(r *Reader) { typeKeys(r, "Left Left Left Left Left Left") }, "السوق"},
		{"caret into it from behind", func(r *Reader) {
			r.Select(at(". ثم"), at(". ثم"))
			typeKeys(r, strings.Repeat("Right ", len([]rune(" ليلاً"))+1))
		}, "السوق"},
		{"selected by the owner", func(r *Reader) { r.Select(at("أبوابه"), at("ليلاً")) }, "المرفأ أبوابه|السوق"},
		{"by the owner", func(r *Reader) { r.Unveil(at("السوق")) }, "المرفأ أبوابه"},
		{"at its end", func(r *Reader) { r.Unveil(at(" ليلاً")) }, "المرفأ أبوابه|السوق"},
		{"veiled again", func(r *Reader) { r.Unveil(at("السوق")); r.VeilAgain() }, "المرفأ أبوابه|السوق"},
		{"the same veils once more", func(r *Reader) {
			r.Unveil(at("السوق"))
			r.SetVeiled(append(slices.Clone(r.veils.index.sorted), Range{0, 2}))
		}, "أغ|المرفأ أبوابه"},
		{"another article", func(r *Reader) { r.SetArticle(harbour, "") }, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, _ := show(t, harbour, 800, 500, Options{})
			r.SetVeiled([]Range{{at("السوق"), at(".\nوقال")}, {at("المرفأ"), at(" ليلاً")}, {7, 7}, {-3, 0}})
			tt.do(r)
			if got := strings.Join(veiledWords(r), "|"); got != tt.want {
				t.Errorf("veiled: %q, want %q", got, tt.want)
			}
		})
	}
}

func TestVeilIsToldAndTheClickIsUsed(t *testing.T) {
	r, w := show(t, harbour, 800, 500, Options{})
	start, end := offsetOf(t, harbour, "المرفأ"), offsetOf(t, harbour, " أبوابه")
	r.SetMarks([]Mark{{ID: "a", Start: start, End: end, Style: actor}})
	before := w.Canvas().Capture()
	r.SetVeiled([]Range{{start, end}})
	var told []string
	r.OnVeil = func(start, end int, shown bool) { told = append(told, fmt.Sprint(start, end, shown)) }
	r.OnTapMark = func([]string, int) { told = append(told, "tap") }
	if picture := w.Canvas().Capture(); differences(before, picture) == 0 {
		t.Error("nothing is veiled")
	}
	r.Select(start, end)
	clipboard := test.NewClipboard()
	r.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if clipboard.Content() != "المرفأ" {
		t.Errorf("copied %q", clipboard.Content())
	}
	r.Select(0, 0)
	click(r, r.PositionOf(start+2), 0)
	r.drag.clicks = 3 // the next press is no double click
	click(r, r.PositionOf(start+2), 0)
	r.Select(0, 0)
	w.Canvas().Unfocus()
	if n := differences(before, w.Canvas().Capture()); n > 0 {
		t.Errorf("%d pixels of the passage that is shown differ", n)
	}
	r.VeilAgain()
	if want := []string{fmt.Sprint(start, end, true), "tap", fmt.Sprint(start, end, false)}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}

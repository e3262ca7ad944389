package bidi_test

import (
	"fmt"
	"image"
	"image/color"
	"os"
	"strings"

	"hashiya/app/bidi"
)

// vazirmatn reads a font with Arabic, Latin and digits.
func vazirmatn() *bidi.Font {
	ttf, err := os.ReadFile("../../assets/fonts/Vazirmatn-Regular.ttf")
	if err != nil {
		panic(err)
	}
	font, err := bidi.ParseFont(ttf)
	if err != nil {
		panic(err)
	}
	return font
}

// A click beside a number that stands between Arabic words: the number is drawn to the left of the word before it.
func Example() {
	doc := bidi.NewDocument("عند 37 شجرة\nباب", vazirmatn(), bidi.BaseRTL)
	lines := doc.Lines(0, 20)
	number := lines.Rects(0, 4, 6)[0]
	caret := lines.Hit(0, number.From)
	start, end := doc.Word(caret.Offset)
	fmt.Println(doc.Paragraphs(), lines.Count(), number.To < 20)
	fmt.Println(caret.Offset, doc.Slice(start, end), lines.RightToLeftAt(caret))
	// Output:
	// 2 1 true
	// 4 37 false
}

// A widget that is 240 pixels wide shows a paragraph at 20 pixels an em, with a mark behind some words.
func ExampleParagraph() {
	const text = "زار علي مكتبة الزهور (Flower Library) وقرأ فيها 12 كتابا."
	const size, width = 20.0, 240.0
	font := vazirmatn()
	lines := bidi.NewParagraph(text, font, bidi.BaseRTL).Wrap(width / size)
	lineHeight := font.LineHeight() * size
	picture := image.NewNRGBA(image.Rect(0, 0, width, int(lineHeight)*lines.Count()))
	painter := bidi.NewPainter(font, size)

	markStart := len([]rune(text[:strings.Index(text, "الزهور")]))
	markEnd := len([]rune(text[:strings.Index(text, " وقرأ")]))
	for i := range lines.Count() {
		top := lineHeight * float64(i)
		for _, r := range lines.Rects(i, markStart, markEnd) {
			fmt.Printf("line %d: mark from %.0f to %.0f px\n", i, r.From*size, r.To*size)
		}
		painter.Draw(picture, lines, i, 0, top+font.Ascent()*size, color.NRGBA{A: 255})
	}
	// Output:
	// line 0: mark from 8 to 132 px
	// line 1: mark from 173 to 240 px
}

// Arrow keys move by what is seen: Left goes on to the left through a number, whose digits run the other way, so that the offset
// goes from 3 to 4, between the digits, back to 3 at the left of the number, and on to 6, the space after it.
func ExampleLines_Left() {
	lines := bidi.NewParagraph("في 12 دار", vazirmatn(), bidi.BaseRTL).Wrap(20)
	var offsets []int
	for caret, ok := lines.Home(0), true; ok; caret, ok = lines.Left(caret) {
		offsets = append(offsets, caret.Offset)
	}
	fmt.Println(offsets)
	// Output:
	// [0 1 2 3 4 3 6 7 8 9]
}

// At the edge of a number one offset has two places: behind the space at the right, and before the first digit at the left.
func ExampleCaret() {
	lines := bidi.NewParagraph("في 12 دار", vazirmatn(), bidi.BaseRTL).Wrap(20)
	after := lines.X(bidi.Caret{Offset: 3, Before: true})
	before := lines.X(bidi.Caret{Offset: 3})
	fmt.Println(after > before, lines.Hit(0, before+0.1))
	// Output:
	// true {3 false}
}

// Levels, and the order of a line, for programs that shape and wrap by themselves.
func ExampleLevels() {
	text := []rune("دار 12")
	levels, paragraph := bidi.Levels(text, bidi.BaseAuto)
	fmt.Println(levels, paragraph, bidi.VisualOrder(levels))
	// Output:
	// [1 1 1 1 2 2] 1 [4 5 3 2 1 0]
}

// A stock label draws runs in the order they come in. Visual gives it the order they are seen in, between override marks.
func ExampleVisual() {
	fmt.Printf("%+q\n", bidi.Visual("دار 12", bidi.BaseRTL))
	// Output:
	// "\u202d12\u202c\u202e\u062f\u0627\u0631\u00a0\u202c"
}

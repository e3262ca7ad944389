package bidi_test

import (
	"fmt"
	"os"

	"hashiya/app/bidi"
)

// A click beside a number that stands between Arabic words: the number is drawn to the left of the word before it.
func Example() {
	ttf, err := os.ReadFile("../../assets/fonts/Vazirmatn-Regular.ttf")
	if err != nil {
		fmt.Println(err)
		return
	}
	font, err := bidi.ParseFont(ttf)
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := bidi.NewDocument("عند 37 شجرة\nباب", font, bidi.BaseRTL)
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

package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// BenchmarkEntryKey types a letter into the middle of a text, and deletes it:
// layout, own drawing and callbacks, without the painter. It reports the time
// of one key; the aim is 5 ms.
func BenchmarkEntryKey(b *testing.B) {
	const sentence = "قتل 37 عنصراً من قسد (SDF) في 12/10/2018 قرب هجين. " // 51 code points
	for _, c := range []struct {
		name string
		text string
	}{
		{"note", sentence},
		{"paragraph of 20,000", strings.Repeat(sentence, 400)},
		{"100,000 in lines", strings.Repeat(strings.Repeat(sentence, 4)+"\n", 480)},
	} {
		b.Run(c.name, func(b *testing.B) {
			test.NewTempApp(b).Settings().SetTheme(NewTheme())
			e := NewEntry(EntryOptions{Multiline: true, Direction: FirstStrong})
			w := test.NewWindow(e)
			defer w.Close()
			w.Resize(fyne.NewSize(600, 400))
			w.Canvas().Focus(e)
			e.OnChanged = func(string) {}
			e.SetText(c.text)
			middle := len(e.edit.text) / 2
			e.Select(middle, middle)
			b.ResetTimer()
			for range b.N {
				e.TypedRune('ن')
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(2*b.N), "ms/key")
		})
	}
}

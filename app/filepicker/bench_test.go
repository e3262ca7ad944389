package filepicker

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hashiya/app/ui"
)

// BenchmarkFullFolder times what is done in a folder with as many files as are
// shown at most: reading it, a letter in the filter, a key in the list.
func BenchmarkFullFolder(b *testing.B) {
	root := many(b, mostEntries)
	test.NewApp().Settings().SetTheme(ui.NewTheme())
	w := test.NewWindow(nil)
	defer w.Close()
	w.Resize(fyne.NewSize(1024, 700))
	p := Show(w, Options{Words: keyWords, Folder: root, Runner: ui.InlineRunner()})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			p.reload()
		}
	})
	b.Run("filter", func(b *testing.B) {
		for b.Loop() {
			p.panel.filter.SetText("تقرير 1")
			p.applyFilter("تقرير 1")
		}
	})
	b.Run("key", func(b *testing.B) {
		for b.Loop() {
			p.panel.list.move(1, false)
		}
	})
}

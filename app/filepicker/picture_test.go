package filepicker

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"hashiya/app/ui"
	"hashiya/app/words"
	"hashiya/assets"
)

// picturesIn names a folder that the pictures are written to for people to look
// at. Without it they are only drawn.
const picturesIn = "HASHIYA_FILEPICKER_PICTURES"

// TestPictures draws the picker in both directions, light and dark, wide and
// narrow, and checks that something of its own is on every picture.
func TestPictures(t *testing.T) {
	long := "تقرير المرصد عن حصيلة الهجوم على المخيم قرب الجسر القديم في المنطقة الشرقية ليل السبت 13 تشرين الأول 2018.jsonl"
	names := []string{
		"أرشيف 2018/", "مقالات/", "Field notes/", "تقرير 2.txt", "تقرير ١٠.txt", "تقرير 3 (SOHR).docx", "report10.csv", "report2.csv",
		long, "a very long English name of a file that tells all that was done on the day and after it, final version 3.jsonl",
		"evil\u202Etxt.exe", "two\nlines.txt", "bad\xffbyte.txt", "12-10-2018.csv", ".hidden.txt",
	}
	kinds := []Filter{{Label: "JSONL", Exts: []string{".jsonl"}}, {Label: "CSV", Exts: []string{".csv"}}}
	tests := []struct {
		name    string
		options Options
		theme   func(*ui.Theme)
		words   string // language
		size    fyne.Size
		do      func(s *session)
	}{
		{"open-en-light", Options{Mode: OpenMany, Title: "Import files"}, func(th *ui.Theme) { th.SetVariant(ui.VariantLight) }, "en", fyne.NewSize(1024, 700), func(s *session) {
			s.press("Down", "Down", "Down", "Down", "S-Down", "S-Down")
		}},
		{"open-ar-light", Options{Mode: Open, Title: "فتح مشروع"}, func(th *ui.Theme) { th.SetVariant(ui.VariantLight); rightToLeft(th) }, "ar", fyne.NewSize(1024, 700), func(s *session) {
			s.press("End", "Up")
			s.Type("غائب.txt")
			s.Accept()
		}},
		{"save-ar-dark", Options{Mode: Save, Title: "تصدير", Name: "نتائج هجين 2018.jsonl", Extensions: kinds}, func(th *ui.Theme) { th.SetVariant(ui.VariantDark); rightToLeft(th) }, "ar", fyne.NewSize(1024, 700), func(s *session) {
			s.press("C-H")
		}},
		{"folder-en-dark-small", Options{Mode: Folder, Title: "Where is the project to lie?"}, func(th *ui.Theme) { th.SetVariant(ui.VariantDark) }, "en", fyne.NewSize(640, 480), func(s *session) {
			s.press("Down")
		}},
		{"folder-ar-small", Options{Mode: Folder, Title: "أين يوضع المشروع؟"}, func(th *ui.Theme) { th.SetVariant(ui.VariantLight); rightToLeft(th) }, "ar", fyne.NewSize(480, 400), func(*session) {}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := tree(t, "المشاريع/Deir ez-Zor/هجين (2018)/")
			folder := filepath.Join(root, "المشاريع", "Deir ez-Zor", "هجين (2018)")
			fill(t, folder, names)
			tt.options.Folder, tt.options.Words = folder, load(t, tt.words).T
			tt.options.Places = []Place{{Path: root, Label: "Recent work"}, {Path: filepath.Dir(folder)}, {Path: folder}}
			tt.options.Date = func(time.Time) string { return someDay().Format("2 Jan 2006 15:04") }
			tt.options.Size = func(n int64) string { return fmt.Sprintf("%d kB", 3*n) }
			s := show(t, tt.options, tt.theme)
			s.window.Resize(tt.size)
			tt.do(s)
			savePicture(t, s.window, tt.name)
		})
	}
}

func load(t *testing.T, language string) *words.Words {
	t.Helper()
	w, err := words.Load(assets.Translations(), language)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// fill makes files in a folder; a system that refuses a name has no such row.
func fill(t *testing.T, folder string, names []string) {
	t.Helper()
	for _, name := range names {
		path := filepath.Join(folder, name)
		if name[len(name)-1] == '/' {
			if err := os.Mkdir(path, 0o777); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(path, []byte(name), 0o666); err != nil {
			t.Log(err)
		}
	}
}

func savePicture(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	picture := w.Canvas().Capture()
	size := picture.Bounds().Size()
	if middle, corner := picture.At(size.X/2, size.Y/2), picture.At(2, 2); middle == corner {
		t.Error("the panel cannot be told from the window")
	}
	folder := os.Getenv(picturesIn)
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
}

package filepicker

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestNaturalOrder(t *testing.T) {
	want := []string{
		"2.txt", "٣.txt", "۱۰.txt", "file1", "file2", "File02b", "file003", "file10", "file10a", "report 3 (1).txt", "report 3 (2).txt", "report 12 (1).txt",
		"zebra", "أحمد", "ملف 2", "ملف ٣", "ملف 10", "يوم",
	}
	var got []entry
	for _, name := range want {
		got = append([]entry{{name: name, key: sortKey(name)}}, got...)
	}
	sortEntries(got)
	for i, e := range got {
		if e.name != want[i] {
			t.Errorf("at %d stands %q, want %q", i, e.name, want[i])
		}
	}
}

// Any three names have one order.
func TestOrderIsConsistent(t *testing.T) {
	name := rapid.StringOfN(rapid.RuneFrom([]rune("a0129٠٢ب. _é")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		keys := []string{sortKey(name.Draw(t, "a")), sortKey(name.Draw(t, "b")), sortKey(name.Draw(t, "c"))}
		for _, a := range keys {
			for _, b := range keys {
				if natural(a, b) != -natural(b, a) {
					t.Fatalf("%q and %q", a, b)
				}
			}
		}
		slices.SortFunc(keys, natural)
		if natural(keys[0], keys[2]) > 0 {
			t.Fatalf("%q", keys)
		}
	})
}

func TestShorten(t *testing.T) {
	fits := func(most int) func(string) bool {
		return func(s string) bool { return utf8.RuneCountInString(s) <= most }
	}
	tests := []struct {
		name string
		most int
		want string
	}{
		{"short.txt", 9, "short.txt"},
		{"a long name 12.jsonl", 16, "a long… 12.jsonl"},
		{"تقرير طويل جداً عن هجين.txt", 14, "تقرير …جين.txt"},
		{"no extension at all", 10, "no ext…all"},
		{".hidden file with a long name", 12, ".hidden …ame"},
		{"x.a very long so called extension", 18, "x.a v…ed extension"},
		{"name.txt", 2, "…"},
	}
	for _, tt := range tests {
		if got := shorten(tt.name, fits(tt.most)); got != tt.want {
			t.Errorf("%q in %d is %q, want %q", tt.name, tt.most, got, tt.want)
		}
	}
}

func TestVisibleIsHarmless(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		got := visible(string(rapid.SliceOf(rapid.Byte()).Draw(t, "name")) + rapid.String().Draw(t, "more"))
		if !utf8.ValidString(got) || strings.ContainsAny(got, "\n\r\t\x00\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C\uFEFF") {
			t.Fatalf("%q", got)
		}
	})
}

func TestValidName(t *testing.T) {
	for name, want := range map[string]bool{
		"تقرير 1.txt": true, "a": true, ".hidden": true, "می\u200Cخواهم": true, strings.Repeat("x", 255): true,
		"": false, ".": false, "..": false, strings.Repeat("x", 256): false, strings.Repeat("ع", 128): false,
		"a" + string(os.PathSeparator) + "b": false, "a\x00b": false, "a\u202Eb": false, "a\nb": false, "\xff": false,
	} {
		if got := validName(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	home := tree(t, "المستندات/", "Desktop/", "recent/", "a file")
	config := filepath.Join(home, ".config")
	if err := os.Mkdir(config, 0o777); err != nil {
		t.Fatal(err)
	}
	dirs := "# comment\nXDG_DOCUMENTS_DIR=\"$HOME/المستندات\"\nXDG_DESKTOP_DIR=\"relative\"\n"
	if err := os.WriteFile(filepath.Join(config, "user-dirs.dirs"), []byte(dirs), 0o666); err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(home, name) }
	labels := map[placeKind]string{placeHome: "H", placeDesktop: "D", placeDocuments: "M"}
	var got []string
	for _, s := range findPlaces(environment{home: home}, labels, []Place{{Path: in("recent")}, {"gone", in("gone")}, {"file", in("a file")}, {"again", home}}) {
		if s.kind != placeDrive {
			got = append(got, s.Label+"="+filepath.Base(s.Path))
		}
	}
	want := []string{"H=" + filepath.Base(home), "D=Desktop", "M=المستندات", "recent=recent"}
	if !slices.Equal(got, want) {
		t.Errorf("places are %q, want %q", got, want)
	}
}

package filepicker

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The page of the package lists the keys that the code asks for, and every
// language has them.
func TestKeysAreListedAndWorded(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	key := regexp.MustCompile(`"((?:file\.[a-zA-Z.]+)|cancel)"`)
	var used []string
	for _, file := range files {
		if !strings.HasSuffix(file.Name(), ".go") || strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		text, err := os.ReadFile(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range key.FindAllStringSubmatch(string(text), -1) {
			used = append(used, found[1])
		}
	}
	slices.Sort(used)
	used = slices.Compact(used)

	page, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, found := range regexp.MustCompile(`(?m)^//\t((?:file\.[a-zA-Z.]+)|cancel)`).FindAllStringSubmatch(string(page), -1) {
		listed = append(listed, found[1])
	}
	slices.Sort(listed)
	if !slices.Equal(used, listed) {
		t.Errorf("used are\n%q\nlisted are\n%q", used, listed)
	}
	for _, language := range []string{"en", "ar"} {
		words := load(t, language)
		for _, key := range used {
			if !words.Has(key) {
				t.Errorf("%s: there is no text for %q", language, key)
			}
		}
	}
}

package arabic

import (
	"testing"
	"unicode/utf8"
)

// names builds the question TrimClitics asks from names as written.
func names(list ...string) func(string) bool {
	set := map[string]bool{}
	for _, name := range list {
		set[Fold(name).String()] = true
	}
	return func(folded string) bool { return set[folded] }
}

func TestTrimClitics(t *testing.T) {
	known := names("دمشق", "دير الزور", "التحالف الدولي", "اللاذقية", "لبنان", "حوامة", "قسد", "الرقة", "طي")
	tests := []struct {
		name, word, want string // want is the rest of the word
	}{
		{"no clitic", "دمشق", "دمشق"},
		{"waw", "ودمشق", "دمشق"},
		{"beh", "بدمشق", "دمشق"},
		{"lam", "لدمشق", "دمشق"},
		{"kaf", "كدمشق", "دمشق"},
		{"feh and beh", "فبدمشق", "دمشق"},
		{"waw and lam", "ولدمشق", "دمشق"},
		{"vowel signs on the clitic", "وَبِدمشق", "دمشق"},
		{"article kept", "والرقة", "الرقة"},
		{"article and beh", "بالرقة", "الرقة"},
		{"name known without the article", "بالحوامة", "الحوامة"},
		{"name known with the article only", "ورقة", "رقة"},
		{"two words", "بدير الزور", "دير الزور"},
		{"two words joined by underscore", "بدير_الزور", "دير_الزور"},
		{"two words with article", "وبالتحالف الدولي", "التحالف الدولي"},
		{"assimilated article", "للتحالف الدولي", "لتحالف الدولي"},
		{"assimilated article after waw", "وللرقة", "لرقة"},
		{"assimilated before lam", "للاذقية", "لاذقية"},
		{"lam before a lam of the stem", "للبنان", "لبنان"},
		{"tatweel and quotation mark", `لـ"قسد"`, `قسد"`},
		{"tatweel, space and guillemets", "لـ «قسد»", "قسد»"},
		{"hashtag behind the clitic", "بـ#قسد", "قسد"},
		{"waw and quotation mark", `و"قسد"`, `قسد"`},
		{"comma behind", "ودمشق،", "دمشق،"},
		{"rest unknown", "وباريس", "وباريس"},
		{"rest too short", "بطي", "بطي"},
		{"wrong order of clitics", "بودمشق", "بودمشق"},
		{"empty", "", ""},
		{"clitic only", "و", "و"},
		{"two lams only", "لل", "لل"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			start := TrimClitics(test.word, known)
			if got := string([]rune(test.word)[start:]); got != test.want {
				t.Errorf("TrimClitics(%q) leaves %q, want %q", test.word, got, test.want)
			}
		})
	}
}

// Names that begin with a clitic letter stay whole when they are known, even
// when the rest is known as well.
func TestTrimCliticsWholeFirst(t *testing.T) {
	for _, name := range []string{
		"البحرة", "بلدة", "الباغوز", "بادية", "فرات بوست", "وكالة", "واشنطن", "كشمة", "لبنان",
	} {
		rest := string([]rune(name)[1:])
		if start := TrimClitics(name, names(name, rest)); start != 0 {
			t.Errorf("TrimClitics(%q) = %d, want 0", name, start)
		}
		if start := TrimClitics("و"+name, names(name)); start != 1 {
			t.Errorf("TrimClitics(%q) = %d, want 1", "و"+name, start)
		}
	}
}

func FuzzTrimClitics(f *testing.F) {
	for _, word := range []string{"بدمشق", "لل", `لـ"قسد"`, "#و_", "\xffو"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for _, known := range []func(string) bool{
			func(string) bool { return false },
			func(key string) bool { return utf8.RuneCountInString(key) == 3 },
		} {
			if start := TrimClitics(word, known); start < 0 || start > utf8.RuneCountInString(word) {
				t.Fatalf("TrimClitics(%q) = %d, out of bounds", word, start)
			}
		}
	})
}

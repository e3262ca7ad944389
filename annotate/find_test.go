package annotate

import (
	"context"
	"strings"
	"testing"

	"hashiya/model"
)

func sessionOn(text string) *Session { return &Session{text: []rune(text)} }

func words(s *Session, ranges []model.Range) []string {
	var all []string
	for _, r := range ranges {
		all = append(all, s.Text(r.Start, r.End))
	}
	return all
}

func TestFindIgnoresSpelling(t *testing.T) {
	s := sessionOn("قال المَرصد إن ١٢ عنصراً قتلوا. والمرصد أحصى 12 جريحاً في إدلب، وفي ادلب أيضاً.")
	for query, want := range map[string]string{
		"المرصد":      "المَرصد|المرصد",
		"12":          "١٢|12",
		"إدلب":        "إدلب|ادلب",
		"عنصرا":       "عنصراً",
		"":            "",
		"ليس في النص": "",
	} {
		if got := strings.Join(words(s, s.NewFinder().Find(context.Background(), query)), "|"); got != want {
			t.Errorf("%q: found %q, want %q", query, got, want)
		}
	}
}

func TestFindIsBounded(t *testing.T) {
	s := sessionOn(strings.Repeat("قتيل ", MaxHits+10))
	if n := len(s.NewFinder().Find(context.Background(), "قتيل")); n != MaxHits {
		t.Errorf("%d hits, want %d", n, MaxHits)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if n := len(s.NewFinder().Find(ctx, "قتيل")); n > 1 {
		t.Errorf("%d hits after the search was called off", n)
	}
}

func TestGraphicSentences(t *testing.T) {
	s := sessionOn("عنوان هادئ\n\nوصل الوفد صباحاً. عُثر على أربعٍ من الجثث قرب النهر، وجُثّة خامسة! ثم عاد الوفد؟ نفذوا إعداماً ميدانياً.\nيحرقون القش")
	want := "عُثر على أربعٍ من الجثث قرب النهر، وجُثّة خامسة!|نفذوا إعداماً ميدانياً.|يحرقون القش"
	if got := strings.Join(words(s, s.Graphic()), "|"); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if got := sessionOn("شرب ماءً عذباً من بئر محروسة. الأستاذ بحث الأمر.").Graphic(); len(got) > 0 {
		t.Errorf("blurred without a reason: %v", got)
	}
}

// A text without an end of a sentence, all of cues, once took minutes.
func TestGraphicIsLinear(t *testing.T) {
	s := sessionOn(strings.Repeat("ذبح ", 100_000))
	found := s.Graphic()
	for i, r := range found {
		if i > 0 && r.Start < found[i-1].End {
			t.Fatalf("%v overlaps %v", r, found[i-1])
		}
	}
	if n := len(found); n < 50 || n > 1000 {
		t.Errorf("%d passages", n)
	}
}

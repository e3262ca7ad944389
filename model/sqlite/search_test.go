package sqlite

import (
	"slices"
	"strings"
	"testing"
)

func TestSearch(t *testing.T) {
	texts := map[string]string{
		"a": "أعلنت قوات سوريا الديمقراطية مقتل 37 عنصراً، وبقسد خلاف",
		"b": "قُتِلَ ٣٧ في هجينْ ولهجين ثمن",
		"c": "مدرسة الحسكة ۳۷ طالبة و لقسد رأي",
		"d": "نسبة 100% وملف_واحد و\"اقتباس\" AND OR NEAR(x) col:y * Daesh مـــدرسه؟",
	}
	s := create(t, Options{})
	names := map[string]string{}
	for name, text := range texts {
		names[addArticle(t, s, text).ID] = name
	}
	for query, want := range map[string]string{
		"اعلنت": "a", "أعلنت": "a", "إعلنت": "a", // forms of alef
		"مدرسه": "cd", "مدرسة": "cd", "الحسكه": "c", // taa marbuta, tatweel
		"قتل": "ab", "قُتل": "ab", "عنصرا": "a", "هجين": "b", // marks, attached letters
		"37": "abc", "٣٧": "abc", "۳۷": "abc", "3": "abc", // digits of three scripts
		"قسد": "ac", "وبقسد": "a", "سوريا": "a",
		"قس": "", "وب": "a", "هج": "b", "في": "b", // two letters: beginnings of words
		"هجين 37": "b", "37 قسد": "ac", "37  \n قسد هجين": "", "مقتل قوات": "a", // every word, any order
		"%": "d", "100%": "d", "نسبة%وملف": "", "ملف%اقتباس": "", "_": "", "1_0": "", "%%%": "", "ملف_واحد": "d", "ملف واحد": "d",
		"\"": "d", "\"اقتباس\"": "d", "'": "", "') OR 1=1 --": "", "AND": "d", "or": "d", "NEAR(x)": "d", "col:y": "d", "*": "d", "؟": "d", "\"*": "",
		"daesh": "d", "DAESH": "d",
		"": "", "  \n\t ": "", "\x00": "", "\xff\xfe": "", "غيرموجود": "",
	} {
		found, err := s.Search(query)
		if err != nil {
			t.Errorf("%q: %v", query, err)
			continue
		}
		var got []string
		for _, id := range found {
			got = append(got, names[id])
		}
		slices.Sort(got)
		if strings.Join(got, "") != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

func TestSearchOfAnyLength(t *testing.T) {
	s := create(t, Options{})
	id := addArticle(t, s, strings.Repeat("كلمة ", 100)).ID
	for name, query := range map[string]string{
		"10,000 letters": strings.Repeat("ك", 10_000), "10,000 words": strings.Repeat("و ", 10_000),
		"10,000 marks": strings.Repeat("\u064b", 10_000), "10,000 quotes": strings.Repeat("\"", 10_000),
		"10,000 percent signs": strings.Repeat("% ", 10_000), "2 MB": strings.Repeat("كلمة ", 250_000),
	} {
		found, err := s.Search(query)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if want := name == "2 MB"; want != slices.Contains(found, id) {
			t.Errorf("%s finds %q", name, found)
		}
	}
}

// TestFoundWordsAreOnTheTextsOwnIndex shows that a search needs no pass over
// all texts.
func TestFoundWordsAreOnTheTextsOwnIndex(t *testing.T) {
	s := create(t, Options{})
	var plan strings.Builder
	rows, err := s.db.Query("EXPLAIN QUERY PLAN SELECT rowid FROM article_letters WHERE folded LIKE '%قسد%'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		plan.WriteString(detail)
	}
	if !strings.Contains(plan.String(), "INDEX 0:L0") {
		t.Errorf("the plan is %q", plan.String())
	}
}

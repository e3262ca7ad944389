package arabic

import (
	"slices"
	"strings"
	"testing"
)

func testNames() *Names {
	n := NewNames()
	for _, name := range []string{
		"قوات سوريا الديمقراطية", "قسد", "التحالف الدولي", "سوريا", "تنظيم الدولة", "تنظيم الدولة الإسلامية", "الباغوز", "دير الزور",
		"محافظة دير الزور", "المرصد السوري", "مدنيون", "ناشطو المحافظة", "التنظيم", "واشنطن", "MQ-9", "و", "لبنان",
	} {
		n.Add(name, name)
	}
	n.Add("دير الزور", "city")
	return n
}

func TestNamesFind(t *testing.T) {
	tests := []struct{ text, ids string }{
		{"و[قسد] قالت لـ\"[قسد]\" و#[قوات_سوريا_الديمقراطية]", "قسد|قسد|قوات سوريا الديمقراطية"},
		{"ل[لتحالف الدولي] وب[الباغوز]", "التحالف الدولي|الباغوز"},
		{"ب[محافظة #دير_الزور] في [دير الزور]", "محافظة دير الزور|دير الزور|city"},
		{"[تنظيم \"الدولة\"] و[تنظيم الدولة الإسلاميّة]", "تنظيم الدولة|تنظيم الدولة الإسلامية"},
		{"تنظيم آخر، و[التنظيم]", "التنظيم"},
		{"[المدنيين] [ناشطي المحافظة] [واشنطن] [لبنان] و[MQ-9]", "مدنيون|ناشطو المحافظة|واشنطن|لبنان|MQ-9"},
		{"سورياكم بقسدهم مدير الزور", ""},
		{"", ""},
	}
	names := testNames()
	for _, test := range tests {
		plain, want := marked(test.text)
		var got [][2]int
		var ids []string
		for _, found := range names.Find(ReadWords(plain)) {
			ids = append(ids, found.ID)
			if r := [2]int{found.Start, found.End}; len(got) == 0 || got[len(got)-1] != r {
				got = append(got, r)
			}
		}
		if !slices.Equal(got, want) || strings.Join(ids, "|") != test.ids {
			t.Errorf("names in %q: %v %q, want %v %q", plain, got, ids, want, test.ids)
		}
	}
}

func TestCuesFind(t *testing.T) {
	cues := NewCues()
	for _, cue := range []string{"هجوم", "هجوم مضاد", "غارات", "أسر", "خلايا نائمة", "صد هجوم", "اقتاد"} {
		cues.Add(cue, cue)
	}
	tests := []struct{ text, ids string }{
		{"و[الهجوم المضاد] ثم [هجوماً] و[الغارات]", "هجوم مضاد|هجوم|غارات"},
		{"ل[هجومين مضادين] و[اقتادوهم] و[خلاياهم النائمة]", "هجوم مضاد|اقتاد|خلايا نائمة"},
		{"[أُسر] عنصر و[صدّ الهجوم] في أسرع وقت، أسرة", "أسر|صد هجوم"},
	}
	for _, test := range tests {
		plain, want := marked(test.text)
		var got [][2]int
		var ids []string
		for _, found := range cues.Find(ReadWords(plain)) {
			ids, got = append(ids, found.ID), append(got, [2]int{found.Start, found.End})
		}
		if !slices.Equal(got, want) || strings.Join(ids, "|") != test.ids {
			t.Errorf("cues in %q: %v %q, want %v %q", plain, got, ids, want, test.ids)
		}
	}
}

func TestSpeechZones(t *testing.T) {
	tests := []struct {
		text   string
		before []bool
	}{
		{"قتل ثلاثة. وقال [المرصد السوري] إن التنظيم هاجم", []bool{false}},
		{"كان [المتحدث باسم القوات قد] قال [أمس] إن 3 قتلوا", []bool{true, false}},
		{"مقتل 3، وفق [قادة الوحدات]", []bool{false}},
		{"وأشار [البيان] إلى مقتل 3. [والتنظيم] أعلن أنه انسحب", []bool{false, true}},
		{"ونقلت [وكالة] عن [قائد ميداني]. بين القتلى والقول قتيل", []bool{false, false}},
		{"قتلوا نقلاً [عن مصدر طبي]، لكن", []bool{false}},
	}
	for _, test := range tests {
		plain, want := marked(test.text)
		var got [][2]int
		var before []bool
		for _, zone := range ReadWords(plain).SpeechZones() {
			got, before = append(got, [2]int{zone.Start, zone.End}), append(before, zone.Before)
		}
		if !slices.Equal(got, want) || !slices.Equal(before, test.before) {
			t.Errorf("zones in %q: %v %v, want %v %v", plain, got, before, want, test.before)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, text := range []string{"لل\"قسد\" و#دير_الزور", "المرصد السوري\xff", "تنظيم \"\" الدولة"} {
		f.Add(text, "قسد")
	}
	f.Fuzz(func(t *testing.T, text, name string) {
		for _, names := range []*Names{testNames(), NewCues()} {
			names.Add(name, "it")
			size, end := len([]rune(text)), 0
			for _, found := range names.Find(ReadWords(text)) {
				if found.Start < 0 || found.End <= found.Start || found.End > size || found.End < end {
					t.Fatalf("Find(%q): %+v after %d of %d", text, found, end, size)
				}
				end = found.End
			}
		}
	})
}

func BenchmarkNamesFind(b *testing.B) {
	text := ReadWords(strings.Repeat("وقال المرصد السوري مساء الجمعة إن 37 عنصراً من قوات سوريا الديمقراطية قتلوا قرب الباغوز. ", 600))
	names := testNames()
	for b.Loop() {
		names.Find(text)
	}
}

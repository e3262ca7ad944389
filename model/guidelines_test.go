package model

import (
	"strings"
	"testing"
)

func TestGuidelines(t *testing.T) {
	texts := Names{Ar: "# عنوان\n\nفقرة", En: "text"}
	for name, c := range map[string]struct {
		before Extra
		set    Names
		taken  bool
		after  Extra
	}{
		"written":      {"", texts, true, `{"guidelines":{"ar":"# عنوان\n\nفقرة","en":"text"}}`},
		"beside":       {`{"x":1}`, Names{En: "a"}, true, `{"guidelines":{"ar":"","en":"a"},"x":1}`},
		"taken away":   {`{"guidelines":{"ar":"","en":"a"},"x":1}`, Names{}, true, `{"x":1}`},
		"not UTF-8":    {`{"x":1}`, Names{En: "\xff"}, false, `{"x":1}`},
		"NUL":          {"", Names{Ar: "\x00"}, false, ""},
		"longest":      {"", Names{En: strings.Repeat("ع", MaxGuidelines)}, true, ""},
		"a letter too": {"", Names{En: strings.Repeat("ع", MaxGuidelines+1)}, false, ""},
	} {
		p := &Project{Extra: c.before}
		if taken := p.SetGuidelines(c.set); taken != c.taken {
			t.Errorf("%s: taken is %v", name, taken)
		}
		if name != "longest" && p.Extra != c.after {
			t.Errorf("%s: the extra is %s, want %s", name, p.Extra, c.after)
		}
		if c.taken && p.Guidelines() != c.set {
			t.Errorf("%s: they read %+v", name, p.Guidelines())
		}
	}
	for _, extra := range []Extra{"", `{"guidelines":7}`, `{"guidelines":null}`, `{"guidelines":{"ar":7}}`} {
		if p := (&Project{Extra: extra}); p.Guidelines() != (Names{}) {
			t.Errorf("%s reads %+v", extra, p.Guidelines())
		}
	}
}

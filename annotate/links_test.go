package annotate_test

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"hashiya/annotate"
	"hashiya/assets"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// claimSheet is a session with counts that stand for words, by a short name.
type claimSheet struct {
	*testing.T
	*annotate.Session
	project *annotate.Project
	ids     map[string]string
}

// newClaims opens a text under a codebook that requires no fields by itself.
func newClaims(t *testing.T, text string) *claimSheet {
	t.Helper()
	return newClaimsUnder(t, text, func(book map[string]any) { delete(book, "kinds") })
}

// newClaimsUnder opens a text under a changed default codebook.
func newClaimsUnder(t *testing.T, text string, change func(book map[string]any)) *claimSheet {
	t.Helper()
	book := map[string]any{}
	must(t, "codebook", json.Unmarshal(assets.Codebook(), &book))
	change(book)
	body, err := json.Marshal(book)
	must(t, "codebook", err)
	store, err := annotate.Create(filepath.Join(t.TempDir(), "own.hashiya"), "own", body,
		func(path string, p model.Project, c model.CodebookRow) (*sqlite.Store, error) {
			return sqlite.Create(path, p, c, sqlite.Options{Devices: memory{}})
		})
	must(t, "create", err)
	t.Cleanup(func() { store.Close() })
	p := enter(t, store)
	return &claimSheet{T: t, Session: open(t, p, load(t, store, p, text)), project: p, ids: map[string]string{}}
}

// count adds a count under a name, with fields given as "name", "value" pairs.
func (c *claimSheet) count(name, words string, fields ...string) {
	c.Helper()
	start, end := find(c.T, c.Session, words)
	id, err := c.Annotate(model.KindCount, start, end)
	must(c.T, name, err)
	c.ids[name] = id
	c.set(name, fields...)
}

func (c *claimSheet) set(name string, fields ...string) {
	c.Helper()
	for i := 0; i < len(fields); i += 2 {
		var values []string
		if fields[i+1] != "" {
			values = []string{fields[i+1]}
		}
		must(c.T, name+" "+fields[i], c.SetField(c.ids[name], fields[i], values...))
	}
}

func (c *claimSheet) link(name, linkType, other string) {
	c.Helper()
	must(c.T, name+" "+linkType, c.Link(c.ids[name], linkType, c.ids[other]))
}

// named turns ids into the names of their counts.
func (c *claimSheet) named(ids []string) []string {
	var names []string
	for _, id := range ids {
		for name, other := range c.ids {
			if other == id {
				names = append(names, name)
			}
		}
	}
	return names
}

const toll = "قتل 28 عنصراً، منهم 6 عناصر شرقاً و15 عنصراً شمالاً و7 آخرين غرباً، وعشرات العناصر جنوباً، وأسر 5 بينهم قيادي"

func TestLinks(t *testing.T) {
	c := newClaims(t, toll)
	c.count("all", "28 عنصراً")
	c.count("east", "6 عناصر")
	c.count("north", "15 عنصراً")
	c.link("east", "part_of", "all")
	c.link("all", "total_of", "north")
	if got := c.Item(c.ids["north"]).(*model.Count).Links; !slices.Equal(got, []model.Link{{Type: "part_of", Count: c.ids["all"]}}) {
		t.Fatalf("a total's other side is kept as %v", got)
	}
	want := []annotate.Linked{{Type: "total_of", Other: c.ids["east"], Derived: true}, {Type: "total_of", Other: c.ids["north"], Derived: true}}
	if got := c.LinksOf(c.ids["all"]); !slices.Equal(got, want) {
		t.Errorf("links of the total: %v, want %v", got, want)
	}
	if got := c.LinksOf(c.ids["east"]); !slices.Equal(got, []annotate.Linked{{Type: "part_of", Other: c.ids["all"]}}) {
		t.Errorf("links of a part: %v", got)
	}
	must(t, "unlink, from the other side", c.Unlink(c.ids["all"], c.ids["east"]))
	if got := c.LinksOf(c.ids["all"]); len(got) != 1 || got[0].Other != c.ids["north"] {
		t.Errorf("unlinked, there is %v", got)
	}
	if err := c.Unlink(c.ids["all"], c.ids["east"]); !errors.Is(err, annotate.ErrNothingNew) {
		t.Errorf("unlinked twice: %v", err)
	}
	must(t, "undo", c.Undo())
	if got := c.LinksOf(c.ids["all"]); !slices.Equal(got, want) {
		t.Errorf("undone, there is %v", got)
	}
}

func TestRingsAreRefused(t *testing.T) {
	c := newClaims(t, toll)
	for name, words := range map[string]string{"a": "28 عنصراً", "b": "6 عناصر", "c": "15 عنصراً"} {
		c.count(name, words)
	}
	c.link("a", "part_of", "b")
	c.link("b", "subset_of", "c")
	for _, wrong := range [][3]string{{"b", "part_of", "a"}, {"c", "duplicate_of", "a"}, {"c", "part_of", "b"}, {"a", "total_of", "c"}} {
		if err := c.Link(c.ids[wrong[0]], wrong[1], c.ids[wrong[2]]); !errors.Is(err, annotate.ErrRing) {
			t.Errorf("%v: %v", wrong, err)
		}
	}
	must(t, "another type for a link", c.Link(c.ids["a"], "duplicate_of", c.ids["b"]))
	must(t, "a second way", c.Link(c.ids["a"], "subset_of", c.ids["c"]))
}

func TestTotals(t *testing.T) {
	for name, test := range map[string]struct {
		act             func(*claimSheet)
		sum             model.Decimal
		parts           []string
		complete, equal bool
	}{
		"nothing linked": {act: func(*claimSheet) {}},
		"equal": {
			func(c *claimSheet) {
				c.link("east", "part_of", "all")
				c.link("north", "part_of", "all")
				c.link("west", "part_of", "all")
			},
			"28",
			[]string{"east", "north", "west"},
			true, true,
		},
		"a part is missing": {
			func(c *claimSheet) { c.link("north", "part_of", "all"); c.link("east", "part_of", "all") },
			"21",
			[]string{"east", "north"},
			true, false,
		},
		"a part in words": {
			func(c *claimSheet) { c.link("east", "part_of", "all"); c.link("south", "part_of", "all") },
			"6",
			[]string{"east", "south"},
			false, false,
		},
		"a part in another unit": {
			func(c *claimSheet) {
				c.set("west", "unit", "families")
				c.link("east", "part_of", "all")
				c.link("west", "part_of", "all")
			},
			"6",
			[]string{"east", "west"},
			false, false,
		},
		"a part twice": {
			func(c *claimSheet) {
				c.link("east", "part_of", "all")
				c.link("north", "part_of", "all")
				c.set("west", "value", "6")
				c.link("west", "part_of", "all")
				c.link("west", "duplicate_of", "east")
			},
			"21",
			[]string{"east", "north", "west"},
			true, false,
		},
		"a total that is about": {
			func(c *claimSheet) { c.set("all", "modifier", "approx"); c.link("east", "part_of", "all") },
			"6",
			[]string{"east"},
			false, false,
		},
		"a subset is no part": {act: func(c *claimSheet) { c.link("east", "subset_of", "all") }},
	} {
		t.Run(name, func(t *testing.T) {
			c := newClaims(t, toll)
			for name, words := range map[string]string{"all": "28 عنصراً", "east": "6 عناصر", "north": "15 عنصراً", "west": "7 آخرين", "south": "عشرات العناصر"} {
				c.count(name, words, "unit", "persons")
			}
			test.act(c)
			sum, parts, complete, equal := c.TotalOf(c.ids["all"])
			if sum != test.sum || !slices.Equal(c.named(parts), test.parts) || complete != test.complete || equal != test.equal {
				t.Errorf("sum %q of %v, complete %t, equal %t; want %+v", sum, c.named(parts), complete, equal, test)
			}
		})
	}
	c := newClaims(t, toll)
	if sum, parts, complete, equal := c.TotalOf("nothing"); sum != "" || parts != nil || complete || equal {
		t.Error("a total of nothing")
	}
}

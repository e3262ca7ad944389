package gazetteer

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hashiya/model"
)

// builtIn reads the list that the program ships.
func builtIn(t testing.TB) *List {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("..", "..", "assets", "places", "samples.json"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := ParseList(body)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// keysOf returns the keys of matches, in order.
func keysOf(matches []Match) string {
	var keys []string
	for _, m := range matches {
		keys = append(keys, m.Key)
	}
	return strings.Join(keys, " ")
}

func TestFind(t *testing.T) {
	near := []Point{{35.3, 40.1}}
	for _, c := range []struct {
		query string
		hint  Hint
		want  string // keys that come first
	}{
		{"هجين", Hint{}, "hajin hajin_subdistrict"},
		{"هـجيـن", Hint{}, "hajin"},
		{"ناحية هجين", Hint{}, "hajin_subdistrict hajin"},
		{"مخيم هجين", Hint{}, "hajin_camp"},
		{"بلدة هجين", Hint{}, "hajin"},
		{"وبمدينة هجين", Hint{}, "hajin"},
		{"هجين", Hint{Kind: "admin3"}, "hajin_subdistrict hajin"},
		{"دير الزور", Hint{}, "deir_ezzor deir_ezzor_gov"},
		{"محافظة دير الزور", Hint{}, "deir_ezzor_gov deir_ezzor"},
		{"محافظة دير الزور", Hint{Kind: "city"}, "deir_ezzor_gov deir_ezzor"},
		{"مدينة دير الزور", Hint{Kind: "admin1"}, "deir_ezzor deir_ezzor_gov"},
		{"دير الزور", Hint{Kind: "admin1"}, "deir_ezzor_gov deir_ezzor"},
		{"#دير_الزور", Hint{}, "deir_ezzor deir_ezzor_gov"},
		{"ديرالزور", Hint{}, "deir_ezzor"},
		{"ريف دير الزور الشرقي", Hint{}, "deir_ezzor_gov deir_ezzor"},
		{"أطراف الرقة", Hint{}, "raqqa raqqa_gov"},
		{"للرقة", Hint{}, "raqqa raqqa_gov"},
		{"رقه", Hint{}, "raqqa"},
		{"البو كمال", Hint{}, "abu_kamal abu_kamal_district"},
		{"أبو كمال", Hint{}, "abu_kamal"},
		{"Albu Kamal", Hint{}, "abu_kamal"},
		{"deir EZ-zor", Hint{}, "deir_ezzor"},
		{"Deir ez-Zor Governorate", Hint{}, "deir_ezzor_gov"},
		{"al Shafa", Hint{}, "shaafa"},
		{"SY0902", Hint{}, "abu_kamal_district"},
		{"حي الجورة", Hint{}, "joura"},
		{"الجورة", Hint{}, "joura"},
		{"شمال شرقي سوريا", Hint{}, "syria"},
		{"دير", Hint{Near: near}, "deir_ezzor"},
		{"مطار دير", Hint{}, ""},
		{"مطار دير", Hint{Beginning: true}, "deir_ezzor_airport"},
		{"هج", Hint{Beginning: true}, "hajin hajin_subdistrict"},
		{"ه", Hint{Beginning: true}, ""},
		{"", Hint{}, ""},
		{"؟ ...", Hint{}, ""},
		{"لا مكان", Hint{}, ""},
		{strings.Repeat("هجين ", 1000), Hint{}, ""},
	} {
		found, err := NewFinder(builtIn(t)).Find(c.query, c.hint)
		if err != nil {
			t.Fatal(err)
		}
		if got := keysOf(found); c.want == "" && got != "" || !strings.HasPrefix(got+" ", strings.TrimLeft(c.want+" ", " ")) {
			t.Errorf("%.40s %+v: %s, want %s", c.query, c.hint, got, c.want)
		}
	}
}

func TestHierarchyAndPrecision(t *testing.T) {
	for _, c := range []struct {
		query, ar, en string
		ucdp, acled   int
	}{
		{"هجين", "هجين، ناحية هجين، دير الزور", "Hajin, Hajin subdistrict, Deir ez-Zor", 1, 1},
		{"محيط هجين", "هجين، ناحية هجين، دير الزور", "Hajin, Hajin subdistrict, Deir ez-Zor", 2, 2},
		{"حمص", "حمص، محافظة حمص", "Homs, Homs governorate", 1, 1},
		{"محافظة حمص", "محافظة حمص، سوريا", "Homs governorate, Syria", 4, 3},
		{"البوكمال", "البوكمال، منطقة البوكمال، دير الزور", "Abu Kamal, Abu Kamal district, Deir ez-Zor", 1, 1},
		{"بيروت", "بيروت، لبنان", "Beirut, Lebanon", 1, 1},
		{"العراق", "العراق", "Iraq", 6, 0},
	} {
		found, err := NewFinder(builtIn(t)).Find(c.query, Hint{})
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v, %v", c.query, found, err)
		}
		m := found[0]
		if ar, en := m.Hierarchy("ar"), m.Hierarchy("en"); ar != c.ar || en != c.en {
			t.Errorf("%s: %q, %q", c.query, ar, en)
		}
		if ucdp, acled := m.Precision(); ucdp != c.ucdp || acled != c.acled {
			t.Errorf("%s: precision %d, %d", c.query, ucdp, acled)
		}
	}
}

// listOf makes a list in memory.
func listOf(t *testing.T, key string, places ...map[string]any) *List {
	t.Helper()
	body, err := json.Marshal(map[string]any{"source": map[string]any{"key": key, "licence": "CC0"}, "places": places})
	if err != nil {
		t.Fatal(err)
	}
	l, err := ParseList(body)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

type o = map[string]any

func TestNearnessSettlesWhichVillage(t *testing.T) {
	l := listOf(t, "a",
		o{"key": "north", "kind": "village", "ar": "الشيخ", "lat": "36.5", "lon": "37", "population": 9000},
		o{"key": "south", "kind": "village", "ar": "الشيخ", "lat": "32.5", "lon": "36"})
	for want, near := range map[string][]Point{"north south": nil, "south north": {{0, 0}, {32.6, 36.1}}} {
		found, err := NewFinder(l).Find("الشيخ", Hint{Near: near})
		if err != nil || keysOf(found) != want {
			t.Errorf("near %v: %s, %v, want %s", near, keysOf(found), err, want)
		}
	}
}

func TestSamePlaceOfSeveralGazetteers(t *testing.T) {
	first := listOf(t, "a",
		o{"key": "town", "kind": "town", "ar": "هجين", "lat": "34.69", "lon": "40.83"},
		o{"key": "unit", "kind": "admin3", "ar": "هجين", "pcode": "SY1"},
		o{"key": "gov", "kind": "admin1", "ar": "هجين", "lat": "35", "lon": "40"})
	second := listOf(t, "b",
		o{"key": "town2", "kind": "village", "ar": "هجين", "lat": "34.70", "lon": "40.83"},
		o{"key": "far", "kind": "village", "ar": "هجين", "lat": "33", "lon": "40.83"},
		o{"key": "unknown", "kind": "village", "ar": "هجين"},
		o{"key": "unit2", "kind": "admin3", "ar": "ناحية هجين", "pcode": "SY1"},
		o{"key": "other", "kind": "admin3", "ar": "هجين", "pcode": "SY2"},
		o{"key": "gov2", "kind": "admin1", "ar": "هجين", "lat": "35.5", "lon": "40"})
	finder := NewFinder(first, second)
	found, err := finder.Find("هجين", Hint{})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Fields(keysOf(found))
	slices.Sort(got)
	if want := "far gov other town unit unknown"; strings.Join(got, " ") != want {
		t.Errorf("%s, want %s", got, want)
	}
	if found, err = finder.Find("هجين", Hint{Limit: 2}); err != nil || len(found) != 2 {
		t.Errorf("%d found with a limit of 2, %v", len(found), err)
	}
	licences, err := finder.Licences()
	if err != nil || len(licences) != 2 || licences[1] != (Licence{Source: "b", Licence: "CC0", Places: 6}) {
		t.Errorf("%+v, %v", licences, err)
	}
}

func TestBrokenLists(t *testing.T) {
	for body, want := range map[string]string{
		`[]`: "list of places",
		`{"places": [{"key": "a", "parent": "b"}]}`:         `no place "b"`,
		`{"places": [{"key": "a"}]}`:                        "no name",
		`{"places": [{"ar": "هجين"}]}`:                      "no id",
		`{"places": [{"key": "a", "en": "A", "lat": "1"}]}`: "longitude",
	} {
		if _, err := ParseList([]byte(body)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", body, err, want)
		}
	}
}

// failing is a gazetteer that cannot be read.
type failing struct{ List }

var errUnreadable = errors.New("unreadable")

func (*failing) PlacesNamed([]string, int) ([]model.PlaceHit, error) { return nil, errUnreadable }
func (*failing) PlaceSources() ([]model.PlaceSource, error)          { return nil, errUnreadable }

func TestUnreadableGazetteer(t *testing.T) {
	finder := NewFinder(&failing{})
	if _, err := finder.Find("هجين", Hint{}); !errors.Is(err, errUnreadable) {
		t.Errorf("got %v", err)
	}
	if _, err := finder.Licences(); !errors.Is(err, errUnreadable) {
		t.Errorf("got %v", err)
	}
}

// TestBuiltInList compares the list with the places of the samples: each with a
// point that is shipped there is here too, not far from it.
func TestBuiltInList(t *testing.T) {
	body, err := os.ReadFile(filepath.Join("..", "..", "samples", "project.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var project struct {
		Entities []struct {
			Key, Type string
			Names     map[string]string
			Place     *struct {
				Lat, Lon *float64
				Pcode    *string
			}
		}
	}
	if err := json.Unmarshal(body, &project); err != nil {
		t.Fatal(err)
	}
	finder := NewFinder(builtIn(t))
	checked := 0
	for _, e := range project.Entities {
		// What is described from another place is looked up by that one.
		if e.Place == nil || e.Type == "control_area" || e.Key == "baghuz_camp" {
			continue
		}
		found, err := finder.Find(e.Names["ar"], Hint{Kind: e.Type})
		if err != nil || len(found) == 0 || found[0].Kind != e.Type {
			t.Errorf("%s: %s, %v", e.Key, keysOf(found), err)
			continue
		}
		checked++
		at, known := PointOf(found[0].Place)
		if e.Place.Lat != nil && known {
			if far := at.Distance(Point{*e.Place.Lat, *e.Place.Lon}); far > 2 {
				t.Errorf("%s lies %.1f km from where the samples have it", e.Key, far)
			}
		}
		if e.Place.Pcode != nil && *e.Place.Pcode != found[0].PCode {
			t.Errorf("%s: place code %s, want %s", e.Key, found[0].PCode, *e.Place.Pcode)
		}
	}
	if checked < 6 {
		t.Errorf("only %d places of the samples were compared", checked)
	}
	for _, p := range builtIn(t).Places() {
		if at, known := PointOf(p); known && (at.Lat < 32 || at.Lat > 37.5 || at.Lon < 35 || at.Lon > 42.5) {
			t.Errorf("%s lies at %v, outside of the region", p.Key, at)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b Point
		want float64
	}{
		{Point{0, 0}, Point{0, 0}, 0},
		{Point{0, 0}, Point{0, 180}, math.Pi * earthRadius},
		{Point{90, 0}, Point{-90, 50}, math.Pi * earthRadius},
		{Point{0, 179.5}, Point{0, -179.5}, earthRadius * math.Pi / 180},
		{Point{34.69508, 40.83138}, Point{34.45226, 40.91854}, 28.1}, // Hajin to Abu Kamal, about
	} {
		if got := c.a.Distance(c.b); math.Abs(got-c.want) > 0.1 {
			t.Errorf("%v to %v: %g km, want %g", c.a, c.b, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, query := range []string{"بمحافظة دير الزور", "ريف", "SY09", "al-", "وبال", "\xff#_"} {
		f.Add(query)
	}
	l := builtIn(f)
	f.Fuzz(func(t *testing.T, query string) {
		found, err := NewFinder(l).Find(query, Hint{Beginning: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range found {
			if m.Hierarchy("ar") == "" || m.Hierarchy("en") == "" {
				t.Fatalf("%q: a match without a name", query)
			}
		}
		for _, form := range readings(query) {
			if form.key == "" || keyOf(words(form.key)) == "" {
				t.Fatalf("%q: reading %+v", query, form)
			}
		}
	})
}

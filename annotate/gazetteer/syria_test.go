package gazetteer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSyria(t *testing.T) {
	districts := write(t, "districts.json", `[{"id": "d", "governorateId": "g", "name": {"en": "Abu Kamal", "ar": "البوكمال"}, "externalIds": {"ochaPcode": "SY0902"}}]`)
	places := write(t, "localities.json", `[
		{"id": "l", "governorateId": "g", "districtId": "d", "subdistrictId": "s", "name": {"ar": "هجين"}, "coordinates": {"latitude": 34.69, "longitude": 40.83}, "population": {"value": 20000}}]`)
	rest := write(t, "rest.json", `[
		{"id": "s", "governorateId": "g", "districtId": "d", "name": {"ar": "هجين"}, "aliases": [{"value": "ناحية هجين", "language": "ar"}], "centroid": {"latitude": 34.8, "longitude": 41}},
		{"id": "g", "name": {"ar": "دير الزور"}, "unknown": {"deep": [[[]]]}}]`)
	s, report := read(t, Options{}, places, districts, rest)
	expectBroken(t, report)
	expectPlaces(t, s,
		"g|admin1|دير الزور|||-||-", "d|admin2|البوكمال|Abu Kamal||-|SY0902|g", "s|admin3|هجين||ناحية هجين|34.8/41||d", "l|town|هجين|||34.69/40.83||s")
}

func TestSyriaBrokenPlaces(t *testing.T) {
	s, report := read(t, Options{}, write(t, "a.json", `[
		{"id": "g", "name": {"ar": "دير الزور"}},
		{"id": "g", "name": {"ar": "حمص"}},
		{"id": 5, "name": {"ar": "حماة"}},
		{"id": "h", "name": {}},
		{"id": "d", "governorateId": "x", "name": {"ar": "البوكمال"}},
		{"id": "i", "name": {"ar": "إدلب"}, "centroid": {"latitude": 1e3, "longitude": 36}},
		{"id": "j", "name": {"ar": "درعا"}`))
	expectPlaces(t, s, "g|admin1|دير الزور|||-||-")
	expectBroken(t, report, ":4: string", ":8: rest of the file", ":3: earlier", ":5: no name", ":7: latitude", `:6: "x"`)
}

// TestSharedSyria reads the real files of 14 governorates, 62 districts and 272
// subdistricts.
func TestSharedSyria(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "shared", "data", "open-syria-geography")
	var paths []string
	for _, name := range []string{"governorates.json", "districts.json", "subdistricts.json"} {
		paths = append(paths, filepath.Join(folder, name))
	}
	if _, err := os.Stat(filepath.Join("..", "..", "..", "shared")); err != nil {
		t.Skip("../shared is absent: the real files of Open-Syria are not read")
	}
	s, report := read(t, Options{}, paths...)
	expectBroken(t, report)
	if len(s.places) != 14+62+272 {
		t.Errorf("%d places", len(s.places))
	}
	finder := NewFinder(s)
	for query, want := range map[string]string{
		"ناحية هجين":           "ناحية هجين، منطقة البوكمال، دير الزور",
		"بمحافظة الحسكة":       "محافظة الحسكة",
		"ريف دمشق":             "محافظة ريف دمشق",
		"ريف دير الزور الشرقي": "محافظة دير الزور",
		"SY090201":             "ناحية هجين، منطقة البوكمال، دير الزور",
		"Nahiyat Hajin":        "ناحية هجين، منطقة البوكمال، دير الزور",
		"دير_الزور":            "محافظة دير الزور",
	} {
		found, err := finder.Find(query, Hint{})
		if err != nil || len(found) == 0 {
			t.Errorf("%s: %d found, %v", query, len(found), err)
			continue
		}
		if got := found[0].Hierarchy("ar"); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
}

func FuzzSyria(f *testing.F) {
	f.Add(`[{"id": "g", "name": {"ar": "حمص"}}, {"id": "d", "governorateId": "g", "name": {"ar": "حمص"}}]`)
	f.Add(`[` + strings.Repeat("[", 100) + `]`)
	f.Fuzz(func(t *testing.T, body string) { fuzz(t, "a.json", body) })
}

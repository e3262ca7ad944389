package gazetteer_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hashiya/annotate/gazetteer"
	"hashiya/model"
	"hashiya/model/sqlite"
)

// benchmarkPlaces is the size of gazetteer that look-up is measured on.
const benchmarkPlaces = 1_000_000

// devices forgets them: a benchmark opens its project once.
type devices struct{}

func (devices) Device(string) (string, string)        { return "", "" }
func (devices) Remember(string, string, string) error { return nil }

// syllables make the names of villages: 8,000 of three, each of which some
// hundred places share, and longer ones.
var (
	arabicSyllables = strings.Fields("با تل دير كفر عين شيخ بير خان جب مزر راس حما سلا قرم طيب نور زيت رمل حجر فرا")
	latinSyllables  = strings.Fields("Ba Tal Dayr Kafr Ayn Shaykh Bir Khan Jub Mazr Ras Hama Sala Qarm Tayb Nur Zayt Raml Hajar Fura")
)

// villageNames returns the two names of place i.
func villageNames(i int) (arabic, latin string) {
	var a, l []string
	for k, n := 0, i*7919; k < 3+i%2; k++ {
		a, l = append(a, arabicSyllables[n%20]), append(l, latinSyllables[n%20])
		n /= 20
	}
	if i%100 == 0 { // a hundredth of all has one name
		return "الشيخ", "Ash Shaykh"
	}
	return strings.Join(a, ""), strings.Join(l, " ")
}

// writeDump writes a GeoNames table: a country, 100 governorates, and villages.
func writeDump(b *testing.B, path string) {
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	line := func(id int, ar, en, class, code, admin string, lat, lon float64) {
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%.5f\t%.5f\t%s\t%s\tSY\t\t%s\t\t\t\t%d\t\t\tAsia/Damascus\t2024-01-01\n", id, en, en, ar, lat, lon, class, code, admin, id%9000)
	}
	line(1, "سوريا", "Syria", "A", "PCLI", "", 35, 38)
	for i := range 100 {
		line(2+i, fmt.Sprint("محافظة ", i), fmt.Sprint("Governorate ", i), "A", "ADM1", fmt.Sprint(i), 33+float64(i%10)/2, 36+float64(i/10)/2)
	}
	for i := 102; i <= benchmarkPlaces; i++ {
		ar, en := villageNames(i)
		line(i, ar, en, "P", "PPL", fmt.Sprint(i%100), 32+float64(i%5000)/1000, 36+float64(i%6007)/1000)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkFind looks places up in a project with a gazetteer of a million, as
// somebody who types does: queries change from one to the next. The log tells
// what importing it takes; "p99-ms" is the worst look-up but for one in a
// hundred, "worst-ms" the worst of all.
func BenchmarkFind(b *testing.B) {
	dump := filepath.Join(b.TempDir(), "SY.txt")
	writeDump(b, dump)
	path := filepath.Join(b.TempDir(), "p.hashiya")
	store, err := sqlite.Create(path, model.Project{ID: "p", Name: "p", Codebook: "a@1"}, model.CodebookRow{ID: "a@1", Body: "{}"}, sqlite.Options{Devices: devices{}})
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	for _, what := range []string{"import", "import of the same again"} {
		input, err := gazetteer.Open([]string{dump}, gazetteer.Options{})
		if err != nil {
			b.Fatal(err)
		}
		begun := time.Now()
		if _, err := input.Check(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
		checked := time.Since(begun)
		if err := input.Load(b.Context(), store, "", nil); err != nil {
			b.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.Logf("%s: %d places checked in %.1f s, all done in %.1f s; the project file has %d MB", what, benchmarkPlaces, checked.Seconds(), time.Since(begun).Seconds(), info.Size()>>20)
	}
	finder := gazetteer.NewFinder(store)
	near := []gazetteer.Point{{Lat: 34.7, Lon: 40.8}}
	for _, c := range []struct {
		name  string
		query func(i int) string
		hint  gazetteer.Hint
	}{
		{"name", func(i int) string { ar, _ := villageNames(i*104729%benchmarkPlaces + 1); return ar }, gazetteer.Hint{}},
		{"near", func(i int) string { ar, _ := villageNames(i*104729%benchmarkPlaces + 1); return "وبقرية " + ar }, gazetteer.Hint{Near: near, Kind: "village"}},
		{"common", func(int) string { return "قرية الشيخ" }, gazetteer.Hint{Near: near}},
		{"typing", func(i int) string {
			ar, _ := villageNames(i*104729%benchmarkPlaces + 1)
			return string([]rune(ar)[:2+i%3])
		}, gazetteer.Hint{Beginning: true, Near: near}},
		{"nothing", func(i int) string { return fmt.Sprint("بلا ", i) }, gazetteer.Hint{Beginning: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var times []time.Duration
			for i := 0; b.Loop(); i++ {
				begun := time.Now()
				if _, err := finder.Find(c.query(i), c.hint); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(begun))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*99/100].Microseconds())/1000, "p99-ms")
			b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, "worst-ms")
		})
	}
}

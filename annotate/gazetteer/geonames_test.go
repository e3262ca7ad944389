package gazetteer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// geo makes a line of the main table.
func geo(id, name, alternates, lat, lon, feature, codes, population string) string {
	class, code, _ := strings.Cut(feature, ".")
	admins := append(strings.Split(codes, "."), "", "", "", "", "")
	return strings.Join([]string{
		id, name, name, alternates, lat, lon, class, code, admins[0], "", admins[1], admins[2], admins[3], admins[4],
		population, "", "", "Asia/Damascus", "2024-01-01",
	}, "\t") + "\n"
}

// dump is a small country in which the towns stand before their units.
func dump() string {
	return geo("10", "Hajīn", "Hajin,هجین,هجين", "34.69508", "40.83138", "P.PPLA3", "SY.07.0902.090201", "37935") +
		geo("11", "Al Qaryah", "", "34.7", "40.8", "P.PPL", "SY.07.0902.999999", "0") +
		geo("12", "Bi'r", "", "34.9", "40.1", "T.WLL", "SY.07", "0") +
		geo("4", "Nāḩiyat Hajīn", "", "34.83", "40.99", "A.ADM3", "SY.07.0902.090201", "0") +
		geo("3", "Abu Kamal District", "", "34.5", "40.5", "A.ADM2", "SY.07.0902", "0") +
		geo("2", "Deir ez-Zor Governorate", "", "35.16667", "40.28333", "A.ADM1", "SY.07", "1239000") +
		geo("1", "Syria", "", "35", "38", "A.PCLI", "SY", "16906283") +
		geo("13", "Mukhayyam", "", "36.3", "41.1", "S.CMPRF", "SY.01", "40000")
}

func TestGeoNames(t *testing.T) {
	main := write(t, "SY.txt", dump())
	alternates := write(t, "alternateNamesV2.txt", strings.Join([]string{
		"1\t10\tar\tمدينة هجين\t\t\t\t\t\t",
		"2\t10\tar\tهجين\t1\t\t\t\t\t",
		"3\t10\tru\tХаджин\t\t\t\t\t\t",
		"4\t10\ten\tHajin Town\t\t\t\t\t\t",
		"5\t11\tar\tالقرية القديمة\t\t\t\t1\t\t",
		"6\t99\tar\tلا مكان\t\t\t\t\t\t",
		"7\t1\tar\tسوريا\t\t\t\t\t\t",
	}, "\n"))
	admin1 := write(t, "admin1CodesASCII.txt", "SY.01\tAl-Hasakah\tAl-Hasakah\t20\nSY.07\tDeir ez-Zor\tDeir ez-Zor\t2\nIQ.01\tAnbar\tAnbar\t30\n")
	s, report := read(t, Options{}, alternates, admin1, main)
	expectBroken(t, report)
	expectPlaces(t, s,
		"10|town|هجين|Hajīn|مدينة هجين,Hajin Town,هجین|34.69508/40.83138||4",
		"11|village||Al Qaryah|القرية القديمة|34.7/40.8||3",
		"4|admin3||Nāḩiyat Hajīn||34.83/40.99||3",
		"3|admin2||Abu Kamal District||34.5/40.5||2",
		"2|admin1||Deir ez-Zor Governorate||35.16667/40.28333||1",
		"1|country|سوريا|Syria||35/38||-",
		"13|camp||Mukhayyam||36.3/41.1||20",
		"20|admin1||Al-Hasakah||-||1",
	)
	if report.Left != 1 || report.Source.Key != "geonames:sy" || report.Source.Licence != "CC BY 4.0" {
		t.Errorf("%+v", report)
	}
	if s.author != "author" {
		t.Errorf("author %q", s.author)
	}
}

func TestGeoNamesFeatures(t *testing.T) {
	main := write(t, "SY.txt", dump())
	for features, want := range map[string]int{"P": 2, "T.WLL": 1, "P,A": 6, "A": 4} {
		if s, report := read(t, Options{Features: strings.Split(features, ",")}, main); len(s.places) != want || report.Left != 8-want {
			t.Errorf("%s: %d places and %d left out, want %d", features, len(s.places), report.Left, want)
		}
	}
	in, err := Open([]string{main}, Options{Features: []string{"H"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = in.Check(t.Context(), nil); err == nil || !strings.Contains(err.Error(), "other features") {
		t.Errorf("no place of the kinds: %v", err)
	}
}

func TestGeoNamesBrokenRows(t *testing.T) {
	good := geo("1", "Town", "", "34", "40", "P.PPL", "SY.07", "20000")
	main := write(t, "SY.txt", good+
		"only\tthree\tcolumns\n"+
		"\n"+
		geo("x", "Town", "", "34", "40", "P.PPL", "SY.07", "1")+
		geo("2", "Town", "", "91", "40", "P.PPL", "SY.07", "1")+
		geo("3", "Town", "", "34", "x", "P.PPL", "SY.07", "1")+
		geo("4", "", "", "34", "40", "P.PPL", "SY.07", "1")+
		geo("1", "Town", "", "34", "40", "P.PPL", "SY.07", "1")+
		geo("5", "To\xffwn", "", "34", "40", "P.PPL", "SY.07", "1")+
		geo("6", strings.Repeat("n", 201), "", "34", "40", "P.PPL", "SY.07", "1")+
		geo("7", strings.Repeat("n", maxLine), "", "34", "40", "P.PPL", "SY.07", "1")+
		geo("8", "Town", "", "34", "40", "P.PPL", "SY.07", "many")+
		geo("9", "...", "", "34", "40", "P.PPL", "SY.07", "1")+
		strings.TrimSuffix(geo("10", "Last", "", "34", "40", "P.PPL", "SY.07", "1"), "\n"))
	s, report := read(t, Options{}, main)
	expectPlaces(t, s, "1|town||Town||34/40||-", "10|village||Last||34/40||-")
	expectBroken(t, report,
		":2: 3 columns", ":4: geonameid", ":5: latitude", ":6: longitude", ":7: no name", ":8: earlier line",
		":9: UTF-8", ":10: longer than 200", ":11: longer than", ":12: population", ":13: no letter")
}

func TestRefusedFiles(t *testing.T) {
	main := write(t, "SY.txt", dump())
	for name, c := range map[string]struct {
		text  string
		paths []string
	}{
		"none":            {"no file", nil},
		"absent":          {"check the path", []string{main + "x"}},
		"folder":          {"not a file", []string{t.TempDir()}},
		"archive":         {"unpack it", []string{write(t, "SY.zip", "PK\x03\x04")}},
		"text":            {"no list of places", []string{write(t, "a.txt", "hello\n")}},
		"empty":           {"no list of places", []string{write(t, "a.txt", "")}},
		"mixed":           {"different formats", []string{main, write(t, "a.json", "[]")}},
		"no main table":   {"SY.txt", []string{write(t, "alternateNamesV2.txt", "")}},
		"no array":        {"no JSON array", []string{write(t, "a.json", "{}")}},
		"no places":       {"hold no place", []string{write(t, "a.json", "[]")}},
		"no code columns": {"admin2Pcode", []string{write(t, "a.csv", "a,b\n1,2\n")}},
		"all broken":      {"the first is broken", []string{write(t, "a.csv", "admin1Pcode,admin1Name_en\nSY01,\n")}},
	} {
		t.Run(name, func(t *testing.T) { expectRefused(t, c.text, c.paths...) })
	}
}

// TestChangedFile changes a file between the check and the import.
func TestChangedFile(t *testing.T) {
	for name, path := range map[string]string{"dump": write(t, "SY.txt", dump()), "table": write(t, "a.csv", "admin1Pcode,admin1Name_en\nSY01,Damascus\n")} {
		in, err := Open([]string{path}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := in.Check(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		body, _ := os.ReadFile(path)
		if err := os.WriteFile(path, append(body, '\n'), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := in.Load(t.Context(), &shelf{}, "", nil); !errors.Is(err, errChanged) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestCancelledCheck(t *testing.T) {
	in, err := Open([]string{write(t, "SY.txt", dump())}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := in.Check(ctx, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := in.Load(t.Context(), &shelf{}, "", nil); err == nil {
		t.Error("what was not checked is loaded")
	}
}

func TestProgress(t *testing.T) {
	path := write(t, "SY.txt", dump())
	in, err := Open([]string{path}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var last, total int64
	if _, err := in.Check(t.Context(), func(d, n int64) { last, total = d, n }); err != nil {
		t.Fatal(err)
	}
	if last != int64(len(dump())) || total != last {
		t.Errorf("%d of %d bytes, want %d", last, total, len(dump()))
	}
}

func FuzzGeoNames(f *testing.F) {
	f.Add(dump())
	f.Add(geo("1", "a", "ب,c", "1", "2", "A.ADM1", "SY.1", "3") + "x\ty\n")
	f.Fuzz(func(t *testing.T, body string) {
		fuzz(t, "SY.txt", strings.Repeat("\t", mainColumns-1)+"\n"+body)
	})
}

// fuzz reads a file and makes sure that what was found is what is loaded, that
// the lines named exist, and that every place lies in a known one.
func fuzz(t *testing.T, name, body string) {
	in, err := Open([]string{write(t, name, body)}, Options{})
	if err != nil {
		return
	}
	report, err := in.Check(t.Context(), nil)
	if err != nil {
		return
	}
	var s shelf
	if err := in.Load(t.Context(), &s, "", nil); err != nil {
		t.Fatal(err)
	}
	if len(s.places) != report.Places {
		t.Fatalf("%d places, %d found", len(s.places), report.Places)
	}
	for _, p := range s.places {
		if p.Parent < 0 || p.Parent > int64(len(s.places)) || p.Parent == p.Number {
			t.Fatalf("place %d of %d lies in %d", p.Number, len(s.places), p.Parent)
		}
		if _, err := rowOf(p); err != nil {
			t.Fatal(err)
		}
	}
	for _, b := range report.Broken {
		if b.Line < 1 || b.Line > strings.Count(body, "\n")+strings.Count(body, "\r")+2 {
			t.Fatal(fmt.Sprint(b))
		}
	}
}

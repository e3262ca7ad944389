package gazetteer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// book makes a workbook of sheets in order, each of rows.
func book(t testing.TB, sheets ...[][]any) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, rows := range sheets {
		name := "Sheet" + string(rune('1'+i))
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for n, row := range rows {
			cell, err := excelize.CoordinatesToCellName(1, n+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetSheetRow(name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestXLSX(t *testing.T) {
	path := book(t,
		[][]any{{"About this workbook"}, {"nothing"}},
		[][]any{{"admin1Name_en", "admin1Name_ar", "admin1Pcode"}, {"#adm1+name", "", "#adm1+code"}, {"Damascus", "دمشق", "SY01"}},
		[][]any{{"ADM1_PCODE", "ADM2_EN", "ADM2_PCODE", "LAT", "LON"}, {"SY01", "Center", "SY0101", 33.512345678901, 36.25}, {}, {"SY01", "Other", nil}, {"SY01", "Bad", "SY0102", "north", 1}})
	s, report := read(t, Options{}, path)
	expectPlaces(t, s, "SY01|admin1|دمشق|Damascus||-|SY01|-", "SY0101|admin2||Center||33.512346/36.25|SY0101|SY01")
	expectBroken(t, report, `:5: latitude`)
	if !strings.HasSuffix(report.Broken[0].File, "#Sheet3") {
		t.Errorf("the row is named as of %s", report.Broken[0].File)
	}
}

func TestBrokenXLSX(t *testing.T) {
	whole, err := os.ReadFile(book(t, [][]any{{"admin1Pcode", "admin1Name_en"}, {"SY01", "Damascus"}}))
	if err != nil {
		t.Fatal(err)
	}
	expectRefused(t, "save it as CSV", write(t, "a.xlsx", string(whole[:len(whole)/2])))
	expectRefused(t, "save it as CSV", write(t, "a.xlsx", "no archive"))
	expectRefused(t, "no column of place codes", book(t, [][]any{{"a"}}))
}

func FuzzXLSX(f *testing.F) {
	body, err := os.ReadFile(book(f, [][]any{{"admin1Pcode", "admin1Name_en"}, {"SY01", "Damascus"}}))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(body))
	f.Fuzz(func(t *testing.T, body string) {
		in, err := Open([]string{write(t, "a.xlsx", body)}, Options{})
		if err != nil {
			return
		}
		if _, err := in.Check(t.Context(), nil); err == nil {
			if err := in.Load(t.Context(), &shelf{}, "", nil); err != nil {
				t.Fatal(err)
			}
		}
	})
}

package gazetteer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"hashiya/model"
)

// pcodes reads tables of OCHA place codes: the tabular files of the Common
// Operational Datasets on administrative boundaries (COD-AB) and of populated
// places on https://data.humdata.org. A row names a unit and those above it;
// a unit is taken from the first row that names it.
type pcodes struct {
	paths []string
	memory
}

func (t *pcodes) source() model.PlaceSource {
	var names []string
	for _, path := range t.paths {
		names = append(names, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	}
	return model.PlaceSource{
		Key:  "ocha:" + strings.ToLower(strings.Join(names, "+")),
		Name: "OCHA P-codes (" + strings.Join(names, ", ") + ")", Licence: "CC BY 3.0 IGO", URL: "https://data.humdata.org",
	}
}

// tableRow is a row of a table, from line 1.
type tableRow struct {
	line  int
	cells []string
	err   error // in the place of cells
}

func (t *pcodes) scan(ctx context.Context, report *Report, files *openFiles) error {
	b := unitBuilder{report: report, numbers: map[string]int64{}}
	for i, path := range t.paths {
		var read readTable = readCSV
		if strings.EqualFold(filepath.Ext(path), ".xlsx") {
			read = readXLSX
		}
		file, err := files.open(i)
		if err != nil {
			return err
		}
		tables := 0
		err = read(ctx, file, path, func(name string, rows func(func(tableRow) bool)) error {
			found, err := b.table(name, rows)
			if found {
				tables++
			}
			return err
		})
		if err = errors.Join(err, file.Close()); err != nil {
			return err
		}
		if tables == 0 {
			return fmt.Errorf("%s: no column of place codes is found, such as admin2Pcode or ADM2_PCODE; check the first rows", path)
		}
	}
	t.rows = b.rows
	return nil
}

// unitBuilder makes places of the rows of tables.
type unitBuilder struct {
	report  *Report
	rows    []model.PlaceRow
	numbers map[string]int64 // by P-code
}

// headRows is how many rows a table's title may take before its head.
const headRows = 10

// table takes the rows of one table in; found is false when it has no columns
// of place codes.
func (b *unitBuilder) table(name string, rows func(func(tableRow) bool)) (found bool, err error) {
	var h head
	n := 0
	for row := range rows {
		if n++; !found {
			if n > headRows {
				return false, nil
			}
			h, found = readHead(row.cells)
			continue
		}
		if row.err == nil && isBlank(row.cells) {
			continue
		}
		if row.err == nil {
			row.err = b.row(&h, row.cells)
		}
		switch {
		case errors.Is(row.err, errTooMany):
			return found, row.err
		case row.err != nil:
			b.report.broken(name, row.line, row.err)
		}
	}
	return found, nil
}

// isBlank knows rows to be passed over: empty ones, and the tags of the
// Humanitarian Exchange Language below a head (https://hxlstandard.org).
func isBlank(cells []string) bool {
	blank := true
	for _, cell := range cells {
		if cell = strings.TrimSpace(cell); cell != "" {
			blank = false
			if strings.HasPrefix(cell, "#") {
				return true
			}
		}
	}
	return blank
}

// row takes one row in: nothing of it when it is broken.
func (b *unitBuilder) row(h *head, cells []string) error {
	deepest := h.deepest(cells)
	if deepest < 0 {
		return errors.New("it has no place code")
	}
	above := int64(0)
	var fresh []model.PlaceRow
	for level := 0; level <= deepest; level++ {
		code := h.cell(cells, level, codeColumn)
		if code == "" {
			continue
		}
		if number := b.numbers[strings.ToUpper(code)]; number != 0 {
			above = number
			continue
		}
		p := h.place(cells, level, level == deepest)
		p.Parent = above
		row, err := rowOf(p)
		if err != nil {
			return fmt.Errorf("place code %s: %w", code, err)
		}
		fresh = append(fresh, row)
		above = int64(len(b.rows) + len(fresh))
	}
	if len(fresh) == 0 {
		return b.again(h, cells, deepest, above)
	}
	for _, row := range fresh {
		if err := b.report.take(); err != nil {
			return err
		}
		b.rows = append(b.rows, row)
		b.numbers[strings.ToUpper(row.PCode)] = int64(len(b.rows))
	}
	return nil
}

// again deals with a row of which all units are known: it may bring the point
// of a unit that other rows have only named, and must not rename it.
func (b *unitBuilder) again(h *head, cells []string, level int, number int64) error {
	p := h.place(cells, level, true)
	known := b.rows[number-1]
	if p.NameEn != "" && known.NameEn != "" && Key(p.NameEn) != Key(known.NameEn) || p.NameAr != "" && known.NameAr != "" && Key(p.NameAr) != Key(known.NameAr) {
		return fmt.Errorf("place code %s is also that of %q", p.PCode, cmp.Or(known.NameEn, known.NameAr))
	}
	known.NameEn, known.NameAr = cmp.Or(known.NameEn, p.NameEn), cmp.Or(known.NameAr, p.NameAr)
	if known.Lat == "" {
		known.Lat, known.Lon = p.Lat, p.Lon
	}
	known.Population = max(known.Population, p.Population)
	row, err := rowOf(known.Place)
	if err != nil {
		return fmt.Errorf("place code %s: %w", p.PCode, err)
	}
	b.rows[number-1] = row
	return nil
}

// place returns the unit of a level that a row names. Point and population are
// those of the deepest.
func (h *head) place(cells []string, level int, deepest bool) model.Place {
	code := h.cell(cells, level, codeColumn)
	p := model.Place{
		Key: code, PCode: code, Level: level, Kind: kindOfLevel(min(level, settlementLevel)),
		NameEn: h.cell(cells, level, englishColumn), NameAr: h.cell(cells, level, arabicColumn),
	}
	if deepest {
		p.Lat, p.Lon = decimal(h.value(cells, h.lat)), decimal(h.value(cells, h.lon))
		p.Population, _ = strconv.ParseInt(strings.ReplaceAll(h.value(cells, h.population), ",", ""), 10, 64)
	}
	if level == settlementLevel {
		p.Kind, p.Level = settlement(p.Population), model.NoLevel
	}
	return p
}

// decimalPlaces keeps a point exact to a metre.
const decimalPlaces = 6

// decimal brings a coordinate into the form of the project file: a spreadsheet
// writes more digits than mean anything. What is no number stays, to be refused
// with its words.
func decimal(text string) model.Decimal {
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || text == "" {
		return model.Decimal(text)
	}
	short := strconv.FormatFloat(value, 'f', decimalPlaces, 64)
	return model.Decimal(strings.TrimRight(strings.TrimRight(short, "0"), "."))
}

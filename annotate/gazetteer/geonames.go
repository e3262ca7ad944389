package gazetteer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"hashiya/model"
)

// DefaultFeatures are what is taken of a GeoNames dump when nothing else is
// asked for: populated places, administrative units, refugee camps, oil fields.
var DefaultFeatures = []string{"P", "A", "S.CMPRF", "L.OILF"}

// geonames reads the dumps of https://download.geonames.org/export/dump, whose
// readme.txt describes the columns: the main table (XX.txt, allCountries.txt,
// cities500.txt), alternateNamesV2.txt, admin1CodesASCII.txt and
// admin2Codes.txt. It reads the main tables twice, since a place may stand
// before the unit it lies in.
type geonames struct {
	features []string
	// Of Input's paths, those of each kind of table.
	main, alternates, admins []int
	paths                    []string

	numbers map[uint32]int64          // of the places taken, by geonameid
	units   map[string]int64          // number of an administrative unit by its codes, "SY.07.02"
	names   map[uint32]alternateNames // of the places taken
	extra   []model.PlaceRow          // units that only the code tables know
	// countries are those of the places taken.
	countries map[string]bool
}

// Columns of the main table.
const (
	columnID         = 0
	columnName       = 1
	columnASCII      = 2
	columnAlternates = 3
	columnLat        = 4
	columnLon        = 5
	columnClass      = 6
	columnCode       = 7
	columnCountry    = 8
	columnAdmin1     = 10
	columnAdmin4     = 13
	columnPopulation = 14
	mainColumns      = 19
)

func (g *geonames) source() model.PlaceSource {
	var names []string
	for _, i := range g.main {
		names = append(names, strings.TrimSuffix(filepath.Base(g.paths[i]), filepath.Ext(g.paths[i])))
	}
	return model.PlaceSource{
		Key:  "geonames:" + strings.ToLower(strings.Join(names, "+")),
		Name: "GeoNames (" + strings.Join(names, ", ") + ")", Licence: "CC BY 4.0", URL: "https://www.geonames.org",
	}
}

func (g *geonames) scan(ctx context.Context, report *Report, files *openFiles) error {
	g.numbers, g.units, g.names = map[uint32]int64{}, map[string]int64{}, map[uint32]alternateNames{}
	g.extra, g.countries = nil, map[string]bool{}
	for _, i := range g.main {
		err := files.eachLine(i, func(line int, text []byte, broken error) error {
			row, err := g.row(text, broken)
			switch {
			case err != nil:
				report.broken(g.paths[i], line, err)
				return nil
			case row == nil:
				report.Left++
				return nil
			case g.numbers[row.id] != 0:
				report.broken(g.paths[i], line, fmt.Errorf("id %d stands in an earlier line too", row.id))
				return nil
			}
			if _, err := rowOf(row.place(alternateNames{})); err != nil {
				report.broken(g.paths[i], line, err)
				return nil
			}
			if err := report.take(); err != nil {
				return err
			}
			number := int64(report.Places)
			g.numbers[row.id] = number
			g.countries[row.codes(0)] = true
			if unit := row.unit(); unit != "" && g.units[unit] == 0 {
				g.units[unit] = number
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if err := g.scanAdmins(report, files); err != nil {
		return err
	}
	return g.scanAlternates(report, files)
}

// geoRow is a line of the main table. The columns are valid as long as the
// line.
type geoRow struct {
	id      uint32
	columns [][]byte
}

// row takes a line apart: nil for a feature that is not asked for.
func (g *geonames) row(line []byte, broken error) (*geoRow, error) {
	if broken != nil {
		return nil, broken
	}
	columns := bytes.Split(line, []byte{'\t'})
	if len(columns) != mainColumns {
		return nil, fmt.Errorf("it has %d columns, not %d", len(columns), mainColumns)
	}
	class, code := string(columns[columnClass]), string(columns[columnCode])
	if !slices.Contains(g.features, class) && !slices.Contains(g.features, class+"."+code) {
		return nil, nil
	}
	id, err := strconv.ParseUint(string(columns[columnID]), 10, 32)
	if err != nil || id == 0 {
		return nil, fmt.Errorf("geonameid %q is no number", columns[columnID])
	}
	if text := string(columns[columnPopulation]); text != "" {
		if _, err := strconv.ParseInt(text, 10, 64); err != nil {
			return nil, fmt.Errorf("population %q is no number", text)
		}
	}
	return &geoRow{uint32(id), columns}, nil
}

// unit returns the codes of an administrative unit, "" for another place.
func (r *geoRow) unit() string {
	code := string(r.columns[columnCode])
	if string(r.columns[columnClass]) != "A" {
		return ""
	}
	if strings.HasPrefix(code, "PCL") {
		return string(r.columns[columnCountry])
	}
	level := levelOfCode(code)
	if level < 1 {
		return ""
	}
	for i := range level {
		if len(r.columns[columnAdmin1+i]) == 0 {
			return ""
		}
	}
	return r.codes(level)
}

// codes returns the country and the codes of the units down to a level.
func (r *geoRow) codes(level int) string {
	parts := []string{string(r.columns[columnCountry])}
	for i := range level {
		parts = append(parts, string(r.columns[columnAdmin1+i]))
	}
	return strings.Join(parts, ".")
}

// levelOfCode returns the administrative level of a feature code, NoLevel for
// one without.
func levelOfCode(code string) int {
	switch {
	case strings.HasPrefix(code, "PCL"):
		return 0
	case len(code) == len("ADM1") && strings.HasPrefix(code, "ADM") && code[3] >= '1' && code[3] <= '4':
		return int(code[3] - '0')
	}
	return model.NoLevel
}

// parent returns the number of the smallest unit known that a place lies in.
func (g *geonames) parent(r *geoRow) int64 {
	self := r.unit()
	for level := columnAdmin4 - columnAdmin1 + 1; level >= 0; level-- {
		if level > 0 && len(r.columns[columnAdmin1+level-1]) == 0 {
			continue
		}
		if codes := r.codes(level); codes != self {
			if number := g.units[codes]; number != 0 && number != g.numbers[r.id] {
				return number
			}
		}
	}
	return 0
}

// place returns the place of a line, without its parent.
func (r *geoRow) place(names alternateNames) model.Place {
	column := func(i int) string { return string(r.columns[i]) }
	population, _ := strconv.ParseInt(column(columnPopulation), 10, 64)
	code := column(columnCode)
	p := model.Place{
		Key: strconv.FormatUint(uint64(r.id), 10), Level: model.NoLevel, NameEn: column(columnName),
		Lat: model.Decimal(column(columnLat)), Lon: model.Decimal(column(columnLon)), Population: population,
		Kind: kindOfFeature(column(columnClass), code, population),
	}
	if column(columnClass) == "A" {
		p.Level = levelOfCode(code)
	}
	p.NameAr, p.Aliases = names.arabic, names.others
	if p.NameEn == "" {
		p.NameEn = column(columnASCII)
	}
	p.Aliases = append(slices.Clone(p.Aliases), column(columnASCII))
	// The main table does not say which language a name is in.
	for name := range strings.SplitSeq(column(columnAlternates), ",") {
		switch {
		case !isArabic(name):
		case p.NameAr == "" && !isPersian(name):
			p.NameAr = name
		default:
			p.Aliases = append(p.Aliases, name)
		}
	}
	return p
}

// isPersian knows letters that Arabic does not have.
func isPersian(name string) bool {
	return strings.ContainsAny(name, "پچژگکیےھہڑٹڈںۆێەڵۇ")
}

func (g *geonames) each(ctx context.Context, files *openFiles) iter.Seq2[model.PlaceRow, error] {
	stop := errors.New("stop")
	return func(yield func(model.PlaceRow, error) bool) {
		next := int64(1)
		for _, i := range g.main {
			err := files.eachLine(i, func(_ int, text []byte, broken error) error {
				row, err := g.row(text, broken)
				if err != nil || row == nil || g.numbers[row.id] != next {
					return nil // scan has told of it
				}
				place := row.place(g.names[row.id])
				place.Parent = g.parent(row)
				kept, err := rowOf(place)
				if err != nil {
					return nil
				}
				next++
				if !yield(kept, nil) {
					return stop
				}
				return nil
			})
			if err != nil {
				if err != stop {
					yield(model.PlaceRow{}, err)
				}
				return
			}
		}
		for _, row := range g.extra {
			if !yield(row, nil) {
				return
			}
		}
	}
}

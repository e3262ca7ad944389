package gazetteer

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"hashiya/model"
)

// alternateNames are the names of a place in the languages that matter here.
type alternateNames struct {
	arabic string
	// preferred says that arabic is marked as the name to be used.
	preferred bool
	others    []string
}

// Columns of alternateNamesV2.txt.
const (
	alternateID         = 1
	alternateLanguage   = 2
	alternateName       = 3
	alternatePreferred  = 4
	alternateColloquial = 6
	alternateHistoric   = 7
	alternateColumns    = 8 // later ones are optional
)

// scanAlternates keeps the Arabic and English names of the places taken. Names
// of other languages would cost more than they find.
func (g *geonames) scanAlternates(report *Report, files *openFiles) error {
	for _, i := range g.alternates {
		err := files.eachLine(i, func(line int, text []byte, broken error) error {
			if broken != nil {
				report.broken(g.paths[i], line, broken)
				return nil
			}
			columns := bytes.Split(text, []byte{'\t'})
			if len(columns) < alternateColumns {
				report.broken(g.paths[i], line, fmt.Errorf("it has %d columns, not %d", len(columns), alternateColumns))
				return nil
			}
			language := string(columns[alternateLanguage])
			if language != "ar" && language != "en" {
				return nil
			}
			id, err := strconv.ParseUint(string(columns[alternateID]), 10, 32)
			if err != nil {
				report.broken(g.paths[i], line, fmt.Errorf("geonameid %q is no number", columns[alternateID]))
				return nil
			}
			if g.numbers[uint32(id)] != 0 {
				g.addAlternate(uint32(id), language, columns)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// addAlternate puts one name to its place. The Arabic name is the preferred
// one, else the first that is neither colloquial nor historic.
func (g *geonames) addAlternate(id uint32, language string, columns [][]byte) {
	is := func(column int) bool { return string(columns[column]) == "1" }
	names := g.names[id]
	name := tidy(string(columns[alternateName]))
	if checkText(name) != nil || name == "" || len(names.others) >= maxAliases {
		return
	}
	fits := language == "ar" && !is(alternateColloquial) && !is(alternateHistoric)
	switch {
	case fits && names.arabic == "", fits && is(alternatePreferred) && !names.preferred:
		if names.arabic != "" {
			names.others = append(names.others, names.arabic)
		}
		names.arabic, names.preferred = name, is(alternatePreferred)
	default:
		names.others = append(names.others, name)
	}
	g.names[id] = names
}

// Columns of admin1CodesASCII.txt and admin2Codes.txt.
const (
	adminCodes   = 0
	adminName    = 1
	adminID      = 3
	adminColumns = 4
)

// scanAdmins takes units that the main tables do not hold from the tables of
// codes, which know no coordinates. Those of countries from which no place is
// taken are left out.
func (g *geonames) scanAdmins(report *Report, files *openFiles) error {
	for _, i := range g.admins {
		err := files.eachLine(i, func(line int, text []byte, broken error) error {
			columns := strings.Split(string(text), "\t")
			if broken == nil && len(columns) != adminColumns {
				broken = fmt.Errorf("it has %d columns, not %d", len(columns), adminColumns)
			}
			if broken != nil {
				report.broken(g.paths[i], line, broken)
				return nil
			}
			codes := columns[adminCodes]
			country, _, _ := strings.Cut(codes, ".")
			if g.units[codes] != 0 || !g.countries[country] {
				return nil
			}
			return g.addUnit(report, i, line, columns)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *geonames) addUnit(report *Report, i, line int, columns []string) error {
	level := strings.Count(columns[adminCodes], ".")
	id, err := strconv.ParseUint(columns[adminID], 10, 32)
	if err != nil || level < 1 || level > 2 {
		report.broken(g.paths[i], line, fmt.Errorf("%q with id %q is no unit of the first or second level", columns[adminCodes], columns[adminID]))
		return nil
	}
	if g.numbers[uint32(id)] != 0 {
		return nil
	}
	above := columns[adminCodes][:strings.LastIndexByte(columns[adminCodes], '.')]
	row, err := rowOf(model.Place{
		Key: columns[adminID], Kind: kindOfLevel(level), Level: level, NameEn: columns[adminName], Parent: g.units[above],
	})
	if err != nil {
		report.broken(g.paths[i], line, err)
		return nil
	}
	if err := report.take(); err != nil {
		return err
	}
	g.extra = append(g.extra, row)
	g.numbers[uint32(id)] = int64(report.Places)
	g.units[columns[adminCodes]] = int64(report.Places)
	return nil
}

// kindOfFeature returns the kind, of list entity_type_location, of a GeoNames
// feature (https://www.geonames.org/export/codes.html). The populations of most
// villages are not known to GeoNames.
func kindOfFeature(class, code string, population int64) string {
	switch class {
	case "A":
		if level := levelOfCode(code); level != model.NoLevel {
			return kindOfLevel(level)
		}
		return "other"
	case "P":
		switch code {
		case "PPLC", "PPLA", "PPLG":
			return "city"
		case "PPLA2", "PPLA3", "PPLA4":
			if population < cityPopulation {
				return "town"
			}
		case "PPLX":
			return "neighbourhood"
		}
		return settlement(population)
	case "R":
		return "linear_feature"
	case "H":
		if strings.HasPrefix(code, "STM") || strings.HasPrefix(code, "CNL") || strings.HasPrefix(code, "WAD") {
			return "linear_feature"
		}
		return "other"
	case "S":
		switch code {
		case "CMP", "CMPRF":
			return "camp"
		case "PSTB", "PSTC":
			return "crossing"
		}
		return "facility"
	case "L":
		switch code {
		case "OILF", "GASF":
			return "oil_field"
		case "MILB":
			return "facility"
		}
	}
	return "other"
}

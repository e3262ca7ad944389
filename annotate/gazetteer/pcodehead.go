package gazetteer

import (
	"regexp"
	"strings"
)

// The columns that each level of a P-code table may have.
const (
	codeColumn = iota
	englishColumn
	arabicColumn
	levelColumns
)

// settlementLevel is the level of populated places: below the three of
// administrative units in the countries that publish Arabic names.
const settlementLevel = 4

// head says which column of a table holds what, -1 for none.
type head struct {
	levels               [settlementLevel + 1][levelColumns]int
	lat, lon, population int
}

// The names of columns differ by year: admin2Name_ar, admin2Pcode (to 2020),
// ADM2_AR, ADM2_PCODE (to 2024), adm2_name1, adm2_pcode (since), and
// LocationName_Ar, LocationPCode for populated places.
var (
	unitColumn  = regexp.MustCompile(`^adm(?:in)?([0-4])(name|pcode)?(en|ar|arabic|english|1)?$`)
	placeColumn = regexp.MustCompile(`^(?:location|community|populatedplace|locality|town|village|neighbo(?:u)?rhood)(name)?(pcode)?(en|ar|arabic|english)?$`)
)

// readHead reads the first row of a table; found is false for a row that has no
// column of place codes.
func readHead(cells []string) (h head, found bool) {
	h = head{lat: -1, lon: -1, population: -1}
	for level := range h.levels {
		h.levels[level] = [levelColumns]int{-1, -1, -1}
	}
	for i, cell := range cells {
		name := strings.Map(func(r rune) rune {
			if strings.ContainsRune(" _-.\t\u00a0\ufeff", r) {
				return -1
			}
			return r
		}, strings.ToLower(cell))
		level, column := levelColumn(name)
		switch {
		case level >= 0 && h.levels[level][column] < 0:
			h.levels[level][column] = i
			found = found || column == codeColumn
		case level >= 0:
		case h.lat < 0 && strings.Contains(name, "lat"):
			h.lat = i
		case h.lon < 0 && (strings.Contains(name, "lon") || strings.Contains(name, "lng")):
			h.lon = i
		case h.population < 0 && strings.HasPrefix(name, "pop"):
			h.population = i
		}
	}
	return h, found
}

// levelColumn tells which column of which level a name means; the level is -1
// when it means none.
func levelColumn(name string) (level, column int) {
	level = settlementLevel
	match := unitColumn.FindStringSubmatch(name)
	if match != nil {
		level = int(match[1][0] - '0')
	} else if match = placeColumn.FindStringSubmatch(name); match == nil {
		return -1, 0
	}
	switch {
	case strings.HasSuffix(name, "pcode"):
		return level, codeColumn
	case strings.HasSuffix(name, "ar"), strings.HasSuffix(name, "arabic"), strings.HasSuffix(name, "name1"):
		return level, arabicColumn
	case strings.HasSuffix(name, "en"), strings.HasSuffix(name, "english"), strings.HasSuffix(name, "name"):
		return level, englishColumn
	}
	return -1, 0
}

// value returns a cell, "" when there is none.
func (h *head) value(cells []string, column int) string {
	if column < 0 || column >= len(cells) {
		return ""
	}
	return strings.TrimSpace(cells[column])
}

func (h *head) cell(cells []string, level, column int) string {
	return h.value(cells, h.levels[level][column])
}

// deepest returns the lowest level of which a row has the code, -1 for none.
func (h *head) deepest(cells []string) int {
	for level := settlementLevel; level >= 0; level-- {
		if h.cell(cells, level, codeColumn) != "" {
			return level
		}
	}
	return -1
}

package mapview

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// maxProperties is how long the properties of a feature may be to be looked at, in bytes.
const maxProperties = 64 << 10

// labelKeys are the properties that may hold a label, the best first: names given for this program, OpenStreetMap, geoBoundaries.
var labelKeys = []string{"label", "name:ar", "name_ar", "name", "Name", "NAME", "shapeName"}

// naming returns label and level of a feature. Levels are those of "level" (0, 1, 2), of geoBoundaries ("shapeType": "ADM1"), of
// OpenStreetMap ("admin_level": 2 is a country, 4 a governorate, 6 a district), or of the common operational datasets of OCHA, where the
// lowest unit has the highest n of ADMn_PCODE and its name in ADMn_AR or ADMn_EN. Without any it is 0.
func naming(properties json.RawMessage) (label string, level int) {
	var p map[string]any
	if len(properties) > maxProperties || json.Unmarshal(properties, &p) != nil {
		return "", 0
	}
	level, keys := levelOf(p)
	for _, key := range append(keys, labelKeys...) {
		if s, ok := p[key].(string); ok && strings.TrimSpace(s) != "" {
			return cutWords(s), level
		}
	}
	return "", level
}

// levelOf returns the level, and the keys of the names that belong to it.
func levelOf(p map[string]any) (level int, nameKeys []string) {
	if n, ok := whole(p["level"]); ok {
		return clampLevel(n), nil
	}
	if kind, ok := p["shapeType"].(string); ok {
		if n, ok := whole(strings.TrimPrefix(kind, "ADM")); ok {
			return clampLevel(n), nil
		}
	}
	if n, ok := whole(p["admin_level"]); ok {
		return clampLevel(n/2 - 1), nil
	}
	const lowest = 4
	for n := lowest; n >= 0; n-- {
		unit := fmt.Sprintf("ADM%d_", n)
		if _, has := p[unit+"PCODE"]; has {
			return clampLevel(n), []string{unit + "AR", unit + "EN"}
		}
	}
	return 0, nil
}

func clampLevel(n int) int { return min(max(n, 0), maxLevel) }

// whole reads a small whole number given as a number or a string.
func whole(v any) (int, bool) {
	switch v := v.(type) {
	case float64:
		return int(min(max(v, -1), 100)), true
	case string:
		n, err := strconv.Atoi(strings.TrimSpace(v))
		return n, err == nil
	}
	return 0, false
}

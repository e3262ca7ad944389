// Package gazetteer reads lists of places (GeoNames dumps, OCHA P-code tables,
// the JSON of Open-Syria) and looks places up in them by the words of an
// article. It knows no database: what keeps the places comes in by an
// interface.
package gazetteer

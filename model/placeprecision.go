package model

// PlacePrecision suggests how exactly an event is placed whose place is only
// known as a place of a kind: a code of list entity_type_location. relative
// says that the words tell of an area around the place, such as its
// countryside. It is a suggestion only: "two kilometres north of Hajin" is more
// exact, and "Hajin and its surroundings" less.
//
// ucdp is where_prec of the UCDP Georeferenced Event Dataset (UCDP GED
// Codebook, variable where_prec): 1 the exact point, 2 within about 25 km of a
// point, 3 the second-order division, 4 the first-order division, 5 a line or
// an area without clear edges, 6 the country, 7 sea or air. acled is
// geo_precision of ACLED (ACLED Codebook, column geo_precision): 1 the town, 2
// a part of a region, near a town, 3 a larger region. Each is 0 where nothing
// follows from the kind; ACLED has no code for a whole country.
//
// UCDP has no code for a third-order division: the second-order one, in which
// it lies, is what surely holds.
func PlacePrecision(kind string, relative bool) (ucdp, acled int) {
	switch kind {
	case "city", "town", "village", "neighbourhood", "camp", "facility", "oil_field", "crossing":
		if relative {
			return 2, 2
		}
		return 1, 1
	case "relative_area":
		return 2, 2
	case "admin3", "admin2":
		return 3, 2
	case "admin1":
		return 4, 3
	case "control_area", "linear_feature":
		return 5, 3
	case "country":
		if relative {
			return 5, 0
		}
		return 6, 0
	}
	return 0, 0
}

package model

// Place is one place of a gazetteer: reference data, which annotators look up
// and which becomes an Entity when somebody refers to it.
type Place struct {
	PlaceRef
	Key        string // id in the source, such as a GeoNames id
	Kind       string // of list entity_type_location
	Level      int    // administrative level, 0 for a country to 4; NoLevel for other places
	NameAr     string
	NameEn     string
	Aliases    []string
	Lat        Decimal // WGS 84 degrees; empty when not known, as is Lon then
	Lon        Decimal
	PCode      string // OCHA place code
	Parent     int64  // number of the unit it lies in, in the same source; 0 when not known
	Population int64  // 0 when not known
}

// NoLevel is the Level of a place that is no administrative unit.
const NoLevel = -1

// PlaceRef names a place in the present import of a source. A later import of
// the source numbers its places anew.
type PlaceRef struct {
	Source string // key of the PlaceSource
	Number int64  // from 1, without gaps
}

// Name returns the place's name in a language ("ar" or "en"), in the other one
// when that is missing.
func (p Place) Name(language string) string {
	if language == "ar" && p.NameAr != "" || p.NameEn == "" {
		return p.NameAr
	}
	return p.NameEn
}

// PlaceRow is a place on its way into a gazetteer. Places are numbered in the
// order in which they come.
type PlaceRow struct {
	Place
	// Names are the keys that the place is looked up by.
	Names []string
	// Weight orders places of one name, the better known first: 0 to 100.
	Weight int
}

// PlaceHit is a place found by a key.
type PlaceHit struct {
	Place
	Folded string // the key it was found by
	Weight int
}

// PlaceSource is where the places of a gazetteer come from.
type PlaceSource struct {
	Key     string `json:"key"` // a new import of the same key replaces the former one
	Name    string `json:"name"`
	Licence string `json:"licence"`
	URL     string `json:"url"`
	SHA256  string `json:"sha256"` // of the files it was read from, in order
	Places  int64  `json:"places"`
}

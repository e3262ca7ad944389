package model

// Entity is what an actor or location mention refers to: an armed group, an
// agency, a town. Its names are neutral; the wording of a text stays in spans.
type Entity struct {
	ID         string   `json:"id"`
	Key        string   `json:"key"` // unique in the project; how files name it
	NameAr     string   `json:"name_ar"`
	NameEn     string   `json:"name_en"`
	Type       string   `json:"type"`   // of list entity_type_actor or entity_type_location; "" when not known yet
	Parent     string   `json:"parent"` // entity id
	Aliases    []string `json:"aliases"`
	Lat        Decimal  `json:"lat"` // WGS 84 degrees
	Lon        Decimal  `json:"lon"`
	PCode      string   `json:"pcode"`
	MergedInto string   `json:"merged_into"` // entity id that replaces this one on reading
	Deleted    bool     `json:"deleted"`
	Extra      Extra    `json:"extra"`
}

// Name returns the entity's name in a language ("ar" or "en"), in the other
// one when that is missing, or its key when it has none.
func (e Entity) Name(language string) string {
	first, second := e.NameEn, e.NameAr
	if language == "ar" {
		first, second = second, first
	}
	switch {
	case first != "":
		return first
	case second != "":
		return second
	}
	return e.Key
}

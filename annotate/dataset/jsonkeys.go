package dataset

import (
	"maps"
	"slices"
	"strings"

	"hashiya/model"
)

// keySet holds the keys of an object that this version knows. All others are
// extra: kept in the row's Extra on reading, written back on writing.
type keySet map[string]bool

func keysOf(names ...string) keySet {
	set := keySet{}
	for _, name := range names {
		set[name] = true
	}
	return set
}

var (
	projectKeys   = keysOf("hashiya", "kind", "name", "codebook", "codebooks", "entities", "annotators")
	entityKeys    = keysOf("key", "names", "type", "parent", "aliases", "place", "merged_into")
	namesKeys     = keysOf("ar", "en")
	placeKeys     = keysOf("lat", "lon", "pcode")
	annotatorKeys = keysOf("name", "role")
	articleKeys   = keysOf("hashiya", "kind", "id", "sha256", "title", "text", "language", "source", "duplicate", "external_id", "records")
	recordKeys    = keysOf(slices.Concat(
		[]string{"id", "kind", "cites", "annotator", "status", "codebook", "external_id", "spans"},
		fieldNames(model.RecordFields), listNames())...)
	spanKeys   = keysOf("id", "start", "end", "text")
	sourceKeys = keysOf(sourceNames()...)
	itemKeys   = allItemKeys()
)

// sourceFields are the texts under an article's "source", in the order of the
// contract.
var sourceFields = []struct {
	name string
	at   func(*model.Article) *string
}{
	{"file", func(a *model.Article) *string { return &a.File }},
	{"outlet", func(a *model.Article) *string { return &a.Outlet }},
	{"url", func(a *model.Article) *string { return &a.URL }},
	{"author", func(a *model.Article) *string { return &a.Author }},
	{"published", func(a *model.Article) *string { return &a.Published }},
	{"published_basis", func(a *model.Article) *string { return &a.PublishedBasis }},
	{"raw_sha256", func(a *model.Article) *string { return &a.RawSHA256 }},
	{"decoding", func(a *model.Article) *string { return &a.Decoding }},
}

func sourceNames() []string {
	var names []string
	for _, f := range sourceFields {
		names = append(names, f.name)
	}
	return names
}

func listNames() []string {
	var names []string
	for _, kind := range model.Kinds {
		names = append(names, listName(kind))
	}
	return names
}

func fieldNames(fields []model.Field) []string {
	var names []string
	for _, f := range fields {
		names = append(names, f.Name)
	}
	return names
}

func allItemKeys() map[model.Kind]keySet {
	sets := map[model.Kind]keySet{}
	for _, kind := range model.Kinds {
		set := keysOf(slices.Concat([]string{"id", "spans", "evidence"}, fieldNames(model.Fields(kind)), fieldNames(model.HeadFields))...)
		switch kind {
		case model.KindCount:
			maps.Copy(set, keysOf("links", "total_of"))
		case model.KindEvent:
			maps.Copy(set, keysOf("members"))
		}
		sets[kind] = set
	}
	return sets
}

// isNumericCode says that a field's codes are written as JSON integers where
// they look like one: the location precision of 1 to 7.
func isNumericCode(f model.Field) bool { return f.List == "location_precision" }

// looksInteger reports whether a text is an integer as JSON writes it, short
// enough for every reader.
func looksInteger(s string) bool {
	return s != "" && len(s) <= 9 && strings.Trim(s, "0123456789") == "" && (s == "0" || s[0] != '0')
}

// rest returns the members of an object that are not in the set.
func (o *object) rest(known keySet) []member {
	var rest []member
	for _, m := range o.members {
		if !known[m.key] {
			rest = append(rest, m)
		}
	}
	return rest
}

// extra makes an Extra of members: an object without white space and with its
// keys in order, so that equal contents give equal text. Members without a
// value, from which nothing was left over, are skipped.
func extra(members ...member) model.Extra {
	members = slices.DeleteFunc(members, func(m member) bool { return m.value == nil })
	if len(members) == 0 {
		return ""
	}
	e := newEncoder()
	slices.SortFunc(members, func(a, b member) int { return strings.Compare(a.key, b.key) })
	e.object(func() { e.members(members, nil) })
	return model.Extra(e.buf.String())
}

// nested returns what is left over inside a known object as one member of the
// row's Extra.
func nested(key string, rest []member) member {
	m := member{key: key, rawKey: []byte(`"` + key + `"`)}
	if inner := extra(rest...); inner != "" {
		m.value = []byte(inner)
	}
	return m
}

// parseExtra splits an Extra into its members.
func parseExtra(x model.Extra) (*object, error) {
	if x == "" {
		return &object{}, nil
	}
	if err := checkJSON([]byte(x)); err != nil {
		return nil, err
	}
	return parseObject([]byte(x))
}

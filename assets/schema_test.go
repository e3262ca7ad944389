package assets

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("line.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("line.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, line string) error {
	t.Helper()
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
	if err != nil {
		t.Fatalf("the example is not JSON: %v", err)
	}
	return schema.Validate(instance)
}

const projectLine = `{"hashiya": 1, "kind": "project", "name": "River towns", "codebook": {"id": "own", "version": 2, "families": [{"key": "f", "names": {"en": "F"}}],
  "kinds": {"count": [{"name": "kind", "required": true, "hidden": false, "rule": {"ar": "ق"}, "examples": [{"ar": "م", "en": "e"}]}]},
  "lists": {"count_kind": [{"key": "killed", "colour": "#a0B1c2", "examples": [{"ar": "م"}], "mappings": {"acled": "x", "gtd": null}},
   {"key": "dead", "merged_into": "killed"}, {"key": "hurt", "retired": true}, {"key": "harm", "split_into": ["killed", "hurt"]}]}},
 "codebooks": [{"id": "own", "version": 1, "lists": {"count_kind": [{"key": "killed"}]}}],
 "entities": [{"key": "guards", "names": {"ar": "الحرس", "en": "Guards"}, "type": "state_forces", "parent": null, "aliases": ["حرس"], "place": null},
  {"key": "bridge", "names": {"ar": "الجسر"}, "type": "other", "parent": "town", "place": {"lat": 34.5, "lon": "-40.25", "pcode": null}}],
 "annotators": [{"name": "A1", "role": "annotator"}], "counts_time": false, "guidelines": {"ar": "# عنوان\\n\\nفقرة", "en": ""}, "office": "kept"}`

// articleLine has every field, with lists of entities and members in both of
// their forms, numbers in both of theirs, and fields that the schema does not know.
const articleLine = `{"hashiya": 1, "id": "a", "sha256": "` + hash + `", "title": "قال الحارس", "text": "قال الحارس إن 4 أشخاص جرحوا", "language": "ar", "duplicate": false, "mood": 1,
 "source": {"file": "a.txt", "outlet": "o", "url": null, "author": null, "published": "2020-05", "published_basis": "b", "raw_sha256": "` + hash + `", "decoding": "utf-8"},
 "records": [{"id": "r", "kind": "adjudication", "cites": ["q"], "annotator": "A1", "status": "submitted", "relevance": "relevant", "note": "", "codebook": "own@2", "answers": {"casualties": "none_stated", "events": "none", "x": "y"}, "active_seconds": 90,
  "spans": [{"id": "s1", "start": 0, "end": 3, "text": "قال"}, {"id": "s2", "start": 4, "end": 10, "text": "الحارس"}],
  "actors": [{"id": "i1", "spans": ["s2"], "entity": "guards", "role": "claimant", "mention_type": "nominal", "certainty": "high", "origin": "typed", "external_id": "T1"}, {"id": "i2", "entity": null, "role": null}],
  "locations": [{"id": "i3", "spans": [], "entity": "bridge", "role": "event_site", "relation": "شرق", "precision": 1}],
  "counts": [{"id": "i4", "spans": ["s1"], "kind": "wounded", "unit": "persons", "who": ["guards", {"entity": "crowd", "spans": ["s2"]}], "who_status": "civilian", "by": [], "modifier": "exact",
    "value": 4, "min": "4", "max": "4.50", "claimed_by": [{"entity": "guards", "spans": ["s2"]}], "claim_status": "claimed", "to": null, "date": "2020-05-01", "period": "2020/2020-05-01",
    "cumulative": false, "implicit": false, "links": [{"type": "part_of", "count": "i5"}], "evidence": {"kind": ["s1"]}},
   {"id": "i5", "kind": "wounded", "value": null, "period": "2020-05/", "links": [{"type": "total_of", "count": "i4"}], "total_of": ["i4"]}],
  "tactics": [{"id": "i6", "spans": ["s1"], "code": "other", "initiator": ["guards"], "target": [{"entity": "crowd"}], "success": null, "note": "n"}],
  "dates": [{"id": "i7", "spans": ["s1"], "type": "year", "start": "2020", "end": null, "precision": "year", "basis": "b"}],
  "events": [{"id": "i8", "title": "t", "date": null, "members": ["i4", {"id": "i1", "role": null}]}]}]}`

const hash = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

func TestSchemaAccepts(t *testing.T) {
	schema := compileSchema(t)
	for name, line := range map[string]string{
		"a project line":             projectLine,
		"the shortest project line":  `{"hashiya": 1, "kind": "project"}`,
		"a project without codebook": `{"hashiya": 1, "kind": "project", "codebook": null}`,
		"an article line":            articleLine,
		"the shortest article line":  `{"hashiya": 1, "id": "a", "text": "x"}`,
		"an article that says so":    `{"hashiya": 1, "kind": "article", "id": "a", "text": "x"}`,
		"text with lines":            `{"hashiya": 1, "id": "a", "text": "a\n\nb\r\n"}`,
		"the codebook of this build": `{"hashiya": 1, "kind": "project", "codebook": ` + string(Codebook()) + `}`,
	} {
		if err := validate(t, schema, line); err != nil {
			t.Errorf("%s is refused: %v", name, err)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	schema := compileSchema(t)
	inArticle := func(old, replacement string) string {
		if strings.Count(articleLine, old) != 1 {
			t.Fatalf("%q stands %d times in the example, want once", old, strings.Count(articleLine, old))
		}
		return strings.Replace(articleLine, old, replacement, 1)
	}
	for name, line := range map[string]string{
		"a negative offset":                  inArticle(`"start": 0`, `"start": -1`),
		"an offset that is no whole number":  inArticle(`"end": 3`, `"end": 3.5`),
		"an offset as text":                  inArticle(`"end": 3`, `"end": "3"`),
		"a span without its words":           inArticle(`"end": 3, "text": "قال"`, `"end": 3`),
		"a missing text":                     `{"hashiya": 1, "id": "a"}`,
		"an empty text":                      `{"hashiya": 1, "id": "a", "text": ""}`,
		"a text with NUL":                    `{"hashiya": 1, "id": "a", "text": "a\u0000b"}`,
		"a missing article id":               `{"hashiya": 1, "text": "x"}`,
		"another version":                    `{"hashiya": 2, "id": "a", "text": "x"}`,
		"a version as text":                  `{"hashiya": "1", "id": "a", "text": "x"}`,
		"a missing version":                  `{"id": "a", "text": "x"}`,
		"another kind of line":               `{"hashiya": 1, "kind": "incident", "id": "a", "text": "x"}`,
		"a line that is no object":           `[]`,
		"a string where a list is wanted":    inArticle(`"initiator": ["guards"]`, `"initiator": "guards"`),
		"null where a list is wanted":        inArticle(`"by": []`, `"by": null`),
		"a list element without entity":      inArticle(`{"entity": "crowd"}`, `{"spans": []}`),
		"a member without id":                inArticle(`{"id": "i1", "role": null}`, `{"role": null}`),
		"an item without id":                 inArticle(`"id": "i6", `, ``),
		"a record without annotator":         inArticle(`"annotator": "A1", `, ``),
		"a status that does not exist":       inArticle(`"submitted"`, `"finished"`),
		"a code that is a number":            inArticle(`"kind": "wounded", "unit"`, `"kind": 3, "unit"`),
		"a negative value":                   inArticle(`"value": 4`, `"value": -4`),
		"a value in words":                   inArticle(`"min": "4"`, `"min": "four"`),
		"a value with a decimal comma":       inArticle(`"min": "4"`, `"min": "4,5"`),
		"month 13":                           inArticle(`"published": "2020-05"`, `"published": "2020-13"`),
		"a date in another order":            inArticle(`"date": "2020-05-01"`, `"date": "01-05-2020"`),
		"a period without a slash":           inArticle(`"period": "2020/2020-05-01"`, `"period": "2020"`),
		"a period of nothing":                inArticle(`"period": "2020/2020-05-01"`, `"period": "/"`),
		"a precision between two codes":      inArticle(`"precision": 1`, `"precision": 1.5`),
		"a link to nothing":                  inArticle(`{"type": "part_of", "count": "i5"}`, `{"type": "part_of"}`),
		"a hash that is too short":           inArticle(`"raw_sha256": "`+hash, `"raw_sha256": "`+hash[:60]),
		"an answer to another question":      inArticle(`"none_stated"`, `"none"`),
		"an answer that is no text":          inArticle(`"events": "none"`, `"events": true`),
		"time of less than nothing":          inArticle(`"active_seconds": 90`, `"active_seconds": -90`),
		"time as text":                       inArticle(`"active_seconds": 90`, `"active_seconds": "90"`),
		"a codebook reference, no version":   inArticle(`"own@2"`, `"own"`),
		"a colour by its name":               strings.Replace(projectLine, `#a0B1c2`, `red`, 1),
		"a code merged into two":             strings.Replace(projectLine, `"merged_into": "killed"`, `"merged_into": ["killed"]`, 1),
		"a code split into one name":         strings.Replace(projectLine, `["killed", "hurt"]`, `"killed"`, 1),
		"a field without name":               strings.Replace(projectLine, `{"name": "kind", `, `{`, 1),
		"a former codebook by reference":     strings.Replace(projectLine, `"codebooks": [`, `"codebooks": ["own@1", `, 1),
		"an entity without key":              strings.Replace(projectLine, `"key": "guards", `, ``, 1),
		"a latitude off the globe":           strings.Replace(projectLine, `34.5`, `134.5`, 1),
		"a longitude as text, off the globe": strings.Replace(projectLine, `-40.25`, `-181`, 1),
		"a role that does not exist":         strings.Replace(projectLine, `"role": "annotator"`, `"role": "owner"`, 1),
	} {
		if validate(t, schema, line) == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

func TestSchemaDescribesEveryProperty(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(Schema(), &root); err != nil {
		t.Fatal(err)
	}
	definitions := root["$defs"].(map[string]any)
	described := func(node map[string]any) bool {
		if text, _ := node["description"].(string); text != "" {
			return true
		}
		reference, _ := node["$ref"].(string)
		target, _ := definitions[strings.TrimPrefix(reference, "#/$defs/")].(map[string]any)
		text, _ := target["description"].(string)
		return text != ""
	}
	var walk func(path string, node any)
	walk = func(path string, node any) {
		switch node := node.(type) {
		case []any:
			for _, child := range node {
				walk(path, child)
			}
		case map[string]any:
			properties, _ := node["properties"].(map[string]any)
			for name, property := range properties {
				if property, _ := property.(map[string]any); !described(property) {
					t.Errorf("%s.%s has no description", path, name)
				}
			}
			for name, child := range node {
				walk(path+"."+name, child)
			}
		}
	}
	walk("$defs", definitions)
}

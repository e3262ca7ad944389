package dataset

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"hashiya/model"
)

// maxRecords is how many records one article may have.
const maxRecords = 10_000

// documentReader reads one article line.
type documentReader struct {
	doc     *Document
	text    []rune
	seen    map[string]bool   // ids of the rows read so far
	records map[string]string // ids of records by what the file calls them
}

func readDocument(o *object) (*Document, error) {
	r := &documentReader{doc: &Document{}, seen: map[string]bool{}, records: map[string]string{}}
	if err := r.readText(o); err != nil {
		return nil, err
	}
	if err := r.readFacts(o); err != nil {
		return nil, r.refuse(err)
	}
	if err := r.readRecords(o); err != nil {
		return nil, r.refuse(err)
	}
	r.doc.Sort()
	return r.doc, nil
}

// refuse names the article as the file does.
func (r *documentReader) refuse(err error) error {
	a := r.doc.Article
	return fmt.Errorf("article %q: %w", cmp.Or(a.ExternalID, a.ID), err)
}

// readText reads the text and what identifies it.
func (r *documentReader) readText(o *object) error {
	var given, sum string
	if err := o.readTexts(to{"id", &given}, to{"sha256", &sum}, to{"text", &r.doc.Text}); err != nil {
		return fmt.Errorf("article %q: %w", given, err)
	}
	switch n := len(r.doc.Text); {
	case n == 0:
		return fmt.Errorf("article %q: field \"text\" is missing or empty", given)
	case n > model.MaxArticleBytes:
		return fmt.Errorf("article %q: field \"text\" has %d bytes, the limit is %d; split the article", given, n, model.MaxArticleBytes)
	}
	r.text = []rune(r.doc.Text)
	a := &r.doc.Article
	a.Length = len(r.text)
	actual := sha256.Sum256([]byte(r.doc.Text))
	a.SHA256 = hex.EncodeToString(actual[:])
	if sum != "" && !strings.EqualFold(sum, a.SHA256) {
		return fmt.Errorf("article %q: field \"sha256\" is %.64q, the text's is %s: the text was changed after it was annotated", given, sum, a.SHA256)
	}
	var err error
	a.ID, a.ExternalID, err = r.id(given, string(model.TableArticle))
	return err
}

// id returns the UUID for what a file calls a row: itself in lower case, or one
// derived from it and from what it is unique in, and then the id to keep as
// external id.
func (r *documentReader) id(given string, scope ...string) (id, external string, err error) {
	id, isUUID := canonicalID(given)
	if !isUUID {
		external = given
		id = deriveID(append([]string{r.doc.Article.SHA256, given}, scope...)...)
	}
	if r.seen[id] {
		return "", "", fmt.Errorf("id %q stands twice in the article; give each row its own", given)
	}
	r.seen[id] = true
	return id, external, nil
}

// keepExternal stores the id that a file gave a row. A file that gives an
// external id too would lose one of them.
func keepExternal(field *string, external string) error {
	if external == "" {
		return nil
	}
	if *field != "" {
		return fmt.Errorf("has the id %q, which is not a UUID, and the \"external_id\" %q; only one of them can be kept", external, *field)
	}
	*field = external
	return nil
}

func (r *documentReader) readFacts(o *object) error {
	a := &r.doc.Article
	a.Title = model.Title(r.doc.Text)
	external := ""
	if err := o.readTexts(to{"title", &a.Title}, to{"language", &a.Language}, to{"external_id", &external}); err != nil {
		return err
	}
	given := a.ExternalID
	a.ExternalID = external
	if err := keepExternal(&a.ExternalID, given); err != nil {
		return err
	}
	source, err := o.child("source")
	if err != nil {
		return err
	}
	for _, f := range sourceFields {
		if *f.at(a), err = source.text(f.name); err != nil {
			return fmt.Errorf("field \"source\": %w", err)
		}
	}
	if !model.ValidDate(a.Published) {
		return &model.FieldError{Field: "published", Value: a.Published, Reason: model.ReasonNotDate}
	}
	switch raw := o.get("duplicate"); string(raw) {
	case "", "false":
	case "true":
		a.Duplicate = true
	default:
		return &model.FieldError{Field: "duplicate", Value: string(raw), Reason: model.ReasonNotBool}
	}
	a.Extra = extra(append(o.rest(articleKeys), nested("source", source.rest(sourceKeys)))...)
	return nil
}

func (r *documentReader) readRecords(o *object) error {
	err := eachElement(o.get("records"), func(raw []byte) error {
		if len(r.doc.Records) == maxRecords {
			return fmt.Errorf("field \"records\" lists more than %d", maxRecords)
		}
		ro, err := parseObject(raw)
		if err != nil {
			return fmt.Errorf("record %d %w", len(r.doc.Records)+1, err)
		}
		given, err := ro.text("id")
		if err == nil && given == "" {
			err = errors.New("field \"id\" is missing")
		}
		if err != nil {
			return fmt.Errorf("record %d: %w", len(r.doc.Records)+1, err)
		}
		if err := r.readRecord(given, ro); err != nil {
			return fmt.Errorf("record %q: %w", given, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return r.resolveCites()
}

// resolveCites replaces what the file calls the records that an adjudication
// judged. One that is not in the file stays, if its id is a UUID.
func (r *documentReader) resolveCites() error {
	for _, record := range r.doc.Records {
		for i, given := range record.Cites {
			id, isUUID := canonicalID(given)
			if known, found := r.records[id]; found {
				id = known
			} else if !isUUID {
				return fmt.Errorf("record %s: field \"cites\": record %q is not in the article", record.ID, given)
			}
			record.Cites[i] = id
		}
	}
	return nil
}

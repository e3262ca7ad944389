package dataset

import (
	"bytes"
	"errors"
	"fmt"

	"hashiya/model"
)

// maxCodebooks is how many versions of codebooks a project line may bring.
const maxCodebooks = 10_000

// readHeader reads the project line.
func readHeader(o *object) (*Header, error) {
	h := &Header{Extra: extra(o.rest(projectKeys)...)}
	var err error
	if h.Name, err = o.text("name"); err != nil {
		return nil, err
	}
	if raw := o.get("codebook"); raw != nil {
		if raw[0] != '{' {
			return nil, errors.New("field \"codebook\" is not an object")
		}
		h.Codebook = bytes.Clone(raw)
	}
	err = eachElement(o.get("codebooks"), func(raw []byte) error {
		if len(h.Codebooks) == maxCodebooks {
			return fmt.Errorf("lists more than %d codebooks", maxCodebooks)
		}
		if isNull(raw) || raw[0] != '{' {
			return fmt.Errorf("codebook %d is not an object", len(h.Codebooks)+1)
		}
		h.Codebooks = append(h.Codebooks, bytes.Clone(raw))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("field \"codebooks\": %w", err)
	}
	seen := map[string]bool{}
	err = eachElement(o.get("entities"), func(raw []byte) error {
		entity, err := readEntity(raw)
		if err != nil {
			return fmt.Errorf("entity %d: %w", len(h.Entities)+1, err)
		}
		if seen[entity.Key] {
			return fmt.Errorf("entity %q stands twice; give each its own key", entity.Key)
		}
		seen[entity.Key] = true
		h.Entities = append(h.Entities, entity)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("field \"entities\": %w", err)
	}
	clear(seen)
	err = eachElement(o.get("annotators"), func(raw []byte) error {
		annotator, err := readAnnotator(raw)
		if err != nil {
			return fmt.Errorf("annotator %d: %w", len(h.Annotators)+1, err)
		}
		if seen[annotator.Name] {
			return fmt.Errorf("annotator %q stands twice; give each an own name", annotator.Name)
		}
		seen[annotator.Name] = true
		h.Annotators = append(h.Annotators, annotator)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("field \"annotators\": %w", err)
	}
	return h, nil
}

func readEntity(raw []byte) (model.Entity, error) {
	var n model.Entity
	o, err := parseObject(raw)
	if err != nil {
		return n, err
	}
	if err := o.readTexts(to{"key", &n.Key}, to{"type", &n.Type}, to{"parent", &n.Parent}, to{"merged_into", &n.MergedInto}); err != nil {
		return n, err
	}
	if n.Key == "" {
		return n, errors.New("field \"key\" is empty; an entity needs one")
	}
	names, err := o.child("names")
	if err != nil {
		return n, err
	}
	if err := names.readTexts(to{"ar", &n.NameAr}, to{"en", &n.NameEn}); err != nil {
		return n, fmt.Errorf("%q: %w", n.Key, err)
	}
	if n.Aliases, err = o.texts("aliases"); err != nil {
		return n, fmt.Errorf("%q: %w", n.Key, err)
	}
	at, err := o.child("place")
	if err == nil {
		err = readPlace(at, &n)
	}
	if err != nil {
		return n, fmt.Errorf("%q: %w", n.Key, err)
	}
	n.Extra = extra(append(o.rest(entityKeys),
		nested("names", names.rest(namesKeys)),
		nested("place", at.rest(placeKeys)))...)
	return n, nil
}

func readPlace(o *object, n *model.Entity) error {
	var err error
	if n.Lat, err = readDegrees(o, "lat", "90"); err != nil {
		return err
	}
	if n.Lon, err = readDegrees(o, "lon", "180"); err != nil {
		return err
	}
	n.PCode, err = o.text("pcode")
	return err
}

// readDegrees returns degrees from -limit to limit with their digits as they
// are, "" when they are missing or null.
func readDegrees(o *object, key string, limit model.Decimal) (model.Decimal, error) {
	raw := o.get(key)
	if raw == nil {
		return "", nil
	}
	digits, err := decimalText(raw)
	if err != nil {
		return "", fmt.Errorf("field %q %w", key, err)
	}
	degrees := model.Decimal(digits)
	if degrees == "" || !degrees.Valid() {
		return "", &model.FieldError{Field: key, Value: digits, Reason: model.ReasonNotDecimal}
	}
	if degrees.Compare("-"+limit) < 0 || degrees.Compare(limit) > 0 {
		return "", fmt.Errorf("field %q is %s, not between -%s and %s degrees", key, degrees, limit, limit)
	}
	return degrees, nil
}

func readAnnotator(raw []byte) (model.Annotator, error) {
	var a model.Annotator
	o, err := parseObject(raw)
	if err != nil {
		return a, err
	}
	role := string(model.RoleAnnotator)
	if err := o.readTexts(to{"name", &a.Name}, to{"role", &role}); err != nil {
		return a, err
	}
	if a.Name == "" {
		return a, errors.New("field \"name\" is empty; an annotator needs one")
	}
	a.Role = model.Role(role)
	if a.Role != model.RoleAnnotator && a.Role != model.RoleSupervisor {
		return a, fmt.Errorf("%q: field \"role\" is %q, not %q or %q", a.Name, role, model.RoleAnnotator, model.RoleSupervisor)
	}
	a.Extra = extra(o.rest(annotatorKeys)...)
	return a, nil
}

// decimalText returns the digits of a number, given as such or as a text.
func decimalText(raw []byte) (string, error) {
	switch raw[0] {
	case '"':
		return unquote(raw)
	case '{', '[', 't', 'f':
		return "", errors.New("is not a number")
	}
	return string(raw), nil
}

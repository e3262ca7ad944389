package annotate

import (
	"fmt"
	"slices"

	"hashiya/model"
)

// Every action of this file is one edit in the scope of the codebook and makes
// a new version of it. Records are never rewritten.

// AddCode adds a code to a list, before the code of another key or, for "", at
// the end.
func (p *Project) AddCode(list string, code model.Code, before string) error {
	return p.editCodebook("edit.codebook.add", func(c *model.Codebook) error {
		if err := mayReshape(list, code.Key); err != nil {
			return err
		}
		code = fresh(code)
		if err := newCode(c, list, code); err != nil {
			return err
		}
		return insertCode(c, list, code, before)
	})
}

// ChangeCode replaces what a code says: names, definition, rule, examples,
// colour, mappings and cues. Its key finds it; what has become of it stays.
func (p *Project) ChangeCode(list string, code model.Code) error {
	return p.editCodebook("edit.codebook.change", func(c *model.Codebook) error {
		was, err := entryOf(c, list, code.Key)
		if err != nil {
			return err
		}
		code.Family, code.Retired, code.MergedInto, code.SplitInto = was.Family, was.Retired, was.MergedInto, was.SplitInto
		code.Extra = was.Extra
		if err := soundCode(list, code); err != nil {
			return err
		}
		*was = code
		return nil
	})
}

// MoveCode puts a code into a family ("" for none) and before the code of
// another key or, for "", at the end of the list.
func (p *Project) MoveCode(list, key, family, before string) error {
	return p.editCodebook("edit.codebook.move", func(c *model.Codebook) error {
		was, err := entryOf(c, list, key)
		if err != nil {
			return err
		}
		if family != "" && !model.ValidCodeKey(family) {
			return &CodeError{CodeRef: model.CodeRef{List: list, Key: key}, Reason: fmt.Sprintf("cannot be of family %.40q; a family's key is made of letters, digits, \"_\", \"-\" or \".\"", family)}
		}
		code := *was
		code.Family = family
		if before == key {
			*was = code
			return nil
		}
		c.Lists[list] = slices.DeleteFunc(c.Lists[list], func(other model.Code) bool { return other.Key == key })
		return insertCode(c, list, code, before)
	})
}

// MergeCode lets another code of the list stand for a code, on reading and in
// exports. The code itself stays as it is, and is no longer offered.
func (p *Project) MergeCode(list, from, into string) error {
	return p.editCodebook("edit.codebook.merge", func(c *model.Codebook) error {
		was, err := reshaped(c, list, from)
		if err != nil {
			return err
		}
		target, err := reshaped(c, list, into)
		if err != nil {
			return err
		}
		if from == into {
			return &CodeError{CodeRef: model.CodeRef{List: list, Key: from}, Reason: "cannot be merged into itself; choose another code"}
		}
		was.MergedInto = target.Key
		return nil
	})
}

// SplitCode puts two or more codes in the place of one: new ones, or codes of
// the list that are given with their key alone. The code is no longer offered.
// It returns the places to look at again, where the code stands.
func (p *Project) SplitCode(list, key string, parts []model.Code) ([]model.CodeUser, error) {
	err := p.editCodebook("edit.codebook.split", func(c *model.Codebook) error {
		was, err := reshaped(c, list, key)
		if err != nil {
			return err
		}
		var into []string
		for _, part := range parts {
			if part.Key != key && !slices.Contains(into, part.Key) {
				into = append(into, part.Key)
			}
		}
		if len(into) < 2 || len(into) != len(parts) {
			return &CodeError{CodeRef: model.CodeRef{List: list, Key: key}, Err: ErrFewParts}
		}
		was.SplitInto = into
		return addParts(c, list, key, was.Family, parts)
	})
	if err != nil {
		return nil, err
	}
	return p.CodeUsers(list, key)
}

// addParts adds those parts of a split code that are new, behind it.
func addParts(c *model.Codebook, list, key, family string, parts []model.Code) error {
	at := slices.IndexFunc(c.Lists[list], func(code model.Code) bool { return code.Key == key }) + 1
	for _, part := range parts {
		if known, found := c.Entry(list, part.Key); found && part.Names == (model.Names{}) {
			if !known.Offered() {
				return &CodeError{CodeRef: model.CodeRef{List: list, Key: part.Key}, Err: ErrNotOffered}
			}
			continue
		}
		part = fresh(part)
		part.Family = family
		if err := newCode(c, list, part); err != nil {
			return err
		}
		c.Lists[list] = slices.Insert(c.Lists[list], at, part)
		at++
	}
	return nil
}

// RetireCode ends the offering of a code to new work. CodeUsers tells where it
// stands.
func (p *Project) RetireCode(list, key string) error {
	return p.editCodebook("edit.codebook.retire", func(c *model.Codebook) error {
		was, err := reshaped(c, list, key)
		if err == nil {
			was.Retired = true
		}
		return err
	})
}

// RestoreCode offers a code again that was merged, split or retired.
func (p *Project) RestoreCode(list, key string) error {
	return p.editCodebook("edit.codebook.restore", func(c *model.Codebook) error {
		was, err := entryOf(c, list, key)
		if err != nil {
			return err
		}
		if was.Offered() {
			return &CodeError{CodeRef: model.CodeRef{List: list, Key: key}, Err: ErrNotChanged}
		}
		was.Retired, was.MergedInto, was.SplitInto = false, "", nil
		return nil
	})
}

// GuideField replaces what the codebook says of a field of a kind: whether it
// is shown and required, its name, definition, rule and examples.
func (p *Project) GuideField(kind model.Kind, guide model.FieldGuide) error {
	return p.editCodebook("edit.codebook.field", func(c *model.Codebook) error {
		for _, fault := range guide.Faults(kind) {
			if !fault.Minor {
				return fmt.Errorf("field %q of kind %q %s", guide.Name, kind, fault.Reason)
			}
		}
		if c.Kinds == nil {
			c.Kinds = map[model.Kind][]model.FieldGuide{}
		}
		guides := c.Kinds[kind]
		i := slices.IndexFunc(guides, func(g model.FieldGuide) bool { return g.Name == guide.Name })
		if i < 0 {
			c.Kinds[kind] = append(guides, guide)
			return nil
		}
		guide.Extra = guides[i].Extra
		guides[i] = guide
		return nil
	})
}

// NameFamily names a family of codes, a new one or one there is.
func (p *Project) NameFamily(key string, names model.Names) error {
	return p.editCodebook("edit.codebook.family", func(c *model.Codebook) error {
		family := model.Code{Key: key, Names: names}
		if err := soundCode("families", family); err != nil {
			return err
		}
		i := slices.IndexFunc(c.Families, func(f model.Family) bool { return f.Key == key })
		if i < 0 {
			c.Families = append(c.Families, model.Family{Key: key, Names: names})
			return nil
		}
		c.Families[i].Names = names
		return nil
	})
}

// fresh returns a new code: nothing has become of it yet.
func fresh(code model.Code) model.Code {
	code.Retired, code.MergedInto, code.SplitInto = false, "", nil
	return code
}

// newCode checks a code that a list is to have.
func newCode(c *model.Codebook, list string, code model.Code) error {
	ref := model.CodeRef{List: list, Key: code.Key}
	if !slices.Contains(model.CodeLists(), list) {
		return &CodeError{CodeRef: ref, Reason: "would be of a list that no field takes codes from; choose another list"}
	}
	if _, taken := c.Entry(list, code.Key); taken {
		return &CodeError{CodeRef: ref, Err: ErrKeyTaken}
	}
	return soundCode(list, code)
}

func soundCode(list string, code model.Code) error {
	for _, fault := range code.Faults() {
		if !fault.Minor {
			return &CodeError{CodeRef: model.CodeRef{List: list, Key: code.Key}, Reason: fault.Reason}
		}
	}
	return nil
}

func insertCode(c *model.Codebook, list string, code model.Code, before string) error {
	at := len(c.Lists[list])
	if before != "" {
		at = slices.IndexFunc(c.Lists[list], func(other model.Code) bool { return other.Key == before })
	}
	if at < 0 {
		return unknownCode(list, before)
	}
	if c.Lists == nil {
		c.Lists = map[string][]model.Code{}
	}
	c.Lists[list] = slices.Insert(c.Lists[list], at, code)
	return nil
}

// entryOf finds a code to be changed in place.
func entryOf(c *model.Codebook, list, key string) (*model.Code, error) {
	for i := range c.Lists[list] {
		if c.Lists[list][i].Key == key {
			return &c.Lists[list][i], nil
		}
	}
	return nil, unknownCode(list, key)
}

func unknownCode(list, key string) error {
	return &CodeError{CodeRef: model.CodeRef{List: list, Key: key}, Reason: "is not in the codebook; check the key"}
}

// reshaped finds a code that is to be merged, split or retired, or merged into.
func reshaped(c *model.Codebook, list, key string) (*model.Code, error) {
	if err := mayReshape(list, key); err != nil {
		return nil, err
	}
	code, err := entryOf(c, list, key)
	if err == nil && !code.Offered() {
		err = &CodeError{CodeRef: model.CodeRef{List: list, Key: key}, Err: ErrNotOffered}
	}
	return code, err
}

func mayReshape(list, key string) error {
	if slices.Contains(fixedLists, list) {
		return &CodeError{CodeRef: model.CodeRef{List: list, Key: key}, Err: ErrFixedList}
	}
	return nil
}

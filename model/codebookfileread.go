package model

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// list reads one list of codes; those that are refused are named and left out.
func (r *codebookReader) list(c *Codebook, list string, line int) error {
	known := slices.Contains(CodeLists(), list)
	if !known {
		r.problem(line, list, "", fmt.Sprintf("is not a list that a field takes codes from; the lists are %s", strings.Join(CodeLists(), ", ")))
	}
	codes := []Code{}
	seen := map[string]int{}
	err := r.elements(list, func(raw []byte, line int) {
		var code Code
		if !r.element(raw, line, list, len(codes), &code) {
			return
		}
		ref := CodeRef{list, code.Key}
		switch first, doubled := seen[code.Key]; {
		case doubled:
			r.problem(line, list, code.Key, fmt.Sprintf("stands in line %d already; give each code its own key", first))
			return
		case len(codes) == maxCodes:
			r.problem(line, list, code.Key, fmt.Sprintf("is one more than the %d codes that a list may have", maxCodes))
			r.file.Refused[ref] = true
			return
		}
		seen[code.Key], r.file.Lines[ref] = line, line
		if r.faults(line, list, code.Key, code.Faults()) || !known {
			r.file.Refused[ref] = true
			return
		}
		codes = append(codes, code)
	})
	if known && err == nil {
		c.Lists[list] = codes
	}
	return err
}

// kind reads what is said of the fields of one kind.
func (r *codebookReader) kind(c *Codebook, kind Kind, line int) error {
	known := NewItem(kind) != nil
	if !known {
		r.problem(line, "kinds", string(kind), fmt.Sprintf("is not a kind; the kinds are %v", Kinds))
	}
	guides := []FieldGuide{}
	part := "kinds." + string(kind)
	err := r.elements(part, func(raw []byte, line int) {
		var g FieldGuide
		if !r.element(raw, line, part, len(guides), &g) || !known {
			return
		}
		if slices.ContainsFunc(guides, func(other FieldGuide) bool { return other.Name == g.Name }) {
			r.problem(line, part, g.Name, "stands twice; the second is left out")
		} else if !r.faults(line, part, g.Name, g.Faults(kind)) {
			guides = append(guides, g)
		}
	})
	if known && err == nil {
		c.Kinds[kind] = guides
	}
	return err
}

// elements calls each with every element of the next list.
func (r *codebookReader) elements(part string, each func(raw []byte, line int)) error {
	if err := r.open('[', part); err != nil {
		return err
	}
	for r.decoder.More() {
		var raw json.RawMessage
		if err := r.decode(&raw); err != nil {
			return err
		}
		each(raw, r.line(r.decoder.InputOffset()-int64(len(raw))))
	}
	_, err := r.decoder.Token()
	return err
}

// element reads one element of a list and reports whether it could.
func (r *codebookReader) element(raw []byte, line int, part string, n int, into any) bool {
	err := json.Unmarshal(raw, into)
	if err == nil {
		err = doubledMember(raw)
	}
	if err != nil {
		key := keyOf(raw)
		if key != "" {
			r.file.Refused[CodeRef{part, key}] = true
		}
		r.problem(line, part, cmp.Or(key, fmt.Sprintf("number %d", n+1)), "cannot be read: "+err.Error())
	}
	return err == nil
}

// keyOf returns the key of an element that cannot be read as a whole, "" when
// it has none.
func keyOf(raw []byte) string {
	var named struct{ Key, Name string }
	_ = json.Unmarshal(raw, &named) // what could be read of it serves
	return cmp.Or(named.Key, named.Name)
}

// doubledMember refuses an object with a key twice: one of the values would be
// lost without a word.
func doubledMember(raw []byte) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	if token, err := d.Token(); err != nil || token != json.Delim('{') {
		return errors.New("it is not an object")
	}
	seen := map[string]bool{}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string)
		key = strings.ToLower(strings.ToUpper(key)) // encoding/json takes these for the same
		if seen[key] {
			return fmt.Errorf("it has the field %q twice", key)
		}
		seen[key] = true
		if err := d.Decode(new(json.RawMessage)); err != nil {
			return err
		}
	}
	return nil
}

// faults names the faults of an element and reports whether it is refused.
func (r *codebookReader) faults(line int, part, key string, faults []CodeFault) (refused bool) {
	for _, fault := range faults {
		r.file.Problems = append(r.file.Problems, CodebookProblem{Line: line, List: part, Key: key, Reason: fault.Reason, Minor: fault.Minor})
		refused = refused || !fault.Minor
	}
	return refused
}

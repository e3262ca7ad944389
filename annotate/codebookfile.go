package annotate

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"

	"hashiya/model"
)

// CodebookReport is what taking a codebook file into a project would do: the
// file's codebook takes the place of the project's, as its next version. Codes
// that the file refuses to give stay as the project has them; those that it
// lacks stay, retired, when anything ever used them.
type CodebookReport struct {
	Problems []model.CodebookProblem // everything wrong, in order of line; minor ones are taken all the same
	Added    []model.CodeRef
	Changed  []model.CodeRef // in what they say or in what has become of them
	Kept     []model.CodeRef // the project's own, which the file lacks or gives wrongly
	Removed  []model.CodeRef // the project's own, which the file lacks and nothing uses

	next    *model.Codebook // nil when nothing of the file can be taken
	version int             // of the file
	base    string          // the codebook of the project that it was checked against
}

// Applicable reports whether there is anything that ApplyPart could take.
func (r *CodebookReport) Applicable() bool { return r.next != nil }

// Whole reports whether ApplyPart would take all of the file.
func (r *CodebookReport) Whole() bool {
	return r.next != nil && !slices.ContainsFunc(r.Problems, func(p model.CodebookProblem) bool { return !p.Minor })
}

// CheckCodebook reads a codebook file, at most model.MaxCodebookBytes of JSON as
// ExportCodebook writes it, and reports what is wrong with it and what taking
// it in would do. It changes nothing; an error means that the file or the
// project could not be read.
func (p *Project) CheckCodebook(r io.Reader) (*CodebookReport, error) {
	body, err := io.ReadAll(io.LimitReader(r, model.MaxCodebookBytes+4))
	if err != nil {
		return nil, err
	}
	file := model.ReadCodebookFile(body)
	report := &CodebookReport{Problems: file.Problems, base: p.codebook.Ref()}
	if file.Codebook == nil {
		return report, nil
	}
	if err := p.combine(report, file); err != nil {
		return nil, err
	}
	report.Problems = file.Problems
	slices.SortStableFunc(report.Problems, func(a, b model.CodebookProblem) int { return lineOrder(a) - lineOrder(b) })
	report.version = file.Codebook.Version
	return report, nil
}

// lineOrder puts problems without a line last.
func lineOrder(p model.CodebookProblem) int {
	if p.Line == 0 {
		return int(^uint32(0) >> 1)
	}
	return p.Line
}

// combine works out the codebook that the project would have.
func (p *Project) combine(report *CodebookReport, file *model.CodebookFile) error {
	next := file.Codebook
	uses, err := p.store.CodeUses()
	if err != nil {
		return err
	}
	ever, err := p.store.EverUsed(p.codebook.Missing(next))
	if err != nil {
		return err
	}
	keep := p.toKeep(next, file.Refused, ever)
	for ref, mine := range p.codebook.All() {
		if !keep[ref] {
			continue
		}
		if !file.Refused[ref] && !slices.Contains(fixedLists, ref.List) && ever[ref] {
			file.Problems = append(file.Problems, model.CodebookProblem{
				List: ref.List, Key: ref.Key, Minor: !mine.Offered(),
				Reason: fmt.Sprintf("is missing from the file and is or was in use (now in %d places); it stays, and is no longer offered", uses[ref]),
			})
			mine.Retired = mine.Retired || mine.Offered()
		}
		next.Lists[ref.List] = append(next.Lists[ref.List], mine)
	}
	file.DropLost(next)
	if len(next.Kinds) == 0 && len(p.codebook.Kinds) > 0 {
		file.Problems = append(file.Problems, model.CodebookProblem{
			List: "kinds", Minor: true, Reason: "the file says nothing of the fields; what the project's codebook says of them goes",
		})
	}
	// What a file may not shed is in the project's own codebook, which is sound.
	for _, ref := range p.codebook.Missing(next) {
		if keep[ref] {
			return fmt.Errorf("code %q of list %q is in use and the file leaves no place for it; mend the problems of that list first", ref.Key, ref.List)
		}
	}
	p.compare(report, next)
	report.Kept = slices.SortedFunc(maps.Keys(keep), func(a, b model.CodeRef) int {
		return cmp.Or(cmp.Compare(a.List, b.List), cmp.Compare(a.Key, b.Key))
	})
	report.next = next
	return nil
}

// toKeep returns those of the project's codes that stay although the file does
// not give them, with all that they lead to.
func (p *Project) toKeep(next *model.Codebook, refused, ever map[model.CodeRef]bool) map[model.CodeRef]bool {
	keep := map[model.CodeRef]bool{}
	var take func(ref model.CodeRef)
	take = func(ref model.CodeRef) {
		code, mine := p.codebook.Entry(ref.List, ref.Key)
		if _, given := next.Entry(ref.List, ref.Key); given || keep[ref] || !mine {
			return
		}
		keep[ref] = true
		for _, into := range append([]string{code.MergedInto}, code.SplitInto...) {
			take(model.CodeRef{List: ref.List, Key: into})
		}
	}
	for ref := range p.codebook.All() {
		if refused[ref] || ever[ref] || slices.Contains(fixedLists, ref.List) {
			take(ref)
		}
	}
	return keep
}

// compare lists what would be different.
func (p *Project) compare(report *CodebookReport, next *model.Codebook) {
	for ref, code := range next.All() {
		mine, known := p.codebook.Entry(ref.List, ref.Key)
		switch {
		case !known:
			report.Added = append(report.Added, ref)
		case !sameCode(mine, code):
			report.Changed = append(report.Changed, ref)
		}
	}
	report.Removed = p.codebook.Missing(next)
}

func sameCode(a, b model.Code) bool {
	first, err := json.Marshal(a)
	if err != nil {
		return false
	}
	second, err := json.Marshal(b)
	return err == nil && bytes.Equal(first, second)
}

// ApplyPart takes what a report offers into the project: all that is sound of
// the file, in one edit. It is refused when the codebook has changed since the
// check.
func (p *Project) ApplyPart(report *CodebookReport) error {
	switch {
	case !report.Applicable():
		return fmt.Errorf("nothing of the file can be taken: %w", report.Problems[0])
	case report.base != p.codebook.Ref():
		return ErrOtherCodebook
	}
	if err := p.supervise(); err != nil {
		return err
	}
	newer := report.next.ID != p.codebook.ID || report.version > p.codebook.Version
	if report.next.Same(p.codebook) && !newer {
		return ErrNothingNew
	}
	next, err := report.next.Clone()
	if err != nil {
		return err
	}
	// Something may have been put in use since the check.
	if err := p.keepsUsed(next); err != nil {
		return err
	}
	return p.keepCodebook(model.Edit{Label: "edit.codebook.import"}, next, report.version)
}

// ExportCodebook writes the codebook that new work is made under as a file that
// people can read and CheckCodebook reads back: JSON in UTF-8, indented, lists
// in order of name.
func ExportCodebook(w io.Writer, codebook *model.Codebook) error {
	body, err := codebook.Encode()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, body, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err = w.Write(b.Bytes())
	return err
}

// PresentCodebook reads the codebook that new work is made under from a store.
func PresentCodebook(store Store) (*model.Codebook, error) {
	row, err := store.Project()
	if err != nil {
		return nil, err
	}
	body, err := store.Codebook(row.Codebook)
	if err != nil {
		return nil, fmt.Errorf("codebook %q: %w", row.Codebook, err)
	}
	return model.ParseCodebook([]byte(body.Body))
}

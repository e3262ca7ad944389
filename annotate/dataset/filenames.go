package dataset

import (
	"fmt"
	"strings"

	"hashiya/model"
)

// folderNames gives each annotator a folder, those whose names have no letters
// or digits of ASCII, or the same ones but for their case, by number. Adjudications get folders of
// their own.
type folderNames struct {
	by    map[string]string // by kind and name
	taken map[string]bool
}

func newFolderNames(taken ...string) *folderNames {
	n := &folderNames{by: map[string]string{}, taken: map[string]bool{}}
	for _, name := range taken {
		n.taken[name] = true
	}
	return n
}

// of returns the folder of a record.
func (n *folderNames) of(r *Record) string {
	key := string(r.Kind) + " " + r.Annotator
	if name := n.by[key]; name != "" {
		return name
	}
	stem := plainName(r.Annotator)
	if stem == "" {
		stem = "annotator"
	}
	if r.Kind == model.RecordAdjudication {
		stem += "-adjudication"
	}
	name := stem
	for i := 2; n.taken[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s-%d", stem, i)
	}
	n.taken[strings.ToLower(name)] = true
	n.by[key] = name
	return name
}

// plainName makes a name of letters, digits, "-" and "_" of ASCII, at most 60
// long, out of any text: safe on every system, inside a path, a URL and a
// shell. It is "" when nothing is left.
func plainName(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			b.WriteRune(r)
		case r == '.' || r == ' ':
			b.WriteByte('_')
		}
		if b.Len() == 60 {
			break
		}
	}
	return strings.Trim(b.String(), "_-")
}

// fileName names the file of an article: by the file it came from, where that
// leaves something, and always by its id, which makes it unique.
func fileName(a *model.Article) string {
	stem := plainName(strings.TrimSuffix(a.File, ".txt"))
	if stem == "" {
		return plainName(a.ID)
	}
	return stem + "-" + plainName(a.ID)
}
